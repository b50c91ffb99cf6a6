public import CalendarDiff
import FoundationEssentials

/// One line of the journal: what a run is about to do, or what came of it.
public struct JournalLine: Hashable, Sendable, Codable {
    /// What the line says.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// A run begins to write.
        case begin
        /// One event is about to be written.
        case intent
        /// It was written.
        case done
        /// It was not. Where nobody knows, no line says so.
        case failed
        /// The run came to its end.
        case end
    }

    /// What the line says.
    public var kind: Kind
    /// The run.
    public var apply: String

    /// The moment, in UTC.
    public var at: String?
    /// The command, such as `apply` or `undo`.
    public var command: String?
    /// The plan's id.
    public var plan: String?
    /// The athlete's id.
    public var athlete: String?
    /// The plan file, as it was named.
    public var file: String?
    /// The plan's digest.
    public var digest: String?
    /// The generation that the run began with.
    public var generation: Int?
    /// The days that were read.
    public var window: ChangeSet.Window?
    /// The run that this one takes back.
    public var undoes: String?

    /// The event's key.
    public var key: String?
    /// What is done to it.
    public var action: Change.Action?
    /// The service's number of it.
    public var eventID: Int?
    /// Its marker after the write.
    public var marker: String?
    /// How it was.
    public var before: EventImage?
    /// What is written.
    public var after: [EventField: FieldValue]?
    /// Why it was not written.
    public var error: String?

    /// How the run ended.
    public var status: Int?

    private enum CodingKeys: String, CodingKey {
        case kind, apply, at, command, plan, athlete, file, digest, generation, window, undoes, key, action
        case eventID = "event_id"
        case marker = "external_id"
        case before, after, error, status
    }

    /// A line that says nothing more yet.
    public init(_ kind: Kind, _ apply: String) {
        self.kind = kind
        self.apply = apply
    }

    /// The begin of a run.
    public static func begin(
        _ apply: String, at moment: String, command: String, undoes: String? = nil, _ changes: ChangeSet
    ) -> JournalLine {
        var line = JournalLine(.begin, apply)
        line.at = moment
        line.command = command
        line.plan = changes.plan
        line.athlete = changes.athlete
        line.file = changes.file
        line.digest = changes.planDigest
        line.generation = changes.generation
        line.window = changes.window
        line.undoes = undoes
        return line
    }

    /// The end of a run.
    public static func end(_ apply: String, status: Int) -> JournalLine {
        var line = JournalLine(.end, apply)
        line.status = status
        return line
    }

    static func intent(_ apply: String, _ change: Change, before event: LiveEvent?) -> JournalLine {
        var line = JournalLine(.intent, apply)
        line.key = change.key
        line.action = change.action
        line.eventID = change.eventID
        line.marker = change.marker
        line.before = event.map(EventImage.init)
        line.after = change.action == .delete ? nil : change.fields.compactMapValues(\.after)
        return line
    }

    /// What became of a change; nil where that is not known yet.
    static func outcome(_ apply: String, _ change: Change) -> JournalLine? {
        guard let result = change.result, result != .skipped else { return nil }
        var line = JournalLine(result == .done ? .done : .failed, apply)
        line.key = change.key
        line.action = change.action
        line.eventID = change.eventID
        line.error = change.error
        return line
    }

    /// The line as JSON, keys sorted, ending in a newline.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// Reads a line; nil for what a machine that lost its power left half written.
    init?(json: some StringProtocol) {
        guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(json.utf8)) else { return nil }
        self = line
    }
}
