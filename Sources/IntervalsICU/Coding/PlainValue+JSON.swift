import FoundationEssentials

extension PlainValue: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let items = try? single.decode([PlainValue].self) {
            self = .list(items)
        } else {
            self = .object(try single.decode([String: PlainValue].self))
        }
    }

    /// Writes the bare value; a whole number without a point.
    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .null: try single.encodeNil()
        case .flag(let flag): try single.encode(flag)
        case .number(let number):
            if let whole = Int(exactly: number) { try single.encode(whole) } else { try single.encode(number) }
        case .text(let text): try single.encode(text)
        case .list(let items): try single.encode(items)
        case .object(let fields): try single.encode(fields)
        }
    }

    /// The value as JSON text, keys sorted.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// Reads JSON text; nil where it is none.
    public init?(json: String) {
        guard let value = try? JSONDecoder().decode(PlainValue.self, from: Data(json.utf8)) else { return nil }
        self = value
    }
}

/// A body with fields that it only carries along.
struct WholeEventBody: Encodable {
    let body: EventBody

    func encode(to encoder: any Encoder) throws {
        try body.encode(to: encoder)
        var container = encoder.container(keyedBy: FieldName.self)
        for (name, value) in body.unmanaged { try container.encode(value, forKey: FieldName(name)) }
    }
}
