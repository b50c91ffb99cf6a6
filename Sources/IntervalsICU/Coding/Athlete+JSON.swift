extension Athlete: Decodable {
    /// Reads the athlete; only the id must be there.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            id: try fields.required("id", fields.string),
            sportSettings: try fields.list("sportSettings"),
            typeSettings: try fields.list("icu_type_settings"))
        name = try fields.string("name")
        timezone = try fields.string("timezone")
        sex = try fields.string("sex")
        restingHR = try fields.positiveInt("icu_resting_hr")
        weight = try fields.positiveDouble("icu_weight")
        permission = try fields.string("icu_permission")
    }
}

extension TypeSettings: Decodable {
    /// Reads the shares; a missing one is 1.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            type: try fields.required("type", fields.string),
            ctlFactor: try fields.double("ctlFactor") ?? 1,
            atlFactor: try fields.double("atlFactor") ?? 1)
    }
}
