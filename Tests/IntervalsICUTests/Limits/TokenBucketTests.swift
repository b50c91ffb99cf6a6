import Testing

@testable import IntervalsICU

/// Tokens counted one by one, as the textbook has it.
private struct CountedTokens {
    let perSecond: Double
    let burst: Double
    var tokens: Double
    var last = 0.0

    init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
        tokens = burst
    }

    mutating func take(at now: Double) -> Double {
        tokens = min(burst, tokens + (now - last) * perSecond)
        last = now
        tokens -= 1
        return tokens >= 0 ? 0 : -tokens / perSecond
    }
}

@Suite struct TokenBucketTests {
    private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    @Test("lets a burst go at once and spaces what follows")
    func burstThenSpacing() {
        var bucket = TokenBucket(perSecond: 5, burst: 5)
        let waits = (0..<8).map { _ in bucket.take(at: .zero) }
        #expect(waits == [.zero, .zero, .zero, .zero, .zero, .seconds(0.2), .seconds(0.4), .seconds(0.6)])
    }

    @Test("waits as long as tokens counted one by one would make it", arguments: [UInt64(1), 2, 3])
    func equalsCountedTokens(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var bucket = TokenBucket(perSecond: 5, burst: 5)
        var counted = CountedTokens(perSecond: 5, burst: 5)
        var now = 0
        for _ in 0..<2000 {
            now += Int.random(in: 0...400, using: &numbers)
            let wait = seconds(bucket.take(at: .milliseconds(now)))
            #expect(abs(wait - counted.take(at: Double(now) / 1000)) < 1e-6)
        }
    }

    @Test("after a 429 nothing goes for the pause, and then half as often and one by one")
    func shrinks() {
        var bucket = TokenBucket(perSecond: 5, burst: 5)
        bucket.shrink(at: .zero, pause: .seconds(3))
        let waits = (0..<3).map { _ in seconds(bucket.take(at: .zero)) }
        #expect(waits.elementsEqual([3, 3.4, 3.8]) { abs($0 - $1) < 1e-9 })
    }

    @Test("shrinks no further than to a tenth, and comes back to the full rate")
    func recovers() {
        var bucket = TokenBucket(perSecond: 5, burst: 5)
        for _ in 0..<20 { bucket.shrink(at: .zero, pause: .zero) }
        #expect(bucket.interval == .seconds(2))
        for _ in 0..<200 { bucket.recover() }
        #expect(bucket.interval == .seconds(0.2))
    }

    @Test("clients that share a limiter share its rate")
    func limiterIsShared() async throws {
        let clock = TestClock()
        let limiter = RateLimiter(perSecond: 5, burst: 5, clock: clock)
        for _ in 0..<15 { _ = try await limiter.acquire() }
        #expect(abs(seconds(clock.uptime) - 2) < 1e-9)
    }
}
