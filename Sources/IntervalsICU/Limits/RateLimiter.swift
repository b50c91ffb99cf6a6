/// The token bucket that all clients of one key share.
public actor RateLimiter {
    private var bucket: TokenBucket
    private let clock: any ServiceClock

    /// A bucket of `burst` requests that fills with `perSecond`; the service allows ten a second per address.
    public init(perSecond: Int = 5, burst: Int = 5, clock: any ServiceClock = SystemClock()) {
        bucket = TokenBucket(perSecond: perSecond, burst: burst)
        self.clock = clock
    }

    /// Waits until one more request may go.
    func acquire() async throws {
        let wait = bucket.take(at: clock.uptime)
        if wait > .zero { try await clock.sleep(for: wait) }
    }

    /// Holds everything back after a 429.
    func shrink(pause: Duration) {
        bucket.shrink(at: clock.uptime, pause: pause)
    }

    /// Notes an answer other than 429.
    func recover() {
        bucket.recover()
    }
}
