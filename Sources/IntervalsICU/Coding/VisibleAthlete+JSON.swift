extension VisibleAthlete: Decodable {
    /// Reads the few fields that are kept.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(id: try fields.required("id", fields.string))
        name = try fields.string("name")
        permission = try fields.string("icu_permission")
        isCoached = try? fields.bool("icu_coach")
        tags = try fields.strings("icu_tags")
        timezone = try fields.string("timezone")
    }
}
