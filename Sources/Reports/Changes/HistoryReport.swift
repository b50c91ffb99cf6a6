import FoundationEssentials

/// The runs that wrote to calendars, as text and JSON.
public struct HistoryReport: Sendable {
    /// One run.
    public struct Entry: Sendable, Encodable {
        let id: String
        let at: String?
        let command: String
        let plan: String
        let athlete: String
        let digest: String?
        let generation: Int?
        let undoes: String?
        let created: Int
        let updated: Int
        let deleted: Int
        let failed: Int
        let unknown: Int
        let status: Int?

        private enum CodingKeys: String, CodingKey {
            case id, at, command, plan, athlete, digest, generation, undoes, created, updated, deleted, failed, unknown
            case status
        }

        /// A run; `unknown` counts writes whose end it did not live to learn, `status` is nil where it did not end.
        public init(
            id: String, at: String?, command: String, plan: String, athlete: String, digest: String?, generation: Int?,
            undoes: String?, created: Int, updated: Int, deleted: Int, failed: Int, unknown: Int, status: Int?
        ) {
            self.id = id
            self.at = at
            self.command = command
            self.plan = plan
            self.athlete = athlete
            self.digest = digest
            self.generation = generation
            self.undoes = undoes
            self.created = created
            self.updated = updated
            self.deleted = deleted
            self.failed = failed
            self.unknown = unknown
            self.status = status
        }

        /// Writes every key, absent values as null.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(at, forKey: .at)
            try container.encode(command, forKey: .command)
            try container.encode(plan, forKey: .plan)
            try container.encode(athlete, forKey: .athlete)
            try container.encode(digest, forKey: .digest)
            try container.encode(generation, forKey: .generation)
            try container.encode(undoes, forKey: .undoes)
            try container.encode(created, forKey: .created)
            try container.encode(updated, forKey: .updated)
            try container.encode(deleted, forKey: .deleted)
            try container.encode(failed, forKey: .failed)
            try container.encode(unknown, forKey: .unknown)
            try container.encode(status, forKey: .status)
        }
    }

    private let entries: [Entry]

    /// Makes the report of runs in their order.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A line a run, ending in a newline.
    public var text: String {
        guard !entries.isEmpty else { return "Nothing was applied from here yet.\n" }
        var table = TextTable(
            [.left, .left, .left, .left, .right, .right, .right, .left],
            heading: ["Apply", "Command", "Plan", "Athlete", "Added", "Changed", "Deleted", "Outcome"])
        for entry in entries {
            table.add([
                entry.id, entry.command, entry.plan, entry.athlete, "\(entry.created)", "\(entry.updated)",
                "\(entry.deleted)", outcome(entry),
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }

    /// The runs as JSON, keys sorted, ending in a newline.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(["applies": entries]), as: UTF8.self) + "\n"
    }

    private func outcome(_ entry: Entry) -> String {
        let undone = entry.undoes.map { "takes back \($0)" }
        let end =
            switch entry.status {
            case nil: "broke off"
            case 0?, 3?: undone == nil ? "done" : nil
            case let status?: "status \(status)"
            }
        return [undone, end, entry.failed > 0 ? "\(entry.failed) failed" : nil].compactMap(\.self).joined(
            separator: ", ")
    }
}
