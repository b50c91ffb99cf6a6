import FoundationEssentials

extension AthleteChanges: Codable {
    private enum CodingKeys: String, CodingKey {
        case athlete, name, plan, status, error, today, timezone, window, digest, generation, changes, kept, conflicts
        case locked, rails, totals
        case rosterID = "roster_id"
    }

    /// Writes the keys of the change set or the report, and what concerns the athlete beside them.
    public func encode(to encoder: any Encoder) throws {
        if let report {
            try report.encode(to: encoder)
        } else if let changes {
            try changes.encode(to: encoder)
        } else {
            try encodeNothing(to: encoder)
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(athlete, forKey: .rosterID)
        try container.encode(name, forKey: .name)
        try container.encode(status, forKey: .status)
        try container.encode(error, forKey: .error)
    }

    /// What nobody could find out is null, never a count of 0.
    private func encodeNothing(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(athlete, forKey: .athlete)
        try container.encode(plan, forKey: .plan)
        for key in [CodingKeys.today, .timezone, .window, .digest, .generation, .totals] {
            try container.encodeNil(forKey: key)
        }
        for key in [CodingKeys.changes, .kept, .conflicts, .locked, .rails] {
            try container.encode([Int](), forKey: key)
        }
    }

    /// Reads what `encode` wrote of a change set.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            athlete: try container.decode(String.self, forKey: .rosterID),
            name: try container.decodeIfPresent(String.self, forKey: .name),
            plan: try container.decode(String.self, forKey: .plan),
            status: try container.decode(Int.self, forKey: .status),
            error: try container.decodeIfPresent(String.self, forKey: .error))
        if try container.decodeIfPresent(String.self, forKey: .digest) != nil {
            changes = try ChangeSet(from: decoder)
        }
    }
}

extension SquadChanges: Codable {
    private enum CodingKeys: String, CodingKey {
        case athletes, totals
        case formatVersion = "format_version"
    }

    /// Writes every athlete, and the totals for readers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ChangeSet.formatVersion, forKey: .formatVersion)
        try container.encode(athletes, forKey: .athletes)
        try container.encode(totals, forKey: .totals)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try container.decode([AthleteChanges].self, forKey: .athletes))
    }

    /// The JSON of the whole squad, keys sorted, ending in a newline.
    public func json() throws -> String {
        try JSONText.of(self)
    }

    /// Reads the JSON of a squad's change sets; another major version is refused.
    public init(json: String) throws(ChangeSet.ReadingError) {
        do {
            let version = try JSONDecoder().decode(SquadVersion.self, from: Data(json.utf8)).formatVersion
            guard version.split(separator: ".").first == ChangeSet.formatVersion.split(separator: ".").first else {
                throw ChangeSet.ReadingError.unknownVersion(version)
            }
            self = try JSONDecoder().decode(SquadChanges.self, from: Data(json.utf8))
        } catch let error as ChangeSet.ReadingError {
            throw error
        } catch {
            throw .malformed(JSONText.explanation(of: error))
        }
    }
}

private struct SquadVersion: Decodable {
    let formatVersion: String

    enum CodingKeys: String, CodingKey {
        case formatVersion = "format_version"
    }
}
