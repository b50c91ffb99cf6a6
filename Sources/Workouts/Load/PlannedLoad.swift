/// What a planned workout amounts to, as the service computes it.
public struct PlannedLoad: Hashable, Sendable {
    /// What the load rests on.
    public enum Basis: String, Hashable, Sendable {
        /// Normalised power, exact.
        case power
        /// Average speed, exact.
        case pace
        /// Heart rate, approximate.
        case heartRate = "hr"
        /// Stated by the author.
        case explicit
        /// The service computes none.
        case unknown
    }

    /// Seconds, repeats included.
    public var duration: Int
    /// Metres, where the steps give any.
    public var distance: Double?
    /// Training load, 100 for one hour at threshold; nil where the service computes none.
    public var load: Int?
    /// What the load rests on.
    public var basis: Basis
    /// Percent, computed back from the integer load.
    public var intensity: Double?
    /// Whole watts; nil without power.
    public var normalizedPower: Int?
    /// Whole watts; nil without power.
    public var averageWatts: Int?
    /// Work in joules; nil without power.
    public var joules: Int?
    /// Work of the seconds above FTP in joules; nil without power.
    public var joulesAboveFTP: Int?
    /// Seconds per zone, with `SS` last for power; empty where no zone applies.
    public var zoneTimes: [ZoneTime]

    /// Makes planned figures.
    public init(duration: Int, distance: Double? = nil, load: Int? = nil, basis: Basis = .unknown) {
        self.duration = duration
        self.distance = distance
        self.load = load
        self.basis = basis
        zoneTimes = []
    }
}

/// Seconds spent in one zone.
public struct ZoneTime: Hashable, Sendable {
    /// `Z1` and so on, or `SS` for sweet spot.
    public var id: String
    /// Seconds.
    public var seconds: Int

    /// Makes a zone time.
    public init(id: String, seconds: Int) {
        self.id = id
        self.seconds = seconds
    }
}

extension Workout {
    /// Duration, distance, load and zone times of the workout for an athlete with `thresholds`.
    ///
    /// - Parameters:
    ///   - sport: decides how pace makes load and how distance makes time.
    ///   - indoor: whether `indoorFTP` applies.
    ///   - target: the event's own target, which goes before the order of the settings.
    public func planned(
        sport: Sport, thresholds: Thresholds, indoor: Bool = false, target: LoadMetric? = nil
    ) -> PlannedLoad {
        PlannedLoad(duration: 0)
    }
}
