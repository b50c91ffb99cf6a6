/// A JSON value whose keys keep their order.
indirect enum JSON: Sendable {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// The object with more keys at its end.
    func adding(_ entries: [(key: String, value: JSON)]) -> JSON {
        if case .object(let own) = self { .object(own + entries) } else { self }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}

extension JSON {
    /// The value as indented text.
    var text: String {
        var result = ""
        write(to: &result, indent: "")
        return result + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let value): text += JSON.literal(value)
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let value): text += plain(value)
        case .array(let items):
            JSON.write(items.map { ("", $0) }, brackets: ("[", "]"), to: &text, indent: indent)
        case .object(let entries):
            let lines = entries.map { (JSON.literal($0.key) + ": ", $0.value) }
            JSON.write(lines, brackets: ("{", "}"), to: &text, indent: indent)
        }
    }

    private static func write(
        _ lines: [(String, JSON)], brackets: (String, String), to text: inout String, indent: String
    ) {
        text += brackets.0
        for (index, line) in lines.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + indent + "  " + line.0
            line.1.write(to: &text, indent: indent + "  ")
        }
        text += (lines.isEmpty ? "" : "\n" + indent) + brackets.1
    }

    private static func literal(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// A number without a needless fraction: `4`, not `4.0`.
func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}
