"""The shipped templates and plans, read by PyYAML, and the program under test."""

import json
import pathlib
import re
import subprocess

import core_yaml
import workout_model
from tally import finish  # noqa: F401  the oracles end with it

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "Templates").glob("*.yaml"))
PLANS = sorted((ROOT / "Plans").glob("*.plan.yaml"))
ROSTERS = sorted((ROOT / "Plans").glob("*.roster.yaml"))


def all_templates():
    """Every template as (file, name, map)."""
    for path in TEMPLATES:
        for name, template in core_yaml.load(path)["templates"].items():
            yield path, name, template


def fillings(template):
    """The text at the defaults, with every knob at its smallest, and with every knob at its largest value."""
    params = template.get("params") or {}
    for bound in ("default", "min", "max"):
        yield bound, workout_model.fill(template, {name: param[bound] for name, param in params.items()})


def run(program, *arguments, text=None):
    """Exit status, standard output, standard error."""
    done = subprocess.run(
        [program, *map(str, arguments)], input=text, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.returncode, done.stdout, done.stderr


def run_json(program, *arguments, text=None):
    status, output, talk = run(program, *arguments, "--format", "json", text=text)
    if status != 0:
        raise AssertionError(f"plan {' '.join(map(str, arguments))} ended with {status}\n{talk}")
    return json.loads(output)


def seconds(text):
    """A plan file's duration: `1h30`, `90m`, `45s`, `1:30:00`."""
    if re.fullmatch(r"\d+:\d\d:\d\d", text):
        hours, minutes, rest = map(int, text.split(":"))
        return hours * 3600 + minutes * 60 + rest
    if re.fullmatch(r"\d+h\d+", text):
        text += "m"
    return workout_model.read_duration(text.replace("min", "m"))
