"""Plan and template files that are wrong, each in one way, made from one small plan that is right."""

import copy
import json

PLAN = """\
format: 1
id: block
name: Block
sport: Ride
start: 2027-01-04
week_starts: mon
templates: [ride.yaml]
athlete:
  timezone: Europe/Rome
  sex: female
  thresholds:
    Ride: {ftp: 250, lthr: 168, max_hr: 186, resting_hr: 48}
    Run: {pace: 4:35/km}
  fitness: {ctl: 40, atl: 42}
availability:
  default: 2h
  mon: off
  sat: {max: 3h, sessions: 2}
  sun: 4h
limits:
  ramp: 8
  load: 750
  hours: 12h
  hard: {per_week: 2, spacing: 48h}
races:
  - id: fondo
    date: 2027-01-31
    name: Fondo
    sport: Ride
    priority: A
    duration: 3h
    load: 180
phases:
  - id: base
    name: Base
    kind: base
    weeks: 3
    rhythm: none
    load: {start: 270, end: 300}
    week:
      - {id: long, role: long, template: endurance, day: sun, share: 40%}
      - {id: vo2, role: quality, template: vo2, day: [tue, wed], progress: {reps: [3, 4, 4]}}
      - {id: easy, role: easy, template: endurance, count: 2}
  - id: taper
    kind: taper
    weeks: 1
    load: [260]
    week:
      - {id: spin, role: easy, name: Spin, text: "- 45m 60%"}
events:
  - {id: kick-off, date: 2027-01-04, kind: note, name: Start}
publish: {phases: true, time_of_day: {default: "07:00"}}
rails: {deletes: 25%, updates: 60%}
lint: {taper-cut: off}
"""

TEMPLATES = """\
format: 1
templates:
  endurance:
    name: Endurance ${time}
    sport: Ride
    role: easy
    params:
      time: {default: 1h, min: 20m, max: 4h, step: 5m}
    scale: [time]
    text: |
      - ${time} 62-68%
  vo2:
    name: VO2max ${reps} x 4 min
    sport: Ride
    role: quality
    focus: vo2max
    params:
      reps: {default: 4, min: 2, max: 6}
    scale: [reps]
    text: |
      Warmup
      - 15m ramp 50-75%

      Main set ${reps}x
      - 4m 108-112% 90rpm
      - 4m 50%

      Cooldown
      - 10m 50%
"""

FAULTY = PLAN.replace("ramp: 8", "ramp: x").replace("name: Fondo", "name: Fóndo 🚴")

# What the same plan looks like as data, for changes at every place of it.
PLAN_VALUE = {
    "lint": {"session-off-slot": "off", "taper-cut": "off"},
    "format": 1, "id": "block", "name": "Block", "sport": "Ride", "start": "2027-01-04", "week_starts": "mon",
    "templates": ["ride.yaml"],
    "athlete": {"timezone": "Europe/Rome", "sex": "female", "thresholds": {"Ride": {"ftp": 250, "lthr": 168}},
                "fitness": {"ctl": 40, "atl": 42}},
    "availability": {"default": "2h", "mon": "off", "sat": {"max": "3h", "sessions": 2}},
    "limits": {"ramp": 8, "load": 750, "hours": "12h", "hard": {"per_week": 2, "spacing": "48h"}},
    "races": [{"id": "fondo", "date": "2027-01-31", "name": "Fondo", "sport": "Ride", "priority": "A", "duration": "3h",
               "load": 180}],
    "phases": [{"id": "base", "kind": "base", "weeks": 4, "rhythm": "none", "load": {"start": 270, "end": 300},
                "week": [{"id": "long", "role": "long", "template": "endurance", "day": "sun", "share": "40%"},
                         {"id": "easy", "role": "easy", "template": "endurance", "count": 2}]}],
    "events": [{"id": "kick-off", "date": "2027-01-04", "kind": "note", "name": "Start"}],
    "publish": {"phases": True, "time_of_day": {"default": "07:00"}},
    "rails": {"deletes": "25%", "updates": "60%"},
}
TEMPLATES_VALUE = {
    "format": 1,
    "templates": {"endurance": {
        "name": "Endurance", "sport": "Ride", "role": "easy", "scale": ["time"],
        "params": {"time": {"default": "1h", "min": "20m", "max": "4h", "step": "5m"}}, "text": "- ${time} 65%\n"}},
}


class Case:
    """A name, the bytes of both files, and which of them is checked and at fault."""

    def __init__(self, name, plan=PLAN, templates=TEMPLATES, checked="block.plan.yaml"):
        self.name, self.checked = name, checked
        self.files = {
            path: text if isinstance(text, bytes) else text.encode("utf-8")
            for path, text in (("block.plan.yaml", plan), ("ride.yaml", templates))
        }


def replaced(text, old, new):
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times")
    return text.replace(old, new)


# Changes at every place of the data.


