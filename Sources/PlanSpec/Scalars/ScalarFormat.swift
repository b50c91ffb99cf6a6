import Diagnostics
import YAML

/// What became of a scalar's text.
enum Parsed<Value> {
    /// It was read.
    case value(Value)
    /// It isn't written as it must be; the hint says what would be right.
    case malformed(hint: String?)
    /// It is none of the words that its key takes.
    case unknown(among: [String])
    /// It is beyond what its key takes, which the text says.
    case outside(String)
    /// A fault with a rule and a message of its own.
    case fault(PlanRule, message: String)
}

extension Format {
    /// A format that reads a scalar.
    ///
    /// - Parameters:
    ///   - rule: the fault of a text that isn't written as it must be.
    ///   - expected: what the key takes, for messages.
    static func scalar(
        _ rule: PlanRule, _ expected: String, schema: JSONValue, parse: @escaping @Sendable (Scalar) -> Parsed<Value>
    ) -> Format {
        Format(.scalar(schema)) { node, reading in
            guard let scalar = node.scalar else {
                reading.refuse(node, .wrongType, takes: expected)
                return nil
            }
            switch parse(scalar) {
            case .value(let value): return value
            case .malformed(let hint): reading.refuse(node, rule, takes: expected, hint: hint)
            case .unknown(let words):
                reading.refuse(node, rule, takes: expected, hint: reading.guess(scalar.text, among: words))
            case .outside(let bounds): reading.refuse(node, .outOfRange, takes: bounds)
            case .fault(let rule, let message): reading.fault(rule, message, at: node.range)
            }
            return nil
        }
    }
}

extension Scalar {
    /// Whether it is in quotes or a block, and so text whatever it looks like.
    var isQuoted: Bool { style != .plain }
}

extension String {
    /// Whether there are only digits, and at least one.
    var isDigits: Bool {
        !utf8.isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// A whole number of digits; what doesn't fit becomes a billion, which is beyond every range.
func wholeNumber(_ digits: some StringProtocol) -> Int {
    digits.utf8.count > 9 ? 1_000_000_000 : Int(digits) ?? 1_000_000_000
}
