import Testing

@testable import IntervalsICU

@Suite struct RequestBudgetTests {
    @Test(
        "no quarter of an hour ever sees more than the limit, however requests come", arguments: [UInt64(1), 2, 3, 4])
    func quarterHours(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var budget = RequestBudget(perQuarterHour: 40, perDay: 1_000_000)
        var second = 1_700_000_000
        var sent: [Int] = []
        for _ in 0..<2_000 {
            second += Int(numbers.next() % 30)
            guard case .wait(let seconds) = budget.take(at: second) else {
                Issue.record("the day is not spent")
                return
            }
            second += seconds
            sent.append(second)
        }
        for (index, time) in sent.enumerated() where index >= 40 {
            #expect(time - sent[index - 40] >= 900, "request \(index), seed \(seed)")
        }
    }

    @Test("a slow sender never waits")
    func slow() {
        var budget = RequestBudget(perQuarterHour: 40, perDay: 1_000_000)
        let waits = (0..<500).map { budget.take(at: 1_700_000_000 + $0 * 30) }
        #expect(waits.allSatisfy { $0 == .wait(seconds: 0) })
    }

    @Test("the day's budget ends at midnight UTC and not before")
    func day() {
        var budget = RequestBudget(perQuarterHour: 1_000, perDay: 3)
        let midnight = 1_700_006_400
        #expect(midnight % 86_400 == 0)
        for second in [10, 20, 30] { #expect(budget.take(at: midnight - 100 + second) == .wait(seconds: 0)) }
        #expect(budget.take(at: midnight - 1) == .spent)
        #expect(budget.take(at: midnight) == .wait(seconds: 0))
    }

    @Test("a spent day is an error that says when it ends, and nothing is sent")
    func spent() async throws {
        let transport = ScriptedTransport([.answer(200, "[]")])
        let clock = TestClock()
        let client = IntervalsClient(
            baseURL: "https://service.test", credential: .apiKey(Secret("test-key")), transport: transport,
            limiter: RateLimiter(budget: RequestBudget(perQuarterHour: 9, perDay: 1), clock: clock), clock: clock)
        #expect(try await client.calendars(athlete: "0").isEmpty)
        await #expect(throws: ServiceError.self) { _ = try await client.calendars(athlete: "0") }
        #expect(transport.requests.count == 1)
    }
}