def places(value, path=()):
    """Every path below a value: keys of maps, positions of lists."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield path + (key,)
        yield from places(inner, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def with_value(value, path, new):
    result = copy.deepcopy(value)
    at(result, path[:-1])[path[-1]] = new
    return result


def twice(value, path):
    """The JSON text in which the key at the path stands twice."""
    marked = copy.deepcopy(value)
    owner = at(marked, path[:-1])
    owner["@again@"] = owner[path[-1]]
    return json.dumps(marked, indent=1).replace("@again@", path[-1])


def wrong_kind(inner):
    return "nonsense" if isinstance(inner, (dict, list)) else {"nonsense": [1]}


def structural_cases():
    for kind, value in (("plan", PLAN_VALUE), ("templates", TEMPLATES_VALUE)):

        def case(name, text, kind=kind):
            return Case(f"{kind}: {name}", **{kind: text})

        for path in places(value):
            where = ".".join(map(str, path))
            yield case(f"another kind at {where}", json.dumps(with_value(value, path, wrong_kind(at(value, path))), indent=1))
            if isinstance(at(value, path), dict):
                yield case(f"an unknown key in {where}", json.dumps(with_value(value, path + ("colour-of-sky",), 1), indent=1))
            if isinstance(path[-1], str) and len(path) < 5:
                yield case(f"{where} twice", twice(value, path))


def required_cases():
    required = [
        ("plan", PLAN_VALUE, [
            ("format",), ("id",), ("start",), ("phases",), ("races", 0, "id"), ("races", 0, "date"),
            ("races", 0, "priority"), ("phases", 0, "id"), ("phases", 0, "weeks"),
            ("phases", 0, "week", 0, "id"), ("phases", 0, "week", 0, "template"), ("events", 0, "id"), ("events", 0, "date"),
            ("phases", 0, "load", "start")]),
        ("templates", TEMPLATES_VALUE, [
            ("format",), ("templates", "endurance", "sport"), ("templates", "endurance", "text"),
            ("templates", "endurance", "params", "time", "default")]),
    ]
    for kind, value, paths in required:
        for path in paths:
            less = copy.deepcopy(value)
            del at(less, path[:-1])[path[-1]]
            yield Case(f"{kind}: without {'.'.join(map(str, path))}", **{kind: json.dumps(less, indent=1)})
        for path in [path for path in places(value) if at(value, path) in ({}, []) or isinstance(at(value, path), list)]:
            yield Case(
                f"{kind}: null in {'.'.join(map(str, path))}",
                **{kind: json.dumps(with_value(value, path, [None]), indent=1)})


# Bytes and YAML.


def byte_cases():
    plan, templates = PLAN.encode(), TEMPLATES.encode()
    lines = PLAN.splitlines(keepends=True)
    bomb = "x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + "".join(
        f"x-{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi"))
    maps = "x-a: &a {k: 1}\n" + "".join(
        f"x-{new}: &{new} {{{', '.join(f'k{i}: *{old}' for i in range(9))}}}\n" for old, new in zip("abcdefgh", "bcdefghi"))
    yield from [
        Case("empty", b""), Case("blank lines", b"\n\n\n"), Case("a byte order mark alone", b"\xef\xbb\xbf"),
        Case("a comment alone", "# nothing\n"), Case("a scalar alone", "hello\n"), Case("a list alone", "- 1\n- 2\n"),
        Case("a NUL", plan.replace(b"Fondo", b"Fon\0do")), Case("a NUL at the end", plan + b"\0"), Case("NULs", b"\0" * 4096),
        Case("a NUL in a comment", b"# \0\n" + plan), Case("a bell", plan.replace(b"Fondo", b"Fon\x07do")),
        Case("a lone continuation byte", plan.replace(b"Fondo", b"Fon\x80do")),
        Case("Latin-1", plan.replace(b"Fondo", b"Fond\xf3")), Case("a cut sequence", plan + b"# \xe2\x82"),
        Case("an overlong sequence", plan.replace(b"Fondo", b"\xc0\xaf")),
        Case("a surrogate", plan.replace(b"Fondo", b"\xed\xa0\x80")),
        Case("beyond Unicode", plan.replace(b"Fondo", b"\xf5\x80\x80\x80")),
        Case("bad UTF-8 in a comment", plan + b"# \xff\xfe\n"), Case("bad UTF-8 in a template", templates=templates + b"# \xff\n"),
        Case("UTF-16 and a fault", b"\xff\xfe" + FAULTY.encode("utf-16-le")), Case("UTF-16, odd bytes", b"\xfe\xff" + FAULTY.encode("utf-16-be") + b"\0"),
        Case("UTF-16 unmarked", PLAN.encode("utf-16-le")), Case("UTF-32", PLAN.encode("utf-32")),
        Case("a second byte order mark", b"\xef\xbb\xbf\xef\xbb\xbf" + plan),
        Case("a byte order mark inside", plan.replace(b"Fondo", b"\xef\xbb\xbfFondo: x")),
        Case("gzip", b"\x1f\x8b\x08\x00" + bytes(range(256))), Case("every byte", bytes(range(256)) * 8),
        Case("over 5 MB of comment", plan + b"# " + b"x" * 5_300_000 + b"\n"),
        Case("over 5 MB of lines", plan + b"#\n" * 2_700_000), Case("over 5 MB of one name", plan.replace(b"Fondo", b"F" * 5_300_000)),
        Case("over 5 MB in a template", templates=templates + b"# " + b"x" * 5_300_000 + b"\n"),
        Case("100,000 brackets", PLAN + "x-deep: " + "[" * 100_000), Case("100,000 braces", PLAN + "x-deep: " + "{" * 100_000),
        Case("100,000 closed brackets", PLAN + "x-deep: " + "[" * 100_000 + "]" * 100_000 + "\n"),
        Case("100,000 dashes", PLAN + "x-deep:\n  " + "- " * 100_000 + "x\n"),
        Case("65 deep", PLAN + "x-deep: " + "[" * 65 + "]" * 65 + "\n"),
        Case("2,000 indents", PLAN + "x-deep:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 2000))),
        Case("question marks", PLAN + "? " * 3000 + "\n"),
        Case("a bomb of lists", bomb + PLAN), Case("a bomb of maps", maps + PLAN),
        Case("a bomb that is used", bomb + replaced(PLAN, "load: [260]", "load: *i")),
        Case("a cycle", PLAN + "x-a: &a [*a]\n"), Case("a cycle by merge", PLAN + "x-a: &a {<<: *a}\n"),
        Case("an unknown anchor", replaced(PLAN, "name: Block", "name: *nobody")),
        Case("a merge of a scalar", replaced(PLAN, "rails: {", "rails: {<<: 1, ")),
        Case("a tab as indent", replaced(PLAN, "  ramp: 8", "\tramp: 8")),
        Case("tabs alone", "\t\t\t\n"), Case("carriage returns and a fault", FAULTY.replace("\n", "\r")),
        Case("CRLF and a fault", FAULTY.replace("\n", "\r\n")),
        Case("mixed line ends and a fault", FAULTY.replace("\n", "\r\n", 9)),
        Case("a next-line character as line end and a fault", FAULTY.replace("\n", "\x85")),
        Case("a byte order mark and a fault", b"\xef\xbb\xbf" + PLAN.replace("format: 1", "format: x").encode()),
        Case("an emoji before the fault", replaced(PLAN, "  - {id: kick-off, date: 2027-01-04", "  - {name: 🚴🏽‍♀️é, id: kick-off, date: soon")),
        Case("two documents", PLAN + "---\n" + PLAN), Case("a directive", "%YAML 3.7\n---\n" + PLAN),
        Case("an unknown directive and nothing", "%FOO\n"), Case("an unknown tag", replaced(PLAN, "name: Block", "name: !!python/object x")),
        Case("an open quote", replaced(PLAN, "name: Block", 'name: "Block')), Case("a bad escape", replaced(PLAN, "name: Block", 'name: "\\q"')),
        Case("an open bracket", replaced(PLAN, "[tue, wed]", "[tue, wed")), Case("a brace too many", replaced(PLAN, "share: 40%}", "share: 40%}}")),
        Case("a missing colon", replaced(PLAN, "name: Block", "name Block")), Case("no blank after the colon", replaced(PLAN, "name: Block", "name:Block")),
        Case("an indent too many", replaced(PLAN, "    weeks: 3", "     weeks: 3")), Case("an indent too few", replaced(PLAN, "    weeks: 3", "   weeks: 3")),
        Case("a dash without a blank", replaced(PLAN, "  - id: taper", "  -id: taper")), Case("a percent first", "%" + PLAN),
        Case("an at sign", replaced(PLAN, "name: Block", "name: @Block")), Case("a backtick", replaced(PLAN, "name: Block", "name: `Block`")),
        Case("a parameter in braces", replaced(PLAN, "name: Spin, text", "name: ${reps}, text")),
        Case("a map as a key", PLAN + "? {a: 1}\n: 2\n"), Case("a list as a key", PLAN + "[a, b]: 2\n"), Case("an empty key", PLAN + ": 2\n"),
        Case("a null key", PLAN + "~: 2\n"), Case("XML", "<plan><id>x</id></plan>\n"), Case("a shell script", "#!/bin/sh\nexit 0\n"),
        Case("a conflict of git", "<<<<<<< HEAD\n" + PLAN + "=======\n>>>>>>> x\n"),
        Case("cut in a string", PLAN[: PLAN.index("45m 60%") + 3]), Case("cut in a list", PLAN[: PLAN.index(", wed]")]),
        Case("shuffled lines", "".join(lines[::-1])), Case("twice after one another", PLAN + PLAN),
        Case("10,000 unknown keys", PLAN + "".join(f"key{index}: 1\n" for index in range(10_000))),
        Case("10,000 phases without anything", replaced(PLAN, "phases:\n", "phases:\n" + "  - {}\n" * 10_000)),
        Case("a scalar of 1 MB where a number stands", replaced(PLAN, "ramp: 8", "ramp: " + "8" * 1_000_000)),
        Case("a key of 1 MB", PLAN + "k" * 1_000_000 + ": 1\n"), Case("a quoted key of 100 kB", PLAN + '"' + "k" * 100_000 + '": 1\n'),
        Case("a date of 100 kB", replaced(PLAN, "start: 2027-01-04", "start: " + "2027-01-04" * 10_000)),
    ]
