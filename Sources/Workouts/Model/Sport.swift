/// One of the service's activity types, such as `Ride`.
public struct Sport: Hashable, Sendable {
    /// The service's name.
    public let name: String

    /// The sport of that name, or nil where the service has none.
    public init?(name: String) {
        guard Sport.allNames.contains(name) else { return nil }
        self.name = name
    }

    private init(known name: String) {
        self.name = name
    }

    /// Cycling.
    public static let ride = Sport(known: "Ride")
    /// Running.
    public static let run = Sport(known: "Run")
    /// Swimming.
    public static let swim = Sport(known: "Swim")
    /// Strength training.
    public static let weightTraining = Sport(known: "WeightTraining")

    /// The sport whose thresholds, availability and splits stand for this one unless it is named itself.
    public var family: Sport {
        switch name {
        case "VirtualRide", "GravelRide", "MountainBikeRide", "TrackRide", "Cyclocross", "EBikeRide",
            "EMountainBikeRide":
            .ride
        case "TrailRun", "VirtualRun": .run
        case "OpenWaterSwim": .swim
        default: self
        }
    }

    /// Whether its load counts 0 in the fitness curve unless the service's settings say otherwise.
    public var countsInFitness: Bool {
        !["WeightTraining", "Yoga", "Pilates"].contains(name)
    }

    /// Every activity type of the service, in its own order.
    public static let allNames = [
        "Ride", "Run", "Swim", "WeightTraining", "Hike", "Walk", "AlpineSki", "BackcountrySki", "Badminton", "Canoeing",
        "Crossfit", "EBikeRide", "EMountainBikeRide", "Elliptical", "Golf", "GravelRide", "TrackRide", "Handcycle",
        "HighIntensityIntervalTraining", "Hockey", "IceSkate", "InlineSkate", "Kayaking", "Kitesurf",
        "MountainBikeRide", "Cyclocross", "NordicSki", "OpenWaterSwim", "Padel", "Pilates", "Pickleball", "Racquetball",
        "Rugby", "RockClimbing", "RollerSki", "Rowing", "Sail", "Skateboard", "Snowboard", "Snowshoe", "Soccer",
        "Squash", "StairStepper", "StandUpPaddling", "Surfing", "TableTennis", "Tennis", "TrailRun", "Transition",
        "Velomobile", "VirtualRide", "VirtualRow", "VirtualRun", "VirtualSki", "WaterSport", "Wheelchair", "Windsurf",
        "Workout", "Yoga", "Other",
    ]
}
