import CivilDates

extension Wellness: Decodable {
    /// Reads the record; its id is the day.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        let day: LocalDateTime = try fields.required("id") { try fields.value($0) }
        self.init(date: day.date)
        ctl = try fields.double("ctl")
        atl = try fields.double("atl")
        rampRate = try fields.double("rampRate")
        ctlLoad = try fields.double("ctlLoad")
        atlLoad = try fields.double("atlLoad")
        sportInfo = try fields.list("sportInfo")
    }
}

extension SportEstimate: Decodable {
    /// Reads the estimates; figures of 0 are unset.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(type: try fields.required("type", fields.string))
        eftp = try fields.positiveDouble("eftp")
        wPrime = try fields.positiveDouble("wPrime")
        pMax = try fields.positiveDouble("pMax")
    }
}
