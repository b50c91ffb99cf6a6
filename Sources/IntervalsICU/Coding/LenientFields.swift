/// Reads an object the way the service writes one: numbers as whole or broken, ids as text or number, null for nothing.
///
/// What is neither the type nor a usual stand-in for it is an error that names the place.
struct LenientFields {
    private let container: KeyedDecodingContainer<FieldName>

    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: FieldName.self)
    }

    /// Whether the object has the field, be it null.
    func has(_ name: String) -> Bool {
        container.contains(FieldName(name))
    }

    /// The field decoded by its own rules; nil where it is null or absent.
    func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value? {
        try container.decodeIfPresent(type, forKey: FieldName(name))
    }

    /// The list; empty where it is null or absent.
    func list<Element: Decodable>(_ name: String, of type: Element.Type = Element.self) throws -> [Element] {
        try value(name, as: [Element].self) ?? []
    }

    func double(_ name: String) throws -> Double? {
        try value(name, as: LenientNumber.self)?.value
    }

    /// The number rounded to a whole one.
    func int(_ name: String) throws -> Int? {
        try value(name, as: LenientNumber.self)?.whole
    }

    /// The number, nil where it is 0: for figures that are never 0 when they are set.
    func positiveDouble(_ name: String) throws -> Double? {
        try double(name).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The whole number, nil where it is 0: for figures that are never 0 when they are set.
    func positiveInt(_ name: String) throws -> Int? {
        try int(name).flatMap { $0 > 0 ? $0 : nil }
    }

    func numbers(_ name: String) throws -> [Double] {
        try list(name, of: LenientNumber.self).map(\.value)
    }

    func wholeNumbers(_ name: String) throws -> [Int] {
        try list(name, of: LenientNumber.self).map(\.whole)
    }

    func string(_ name: String) throws -> String? {
        try value(name, as: LenientText.self)?.value
    }

    func strings(_ name: String) throws -> [String] {
        try list(name, of: LenientText.self).map(\.value)
    }

    func bool(_ name: String) throws -> Bool? {
        try value(name, as: LenientFlag.self)?.value
    }

    /// The value, or an error that says which field is missing.
    func required<Value>(_ name: String, _ read: (String) throws -> Value?) throws -> Value {
        guard let value = try read(name) else {
            throw DecodingError.keyNotFound(
                FieldName(name), .init(codingPath: container.codingPath, debugDescription: "the field is missing"))
        }
        return value
    }
}

/// The name of a field as the service writes it.
struct FieldName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

/// A number, written as one or as text.
private struct LenientNumber: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let number = try? single.decode(Double.self) {
            value = number
        } else if let text = try? single.decode(String.self), let number = Double(text), number.isFinite {
            value = number
        } else {
            throw DecodingError.typeMismatch(
                Double.self, .init(codingPath: decoder.codingPath, debugDescription: "not a number"))
        }
    }

    /// The nearest whole number, held to what an integer can be.
    var whole: Int { Int(min(9e15, max(-9e15, value.rounded()))) }
}

/// A text, or a number where an id is written as one.
private struct LenientText: Decodable {
    let value: String

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) {
            value = text
        } else if let number = try? single.decode(Int.self) {
            value = String(number)
        } else {
            throw DecodingError.typeMismatch(
                String.self, .init(codingPath: decoder.codingPath, debugDescription: "not a text"))
        }
    }
}

/// A truth value, or 0 or 1.
private struct LenientFlag: Decodable {
    let value: Bool

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let flag = try? single.decode(Bool.self) {
            value = flag
        } else if let number = try? single.decode(Double.self), number == 0 || number == 1 {
            value = number == 1
        } else {
            throw DecodingError.typeMismatch(
                Bool.self, .init(codingPath: decoder.codingPath, debugDescription: "neither true nor false"))
        }
    }
}
