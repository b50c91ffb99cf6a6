/// Prints diagnostics for people: `path:line:column: error: message [rule-id]`, the source line and a caret under it.
public struct TextRenderer: Sendable {
    private let lines: [String: SourceLines]
    private let isColoured: Bool
    /// The most columns of a source line that are shown.
    private let width: Int

    /// Prints with the lines of `sources`; a diagnostic about another file has no source line.
    public init(sources: [SourceFile], isColoured: Bool = false, width: Int = 120) {
        lines = Dictionary(sources.map { ($0.path, SourceLines($0)) }, uniquingKeysWith: { first, _ in first })
        self.isColoured = isColoured
        self.width = max(width, 20)
    }

    /// All diagnostics, each with a line break at its end.
    public func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.map(render).joined()
    }

    /// One diagnostic with its notes.
    public func render(_ diagnostic: Diagnostic) -> String {
        let head = headline(diagnostic.severity, diagnostic.message, at: diagnostic.range)
        let id = coloured(" [\(diagnostic.id)]", .faint)
        return head + id + "\n" + excerpt(of: diagnostic.range)
            + diagnostic.notes.map { headline(.note, $0.message, at: $0.range) + "\n" }.joined()
    }

    private func headline(_ severity: Severity, _ message: String, at range: SourceRange?) -> String {
        let place = range.map { coloured("\($0.file):\($0.start.line):\($0.start.column): ".safeForTerminals, .bold) }
        return (place ?? "") + coloured("\(severity.rawValue): ", severity.colour) + message.safeForTerminals
    }

    private func excerpt(of range: SourceRange?) -> String {
        guard let range, let text = lines[range.file]?.text(of: range.start.line) else { return "" }
        // A range over several lines is marked to the end of its first.
        let end = range.end.line > range.start.line ? text.unicodeScalars.count + 1 : range.end.column
        let excerpt = SourceExcerpt(
            text, columns: range.start.column..<max(range.start.column, end), width: width)
        return "\(excerpt.line)\n\(coloured(excerpt.caret, .green))\n"
    }

    private func coloured(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The codes of SGR, "select graphic rendition" (ECMA-48).
private enum Colour: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case blue = "1;34"
}

extension Severity {
    fileprivate var colour: Colour {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }
}
