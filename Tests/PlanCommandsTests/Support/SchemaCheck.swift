import Foundation

/// Holds a JSON value against a draft-07 schema, as far as our schemas use it; what it doesn't know is a fault as well.
struct SchemaCheck {
    private let root: JSON

    /// A check by the text of a schema.
    init(_ schema: String) throws {
        root = try JSON(text: schema)
    }

    /// What is wrong with the text: nothing where it is one JSON value that the schema allows.
    func faults(in text: String) -> [String] {
        guard let value = try? JSON(text: text) else { return ["no single JSON value"] }
        return faults(of: value, by: root, at: "$")
    }

    private func faults(of value: JSON, by schema: JSON, at place: String) -> [String] {
        if case .bool(let allows) = schema { return allows ? [] : ["\(place): is not allowed"] }
        guard case .object(let words) = schema else { return ["\(place): no schema"] }
        return words.sorted { $0.key < $1.key }.flatMap { word, rule in
            faults(of: value, word, rule, beside: words, at: place)
        }
    }

    private func faults(
        of value: JSON, _ word: String, _ rule: JSON, beside words: [String: JSON], at place: String
    ) -> [String] {
        switch word {
        case "$schema", "$id", "title", "description", "definitions", "default", "examples": []
        case "$ref": reference(rule).map { faults(of: value, by: $0, at: place) } ?? ["\(place): lost \(rule)"]
        case "type": rule.choices.contains(where: value.isOf) ? [] : ["\(place): is not \(rule)"]
        case "const": value == rule ? [] : ["\(place): is not \(rule)"]
        case "enum": rule.items.contains(value) ? [] : ["\(place): \(value) is none of \(rule)"]
        case "anyOf":
            rule.items.contains { faults(of: value, by: $0, at: place).isEmpty } ? [] : ["\(place): fits nothing"]
        case "allOf": rule.items.flatMap { faults(of: value, by: $0, at: place) }
        case "pattern": matches(value, rule) ? [] : ["\(place): \(value) is not like \(rule)"]
        case "minimum": atLeast(value, rule) ? [] : ["\(place): \(value) is less than \(rule)"]
        case "items":
            value.items.enumerated().flatMap { faults(of: $1, by: rule, at: "\(place)[\($0)]") }
        case "required", "properties", "additionalProperties", "propertyNames":
            members(value.members, word, rule, known: words["properties"]?.members ?? [:], at: place)
        default: ["\(place): the check doesn't know \(word)"]
        }
    }

    private func members(
        _ members: [String: JSON]?, _ word: String, _ rule: JSON, known: [String: JSON]?, at place: String
    ) -> [String] {
        guard let members else { return [] }
        switch word {
        case "required":
            return rule.choices.filter { members[$0] == nil }.map { "\(place): lacks \($0)" }
        case "properties":
            return members.flatMap { name, member in
                (rule.members?[name]).map { faults(of: member, by: $0, at: "\(place).\(name)") } ?? []
            }
        case "propertyNames":
            return members.keys.flatMap { faults(of: .text($0), by: rule, at: "\(place).\($0)") }
        default:
            return members.filter { known?[$0.key] == nil }.flatMap { name, member in
                faults(of: member, by: rule, at: "\(place).\(name)")
            }
        }
    }

    /// The schema behind `#/a/b`.
    private func reference(_ rule: JSON) -> JSON? {
        guard case .text(let path) = rule, path.hasPrefix("#/") else { return nil }
        return path.dropFirst(2).split(separator: "/").reduce(root) { $0?.members?[String($1)] }
    }

    private func matches(_ value: JSON, _ rule: JSON) -> Bool {
        guard case .text(let text) = value else { return true }
        guard case .text(let pattern) = rule else { return false }
        return text.range(of: pattern, options: .regularExpression) != nil
    }

    private func atLeast(_ value: JSON, _ rule: JSON) -> Bool {
        guard let number = value.number else { return true }
        return rule.number.map { number >= $0 } ?? false
    }
}

/// A JSON value whose booleans, whole and other numbers are told apart.
enum JSON: Decodable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case float(Double)
    case text(String)
    case array([JSON])
    case object([String: JSON])

    /// The only value of a text.
    init(text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .float(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// The members of an object.
    var members: [String: JSON]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The items of a list.
    var items: [JSON] {
        if case .array(let items) = self { items } else { [] }
    }

    /// The words of a list of words, or the only one.
    var choices: [String] {
        if case .text(let word) = self {
            [word]
        } else {
            items.compactMap { if case .text(let word) = $0 { word } else { nil } }
        }
    }

    /// A number's value.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }

    /// Whether the value is of a type that schemas name.
    func isOf(_ type: String) -> Bool {
        switch (self, type) {
        case (.null, "null"), (.bool, "boolean"), (.integer, "integer"), (.integer, "number"), (.float, "number"),
            (.text, "string"), (.array, "array"), (.object, "object"):
            true
        case (.float(let number), "integer"): number == number.rounded()
        default: false
        }
    }
}
