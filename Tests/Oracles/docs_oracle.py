"""Holds the documentation to the program and to the files.

    docs_oracle.py PROGRAM

Generated parts, files and transcripts must be what `Scripts/make-docs` would write now; the README must show the first
plan; every piece of a plan or of templates must be free of faults in a whole file; links must lead somewhere.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

import templates

ROOT = templates.ROOT
DOCUMENTS = [
    ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "Documentation").glob("*.md")),
]
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BASE = ROOT / "Plans/first-block.plan.yaml"
# Faults that a piece may have once it stands in another plan: its weeks and loads were made for none.
ABOUT_LOADS = {"week-under-target", "week-over-target", "session-dropped", "session-not-placed", "pinned-day-blocked", "no-fitness"}


def name(path):
    return str(path.relative_to(ROOT))


def currency_faults(program):
    done = subprocess.run(
        [ROOT / "Scripts/make-docs", "--check", program], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        yield from (done.stdout + done.stderr).splitlines()


def readme_faults():
    blocks = [text for _, text in FENCE.findall(DOCUMENTS[0].read_text(encoding="utf-8"))]
    if BASE.read_text(encoding="utf-8") not in blocks:
        yield f"README.md: no block shows {name(BASE)} as it is"


def anchors(path):
    """The anchors of a document's headings, as GitHub makes them."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def link_faults(path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        goal = (path.parent / target).resolve() if target else path
        if not goal.exists():
            yield f"{name(path)}: {link} leads nowhere"
        elif anchor and anchor not in anchors(goal):
            yield f"{name(path)}: {link} names no heading"


def length_faults(path):
    """Prose stays within 120 columns; tables and blocks may be wider."""
    lines = FENCE.sub(lambda match: "\n" * match.group(0).count("\n"), path.read_text(encoding="utf-8")).split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > 120 and not line.startswith("|"):
            yield f"{name(path)}:{number}: {len(line)} characters"


def without(keys):
    """The first plan's text without some of its top-level keys."""
    parts = re.split(r"^(?=[a-z])", BASE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "".join(part for part in parts if part.partition(":")[0] not in keys)


def plan_around(kind, piece):
    """A whole plan with the piece in it: keys of the plan, keys of a phase, or a template file beside it."""
    shipped = ", ".join(f"../../Templates/{path.name}" for path in templates.TEMPLATES)
    if kind == "plan":
        return without({"templates", *top_keys(piece)}) + f"templates: [{shipped}]\n" + piece
    head = "phases:\n  - id: base\n    kind: base\n    weeks: 4\n"
    if kind == "phase":
        if not {"load", "hours", "distance"} & set(top_keys(piece)):
            head += "    load: {start: 290, growth: 7%}\n"
        return without({"templates", "phases"}) + f"templates: [{shipped}]\n" + head + textwrap.indent(piece, "    ")
    names = enumerate(template_names(piece))
    sessions = "".join(f"      - {{id: s{number}, template: {key}}}\n" for number, key in names)
    return without({"templates", "phases"}) + "templates: [piece.yaml]\n" + head + "    week:\n" + sessions


def top_keys(piece):
    return re.findall(r"^([a-z_]+):", piece, re.MULTILINE)


def template_names(piece):
    return re.findall(r"^  ([\w-]+):", piece, re.MULTILINE)


def piece_faults(program, path):
    """Pieces marked `yaml plan`, `yaml phase` and `yaml templates`, each in a file of its own."""
    for mark, text in FENCE.findall(path.read_text(encoding="utf-8")):
        if not mark.startswith("yaml "):
            continue
        kind = mark.removeprefix("yaml ")
        with tempfile.TemporaryDirectory(dir=ROOT / "Plans", prefix=".docs-") as work:
            plan = pathlib.Path(work) / "piece.plan.yaml"
            plan.write_text(plan_around(kind, text), encoding="utf-8")
            (pathlib.Path(work) / "piece.yaml").write_text(text, encoding="utf-8")
            _, output, _ = templates.run(program, "check", plan, "--format", "json")
        for entry in json.loads(output)["diagnostics"]:
            # Warnings and notes are about the season around the piece: loads that it can't meet, a coach's rules.
            if entry["severity"] == "error" and entry["id"] not in ABOUT_LOADS:
                yield f"{name(path)}: a piece of a {kind}: {entry['message']} [{entry['id']}]"


def main(program):
    faults = [*currency_faults(program), *readme_faults()]
    for path in DOCUMENTS:
        faults += [*link_faults(path), *length_faults(path), *piece_faults(program, path)]
    templates.finish("docs", faults, len(DOCUMENTS))


if __name__ == "__main__":
    main(sys.argv[1])
