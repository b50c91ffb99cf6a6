extension JSONValue {
    /// The value as indented text with sorted keys and a newline at the end; the same value gives the same bytes.
    ///
    /// Written here rather than by a coder: a plan of a year is some ten thousand values, and coders look each one's type
    /// up at run time.
    public var text: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    /// Writes the value; `indent` is the line end with the blanks before a line at this depth.
    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += value.description
        case .number(let value): text += value.isFinite ? value.description : "null"
        case .string(let value): JSONValue.quote(value, to: &text)
        case .array(let values):
            JSONValue.write(values, in: ("[", "]"), to: &text, indent: indent) { value, text, inner in
                value.write(to: &text, indent: inner)
            }
        case .object(let values):
            let entries = values.sorted { $0.key < $1.key }
            JSONValue.write(entries, in: ("{", "}"), to: &text, indent: indent) { entry, text, inner in
                JSONValue.quote(entry.key, to: &text)
                text += " : "
                entry.value.write(to: &text, indent: inner)
            }
        }
    }

    /// Writes items one a line between brackets.
    private static func write<Item>(
        _ items: [Item], in brackets: (String, String), to text: inout String, indent: String,
        _ write: (Item, inout String, String) -> Void
    ) {
        let inner = indent + "  "
        text += brackets.0
        for (index, item) in items.enumerated() {
            text += index == 0 ? inner : "," + inner
            write(item, &text, inner)
        }
        // An empty list or map is an empty line, as Foundation's writer has it.
        text += (items.isEmpty ? "\n" : "") + indent + brackets.1
    }

    /// Writes the text in quotes; only what JSON demands is escaped.
    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            text += value
        } else {
            for scalar in value.unicodeScalars { text += escaped(scalar) }
        }
        text += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\u{8}": return "\\b"
        case "\u{C}": return "\\f"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case _ where scalar.value < 0x20:
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: return String(scalar)
        }
    }
}
