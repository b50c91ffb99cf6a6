/// Answers as comma-separated values.
enum Table {
    /// The columns of a list of events: everything but objects and lists.
    private static let eventColumns = RecordShape.event.fields.compactMap { field -> String? in
        switch field.kind {
        case .object, .list, .texts, .choices, .numbers: nil
        default: field.name
        }
    }

    /// Events, one a line, under a line of names.
    static func events(_ rows: [JSONValue]) -> String {
        text(rows, columns: eventColumns)
    }

    /// Rows under a line of names.
    static func text(_ rows: [JSONValue], columns: [String]) -> String {
        let lines = rows.map { row in
            columns.map { cell(row.asObject?[$0] ?? .null) }.joined(separator: ",")
        }
        return ([columns.joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .text(let text):
            let isPlain = !text.contains { [",", "\"", "\n", "\r", "\r\n"].contains($0) }
            return isPlain
                ? text
                : "\""
                    + text.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"") + "\""
        default: return String(decoding: value.bytes, as: UTF8.self)
        }
    }
}
