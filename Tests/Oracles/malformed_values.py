"""Plans and templates whose YAML is sound and whose values are not: types, ranges, and things that don't fit together."""

from malformed_files import PLAN, TEMPLATES, Case, replaced

LONG_NAME = "y" * 25
NO_NUMBERS = ["1e999", "-1e999", ".nan", ".inf", "NaN", "-1", "010", "1_000", "1,5", "no", "null", '""', "12W", "٣"]
NO_DATES = [
    "2027-13-04", "2027-02-30", "2027-1-4", "04.01.2027", "20270104", "2027-01-04T00:00:00", "tomorrow", "2027/01/04",
    "99999-01-01", "-2027-01-04", "0000-00-00", '""', "2027-01-04 12:00", "２０２７-01-04", "null"]
NO_DURATIONS = ["1:30", "90", "1.5h", "-1h", "1h90m30", "h", "soon", "1d2h", "1h 30m", "0x1h", "99999999999999999999h", '""', "1e3m"]
NO_PERCENTS = ["38", "-5%", "101%", "1e999%", "%", "38 %%", "0.38", "a%", "nan%", '""']
NO_IDS = ["Long", "a b", "a.b", "a:b", LONG_NAME, '""', "é", "a/b", "~", "a_b", "*"]

PLAN_VALUES = [
    ("format: 1", "format: {}", ["2", "0", "one", "1.5", "99999999999999999999", "null", "-1"]),
    ("id: block", "id: {}", NO_IDS),
    ("sport: Ride\nstart", "sport: {}\nstart", ["ride", "Cycling", "R1de", '""', "[Ride]"]),
    ("start: 2027-01-04", "start: {}", NO_DATES),
    ("week_starts: mon", "week_starts: {}", ["monday", "Mon", "1", "no", "[mon]"]),
    ("templates: [ride.yaml]", "templates: {}", [
        "[nowhere.yaml]", "ride.yaml", "[.]", "[ride.yaml, ride.yaml]", '[""]', "[block.plan.yaml]", "[/dev/null]", "[1]",
        "[../../../../../../../../etc/passwd]"]),
    ("sex: female", "sex: {}", ["f", "woman", "1", "no"]),
    ("timezone: Europe/Rome", "timezone: {}", ["1", "../../etc/passwd"]),
    ("{ftp: 250, ", "{{ftp: {}, ", NO_NUMBERS + ["0", "250.5", "1e6"]),
    ("lthr: 168", "lthr: {}", ["-168", "0", "fast", "1e999"]),
    ("pace: 4:35/km", "pace: {}", ["4:35", "4.5/km", "4:75/km", "0:00/km", "-4:35/km", "4:35/furlong", "275", "fast"]),
    ("ctl: 40", "ctl: {}", NO_NUMBERS),
    ("default: 2h", "default: {}", [value for value in NO_DURATIONS if value != '""'] + ["on", "true"]),
    ("mon: off", "mon: {}", ["no", "false", "Off please", "-1h", "{max: -1h}", "{max: 1h, sessions: -1}", "{sessions: 1.5}"]),
    ("ramp: 8", "ramp: {}", NO_NUMBERS + ["8%"]),
    ("hours: 12h", "hours: {}", ["-12h", "12:00", "lots", "0h"]),
    ("per_week: 2", "per_week: {}", ["-2", "1.5", "two", "1e999"]),
    ("spacing: 48h", "spacing: {}", ["48", "-48h", "two days"]),
    ("date: 2027-01-31", "date: {}", NO_DATES + ["2027-02-01", "2026-12-31", "1999-01-01"]),
    ("priority: A", "priority: {}", ["D", "a", "1", "[A]"]),
    ("duration: 3h", "duration: {}", NO_DURATIONS),
    ("    load: 180", "    load: {}", ["-1", "1e999", "lots", "nan"]),
    ("    weeks: 3", "    weeks: {}", ["0", "-3", "3.5", "1e9", "1e999", "three", "99999999999999999999", "1000000"]),
    ("rhythm: none", "rhythm: {}", ["3-1", "0:1", "3:0", "-3:1", "3:1:1", "[load, rest]", "[]", "weekly"]),
    ("kind: base", "kind: {}", ["basis", "Base", "1", "[base]"]),
    ("{start: 270, end: 300}", "{}", [
        "[270]", "[270, 280]", "[270, 280, 290, 300]", "[270, -1, 300]", "[270, x, 300]", "{{start: 270}}", "{{end: 270}}",
        "{{start: 270, end: 300, growth: 5%}}", "{{start: -270, end: 300}}", "{{start: 1e999, end: 300}}", "{{growth: 5%}}", "lots", "[]"]),
    ("share: 40%", "share: {}", NO_PERCENTS),
    ("day: sun", "day: {}", ["sunday", "7", "[]", "{day: sun}"]),
    ("role: long, template", "role: {}, template", ["longest", "Long", "race", "[long]"]),
    ("template: vo2,", "template: {},", ["vo3", "VO2", '""', "[vo2, vo3]", "[]", "1"]),
    ("progress: {reps: [3, 4, 4]}", "progress: {}", [
        "{repz: [3, 4]}", "{reps: [3, 99]}", "{reps: [1]}", "{reps: [a]}", "{reps: []}", "{reps: 4x}", "[reps]"]),
    ("count: 2", "count: {}", ["0", "-2", "1.5", "99", "1e999", "two"]),
    ('text: "- 45m 60%"', "text: {}", ['""', '"no step at all"', '"- 45m 60%\\n- 5x"', "[1]"]),
    ("kind: note, name: Start", "kind: {}, name: Start", ["notes", "Note", "1", "workout"]),
    ("publish: {phases: true", "publish: {{phases: {}", ["yes", "no", "1", "on", "True", "\"true\""]),
    ('default: "07:00"', "default: {}", ['"7:00"', '"25:00"', '"07:60"', "7", "morning", "07:00 am"]),
    ("rails: {deletes: 25%", "rails: {{deletes: {}", ["25", "-1%", "101%", "all", "1e999%"]),
]

