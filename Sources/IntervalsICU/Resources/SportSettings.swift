/// Thresholds, zones and habits of an athlete in one group of sports.
public struct SportSettings: Sendable, Equatable {
    /// The service's number of these settings.
    public var id: Int?
    /// The sports they hold for.
    public var types: [String]
    /// Whether they hold for every sport without settings of its own.
    public var isForOtherTypes: Bool
    /// Functional threshold power in watts.
    public var ftp: Int?
    /// Functional threshold power indoors in watts, where it differs.
    public var indoorFTP: Int?
    /// Work above threshold in joules.
    public var wPrime: Int?
    /// Highest power in watts.
    public var pMax: Int?
    /// Upper bounds in percent of FTP, the last 999.
    public var powerZones: [Double]
    /// Names of the power zones.
    public var powerZoneNames: [String]
    /// Lower bound of the sweet spot in percent of FTP.
    public var sweetSpotMin: Double?
    /// Upper bound of the sweet spot in percent of FTP.
    public var sweetSpotMax: Double?
    /// Heart rate at threshold in beats per minute.
    public var lthr: Int?
    /// Highest heart rate in beats per minute.
    public var maxHR: Int?
    /// Upper bounds in beats per minute, the last the highest heart rate.
    public var hrZones: [Int]
    /// Names of the heart-rate zones.
    public var hrZoneNames: [String]
    /// `AVG_HR`, `HR_ZONES` or `HRSS`.
    public var hrLoadType: String?
    /// Speed at threshold in metres per second, in every sport.
    public var thresholdPace: Double?
    /// How paces are shown, such as `MINS_KM`.
    public var paceUnits: String?
    /// Upper bounds in percent of threshold speed, the last 999.
    public var paceZones: [Double]
    /// Names of the pace zones.
    public var paceZoneNames: [String]
    /// `SWIM` or `RUN`.
    public var paceLoadType: String?
    /// Seconds.
    public var warmupTime: Int?
    /// Seconds.
    public var cooldownTime: Int?
    /// Time of day of a workout without one.
    public var defaultWorkoutTime: String?
    /// Which metric load rests on first, such as `POWER_HR_PACE`.
    public var loadOrder: String?
    /// Which metric times in zones rest on first.
    public var tizOrder: String?
    /// Which metric a workout's targets rest on first.
    public var workoutOrder: String?

    /// Settings for sports, all else unset.
    public init(types: [String], isForOtherTypes: Bool = false) {
        self.types = types
        self.isForOtherTypes = isForOtherTypes
        powerZones = []
        powerZoneNames = []
        hrZones = []
        hrZoneNames = []
        paceZones = []
        paceZoneNames = []
    }
}

extension IntervalsClient {
    /// The settings of all groups of sports.
    public func sportSettings(athlete: String) async throws -> [SportSettings] {
        try await value(.get(Call.athlete(athlete, "/sport-settings")))
    }
}

extension IntervalsClient {
    /// The athlete's sport settings with every field that the service gives.
    public func sportSettingsRecords(athlete: String) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/sport-settings")))
    }
}
