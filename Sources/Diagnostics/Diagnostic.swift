/// How much a diagnostic matters.
public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The files can't be used as they are.
    case error
    /// Usable, but probably not what was meant.
    case warning
    /// Worth knowing.
    case note
}

/// One finding about a file: what, how bad, and where.
public struct Diagnostic: Hashable, Sendable {
    /// More about a diagnostic, with a place of its own if it has one.
    public struct Note: Hashable, Sendable {
        /// What the note says.
        public var message: String
        /// Where it points, if anywhere.
        public var range: SourceRange?

        /// Makes a note.
        public init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    /// The stable name of the rule, such as `unknown-key`.
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// One sentence for people, with a way out where there is one.
    public var message: String
    /// Where it is; nil when it concerns no single place.
    public var range: SourceRange?
    /// Further places and hints.
    public var notes: [Note]
    /// The limit that was passed, in the rule's own unit.
    public var limit: Double?
    /// The value that passed it, in the same unit.
    public var value: Double?

    /// Makes a diagnostic.
    public init(
        _ id: String, _ severity: Severity, _ message: String, at range: SourceRange?,
        notes: [Note] = [], limit: Double? = nil, value: Double? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.limit = limit
        self.value = value
    }

    /// Makes an error.
    public init(
        _ id: String, _ message: String, at range: SourceRange?,
        notes: [Note] = [], limit: Double? = nil, value: Double? = nil
    ) {
        self.init(id, .error, message, at: range, notes: notes, limit: limit, value: value)
    }
}

extension Sequence where Element == Diagnostic {
    /// Whether any of them is an error.
    public var hasErrors: Bool {
        contains { $0.severity == .error }
    }

    /// The diagnostics in the order of `files`, then by line, column and id; those without a place come first.
    public func sorted(byFiles files: [String]) -> [Diagnostic] {
        let rank = Dictionary(
            files.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        func key(_ item: Diagnostic) -> (Int, Int, Int, String) {
            guard let range = item.range else { return (0, 0, 0, item.id) }
            return (rank[range.file] ?? files.count + 1, range.start.line, range.start.column, item.id)
        }
        return enumerated().sorted {
            let (left, right) = (key($0.element), key($1.element))
            return left != right ? left < right : $0.offset < $1.offset
        }.map(\.element)
    }
}
