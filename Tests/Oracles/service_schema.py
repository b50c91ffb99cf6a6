"""What the service's published description says of the calls that the sandbox answers, and where it is wrong.

`service_schema.json` holds the names and types of those calls. Set SERVICE_OPENAPI to the path of the whole published
document to check against that instead.

Known defects of the document, each mended below:

- no field is nullable, but unset fields come back as null;
- `upsertOnUid`, `updatePlanApplied` and the like are required, because they are primitive booleans in the server's
  source; clients leave them out every day;
- the members of `workout_doc` are said to be objects, but are numbers, texts and lists;
- the suffixes `{ext}` and `{format}` are said to be required, but the plain paths are in daily use;
- unknown names pass validation; here they are faults, but for the few that recorded answers have (`EXTRAS`);
- forms with files are described as JSON;
- a stub for an activity from Strava is described for single ones, but stands in lists too;
- activities listed by their ids may come with intervals, which the description has for single ones only;
- `GET calendars` and the plan's name and paired activity of an event are missing;
- both kinds of credentials are demanded at once (left out here);
- errors are not described at all: `ERROR` says what they look like.
"""

import json
import os
import pathlib
import re

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent

ERROR = {
    "type": "object",
    "required": ["status", "error"],
    "properties": {"status": {"type": "integer"}, "error": {"type": "string"}},
    "additionalProperties": False,
}

# Names that recorded answers have and the document lacks.
EXTRAS = {
    "Event": {
        "plan_name": {"type": "string"}, "paired_activity_id": {"type": "string"},
        "workout_filename": {"type": "string"}, "workout_file_base64": {"type": "string"},
    },
    "Activity": {"_note": {"type": "string"}},
    "WithSportSettings": {"icu_tags": {"type": "array", "items": {"type": "string"}}, "icu_notes": {"type": "string"}},
    "Athlete": {
        "icu_tags": {"type": "array", "items": {"type": "string"}}, "icu_notes": {"type": "string"},
        "sportSettings": {"type": "array", "items": {"$ref": "#/components/schemas/SportSettings"}},
        "custom_items": {"type": "array"},
    },
}

CALENDAR = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"}, "name": {"type": "string"}, "type": {"type": "string"}, "uid": {"type": "string"},
        "url": {"type": "string"}, "updated": {"type": "string"}, "enabled": {"type": "boolean"},
        "defaultCategory": {"type": "string"}, "external": {"type": "boolean"},
    },
}


def document():
    """The document as it is."""
    path = os.environ.get("SERVICE_OPENAPI") or HERE / "service_schema.json"
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def mended():
    """The document with its known defects mended; `null` stands beside every type of a field."""
    whole = document()
    schemas = whole["components"]["schemas"]
    schemas["Calendar"] = CALENDAR
    for name, extras in EXTRAS.items():
        schemas[name]["properties"].update(extras)
    for schema in schemas.values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    whole["components"]["schemas"] = {name: _nullable_members(schema) for name, schema in schemas.items()}
    whole["paths"]["/api/v1/athlete/{id}/calendars"] = {
        "get": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"200": {"content": {"*/*": {"schema": _list_of("Calendar")}}}},
        }
    }
    with_intervals = {"type": "array", "items": {"$ref": "#/components/schemas/ActivityWithIntervals"}}
    listed = whole["paths"]["/api/v1/athlete/{athleteId}/activities/{ids}"]["get"]
    listed["responses"]["200"]["content"]["*/*"]["schema"] = with_intervals
    for operations in whole["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["schema"].get("type") == "boolean" and parameter["name"] != "recalcHrZones":
                    parameter["required"] = False
    return whole


def _list_of(name):
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _nullable_members(schema):
    if isinstance(schema, list):
        return [_nullable_members(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: value if name == "properties" else _nullable_members(value) for name, value in schema.items()}
    if isinstance(result.get("additionalProperties"), dict):
        result["additionalProperties"] = True
    if "properties" in result:
        result["properties"] = {
            name: {"anyOf": [_nullable_members(member), {"type": "null"}]}
            for name, member in result["properties"].items()
        }
    return result


class Service:
    """The calls of the mended document, by verb and path."""

    def __init__(self):
        self.whole = mended()
        self.calls = []
        for path, operations in self.whole["paths"].items():
            pattern = re.sub(r"\\\{(ext|format)\\\}", r"(?:\\.?[a-z]+)?", re.escape(path))
            pattern = re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", pattern) + "$")
            for verb, operation in operations.items():
                self.calls.append((verb.upper(), path.count("{"), pattern, path, operation))
        self.calls.sort(key=lambda call: call[1])

    def find(self, verb, path):
        """The call of a request, or None; a path with fewer parameters goes first."""
        for known, _, pattern, template, operation in self.calls:
            if known == verb and pattern.match(path):
                return template, operation
        return None

    def faults(self, schema, value):
        """What a value breaks of a schema, as short texts."""
        schema = {**schema, "components": self.whole["components"]}
        validator = jsonschema.Draft4Validator(schema, format_checker=None)
        found = [error for error in validator.iter_errors(value)]
        deepest = []
        for error in found:
            deepest += _leaves(error)
        return sorted({f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}" for error in deepest})

    def request_faults(self, operation, query, body):
        """What a request breaks: names, types and what is required."""
        declared = {one["name"]: one for one in operation.get("parameters", []) if one["in"] == "query"}
        faults = [f"unknown parameter {name}" for name in query if name not in declared]
        faults += [f"{name} is missing" for name, one in declared.items() if one.get("required") and name not in query]
        for name, value in query.items():
            kind = declared.get(name, {}).get("schema", {}).get("type")
            if kind in ("integer", "number") and not re.fullmatch(r"-?\d+(\.\d+)?", value):
                faults.append(f"{name} is no {kind}")
            if kind == "boolean" and value not in ("true", "false"):
                faults.append(f"{name} is no truth value")
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body is not None and content:
            faults += [f"body {fault}" for fault in self.faults(content["schema"], body)]
        return faults

    def answer_faults(self, operation, status, body):
        """What an answer breaks."""
        if status >= 400:
            return self.faults(ERROR, body)
        responses = operation["responses"]
        content = responses.get("200", responses.get("default", {})).get("content", {}).get("*/*", {})
        schema = content.get("schema")
        if schema and "oneOf" in schema:
            schema = {"anyOf": schema["oneOf"]}
        return self.faults(schema, body) if schema else []


def _leaves(error):
    """The errors at the bottom of alternatives; a null among them says nothing."""
    if not error.context:
        return [error]
    inner = [one for one in error.context if one.validator_value != "null"]
    return [leaf for one in inner for leaf in _leaves(one)]
