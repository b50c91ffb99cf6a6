import CalendarDiff
import IntervalsICU
import Testing

@testable import Publishing

/// Two programs that apply at once, in every order of their requests.
@Suite struct InterleavingTests {
    /// One program: reads first, then performs what it decided.
    private struct Program {
        let scenario: Scenario
        let publisher: Publisher
        var run: PublishingRun?

        init(_ scenario: Scenario) {
            self.scenario = scenario
            publisher = Publisher(scenario.calendar, athlete: "i1")
        }

        /// Sends one request; false when there is none left.
        mutating func step() async throws -> Bool {
            guard var run else {
                self.run = PublishingRun(try await scenario.diff(), planned: scenario.figures)
                return true
            }
            guard let request = run.next() else { return false }
            run.receive(await publisher.reply(to: request, in: scenario.window))
            self.run = run
            return true
        }
    }

    /// Every order of two sequences, as the number of the one whose turn it is.
    private func schedules(_ first: Int, _ second: Int) -> [[Int]] {
        if first == 0 { return [Array(repeating: 1, count: second)] }
        if second == 0 { return [Array(repeating: 0, count: first)] }
        return schedules(first - 1, second).map { [0] + $0 } + schedules(first, second - 1).map { [1] + $0 }
    }

    @Test("29: two runs of the same plan make no duplicate in any order of their requests")
    func samePlan() async throws {
        for schedule in schedules(4, 4) {
            var scenario = Scenario(workouts: 6)
            try await scenario.apply()
            scenario.edit("base.w1.d1") { $0.name = "New" }
            scenario.remove("base.w1.d6")
            scenario.desired.append(Scenario.workout("x", on: 30))
            var programs = [Program(scenario), Program(scenario)]
            for turn in schedule { _ = try await programs[turn].step() }
            for index in programs.indices {
                while try await programs[index].step() {}
            }
            let events = scenario.calendar.events
            #expect(events.count == 6, "\(schedule)")
            #expect(Set(events.map(\.externalID)).count == 6, "\(schedule)")
            #expect(try await scenario.apply().changes.changes.isEmpty, "\(schedule)")
        }
    }
}