TEMPLATE_VALUES = [
    ("    role: quality", "    role: {}", ["hard", "race", "1"]),
    ("focus: vo2max", "focus: {}", ["vo2", "[vo2max]"]),
    ("{default: 4, min: 2, max: 6}", "{}", [
        "{default: 9, min: 2, max: 6}", "{default: 4, min: 6, max: 2}", "{min: 2, max: 6}", "{default: x}", "4", "{default: 4, step: 0, min: 2, max: 6}",
        "{default: 4, step: -1, min: 2, max: 6}", "{default: 4, min: 2m, max: 6}", "{default: 1e999, min: 2, max: 6}"]),
    ("scale: [reps]", "scale: {}", ["[repz]", "reps", "[reps, reps]", "[1]"]),
    ("Main set ${reps}x", "{}", ["Main set ${repz}x", "Main set ${reps", "Main set ${}x", "Main set 0x", "Main set ${Reps}x", "Main set ${re ps}x"]),
    ("- 4m 108-112% 90rpm", "{}", [
        "- 4m ${repz}%", "- 108-112%", "- Jog along", "- 0s 50%", "- 4:00/km", "  nested 2x\n      - 1m 50%"]),
    ("name: VO2max ${reps} x 4 min", "name: {}", ["VO2max ${repz}", '""', "[1]", "x: y"]),
    ("  vo2:", "  {}:", ["VO 2", "endurance", '""', "vo2/x", "a" * 70]),
]

