public import CivilDates

/// A completed session as lists give it; those that come from Strava are stubs of id, start and source.
public struct Activity: Sendable, Equatable {
    /// `i` and digits, or digits alone.
    public var id: String
    /// The start on the athlete's clock.
    public var startDateLocal: LocalDateTime
    /// The sport.
    public var type: String?
    /// The title.
    public var name: String?
    /// Seconds.
    public var movingTime: Int?
    /// Metres.
    public var distance: Double?
    /// The load that counts.
    public var trainingLoad: Int?
    /// Load by power.
    public var powerLoad: Int?
    /// Load by heart rate.
    public var hrLoad: Int?
    /// Load by pace.
    public var paceLoad: Int?
    /// Percent of threshold.
    public var intensity: Double?
    /// Fitness after it.
    public var ctl: Double?
    /// Fatigue after it.
    public var atl: Double?
    /// The planned event it completes.
    public var pairedEventID: Int?
    /// Percent of the plan that was done.
    public var compliance: Double?
    /// Where it came from, such as `GARMIN_CONNECT` or `STRAVA`.
    public var source: String?

    /// An activity of its key fields, all else unset.
    public init(id: String, startDateLocal: LocalDateTime) {
        self.id = id
        self.startDateLocal = startDateLocal
    }
}

extension IntervalsClient {
    /// The activities of a span of days, both ends included, newest first; ask for one to three months at a time.
    public func activities(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Activity] {
        try await value(.get(Call.athlete(athlete, "/activities"), query: Call.days(oldest, newest)))
    }

    /// The same activities with every field that the service gives.
    public func activityRecords(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/activities"), query: Call.days(oldest, newest)))
    }

    /// The athlete's activities as the service's own CSV.
    public func activitiesCSV(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [UInt8] {
        try await bytes(.get(Call.athlete(athlete, "/activities.csv"), query: Call.days(oldest, newest)))
    }

    /// One activity with its intervals.
    public func activity(_ id: String) async throws -> ServiceValue {
        try await value(.get("/activity/\(percentEncoded(id))", query: [("intervals", "true")]))
    }
}
