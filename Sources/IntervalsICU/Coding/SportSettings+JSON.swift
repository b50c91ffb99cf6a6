extension SportSettings: Decodable {
    /// Reads the settings; figures of 0 are unset, lists of null are empty.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(types: try fields.strings("types"), isForOtherTypes: try fields.bool("other") ?? false)
        id = try fields.int("id")
        try readPower(fields)
        try readHeartRate(fields)
        try readPace(fields)
        try readHabits(fields)
    }

    private mutating func readPower(_ fields: LenientFields) throws {
        ftp = try fields.positiveInt("ftp")
        indoorFTP = try fields.positiveInt("indoor_ftp")
        wPrime = try fields.positiveInt("w_prime")
        pMax = try fields.positiveInt("p_max")
        powerZones = try fields.numbers("power_zones")
        powerZoneNames = try fields.strings("power_zone_names")
        sweetSpotMin = try fields.positiveDouble("sweet_spot_min")
        sweetSpotMax = try fields.positiveDouble("sweet_spot_max")
    }

    private mutating func readHeartRate(_ fields: LenientFields) throws {
        lthr = try fields.positiveInt("lthr")
        maxHR = try fields.positiveInt("max_hr")
        hrZones = try fields.wholeNumbers("hr_zones")
        hrZoneNames = try fields.strings("hr_zone_names")
        hrLoadType = try fields.string("hr_load_type")
    }

    private mutating func readPace(_ fields: LenientFields) throws {
        thresholdPace = try fields.positiveDouble("threshold_pace")
        paceUnits = try fields.string("pace_units")
        paceZones = try fields.numbers("pace_zones")
        paceZoneNames = try fields.strings("pace_zone_names")
        paceLoadType = try fields.string("pace_load_type")
    }

    private mutating func readHabits(_ fields: LenientFields) throws {
        warmupTime = try fields.int("warmup_time")
        cooldownTime = try fields.int("cooldown_time")
        defaultWorkoutTime = try fields.string("default_workout_time")
        loadOrder = try fields.string("load_order")
        tizOrder = try fields.string("tiz_order")
        workoutOrder = try fields.string("workout_order")
    }
}
