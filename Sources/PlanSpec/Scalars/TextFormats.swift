import Diagnostics
import YAML

extension Format where Value == String {
    /// Text of any length.
    static var text: Format {
        .scalar(.emptyText, "text", schema: ["type": ["string", "number", "boolean"]]) { scalar in
            scalar.text.contains { !$0.isWhitespace } ? .value(scalar.text) : .malformed(hint: nil)
        }
    }

    /// Text of one line.
    static var line: Format {
        .scalar(.badName, "one line of text", schema: ["type": ["string", "number", "boolean"]]) { scalar in
            let isEmpty = scalar.text.allSatisfy(\.isWhitespace)
            return isEmpty || scalar.text.contains(where: \.isNewline) ? .malformed(hint: nil) : .value(scalar.text)
        }
    }

    /// An id: `[a-z0-9-]`, 1 to 24 characters. One that isn't is reported, and used so that more faults are found.
    static var id: Format {
        let expected = "an id of 1 to 24 characters from `a-z`, `0-9` and `-`"
        return recovering(.badID, expected, pattern: "^[a-z0-9-]{1,24}$") { text in
            (1...24).contains(text.utf8.count) && text.utf8.allSatisfy(isIdByte)
        }
    }

    /// The name of a template or parameter: letters, digits, `-` and `_`, 1 to 64 characters.
    static var symbol: Format {
        let expected = "a name of 1 to 64 letters, digits, `-` and `_`"
        return recovering(.badID, expected, pattern: symbolPattern) { text in
            (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isSymbolByte)
        }
    }

    /// What `symbol` takes, as a regular expression.
    static var symbolPattern: String { "^[A-Za-z0-9_-]{1,64}$" }

    /// An IANA zone such as `Europe/Rome`.
    static var timezone: Format {
        let schema: JSONValue = ["type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"]
        return .scalar(.badTimezone, "a zone such as `Europe/Rome`", schema: schema) { scalar in
            let parts = scalar.text.split(separator: "/", omittingEmptySubsequences: false)
            let areNames = parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { isSymbolByte($0) || $0 == UInt8(ascii: "+") }
            }
            let startsWell = scalar.text.first.map { $0.isASCII && $0.isLetter } ?? false
            return areNames && startsWell ? .value(scalar.text) : .malformed(hint: nil)
        }
    }

    private static func recovering(
        _ rule: PlanRule, _ expected: String, pattern: String, isGood: @escaping @Sendable (String) -> Bool
    ) -> Format {
        Format(.scalar(["type": ["string", "number"], "pattern": .string(pattern)])) { node, reading in
            guard let text = node.scalar?.text else {
                reading.refuse(node, .wrongType, takes: expected)
                return nil
            }
            if !isGood(text) { reading.refuse(node, rule, takes: expected) }
            return text
        }
    }

    private static func isIdByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isSymbolByte(_ byte: UInt8) -> Bool {
        isIdByte(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
    }
}
