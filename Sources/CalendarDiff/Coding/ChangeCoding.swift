import CivilDates

extension Change: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, action, reason, date, name, category, type, fields, expect, source, result, error
        case eventID = "event_id"
        case time
        case lastDate = "end_date"
        case forWeek = "for_week"
        case marker = "external_id"
        case besideCopy = "beside_copy"
        case movedFrom = "moved_from"
    }

    private struct Expectation: Codable {
        let fingerprint: String
    }

    /// Writes every key, how it went only where that is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(action, forKey: .action)
        try container.encode(reason, forKey: .reason)
        try container.encode(date: date, forKey: .date)
        try container.encode(lastDate?.description, forKey: .lastDate)
        try container.encode(time?.description, forKey: .time)
        try container.encode(name, forKey: .name)
        try container.encode(category, forKey: .category)
        try container.encode(type, forKey: .type)
        try container.encode(forWeek, forKey: .forWeek)
        try container.encode(marker, forKey: .marker)
        try container.encode(besideCopy, forKey: .besideCopy)
        try container.encode(movedFrom, forKey: .movedFrom)
        try container.encode(fields, forKey: .fields)
        try container.encode(fingerprint.map(Expectation.init), forKey: .expect)
        try container.encode(source, forKey: .source)
        guard let result else { return }
        try container.encode(result, forKey: .result)
        try container.encode(error, forKey: .error)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key),
            eventID: try container.decodeIfPresent(Int.self, forKey: .eventID),
            action: try container.decode(Action.self, forKey: .action),
            reason: try container.decode(Reason.self, forKey: .reason),
            date: try container.date(forKey: .date),
            lastDate: try container.decodeIfPresent(String.self, forKey: .lastDate).flatMap { CivilDate($0) },
            time: try container.decodeIfPresent(String.self, forKey: .time).flatMap { ClockTime($0) },
            name: try container.decode(String.self, forKey: .name),
            category: try container.decode(String.self, forKey: .category),
            type: try container.decodeIfPresent(String.self, forKey: .type),
            forWeek: try container.decodeIfPresent(Bool.self, forKey: .forWeek) ?? false,
            marker: try container.decodeIfPresent(String.self, forKey: .marker),
            movedFrom: try container.decodeIfPresent(String.self, forKey: .movedFrom),
            besideCopy: try container.decodeIfPresent(Bool.self, forKey: .besideCopy) ?? false,
            fields: try container.decode(FieldTable.self, forKey: .fields).fields,
            fingerprint: try container.decodeIfPresent(Expectation.self, forKey: .expect)?.fingerprint,
            source: try container.decodeIfPresent(String.self, forKey: .source),
            result: try container.decodeIfPresent(Result.self, forKey: .result),
            error: try container.decodeIfPresent(String.self, forKey: .error))
    }
}

/// Fields by name; a distance in whole metres is read as metres again.
struct FieldTable: Decodable {
    let fields: [EventField: FieldChange]

    init(from decoder: any Decoder) throws {
        var fields = try [EventField: FieldChange](from: decoder)
        if let distance = fields[.distance] {
            fields[.distance] = FieldChange(
                before: distance.before?.asMetres, after: distance.after?.asMetres, base: distance.base)
        }
        self.fields = fields
    }
}

extension FieldChange: Codable {
    private enum CodingKeys: String, CodingKey {
        case before, after, base
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(base, forKey: .base)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            before: try container.decodeIfPresent(FieldValue.self, forKey: .before),
            after: try container.decodeIfPresent(FieldValue.self, forKey: .after),
            base: try container.decode(Base.self, forKey: .base))
    }
}

extension FieldValue: Codable {
    /// Writes the bare value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .metres(let metres): try container.encode(metres)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        }
    }

    /// Reads a bare value; a whole number of metres comes as a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let metres = try? container.decode(Double.self) {
            self = .metres(metres)
        } else if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// The same figure as metres.
    var asMetres: FieldValue {
        if case .number(let number) = self { .metres(Double(number)) } else { self }
    }
}
