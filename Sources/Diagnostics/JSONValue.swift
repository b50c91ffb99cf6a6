/// A JSON value as a tree, for output whose absent values are null and never left out.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The text, or null.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    /// The whole number, or null.
    public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

    /// The truth value, or null.
    public init(_ value: Bool?) { self = value.map(JSONValue.bool) ?? .null }

    /// The number rounded to so many decimals, or null; null too where it is no number.
    public init(_ number: Double?, decimals: Int) {
        guard let number, number.isFinite else {
            self = .null
            return
        }
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let rounded = (number * scale).rounded(.toNearestOrAwayFromZero) / scale
        self = rounded == rounded.rounded() && abs(rounded) < 1e15 ? .integer(Int(rounded)) : .number(rounded)
    }

    /// One value for each element.
    public init<Items: Sequence>(_ items: Items, _ value: (Items.Element) -> JSONValue) {
        self = .array(items.map(value))
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    /// Makes an object.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }

    /// Makes an array.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Makes a string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}
