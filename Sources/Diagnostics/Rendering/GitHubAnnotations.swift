/// Prints diagnostics as GitHub's workflow commands, which mark the lines of a pull request.
public struct GitHubAnnotations: Sendable {
    /// Makes the renderer.
    public init() {}

    /// All diagnostics, one a line.
    public func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.map { render($0) + "\n" }.joined()
    }

    /// One diagnostic; its notes stand behind its message.
    public func render(_ diagnostic: Diagnostic) -> String {
        let properties = properties(of: diagnostic.range) + [("title", diagnostic.id)]
        let list = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
        let lines = [diagnostic.message] + diagnostic.notes.map(text)
        return "::\(diagnostic.severity.command) \(list)::\(escaped(lines.joined(separator: "\n")))"
    }

    /// GitHub takes columns only in an annotation of one line.
    private func properties(of range: SourceRange?) -> [(String, String)] {
        guard let range else { return [] }
        let place = [("file", range.file), ("line", "\(range.start.line)"), ("endLine", "\(range.end.line)")]
        guard range.start.line == range.end.line else { return place }
        return place + [("col", "\(range.start.column)"), ("endColumn", "\(range.end.column)")]
    }

    private func text(of note: Diagnostic.Note) -> String {
        guard let range = note.range else { return "note: \(note.message)" }
        return "\(range.file):\(range.start.line):\(range.start.column): note: \(note.message)"
    }

    private func escaped(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    private func escapedProperty(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }
}

extension Severity {
    /// The name of the workflow command.
    fileprivate var command: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }
}
