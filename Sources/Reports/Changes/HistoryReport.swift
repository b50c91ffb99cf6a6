import Diagnostics

/// The runs that wrote to calendars, as text and JSON.
public struct HistoryReport: Sendable {
    /// One run.
    public struct Entry: Sendable {
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

        /// Every key, absent values as null.
        var json: JSONValue {
            [
                "id": .string(id), "at": JSONValue(at), "command": .string(command), "plan": .string(plan),
                "athlete": .string(athlete), "digest": JSONValue(digest), "generation": JSONValue(generation),
                "undoes": JSONValue(undoes), "created": .integer(created), "updated": .integer(updated),
                "deleted": .integer(deleted), "failed": .integer(failed), "unknown": .integer(unknown),
                "status": JSONValue(status),
            ]
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
    public var json: String {
        JSONValue.object(["applies": JSONValue(entries, \.json)]).text
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
