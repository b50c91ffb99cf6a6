/// A JSON value as the service gave it, for what is shown or carried along rather than computed with.
public enum ServiceValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([ServiceValue])
    case object([String: ServiceValue])

    /// The field of an object; null where there is none.
    public subscript(name: String) -> ServiceValue {
        if case .object(let fields) = self { fields[name] ?? .null } else { .null }
    }

    /// Whether it says nothing that a new event would not have: null, false, 0, an empty text or list.
    public var isBlank: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .integer(let number): number == 0
        case .number(let number): number == 0
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let fields): fields.isEmpty
        }
    }

    /// The elements of a list; none for anything else.
    public var elements: [ServiceValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string, number or truth value; nil for anything else.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The number, rounded to a whole one; nil for anything else.
    public var integer: Int? {
        switch self {
        case .integer(let number): number
        case .number(let number): abs(number) < 9e15 ? Int(number.rounded()) : nil
        case .string(let text): Int(text)
        case .null, .bool, .array, .object: nil
        }
    }

    /// The number; nil for anything else.
    public var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .null, .bool, .string, .array, .object: nil
        }
    }
}
