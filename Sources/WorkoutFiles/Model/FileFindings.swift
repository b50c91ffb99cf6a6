import Diagnostics

/// The findings about one file, a handful of each kind at most.
struct FileFindings {
    let path: String
    private var diagnostics: [Diagnostic] = []
    private var counts: [FileRule: Int] = [:]

    /// Beyond this many findings of one kind only their count is told.
    private static let most = 20

    init(path: String) {
        self.path = path
    }

    /// All findings, with a closing note for each kind that had too many.
    var all: [Diagnostic] {
        let rest = FileRule.allCases.compactMap { rule -> Diagnostic? in
            guard let count = counts[rule], count > Self.most else { return nil }
            return Diagnostic(rule.rawValue, .note, "\(count - Self.most) more of this kind", at: start)
        }
        return diagnostics + rest
    }

    /// Whether nothing can come of the file.
    var hasErrors: Bool { diagnostics.hasErrors }

    /// The file as a whole.
    var start: SourceRange {
        let first = SourcePosition(line: 1, column: 1)
        return SourceRange(file: path, start: first, end: first)
    }

    /// Adds an error.
    mutating func fault(_ rule: FileRule, _ message: String, at range: SourceRange? = nil) {
        add(rule, .error, message, at: range)
    }

    /// Adds a warning.
    mutating func warn(_ rule: FileRule, _ message: String, at range: SourceRange? = nil) {
        add(rule, .warning, message, at: range)
    }

    /// Adds a note.
    mutating func note(_ rule: FileRule, _ message: String, at range: SourceRange? = nil) {
        add(rule, .note, message, at: range)
    }

    private mutating func add(_ rule: FileRule, _ severity: Severity, _ message: String, at range: SourceRange?) {
        counts[rule, default: 0] += 1
        // An error is never dropped where it is the first one.
        guard counts[rule, default: 0] <= Self.most || severity == .error && !hasErrors else { return }
        diagnostics.append(Diagnostic(rule.rawValue, severity, message, at: range ?? start))
    }
}
