import Testing

@testable import IntervalsICU

@Suite struct RetryPolicyTests {
    /// The waits of a policy that meets the same failure again and again, in seconds.
    private func waits(
        _ effect: RetryPolicy.Effect, _ failure: RetryPolicy.Failure, random: Double = 0.5
    ) -> [Double] {
        var policy = RetryPolicy(effect)
        var waits: [Double] = []
        while case .retry(let delay) = policy.next(after: failure, random: random), waits.count < 1000 {
            waits.append(delay / .seconds(1))
        }
        return waits
    }

    @Test("a read is tried five times after trouble of the server or the network")
    func readIsTriedFiveTimes() {
        for failure in [RetryPolicy.Failure.status(500), .status(502), .status(503), .unknownOutcome, .notSent] {
            #expect(waits(.none, failure).count == 4)
        }
    }

    @Test("a write of one state goes again after 503 and when it cannot have arrived, but not after an unknown outcome")
    func stateIsRepeatedWhenSafe() {
        #expect(waits(.same, .status(503)).count == 4)
        #expect(waits(.same, .notSent).count == 4)
        #expect(waits(.same, .unknownOutcome).isEmpty)
        #expect(waits(.same, .status(500)).isEmpty)
        #expect(waits(.same, .status(502)).isEmpty)
        #expect(waits(.same, .status(504)).isEmpty)
    }

    @Test("a creation goes again only when it cannot have been carried out")
    func creationIsNeverDoubled() {
        for status in 500...599 { #expect(waits(.another, .status(status)).isEmpty) }
        #expect(waits(.another, .unknownOutcome).isEmpty)
        #expect(waits(.another, .notSent).count == 4)
        #expect(waits(.another, .tooManyRequests(retryAfter: .zero)).count == RetryPolicy.waits)
    }

    @Test("faults of the request are final for every verb")
    func clientFaultsAreFinal() {
        for effect in [RetryPolicy.Effect.none, .same, .another] {
            for status in 400..<500 { #expect(waits(effect, .status(status)).isEmpty) }
            #expect(waits(effect, .status(302)).isEmpty)
            #expect(waits(effect, .answerRefused).isEmpty)
        }
    }

    @Test("429 waits as told, and gives up in the end")
    func waitsAsTold() {
        #expect(waits(.another, .tooManyRequests(retryAfter: .seconds(3))) == Array(repeating: 3, count: 8))
        #expect(waits(.none, .tooManyRequests(retryAfter: .zero)) == Array(repeating: 0, count: 8))
    }

    @Test("429 without a wait backs off like any trouble")
    func backsOffWithoutRetryAfter() {
        #expect(waits(.same, .tooManyRequests(retryAfter: nil), random: 0) == Array(repeating: 0.5, count: 8))
    }

    @Test("waits after 429 do not use up the tries after trouble")
    func waitsAndTriesAreCountedApart() {
        var policy = RetryPolicy(.none)
        for _ in 0..<7 { _ = policy.next(after: .tooManyRequests(retryAfter: .zero), random: 0) }
        for _ in 0..<4 { #expect(policy.next(after: .status(500), random: 0) == .retry(after: .seconds(0.5))) }
        #expect(policy.next(after: .status(500), random: 0) == .fail)
    }

    @Test("the bound of the jitter doubles from one second to thirty")
    func jitterBounds() {
        let lowest = (1...8).map { RetryPolicy.backoff($0, random: 0) / .seconds(1) }
        let highest = (1...8).map { RetryPolicy.backoff($0, random: 1) / .seconds(1) }
        #expect(lowest == Array(repeating: 0.5, count: 8))
        #expect(highest == [1, 2, 4, 8, 16, 30, 30, 30])
    }
}
