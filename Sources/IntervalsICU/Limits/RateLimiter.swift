/// The token bucket and the budget that all clients of one key share.
public actor RateLimiter {
    private var bucket: TokenBucket
    private var budget: RequestBudget?
    private let clock: any ServiceClock

    /// A bucket of `burst` requests that fills with `perSecond`; the service allows ten a second per address, and a key
    /// 2,500 in a quarter of an hour and 5,000 a day, unless `isBudgeted` is false, as for a service of our own.
    public init(
        perSecond: Int = 5, burst: Int = 5, isBudgeted: Bool = true, clock: any ServiceClock = SystemClock()
    ) {
        bucket = TokenBucket(perSecond: perSecond, burst: burst)
        budget = isBudgeted ? RequestBudget() : nil
        self.clock = clock
    }

    /// A bucket at the usual rate with a budget of one's own.
    init(budget: RequestBudget, clock: any ServiceClock) {
        bucket = TokenBucket(perSecond: 5, burst: 5)
        self.budget = budget
        self.clock = clock
    }

    /// Waits until one more request may go; false where the day's budget is spent.
    func acquire() async throws -> Bool {
        var wait = bucket.take(at: clock.uptime)
        switch budget?.take(at: clock.secondsSinceEpoch) {
        case .spent: return false
        case .wait(let seconds): wait = max(wait, .seconds(seconds))
        case nil: break
        }
        if wait > .zero { try await clock.sleep(for: wait) }
        return true
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
