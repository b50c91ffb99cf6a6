extension ApplyReport: Encodable {
    private enum CodingKeys: String, CodingKey {
        case requests, warnings, failure, status
        case readBack = "read_back"
        case applyID = "apply_id"
    }

    /// Writes the keys of the change set, and how it went beside them.
    public func encode(to encoder: any Encoder) throws {
        try changes.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        let none = ["GET": 0, "POST": 0, "PUT": 0, "DELETE": 0]
        try container.encode(none.merging(requests) { $1 }, forKey: .requests)
        try container.encode(readBack, forKey: .readBack)
        try container.encode(applyID, forKey: .applyID)
        try container.encode(warnings, forKey: .warnings)
        try container.encode(failure, forKey: .failure)
        try container.encode(exitStatus, forKey: .status)
    }

    /// The JSON of the report, keys sorted, ending in a newline.
    public func json() throws -> String {
        try JSONText.of(self)
    }
}

extension ReadBackDifference: Encodable {
    private enum CodingKeys: String, CodingKey {
        case key, planned, service
        case figure = "field"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(figure, forKey: .figure)
        try container.encode(planned, forKey: .planned)
        try container.encode(service, forKey: .service)
    }
}
