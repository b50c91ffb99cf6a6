"""Shipped YAML through foreign tools: yamllint, PyYAML, and the JSON Schemas that the program prints.

    yaml_oracle.py PROGRAM

Templates are also held to what a coach may rely on: the safe subset of the workout language at both ends of every
parameter, names that resolve, and no number in prose that a reader of workout text could take for a step.
"""

import json
import re
import sys

import jsonschema
from yamllint import linter
from yamllint.config import YamlLintConfig

import core_yaml
import templates
import workout_model

MOST_DEVICE_STEPS = 50
LEAST_TEMPLATES = {"Ride": 12, "Run": 10, "Swim": 4, "WeightTraining": 4}


def layout_faults(path):
    config = YamlLintConfig(file=str(templates.ROOT / "Tests/Oracles/yamllint.yaml"))
    for problem in linter.run(path.read_text(encoding="utf-8"), config):
        yield f"{path.name}:{problem.line}:{problem.column}: {problem.message}"


def printed_schema(program, kind):
    status, output, talk = templates.run(program, "schema", kind)
    if status != 0:
        raise AssertionError(f"plan schema {kind} ended with {status}\n{talk}")
    return output


def schema_faults(program):
    """Faults against the printed schemas. They are checked from the first build on whose help names the command."""
    if not re.search(r"^ +schema\b", templates.run(program, "--help")[1], re.MULTILINE):
        print("  schemas: NOT CHECKED, this program has no `plan schema` yet")
        return
    for kind, paths in (("plan", templates.PLANS), ("templates", templates.TEMPLATES), ("roster", templates.ROSTERS)):
        printed = printed_schema(program, kind)
        kept = templates.ROOT / f"Schemas/{kind}.schema.json"
        if not kept.exists() or kept.read_text(encoding="utf-8") != printed:
            yield f"Schemas/{kind}.schema.json is not what `plan schema {kind}` prints; run `make schemas`"
        schema = json.loads(printed)
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for path in paths:
            first = path.read_text(encoding="utf-8").splitlines()[0]
            if first != f"# yaml-language-server: $schema=../Schemas/{kind}.schema.json":
                yield f"{path.name}: the first line doesn't name its schema"
            for error in validator.iter_errors(as_json(core_yaml.load(path))):
                yield f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def as_json(value):
    """The value with text as its keys, as JSON has them; a schema knows no others."""
    if isinstance(value, dict):
        return {str(key): as_json(entry) for key, entry in value.items()}
    return [as_json(entry) for entry in value] if isinstance(value, list) else value


def template_faults(name, template):
    params = template.get("params") or {}
    for key in ("name", "sport", "role", "focus", "description"):
        if key not in template:
            yield f"{name}: no {key}"
    yield from (f"{name}: scale names {knob}" for knob in template.get("scale", []) if knob not in params)
    body = template.get("text", template.get("prose"))
    used = set(re.findall(r"\$\{(\w+)\}", f"{template['name']}\n{body}"))
    yield from (f"{name}: {param} is not used" for param in params if param not in used)
    yield from (f"{name}: {param} is not defined" for param in used if param not in params)
    if "text" not in template:
        return
    if re.search(r"\d", template["description"]):
        yield f"{name}: a number in the description"
    for bound, text in templates.fillings(template):
        try:
            blocks = workout_model.read_blocks(text)
        except ValueError as error:
            yield f"{name} ({bound}): {error}"
            continue
        if sum(len(steps) + (repeats is not None) for repeats, steps in blocks) > MOST_DEVICE_STEPS:
            yield f"{name} ({bound}): more than {MOST_DEVICE_STEPS} steps"


def count_faults():
    sports = [template["sport"] for _, _, template in templates.all_templates()]
    for sport, least in LEAST_TEMPLATES.items():
        if sports.count(sport) < least:
            yield f"{sport}: {sports.count(sport)} templates, {least} are the least"


def main(program):
    paths = templates.TEMPLATES + templates.PLANS + templates.ROSTERS
    faults = [fault for path in paths for fault in layout_faults(path)]
    faults += schema_faults(program)
    faults += [fault for _, name, template in templates.all_templates() for fault in template_faults(name, template)]
    faults += count_faults()
    templates.finish("yaml", faults, len(paths))


if __name__ == "__main__":
    main(sys.argv[1])
