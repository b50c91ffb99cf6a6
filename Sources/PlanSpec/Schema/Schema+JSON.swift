/// JSON Schemas (draft-07) of the plan language, made from the tables that decode it.
public enum Schema {
    /// The schema of a plan file.
    public static var plan: String { text(of: PlanKeys.table, title: "A training plan, format 1") }
    /// The schema of a template file.
    public static var templates: String { text(of: TemplateFileKeys.table, title: "Workout templates, format 1") }

    private static func text(of table: any MapDescription, title: String) -> String {
        var definitions = Definitions()
        let root = definitions.object(table, areAllOptional: false)
        let head: JSON = ["$schema": "http://json-schema.org/draft-07/schema#", "title": .string(title)]
        guard case .object(let entries) = root else { return "" }
        return head.adding(entries).adding([("definitions", .object(definitions.entries))]).text
    }
}

/// The kinds of maps that a schema has met, each once.
private struct Definitions {
    /// Name and schema of each, in the order in which they were met.
    var entries: [(key: String, value: JSON)] = []

    /// The schema of a map with known keys.
    mutating func object(_ table: any MapDescription, areAllOptional: Bool) -> JSON {
        var properties: [(key: String, value: JSON)] = []
        for field in table.fields {
            guard let shape = field.shape else { continue }
            properties.append((field.key, property(field, shape)))
        }
        let required = areAllOptional ? [] : table.fields.filter(\.isRequired).map { JSON.string($0.key) }
        return [
            "type": "object", "properties": .object(properties), "patternProperties": ["^x-": true],
            "additionalProperties": false, "required": .array(required),
        ]
    }

    private mutating func property(_ field: any FieldDescription, _ shape: Shape) -> JSON {
        let standard = field.standardText.map { " Default: \($0)." } ?? ""
        let documentation: (key: String, value: JSON) = ("description", .string(field.documentation + standard))
        let schema = schema(of: shape)
        // Draft 7 ignores what stands beside a reference.
        if case .object(let entries) = schema, entries.first?.key == "$ref" {
            return JSON.object([("allOf", .array([schema]))]).adding([documentation])
        }
        return schema.adding([documentation])
    }

    private mutating func schema(of shape: Shape) -> JSON {
        switch shape {
        case .scalar(let schema): return schema
        case .list(let item, let minimum):
            let list: JSON = ["type": "array", "items": schema(of: item)]
            return minimum > 0 ? list.adding([("minItems", .number(Double(minimum)))]) : list
        case .either(let shapes): return ["anyOf": .array(shapes.map { schema(of: $0) })]
        case .map(let table): return reference(to: table, named: table.name, areAllOptional: false)
        case .change(let table): return reference(to: table, named: table.name + "-change", areAllOptional: true)
        case .keyed(let pattern, let item):
            return [
                "type": "object",
                "patternProperties": .object([("^x-", true), (pattern, schema(of: item))]),
                "additionalProperties": false,
            ]
        }
    }

    private mutating func reference(to table: any MapDescription, named name: String, areAllOptional: Bool) -> JSON {
        if !entries.contains(where: { $0.key == name }) {
            let index = entries.count
            entries.append((name, true))
            entries[index].value = object(table, areAllOptional: areAllOptional)
        }
        return ["$ref": .string("#/definitions/" + name)]
    }
}
