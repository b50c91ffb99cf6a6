/// A JSON value; integers stay apart from other numbers, as the service writes them apart.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// A number in single precision, which is printed with as few digits as tell it from its neighbours.
    static func float(_ value: Float) -> JSONValue {
        Double("\(value)").map(JSONValue.number) ?? .null
    }

    /// The integer, also where it was written with a point.
    var asInteger: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The number of either kind.
    var asDouble: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The string.
    var asText: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// The truth value.
    var asBool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The members.
    var asList: [JSONValue]? {
        if case .list(let value) = self { value } else { nil }
    }

    /// The members by name.
    var asObject: [String: JSONValue]? {
        if case .object(let value) = self { value } else { nil }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
