public import CivilDates

/// What the service keeps of an athlete and day, as far as fitness goes; days to come are projections.
public struct Wellness: Sendable, Equatable {
    /// The day.
    public var date: CivilDate
    /// Fitness at the end of the day.
    public var ctl: Double?
    /// Fatigue at the end of the day.
    public var atl: Double?
    /// Change of fitness over a week.
    public var rampRate: Double?
    /// Load of the day that counts for fitness; from today on with what is planned.
    public var ctlLoad: Double?
    /// Load of the day that counts for fatigue; from today on with what is planned.
    public var atlLoad: Double?
    /// Estimates per sport.
    public var sportInfo: [SportEstimate]

    /// A record of a day, all else unset.
    public init(date: CivilDate) {
        self.date = date
        sportInfo = []
    }
}

/// What the service reckons an athlete can do in a sport.
public struct SportEstimate: Sendable, Equatable {
    /// The sport.
    public var type: String
    /// Estimated functional threshold power in watts.
    public var eftp: Double?
    /// Work above threshold in joules.
    public var wPrime: Double?
    /// Highest power in watts.
    public var pMax: Double?

    /// Estimates for a sport, all unset.
    public init(type: String) {
        self.type = type
    }
}

extension IntervalsClient {
    /// The records of a span of days, both ends included.
    public func wellness(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Wellness] {
        try await value(.get(Call.athlete(athlete, "/wellness"), query: Call.days(oldest, newest)))
    }

    /// The same records with every field that the service gives.
    public func wellnessRecords(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/wellness"), query: Call.days(oldest, newest)))
    }
}
