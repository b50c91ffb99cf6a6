/// An athlete with the settings that decide what a workout amounts to.
public struct Athlete: Sendable, Equatable {
    /// `i` and digits, or digits alone; used as it is.
    public var id: String
    /// The name shown.
    public var name: String?
    /// The zone of the athlete's wall clock, such as `Europe/Berlin`.
    public var timezone: String?
    /// `M` or `F` or another letter the athlete chose.
    public var sex: String?
    /// Beats per minute.
    public var restingHR: Int?
    /// Kilograms.
    public var weight: Double?
    /// What the credential may do: `NONE`, `READ` or `WRITE`.
    public var permission: String?
    /// Thresholds and zones, one entry per group of sports.
    public var sportSettings: [SportSettings]
    /// How much of a sport's load counts, where it is not all.
    public var typeSettings: [TypeSettings]

    /// An athlete of an id and settings, all else unset.
    public init(id: String, sportSettings: [SportSettings] = [], typeSettings: [TypeSettings] = []) {
        self.id = id
        self.sportSettings = sportSettings
        self.typeSettings = typeSettings
    }

    /// The settings that hold for the sport: those that name it, else those for all others.
    public func sportSettings(for type: String) -> SportSettings? {
        sportSettings.first { $0.types.contains(type) } ?? sportSettings.first(where: \.isForOtherTypes)
    }
}

/// How much of a sport's load counts for fitness and fatigue.
public struct TypeSettings: Sendable, Equatable {
    /// The sport.
    public var type: String
    /// Share of the load that counts for fitness, usually 1.
    public var ctlFactor: Double
    /// Share of the load that counts for fatigue, usually 1.
    public var atlFactor: Double

    /// The shares of a sport.
    public init(type: String, ctlFactor: Double = 1, atlFactor: Double = 1) {
        self.type = type
        self.ctlFactor = ctlFactor
        self.atlFactor = atlFactor
    }
}

extension IntervalsClient {
    /// The athlete with sport settings; `0` is the owner of the credential.
    public func athlete(_ id: String) async throws -> Athlete {
        try await value(.get(Call.athlete(id)))
    }
}
