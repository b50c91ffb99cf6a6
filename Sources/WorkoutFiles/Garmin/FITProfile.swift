/// The numbers of Garmin's FIT profile that workouts use.
enum FITProfile {
    static let fileID = 0
    static let workout = 26
    static let workoutStep = 27

    /// The value of `type` in `file_id` for a workout.
    static let workoutFile = 5

    /// The sport and sub-sport of a sport of the service.
    static func sport(_ name: String) -> (sport: Int, sub: Int?) {
        switch name {
        case "Ride", "EBikeRide", "Handcycle", "Velomobile": (2, nil)
        case "VirtualRide": (2, 58)
        case "GravelRide": (2, 46)
        case "MountainBikeRide", "EMountainBikeRide": (2, 8)
        case "TrackRide": (2, 13)
        case "Cyclocross": (2, 11)
        case "Run": (1, nil)
        case "TrailRun": (1, 3)
        case "VirtualRun": (1, 58)
        case "Swim": (5, 17)
        case "OpenWaterSwim": (5, 18)
        case "Walk": (11, nil)
        case "NordicSki": (12, nil)
        case "Rowing", "VirtualRow": (15, nil)
        case "WeightTraining": (10, 20)
        default: (0, nil)
        }
    }

    /// The service's sport of a file.
    static func sportName(_ sport: Int?, sub: Int?) -> String {
        switch (sport, sub) {
        case (1, 58): "VirtualRun"
        case (1, 3): "TrailRun"
        case (1, _): "Run"
        case (2, 58): "VirtualRide"
        case (2, 46): "GravelRide"
        case (2, 8): "MountainBikeRide"
        case (2, 13): "TrackRide"
        case (2, 11): "Cyclocross"
        case (2, _): "Ride"
        case (5, 18): "OpenWaterSwim"
        case (5, _): "Swim"
        case (10, 20): "WeightTraining"
        case (10, _): "Workout"
        case (11, _): "Walk"
        case (12, _): "NordicSki"
        case (15, _): "Rowing"
        default: "Other"
        }
    }

    /// The intensities in the order of their numbers, by the workout language's words.
    static let intensities = ["active", "rest", "warmup", "cooldown", "recovery", "interval", "other"]
}

/// What ends a step.
enum FITDuration {
    static let time = 0
    static let distance = 1
    static let open = 5
    static let repeatSteps = 6
    static let repeatTime = 7
    static let repeatDistance = 8
}

/// What a step aims at.
enum FITTarget {
    static let speed = 0
    static let heartRate = 1
    static let open = 2
    static let cadence = 3
    static let power = 4
    /// Power averaged over 3, 10 and 30 seconds and over the lap.
    static let averagedPower = [7: "3s", 8: "10s", 9: "30s", 10: "lap"]
}

/// The field numbers of a workout step.
enum FITStepField {
    static let name = 0
    static let durationType = 1
    static let durationValue = 2
    static let targetType = 3
    static let targetValue = 4
    static let customLow = 5
    static let customHigh = 6
    static let intensity = 7
    static let notes = 8
    static let secondTargetType = 19
    static let secondTargetValue = 20
    static let secondCustomLow = 21
    static let secondCustomHigh = 22
    static let index = 254
}
