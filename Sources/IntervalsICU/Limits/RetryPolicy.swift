/// Decides after each failed try whether the same request may go again, and when.
///
/// A state machine without clock and network: it is told what happened and answers what to do.
struct RetryPolicy: Sendable, Equatable {
    /// What a repetition of the request would do.
    enum Effect: Sendable {
        /// Nothing: a read.
        case none
        /// The same once more: a write of one state, by id.
        case same
        /// Perhaps a second thing: a creation.
        case another
    }

    /// How a try failed.
    enum Failure: Sendable, Equatable {
        /// The service said 429, and how long to wait if it did.
        case tooManyRequests(retryAfter: Duration?)
        /// Any other status that is no success.
        case status(Int)
        /// The request cannot have reached the service.
        case notSent
        /// The request may have reached the service.
        case unknownOutcome
        /// The answer came and is of no use.
        case answerRefused
    }

    /// What to do next.
    enum Action: Sendable, Equatable {
        case retry(after: Duration)
        case fail
    }

    /// Tries of a request that fails other than by 429.
    static let tries = 5
    /// Waits after 429: at two minutes each they outlast the quarter of an hour over which the service counts.
    static let waits = 8

    private let effect: Effect
    private var failures = 0
    private var refusals = 0

    init(_ effect: Effect) {
        self.effect = effect
    }

    /// The next action; `random` lies in 0..<1.
    mutating func next(after failure: Failure, random: Double) -> Action {
        if case .tooManyRequests(let retryAfter) = failure {
            refusals += 1
            guard refusals <= RetryPolicy.waits else { return .fail }
            return .retry(after: retryAfter ?? RetryPolicy.backoff(refusals, random: random))
        }
        failures += 1
        guard failures < RetryPolicy.tries, mayRepeat(after: failure) else { return .fail }
        return .retry(after: RetryPolicy.backoff(failures, random: random))
    }

    private func mayRepeat(after failure: Failure) -> Bool {
        switch (failure, effect) {
        case (.tooManyRequests, _), (.notSent, _): true
        case (.answerRefused, _): false
        case (.unknownOutcome, let effect): effect == .none
        case (.status(503), let effect): effect != .another
        case (.status(let status), let effect): effect == .none && status >= 500
        }
    }

    /// Full jitter between half a second and a bound that doubles from one second to thirty.
    static func backoff(_ attempt: Int, random: Double) -> Duration {
        let bound = min(30, Double(1 << min(attempt - 1, 5)))
        return .seconds(0.5 + (bound - 0.5) * random)
    }
}
