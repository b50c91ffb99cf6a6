import FoundationEssentials

extension Diagnostic: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, severity, message, file, line, column, notes, limit, value
        case endLine = "end_line"
        case endColumn = "end_column"
    }

    /// Writes every key; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(id, forKey: .id)
        try object.encode(severity.rawValue, forKey: .severity)
        try object.encode(message, forKey: .message)
        try object.encode(range?.file, forKey: .file)
        try object.encode(range?.start.line, forKey: .line)
        try object.encode(range?.start.column, forKey: .column)
        try object.encode(range?.end.line, forKey: .endLine)
        try object.encode(range?.end.column, forKey: .endColumn)
        try object.encode(notes, forKey: .notes)
        try object.encode(limit.flatMap { $0.isFinite ? $0 : nil }, forKey: .limit)
        try object.encode(value.flatMap { $0.isFinite ? $0 : nil }, forKey: .value)
    }
}

extension Diagnostic.Note: Encodable {
    private enum CodingKeys: String, CodingKey {
        case message, file, line, column
    }

    /// Writes every key; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(message, forKey: .message)
        try object.encode(range?.file, forKey: .file)
        try object.encode(range?.start.line, forKey: .line)
        try object.encode(range?.start.column, forKey: .column)
    }
}

/// Prints diagnostics for scripts: `{"diagnostics": […]}` with sorted keys.
public struct JSONRenderer: Sendable {
    /// Makes the renderer.
    public init() {}

    /// All diagnostics in one value, with a line break at its end.
    public func render(_ diagnostics: some Sequence<Diagnostic>) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(["diagnostics": Array(diagnostics)])
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
