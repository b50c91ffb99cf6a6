/// Spaces requests: so many a second on average, so many at once after a pause.
///
/// The generic cell rate algorithm: one moment is kept, the time at which the bucket is full again. Each request moves
/// it on by one interval, and may go as soon as that moment is less than a whole burst ahead.
struct TokenBucket: Sendable, Equatable {
    /// Time between two requests in the long run, as configured.
    let baseInterval: Duration
    /// Time between two requests now, longer for a while after the service said 429.
    private(set) var interval: Duration
    /// Requests that may go at once.
    let burst: Int
    private var fullAt: Duration = .zero

    init(perSecond: Int, burst: Int) {
        baseInterval = .seconds(1) / max(1, perSecond)
        interval = baseInterval
        self.burst = max(1, burst)
    }

    /// Takes a place in the queue and says how long the request must wait for it.
    mutating func take(at now: Duration) -> Duration {
        fullAt = max(fullAt, now)
        let wait = max(.zero, fullAt - tolerance - now)
        fullAt += interval
        return wait
    }

    /// After a 429: nothing may go for `pause`, and from then on half as often, without a burst.
    mutating func shrink(at now: Duration, pause: Duration) {
        interval = min(interval * 2, baseInterval * 10)
        fullAt = max(fullAt, now + pause + tolerance)
    }

    /// After an answer other than 429: back towards the configured rate.
    mutating func recover() {
        interval = max(baseInterval, interval * 0.9)
    }

    private var tolerance: Duration { interval * (burst - 1) }
}
