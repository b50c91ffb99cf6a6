/// The service's clock beside our own, taken from the `Date` of an answer.
public struct ServiceClockReading: Sendable, Equatable {
    /// The service's time in seconds since 1970-01-01 UTC.
    public let serviceSecondsSinceEpoch: Int
    /// Our time when the answer came, in seconds since 1970-01-01 UTC.
    public let ownSecondsSinceEpoch: Int

    /// How far our clock is ahead of the service's, in seconds; the time an answer travels is within.
    public var secondsAhead: Int { ownSecondsSinceEpoch - serviceSecondsSinceEpoch }

    /// A reading of both clocks.
    public init(serviceSecondsSinceEpoch: Int, ownSecondsSinceEpoch: Int) {
        self.serviceSecondsSinceEpoch = serviceSecondsSinceEpoch
        self.ownSecondsSinceEpoch = ownSecondsSinceEpoch
    }
}
