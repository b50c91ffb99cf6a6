import Diagnostics
import YAML

extension Format where Value == Bool {
    /// `true` or `false`, nothing else.
    static var boolean: Format {
        .scalar(.badBoolean, "`true` or `false`", schema: ["type": "boolean"]) { scalar in
            switch (scalar.text, scalar.isQuoted) {
            case ("true", false): .value(true)
            case ("false", false): .value(false)
            case ("true", true), ("false", true): .malformed(hint: "in quotes it is text: write \(scalar.text)")
            default: .malformed(hint: hint(for: scalar.text.lowercased()))
            }
        }
    }

    private static func hint(for word: String) -> String? {
        if ["no", "off", "false", "n", "0"].contains(word) { return "write false" }
        if ["yes", "on", "true", "y", "1"].contains(word) { return "write true" }
        return nil
    }
}
