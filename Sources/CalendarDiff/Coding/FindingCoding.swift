import CivilDates

extension KeptEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, why, fields
        case eventID = "event_id"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(why, forKey: .why)
        try container.encode(fields, forKey: .fields)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key),
            eventID: try container.decodeIfPresent(Int.self, forKey: .eventID),
            why: try container.decode(Why.self, forKey: .why),
            fields: try container.decode(FieldTable.self, forKey: .fields).fields)
    }
}

extension Conflict: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, field, live, desired
        case eventID = "event_id"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(field, forKey: .field)
        try container.encode(live, forKey: .live)
        try container.encode(desired, forKey: .desired)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        field = try container.decode(EventField.self, forKey: .field)
        let isDistance = field == .distance
        func value(_ key: CodingKeys) throws -> FieldValue? {
            let value = try container.decodeIfPresent(FieldValue.self, forKey: key)
            return isDistance ? value?.asMetres : value
        }
        key = try container.decode(String.self, forKey: .key)
        eventID = try container.decode(Int.self, forKey: .eventID)
        live = try value(.live)
        desired = try value(.desired)
    }
}

extension LockedEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, date, why
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(date: date, forKey: .date)
        try container.encode(why, forKey: .why)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key), date: try container.date(forKey: .date),
            why: try container.decode(Why.self, forKey: .why))
    }
}

extension CopiedEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, date
        case eventID = "event_id"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(date: date, forKey: .date)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key),
            eventID: try container.decode(Int.self, forKey: .eventID), date: try container.date(forKey: .date))
    }
}

extension Standin: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, date, name, why
        case eventID = "event_id"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(date: date, forKey: .date)
        try container.encode(name, forKey: .name)
        try container.encode(why, forKey: .why)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key),
            eventID: try container.decode(Int.self, forKey: .eventID), date: try container.date(forKey: .date),
            name: try container.decode(String.self, forKey: .name), why: try container.decode(Why.self, forKey: .why))
    }
}
