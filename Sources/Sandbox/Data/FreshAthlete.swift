extension SandboxData {
    /// A profile in which strength training does not count.
    static func profile(id: String, name: String, timezone: String) -> Record {
        var profile = RecordShape.athlete.blank
        let names = name.split(separator: " ", maxSplits: 1).map(String.init)
        profile["id"] = .text(id)
        profile["name"] = .text(name)
        profile["firstname"] = names.first.map(JSONValue.text) ?? .null
        profile["lastname"] = names.count > 1 ? .text(names[1]) : .null
        profile["timezone"] = .text(timezone)
        profile["sex"] = "M"
        profile["icu_resting_hr"] = 50
        profile["icu_type_settings"] =
            ["WeightTraining", "Yoga", "Pilates"].map { type in
                ["type": .text(type), "ctlFactor": 0, "atlFactor": 0] as JSONValue
            }.asJSON
        return profile
    }

    /// Settings for cycling, running, swimming, and everything else.
    static func defaultSettings(athlete: String, firstID: Int) -> [Record] {
        [ride, run, swim, other].enumerated().map { index, own in
            var record = RecordShape.sportSettings.blank
            for (name, value) in own { record[name] = value }
            record["id"] = .integer(firstID + index)
            record["athlete_id"] = .text(athlete)
            return record
        }
    }

    private static let ride: [String: JSONValue] = [
        "types": [
            "Ride", "VirtualRide", "MountainBikeRide", "GravelRide", "TrackRide", "EBikeRide",
            "EMountainBikeRide",
        ],
        "ftp": 250, "indoor_ftp": 240, "w_prime": 20000, "lthr": 160, "max_hr": 185,
        "power_zones": [55, 75, 90, 105, 120, 150, 999],
        "power_zone_names": [
            "Active Recovery", "Endurance", "Tempo", "Threshold", "VO2 Max", "Anaerobic", "Neuromuscular",
        ],
        "sweet_spot_min": 84, "sweet_spot_max": 97,
        "hr_zones": [128, 143, 149, 159, 163, 168, 185], "hr_zone_names": heartRateNames,
        "iseFTPSupported": true,
    ]

    private static let run: [String: JSONValue] = [
        "types": ["Run", "VirtualRun", "TrailRun"],
        // 4:35 min/km.
        "threshold_pace": .float(1000.0 / 275), "pace_units": "MINS_KM", "pace_load_type": "RUN",
        "pace_zones": paceZones, "pace_zone_names": paceNames,
        "lthr": 165, "max_hr": 188, "hr_zones": [139, 147, 155, 164, 168, 173, 188],
        "hr_zone_names": heartRateNames, "load_order": "PACE_HR_POWER", "tiz_order": "PACE_HR_POWER",
        "workout_order": "PACE_HR_POWER", "interval_display": "PACE_HR_POWER",
    ]

    private static let swim: [String: JSONValue] = [
        "types": ["Swim", "OpenWaterSwim"],
        // 1:40 min/100 m.
        "threshold_pace": 1, "pace_units": "SECS_100M", "pace_load_type": "SWIM",
        "pace_zones": paceZones, "pace_zone_names": paceNames,
        "lthr": 155, "max_hr": 180, "hr_zones": [130, 138, 146, 154, 158, 163, 180],
        "hr_zone_names": heartRateNames, "load_order": "PACE_HR_POWER", "tiz_order": "PACE_HR_POWER",
        "workout_order": "PACE_HR_POWER", "interval_display": "PACE_HR_POWER",
    ]

    private static let other: [String: JSONValue] = [
        "types": ["Other"], "other": true, "lthr": 160, "max_hr": 185,
        "hr_zones": [128, 143, 149, 159, 163, 168, 185], "hr_zone_names": heartRateNames,
    ]

    private static let heartRateNames: JSONValue = [
        "Recovery", "Aerobic", "Tempo", "SubThreshold", "SuperThreshold", "Aerobic Capacity", "Anaerobic",
    ]
    private static let paceZones: JSONValue = [
        .number(77.5), .number(87.7), .number(94.3), 100, .number(103.4), .number(111.5), 999,
    ]
    private static let paceNames: JSONValue = [
        "Zone 1", "Zone 2", "Zone 3", "Zone 4", "Zone 5a", "Zone 5b", "Zone 5c",
    ]
}

extension [JSONValue] {
    /// The values as one.
    var asJSON: JSONValue { .list(self) }
}
