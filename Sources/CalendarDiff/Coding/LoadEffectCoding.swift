import CivilDates

extension LoadEffect.Week: Codable {
    private enum CodingKeys: String, CodingKey {
        case start, before, after
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(date: start, forKey: .start)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            start: try container.date(forKey: .start), before: try container.decode(Int.self, forKey: .before),
            after: try container.decode(Int.self, forKey: .after))
    }
}

extension LoadEffect.Race: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, date, before, after
    }

    /// Writes every key; fitness with four decimals.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(date: date, forKey: .date)
        try container.encode((before * 10_000).rounded() / 10_000, forKey: .before)
        try container.encode((after * 10_000).rounded() / 10_000, forKey: .after)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try container.decode(String.self, forKey: .key), date: try container.date(forKey: .date),
            before: try container.decode(Double.self, forKey: .before),
            after: try container.decode(Double.self, forKey: .after))
    }
}

extension MoveProposal: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, to, date
        case eventID = "event_id"
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(eventID, forKey: .eventID)
        try container.encode(date: date, forKey: .date)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            from: try container.decode(String.self, forKey: .from), to: try container.decode(String.self, forKey: .to),
            eventID: try container.decode(Int.self, forKey: .eventID), date: try container.date(forKey: .date))
    }
}
