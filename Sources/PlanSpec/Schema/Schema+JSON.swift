import Diagnostics

/// JSON Schemas (draft-07) of the plan language, made from the tables that decode it.
public enum Schema {
    /// The schema of a plan file.
    public static var plan: String { text(of: PlanKeys.table, title: "A training plan, format 1") }
    /// The schema of a template file.
    public static var templates: String { text(of: TemplateFileKeys.table, title: "Workout templates, format 1") }
    /// The schema of a roster file.
    public static var roster: String { text(of: RosterKeys.table, title: "A roster of athletes, format 1") }

    private static func text(of table: any MapDescription, title: String) -> String {
        var definitions = Definitions()
        var schema = definitions.object(table, areAllOptional: false)
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        schema["title"] = .string(title)
        schema["definitions"] = .object(definitions.schemas.mapValues(JSONValue.object))
        return JSONValue.object(schema).text
    }
}

/// The kinds of maps that a schema has met, each once.
private struct Definitions {
    /// The schema of each by its name.
    var schemas: [String: [String: JSONValue]] = [:]

    /// The schema of a map with known keys.
    mutating func object(_ table: any MapDescription, areAllOptional: Bool) -> [String: JSONValue] {
        var properties: [String: JSONValue] = [:]
        for field in table.fields {
            guard let shape = field.shape else { continue }
            properties[field.key] = property(field, shape)
        }
        let required = areAllOptional ? [] : table.fields.filter(\.isRequired).map { JSONValue.string($0.key) }
        return [
            "type": "object", "properties": .object(properties), "required": .array(required),
            "patternProperties": ["^x-": .bool(true)], "additionalProperties": .bool(false),
        ]
    }

    private mutating func property(_ field: any FieldDescription, _ shape: Shape) -> JSONValue {
        let standard = field.standardText.map { " Default: \($0)." } ?? ""
        let description = JSONValue.string(field.documentation + standard)
        let schema = schema(of: shape)
        // Draft 7 ignores what stands beside a reference.
        guard case .object(var entries) = schema, entries["$ref"] == nil else {
            return ["allOf": [schema], "description": description]
        }
        entries["description"] = description
        return .object(entries)
    }

    private mutating func schema(of shape: Shape) -> JSONValue {
        switch shape {
        case .scalar(let schema): return schema
        case .list(let item, let minimum):
            return ["type": "array", "items": schema(of: item), "minItems": .integer(minimum)]
        case .either(let shapes): return ["anyOf": .array(shapes.map { schema(of: $0) })]
        case .map(let table): return reference(to: table, named: table.name, areAllOptional: false)
        case .part(let table): return part(of: table)
        case .change(let table): return reference(to: table, named: table.name + "-change", areAllOptional: true)
        case .keyed(let pattern, let item):
            return [
                "type": "object", "patternProperties": ["^x-": .bool(true), pattern: schema(of: item)],
                "additionalProperties": .bool(false),
            ]
        }
    }

    /// A map of which only an entry's id must be there, and that may leave the entry out.
    private mutating func part(of table: any MapDescription) -> JSONValue {
        let name = table.name + "-part"
        if schemas[name] == nil {
            schemas[name] = [:]
            var properties: [String: JSONValue] = [:]
            for field in table.fields {
                if let shape = field.shape { properties[field.key] = property(field, shape.relaxed) }
            }
            let isEntry = properties["id"] != nil
            if isEntry {
                properties["off"] = ["type": "boolean", "description": "Whether the entry is left out."]
            }
            schemas[name] = [
                "type": "object", "properties": .object(properties), "required": isEntry ? ["id"] : [],
                "patternProperties": ["^x-": .bool(true)], "additionalProperties": .bool(false),
            ]
        }
        return ["$ref": .string("#/definitions/" + name)]
    }

    private mutating func reference(
        to table: any MapDescription, named name: String, areAllOptional: Bool
    ) -> JSONValue {
        if schemas[name] == nil {
            schemas[name] = [:]
            schemas[name] = object(table, areAllOptional: areAllOptional)
        }
        return ["$ref": .string("#/definitions/" + name)]
    }
}
