import Glibc

/// Time as the client needs it; tests put their own in its place.
public protocol ServiceClock: Sendable {
    /// Time since some fixed moment, never set back.
    var uptime: Duration { get }
    /// Wall-clock seconds since 1970-01-01 UTC.
    var secondsSinceEpoch: Int { get }
    /// Waits; throws `CancellationError` when the task is cancelled meanwhile.
    func sleep(for duration: Duration) async throws
}

/// The machine's clock.
public struct SystemClock: ServiceClock {
    private let start = ContinuousClock.now

    /// The machine's clock.
    public init() {}

    /// Time since this value was made.
    public var uptime: Duration { ContinuousClock.now - start }

    /// Wall-clock seconds since 1970-01-01 UTC.
    public var secondsSinceEpoch: Int { time(nil) }

    /// Waits on the continuous clock.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
