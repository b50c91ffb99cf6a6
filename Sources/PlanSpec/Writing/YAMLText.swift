/// A value as a plan, template or roster file writes it, which reads back as it was.
public enum YAMLText: Sendable {
    /// As it is: words and numbers of the plan language.
    case plain(String)
    /// Between double quotes, come what may.
    case quoted(String)
    /// One line of anybody's text.
    case text(String)
    /// Several lines of anybody's text.
    case block(String)

    /// What stands behind a key and its colon, lines below it indented.
    public func written(indent: String = "") -> String {
        switch self {
        case .plain(let text): text
        case .quoted(let text): YAMLText.doubleQuoted(text)
        case .text(let text): YAMLText.isPlain(text) ? text : YAMLText.doubleQuoted(text)
        case .block(let text): YAMLText.isBlock(text) ? YAMLText.literal(text, indent) : YAMLText.doubleQuoted(text)
        }
    }

    private static func literal(_ text: String, _ indent: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return "|\n" + lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    }

    /// Whether a literal block gives the text back: it ends in one line end, and its first line is not indented.
    private static func isBlock(_ text: String) -> Bool {
        guard text.hasSuffix("\n"), !text.hasSuffix("\n\n"), let first = text.unicodeScalars.first,
            !" \t\n".unicodeScalars.contains(first)
        else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    }

    /// Whether the text means itself without quotes: letters first, and nothing that YAML gives a meaning.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isAlphabetic, last != " ", last != ":"
        else { return false }
        let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        let scalars = Array(text.unicodeScalars)
        let isClear = scalars.indices.allSatisfy { index in
            let scalar = scalars[index]
            switch scalar {
            case ":": return index + 1 < scalars.count && scalars[index + 1] != " "
            case "#": return index > 0 && scalars[index - 1] != " "
            case ",", "[", "]", "{", "}", "\"", "'", "`": return false
            default: return isPrintable(scalar)
            }
        }
        return isClear && !words.contains(text.lowercased())
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: scalar.value >= 0x10000
        }
    }

    private static func doubleQuoted(_ text: String) -> String {
        let body = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": return "\\\""
            case "\\": return "\\\\"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            default:
                if isPrintable(scalar) { return String(scalar) }
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            }
        }
        return "\"" + body.joined() + "\""
    }
}
