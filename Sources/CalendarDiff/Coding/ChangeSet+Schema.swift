extension ChangeSet {
    /// The JSON Schema (draft-07) of a change set or a squad's, as `diff` prints it, `apply` reads it and reports on it.
    ///
    /// More keys may come, so unknown ones are allowed everywhere.
    public static var schema: String {
        let fields = names(EventField.allCases)
        return """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "title": "A change set of plan, for one athlete or a squad",
              "type": "object",
              "required": ["format_version", "totals"],
              "anyOf": [
                {"required": ["plan", "athlete", "today", "timezone", "window", "digest", "generation", "changes",
                  "kept", "conflicts", "locked", "rails"]},
                {"required": ["athletes"]}
              ],
              "properties": {
                "format_version": {"type": "string", "pattern": "^1\\\\."},
                "plan": {"type": "string"},
                "athlete": {"type": "string"},
                "today": {"$ref": "#/definitions/date"},
                "timezone": {"type": ["string", "null"]},
                "window": {"type": "object", "required": ["oldest", "newest"],
                  "properties": {"oldest": {"$ref": "#/definitions/date"}, "newest": {"$ref": "#/definitions/date"}}},
                "digest": {"type": "string"},
                "plan_digest": {"type": "string"},
                "generation": {"type": ["integer", "null"]},
                "file": {"type": ["string", "null"]},
                "options": {"type": "array", "items": {"type": "string"}},
                "changes": {"type": "array", "items": {"$ref": "#/definitions/change"}},
                "kept": {"type": "array", "items": {"$ref": "#/definitions/kept"}},
                "conflicts": {"type": "array", "items": {"$ref": "#/definitions/conflict"}},
                "locked": {"type": "array", "items": {"$ref": "#/definitions/locked"}},
                "rails": {"type": "array", "items": {"$ref": "#/definitions/rail"}},
                "totals": {"$ref": "#/definitions/totals"},
                "athletes": {"type": "array", "items": {"$ref": "#/definitions/member"}},
                "requests": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
                "read_back": {"type": "array", "items": {"type": "object",
                  "required": ["key", "field", "planned", "service"]}}
              },
              "definitions": {
                "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                "totals": {"type": "object",
                  "required": ["create", "update", "delete", "kept", "conflicts", "locked", "unchanged"],
                  "additionalProperties": {"type": "integer", "minimum": 0}},
                "member": {"type": "object",
                  "required": ["athlete", "plan", "today", "timezone", "window", "digest", "generation", "changes",
                    "kept", "conflicts", "locked", "rails", "totals", "status", "error"],
                  "properties": {
                    "athlete": {"type": "string"},
                    "plan": {"type": "string"},
                    "digest": {"type": ["string", "null"]},
                    "changes": {"type": "array", "items": {"$ref": "#/definitions/change"}},
                    "kept": {"type": "array", "items": {"$ref": "#/definitions/kept"}},
                    "conflicts": {"type": "array", "items": {"$ref": "#/definitions/conflict"}},
                    "locked": {"type": "array", "items": {"$ref": "#/definitions/locked"}},
                    "rails": {"type": "array", "items": {"$ref": "#/definitions/rail"}},
                    "totals": {"anyOf": [{"$ref": "#/definitions/totals"}, {"type": "null"}]},
                    "status": {"type": "integer"},
                    "error": {"type": ["string", "null"]}
                  }},
                "value": {"type": ["string", "number", "boolean", "array", "null"]},
                "fields": {"type": "object", "propertyNames": {"enum": [\(fields)]},
                  "additionalProperties": {"type": "object", "required": ["before", "after", "base"],
                    "properties": {"before": {"$ref": "#/definitions/value"}, "after": {"$ref": "#/definitions/value"},
                      "base": {"enum": [\(names(FieldChange.Base.allCases))]}}}},
                "change": {"type": "object",
                  "required": ["key", "event_id", "action", "reason", "date", "name", "fields", "expect"],
                  "properties": {
                    "key": {"type": "string"},
                    "event_id": {"type": ["integer", "null"]},
                    "action": {"enum": [\(names(Change.Action.allCases))]},
                    "reason": {"enum": [\(names(Change.Reason.allCases))]},
                    "date": {"$ref": "#/definitions/date"},
                    "name": {"type": "string"},
                    "fields": {"$ref": "#/definitions/fields"},
                    "expect": {"type": ["object", "null"], "properties": {"fingerprint": {"type": "string"}}},
                    "result": {"enum": [\(names(Change.Result.allCases))]},
                    "error": {"type": ["string", "null"]}
                  }},
                "kept": {"type": "object", "required": ["key", "event_id", "why", "fields"],
                  "properties": {"why": {"enum": [\(names(KeptEvent.Why.allCases))]},
                    "fields": {"$ref": "#/definitions/fields"}}},
                "conflict": {"type": "object", "required": ["key", "event_id", "field", "live", "desired"],
                  "properties": {"field": {"enum": [\(fields)]}}},
                "locked": {"type": "object", "required": ["key", "date", "why"],
                  "properties": {"why": {"enum": [\(names(LockedEvent.Why.allCases))]}}},
                "rail": {"type": "object", "required": ["id", "limit", "value", "acknowledge"],
                  "properties": {"id": {"enum": [\(names(RailRefusal.ID.allCases))]},
                    "limit": {"type": "integer"}, "value": {"type": "integer"},
                    "acknowledge": {"type": ["string", "null"]}}}
              }
            }

            """
    }

    private static func names<Choice: RawRepresentable>(_ choices: [Choice]) -> String where Choice.RawValue == String {
        choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    }
}
