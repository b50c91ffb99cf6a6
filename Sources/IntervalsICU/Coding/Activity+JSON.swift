extension Activity: Decodable {
    /// Reads what is there; only the id and the start must be.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            id: try fields.required("id", fields.string),
            startDateLocal: try fields.required("start_date_local") { try fields.value($0) })
        type = try fields.string("type")
        name = try fields.string("name")
        source = try fields.string("source")
        movingTime = try fields.int("moving_time")
        distance = try fields.double("distance")
        trainingLoad = try fields.int("icu_training_load")
        powerLoad = try fields.int("power_load")
        hrLoad = try fields.int("hr_load")
        paceLoad = try fields.int("pace_load")
        intensity = try fields.double("icu_intensity")
        ctl = try fields.double("icu_ctl")
        atl = try fields.double("icu_atl")
        pairedEventID = try fields.positiveInt("paired_event_id")
        compliance = try fields.double("compliance")
    }
}
