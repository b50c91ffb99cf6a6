extension Event: Decodable {
    /// Reads what is there; only the id and the start must be.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            id: try fields.required("id", fields.int),
            category: try fields.string("category") ?? "",
            startDateLocal: try fields.required("start_date_local") { try fields.value($0) })
        try readIdentity(fields)
        try readContent(fields)
        try readFigures(fields)
        try readFlags(fields)
        try readFitness(fields)
        for name in Event.unmanagedFields {
            if let value = try? fields.value(name, as: ServiceValue.self), !value.isBlank { unmanaged[name] = value }
        }
    }

    private mutating func readIdentity(_ fields: LenientFields) throws {
        externalID = try fields.string("external_id")
        uid = try fields.string("uid")
        calendarID = try fields.int("calendar_id")
        createdByID = try fields.string("created_by_id")
        oauthClientID = try fields.int("oauth_client_id")
        updated = try fields.string("updated")
        pairedActivityID = try fields.string("paired_activity_id")
    }

    private mutating func readContent(_ fields: LenientFields) throws {
        type = try fields.string("type")
        name = try fields.string("name")
        description = try fields.string("description")
        endDateLocal = try fields.value("end_date_local")
        target = try fields.string("target")
        indoor = try fields.bool("indoor")
        tags = try fields.strings("tags")
        color = try fields.string("color")
        trainingAvailability = try fields.string("training_availability")
    }

    private mutating func readFigures(_ fields: LenientFields) throws {
        movingTime = try fields.int("moving_time")
        distance = try fields.double("distance")
        trainingLoad = try fields.int("icu_training_load")
        intensity = try fields.double("icu_intensity")
        loadTarget = try fields.int("load_target")
        timeTarget = try fields.int("time_target")
        distanceTarget = try fields.double("distance_target")
        workoutDoc = try fields.value("workout_doc")
        tellsDocument = fields.has("workout_doc")
    }

    private mutating func readFlags(_ fields: LenientFields) throws {
        forWeek = try fields.bool("for_week") ?? false
        athleteCannotEdit = try fields.bool("athlete_cannot_edit") ?? false
        hideFromAthlete = try fields.bool("hide_from_athlete") ?? false
        notOnFitnessChart = try fields.bool("not_on_fitness_chart") ?? false
    }

    private mutating func readFitness(_ fields: LenientFields) throws {
        ctl = try fields.double("icu_ctl")
        atl = try fields.double("icu_atl")
        ctlDays = try fields.int("ctl_days")
        atlDays = try fields.int("atl_days")
        ftp = try fields.positiveInt("icu_ftp")
    }
}

extension WorkoutDocumentSummary: Decodable {
    /// Counts the steps and reads the figures.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            stepCount: try fields.list("steps", of: StepCount.self).reduce(0) { $0 + $1.count },
            duration: try fields.int("duration"),
            distance: try fields.double("distance"),
            normalizedPower: try fields.int("normalized_power"),
            averageWatts: try fields.int("average_watts"))
    }
}

/// How many entries a step stands for: itself and what it repeats.
private struct StepCount: Decodable {
    let count: Int

    init(from decoder: any Decoder) throws {
        let inner = try LenientFields(decoder).list("steps", of: StepCount.self)
        count = inner.reduce(1) { $0 + $1.count }
    }
}