# One replacement, several, or lines at the end of the plan: what doesn't fit together.
PAIRS = [
    ("shares over 100 %", [("share: 40%", "share: 60%"), ("role: easy, template: endurance, count: 2", "role: easy, template: endurance, share: 60%")]),
    ("a share and a load", [("share: 40%", "share: 40%, load: 90")]),
    ("a template and a text", [("template: vo2,", 'template: vo2, text: "- 5m 50%",')]),
    ("two phases of one id", [("  - id: taper", "  - id: base")]),
    ("two sessions of one id", [("{id: vo2, role", "{id: long, role")]),
    ("an id that a count makes", [("{id: vo2, role", "{id: easy-2, role")]),
    ("two races of one id", [("phases:\n", "  - {id: fondo, date: 2027-01-24, name: B, priority: B, duration: 1h}\nphases:\n")]),
    ("two races a day", [("phases:\n", "  - {id: other, date: 2027-01-31, name: B, priority: A, duration: 1h}\nphases:\n")]),
    ("too many hard sessions", [("per_week: 2", "per_week: 0")]),
    ("a parameter in both", [("progress: {reps", "params: {reps: 3}, progress: {reps")]),
    ("a race in a template", [("role: quality, template", "role: race, template")]),
    ("more load than the limit", [("load: 750", "load: 100")]),
    ("more ramp than the limit", [("ramp: 8", "ramp: 0.1"), ("start: 270, end: 300", "start: 600, end: 700")]),
    ("a taper without an A race", [("priority: A", "priority: B"), ("load: [260]", "load: {form: 10}")]),
    ("an override of a week too far", [("    load: [260]", "    load: [260]\n    weeks_override: {9: {load: 1}}")]),
    ("an override of week 0", [("    load: [260]", "    load: [260]\n    weeks_override: {0: {load: 1}}")]),
    ("an override of nobody", [("    load: [260]", "    load: [260]\n    weeks_override: {1: {sessions: {nobody: off}}}")]),
    ("an event outside", [("date: 2027-01-04, kind", "date: 2030-01-04, kind")]),
    ("an event of no template", [("kind: note, name: Start}", "template: nothing}")]),
    ("an unpriced session in a load week", [('text: "- 45m 60%"', 'text: "- 45m freeride"')]),
    ("two thresholds of one sport", [("    Run: {pace", "    Ride: {ftp")]),
    ("an athlete of an unknown sport", [("    Run: {pace", "    Runn: {pace")]),
    ("an unknown time zone", [("timezone: Europe/Rome", "timezone: Mars/Base")]),
    ("no words for a day's time", [("default: 2h", 'default: ""')]),
    ("half a repeat by progress", [("progress: {reps: [3, 4, 4]}", "progress: {reps: [3, 3.5, 4]}")]),
    ("half a repeat by params", [("progress: {reps: [3, 4, 4]}", "params: {reps: 3.5}")]),
    ("templates without a file name", [("templates: [ride.yaml]\n", "")]),
]
UNKNOWN = ["finish: 2027-01-31", "athletes: []", "tempaltes: []"]


def table_cases():
    """One value of one key is wrong."""
    for kind, text, table in (("plan", PLAN, PLAN_VALUES), ("templates", TEMPLATES, TEMPLATE_VALUES)):
        for old, pattern, values in table:
            for value in values:
                new = pattern.replace("{{", "\1").replace("{}", value).replace("\1", "{").replace("{{", "{").replace("}}", "}")
                yield Case(f"{kind}: {new.strip()[:60]}", **{kind: replaced(text, old, new)})


def pair_cases():
    """Values that are right alone and wrong together, and whole files in the wrong place."""
    for name, changes in PAIRS:
        text = PLAN
        for old, new in changes:
            text = replaced(text, old, new)
        yield Case(name, text)
    for line in UNKNOWN:
        yield Case(f"unknown, or in the wrong place: {line.split(':')[0]}", PLAN + line + "\n")
    yield Case("a template file checked alone", templates=replaced(TEMPLATES, "scale: [reps]", "scale: [x]"), checked="ride.yaml")
    yield Case("an empty template file checked alone", templates=b"", checked="ride.yaml")
    yield Case("an empty template file", templates=b"")
    yield Case("a template file that is a plan", templates=PLAN)
    yield Case("no templates", templates="format: 1\ntemplates: {}\n")
    yield Case("templates as a list", templates="format: 1\ntemplates: [a]\n")
