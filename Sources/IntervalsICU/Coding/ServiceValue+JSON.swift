import FoundationEssentials

extension ServiceValue: Codable {
    /// Reads a JSON text.
    public init(json: String) throws {
        self = try JSONDecoder().decode(ServiceValue.self, from: Data(json.utf8))
    }

    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? single.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .string(text)
        } else if let elements = try? single.decode([ServiceValue].self) {
            self = .array(elements)
        } else {
            self = .object(try single.decode([String: ServiceValue].self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .null: try single.encodeNil()
        case .bool(let flag): try single.encode(flag)
        case .integer(let number): try single.encode(number)
        case .number(let number): try single.encode(number)
        case .string(let text): try single.encode(text)
        case .array(let elements): try single.encode(elements)
        case .object(let fields): try single.encode(fields)
        }
    }

    /// The value as indented text with sorted keys and a newline at the end.
    public var json: String {
        written([.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n"
    }

    /// The value on one line with sorted keys.
    public var compactJSON: String {
        written([.sortedKeys, .withoutEscapingSlashes])
    }

    private func written(_ format: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = format
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
