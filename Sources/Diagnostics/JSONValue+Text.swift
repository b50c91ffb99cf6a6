extension JSONValue {
    /// The value as indented text with sorted keys and a newline at the end; the same value gives the same bytes.
    ///
    /// Written here rather than by a coder: a plan of a year is some ten thousand values, and coders look each one's type
    /// up at run time.
    public var text: String {
        var writer = JSONWriter()
        writer.write(self, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
}

/// The bytes of a value, two blanks a level.
private struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .integer(let value): append(value.description)
        case .number(let value): append(value.isFinite ? value.description : "null")
        case .string(let value): quote(value)
        case .array(let values):
            open("[")
            for (index, value) in values.enumerated() {
                startLine(depth + 1, isFirst: index == 0)
                write(value, depth: depth + 1)
            }
            close("]", depth, isEmpty: values.isEmpty)
        case .object(let values):
            open("{")
            for (index, entry) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                startLine(depth + 1, isFirst: index == 0)
                quote(entry.key)
                append(" : ")
                write(entry.value, depth: depth + 1)
            }
            close("}", depth, isEmpty: values.isEmpty)
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
    }

    /// An empty list or map is an empty line, as Foundation's writer has it.
    private mutating func close(_ bracket: Unicode.Scalar, _ depth: Int, isEmpty: Bool) {
        if isEmpty { bytes.append(UInt8(ascii: "\n")) }
        startLine(depth, isFirst: true)
        bytes.append(UInt8(ascii: bracket))
    }

    private mutating func startLine(_ depth: Int, isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    /// Writes the text in quotes; only what JSON demands is escaped.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ JSONWriter.escape($0) == nil }) {
            append(text)
        } else {
            for byte in text.utf8 {
                if let escape = JSONWriter.escape(byte) { append(escape) } else { bytes.append(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What stands for a byte that may not stand in quotes; bytes beyond ASCII may.
    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x20...: nil
        case 0x08: "\\b"
        case 0x0C: "\\f"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\t"): "\\t"
        default: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
