"""Files of the program through foreign readers, and files of others through the program.

    files_oracle.py PROGRAM [SEEDS]

Every shipped workout and plan is written in every format and read by Garmin's SDK, fitdecode, fitparse, lxml with a
schema, icalendar, vobject, libical, PyYAML and naive readers; generated ZWO, MRC and ERG files with the defects of real
ones are read, imported and compared with the ride that each one means.
"""

import csv
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import core_yaml
import files_generator
import files_model
import fit_readers
import ics_checks
import templates
import workout_model
from lxml import etree

FTP = 262
RUN_PACE, SWIM_PACE = 271, 103
SPORTS = {"Ride": "cycling", "Run": "running", "Swim": "swimming"}

# A plan with words that files have to carry: accents, other scripts, signs of XML, CSV and iCalendar.
PLAN = """\
format: 1
id: odd-words
name: "Öl & <Würze>; a, b"
sport: Ride
start: 2027-03-22
athlete: {timezone: Europe/Berlin, thresholds: {Ride: {ftp: 262, lthr: 160}, Run: {pace: "4:31/km"}, Swim: {pace: "1:43/100m"}}}
publish: {time_of_day: {default: "23:30", sun: "07:00"}, phases: true}
phases:
  - id: base
    kind: base
    weeks: 2
    week:
      - {id: a, role: long, name: "Über & \\"unter\\" <70 %>; 日本, \\\\o/ 🚴", day: sun, text: "Café\\n\\n- Größe 10m ramp 50-70%\\n\\n3x\\n- 日本 1m 120% 95rpm\\n- 2m 50%\\n"}
      - {id: b, role: easy, name: "a very long name that has to be folded because it is longer than seventy-five octets, äöüäöüäöüäöüäöü", day: tue, text: "- 1h 65%"}
      - {id: c, role: easy, day: thu, sport: Run, text: "- 30m 75% Pace\\n- 10m 80% LTHR\\n"}
events:
  - {id: n, date: 2027-03-24, kind: note, name: "Note; with, signs", description: "line one\\nline two"}
races:
  - {id: r, date: 2027-04-04, name: "Rund um Köln", priority: A, duration: 4h, load: 250}
"""


class Check:
    """Counts comparisons and keeps faults."""

    def __init__(self):
        self.count, self.faults = 0, []

    def equal(self, label, found, wanted):
        self.count += 1
        if found != wanted:
            self.faults.append(f"{label}: {found!r} instead of {wanted!r}")

    def attempt(self, label, work):
        """Runs a check that may stop; the stop is a fault."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001  a foreign reader may raise anything
            self.count += 1
            self.faults.append(f"{label}: {type(error).__name__}: {error}")
            return None


def run_bytes(program, *arguments, data=b""):
    done = subprocess.run([program, *map(str, arguments)], input=data, capture_output=True, cwd=templates.ROOT, check=False)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def thresholds_of(sport):
    return {
        "Run": ["--pace", f"{RUN_PACE // 60}:{RUN_PACE % 60:02}/km"],
        "Swim": ["--pace", f"{SWIM_PACE // 60}:{SWIM_PACE % 60:02}/100m"],
    }.get(sport, ["--ftp", FTP])


def speed_of(sport):
    return 1000 / RUN_PACE if sport == "Run" else 100 / SWIM_PACE


# What the program writes


def shipped():
    """Every shipped workout with steps as (label, sport, text), by turns at its defaults and at its bounds."""
    for turn, (_, name, template) in enumerate(templates.all_templates()):
        if "text" in template and template["sport"] in SPORTS:
            bound, text = list(templates.fillings(template))[turn % 3]
            yield f"{name} ({bound})", template["sport"], text


def written_faults(program, schema, label, sport, text):
    check = Check()
    formats = ["fit", "zwo", "mrc", "erg"] if sport == "Ride" else ["fit", "zwo"] if sport == "Run" else ["fit"]
    for name in formats:
        status, data, talk = run_bytes(
            program, "workout", "-", "--sport", sport, "--format", name, *thresholds_of(sport), data=text.encode())
        check.equal(f"{label} {name} status ({talk.strip()[:200]})", status, 0)
        if status == 0:
            check.attempt(f"{label} {name}", lambda: FORMATS[name](check, f"{label} {name}", schema, data, sport, text))
    return check


def check_fit(check, label, _, data, sport, text):
    wanted = list(fit_steps(sport, text))
    readings = {reader: read(data) for reader, read in fit_readers.READERS.items()}
    first = readings["Garmin's SDK"]
    for reader, found in readings.items():
        check.equal(f"{label} by {reader}", found, first)
    check.equal(f"{label} sport", first["sport"], SPORTS[sport])
    check.equal(f"{label} count", first["count"], len(wanted))
    check.equal(f"{label} indices", [step["index"] for step in first["steps"]], list(range(len(wanted))))
    for number, (found, expected) in enumerate(zip(first["steps"], wanted)):
        check.equal(f"{label} step {number}", {key: found[key] for key in expected}, expected)


def fit_steps(sport, text):
    """The step messages that a workout's text means."""
    index = 0
    for rounds, steps in workout_model.read_blocks(text):
        first = index
        for step in steps:
            yield fit_step(sport, step)
            index += 1
        if rounds and rounds > 1:
            yield {
                "duration_type": "repeat_until_steps_cmplt", "duration_value": first, "target_type": "open",
                "target_value": rounds,
            }
            index += 1


def fit_step(sport, step):
    by_time = step.seconds is not None
    wanted = {
        "duration_type": "time" if by_time else "distance",
        "duration_value": step.seconds * 1000 if by_time else int(step.metres * 100), "target_value": 0,
    }
    if step.metric == "power":
        if step.low.denominator == step.high.denominator == 1:
            return wanted | {"target_type": "power", "low": int(step.low), "high": int(step.high)}
        low, high = (files_model.watts(bound, FTP) for bound in (step.low, step.high))
        return wanted | {"target_type": "power", "low": low + 1000, "high": high + 1000}
    speeds = [round(float(bound) / 100 * speed_of(sport) * 1000) for bound in (step.low, step.high)]
    return wanted | {"target_type": "speed", "low": speeds[0], "high": speeds[1]}


def check_zwo(check, label, schema, data, sport, text):
    schema.assertValid(etree.fromstring(data))
    found = files_model.read_zwo(data)
    check.equal(f"{label} sport", found["sport"], {"Ride": "bike", "Run": "run"}[sport])
    if sport == "Ride":
        check_ride(check, label, found["ride"], text)


def check_mrc(check, label, _, data, sport, text):
    _, ride = files_model.read_course(data)
    check_ride(check, label, ride, text)


def check_erg(check, label, _, data, sport, text):
    head, ride = files_model.read_course(data)
    check.equal(f"{label} FTP", head["FTP"], str(FTP))
    wanted = workout_model.by_power(text, FTP)
    found = files_model.figures(files_model.samples(ride, FTP, in_watts=True), FTP)
    for key in found:
        check.equal(f"{label} {key}", found[key], wanted[key])


def check_ride(check, label, ride, text):
    """Steps are equal one by one, a range at its middle; NP and load follow within what the middle's rounding costs."""
    steps = list(workout_model.flat_steps(text))
    check.equal(f"{label} durations", [step[0] for step in ride], [step.seconds for step in steps])
    targets = [(s.low, s.high) if s.ramp else (s.middle, s.middle) for s in steps]
    check.equal(f"{label} targets", [step[1:3] for step in ride], targets)
    wanted = workout_model.by_power(text, FTP)
    found = files_model.figures(files_model.samples(ride, FTP), FTP)
    check.equal(f"{label} duration", found["duration"], wanted["duration"])
    check.equal(f"{label} load", abs(found["load"] - wanted["load"]) <= 1 + wanted["load"] // 100, True)


FORMATS = {"fit": check_fit, "zwo": check_zwo, "mrc": check_mrc, "erg": check_erg}


# Whole plans


def plan_faults(program, schema, plan):
    check = Check()
    shown = templates.run_json(program, "show", plan)
    label = pathlib.Path(plan).name
    for name in FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            status, _, talk = run_bytes(program, "export", plan, "--format", name, "-o", folder, "--quiet")
            check.equal(f"{label} {name} status ({talk[:200]})", status, 0)
            files = sorted(pathlib.Path(folder).iterdir())
            # MRC and ERG hold power alone: a plan of runs by pace makes none.
            by_power = any(event["load_basis"] == "power" for event in shown["events"])
            check.equal(f"{label} {name}: files", len(files) > 0, by_power or name in {"fit", "zwo"})
            check_plan_files(check, label, name, schema, files, shown)
    for busy in ([], ["--busy"]):
        status, data, _ = run_bytes(program, "export", plan, "--format", "ics", *busy, "--quiet")
        check.equal(f"{label} ics status", status, 0)
        check.attempt(f"{label} ics {busy}", lambda: check_feed(check, f"{label} ics {busy}", data, shown, bool(busy)))
    check_tables(check, label, program, plan, shown)
    return check


def check_plan_files(check, label, name, schema, files, shown):
    events = {f"{event['date']}-{event['key']}.{name}": event for event in shown["events"]}
    for file in files:
        event, data = events.get(file.name), file.read_bytes()
        check.equal(f"{label}: {file.name} is an event", event is not None, True)
        if event is None:
            continue
        if name == "fit":
            for reader, read in fit_readers.READERS.items():
                found = check.attempt(f"{label} {file.name} by {reader}", lambda: read(data)["name"])
                check.equal(f"{label} {file.name} name", found, event["name"])
        elif name == "zwo":
            check.attempt(f"{label} {file.name}", lambda: schema.assertValid(etree.fromstring(data)))
            found = files_model.read_zwo(data)
            check.equal(f"{label} {file.name} name", found["name"], event["name"])
            check.equal(f"{label} {file.name} time", sum(step[0] for step in found["ride"]), event["duration"])
        else:
            head, ride = files_model.read_course(data)
            check.equal(f"{label} {file.name} name", head["DESCRIPTION"], event["name"])
            check.equal(f"{label} {file.name} time", sum(step[0] for step in ride), event["duration"])


def check_feed(check, label, data, shown, busy):
    check.equal(f"{label} bytes", list(ics_checks.byte_faults(data)), [])
    check.equal(f"{label} libical", ics_checks.libical_faults(data), [])
    by_icalendar, by_vobject = ics_checks.events_by_icalendar(data), ics_checks.events_by_vobject(data)
    check.equal(f"{label} readers", strip(by_icalendar), strip(by_vobject))
    session = {"WORKOUT", "RACE_A", "RACE_B", "RACE_C"}
    kinds = session if busy else session | {"NOTE", "PLAN", "HOLIDAY", "SICK", "INJURED"}
    events = [event for event in shown["events"] if event["publish"] and event["category"] in kinds]
    check.equal(f"{label} count", len(by_icalendar), len(events))
    stamp = datetime.datetime.combine(
        datetime.date.fromisoformat(shown["start"]), datetime.time(), tzinfo=datetime.timezone.utc)
    check.equal(f"{label} stamps", {event["stamp"] for event in by_icalendar.values()}, {stamp})
    if busy:
        text = data.decode("utf-8")
        check.equal(f"{label} details", [e["key"] for e in events if e["key"] in text], [])
        return
    for event in events:
        found = by_icalendar.get(f"{shown['plan']}.{event['key']}@training-plan")
        check.equal(f"{label} {event['key']}", found is not None, True)
        if found:
            check.equal(f"{label} {event['key']} name", found["summary"], event["name"])
            check.equal(f"{label} {event['key']} time", (found["start"], found["end"]), ics_checks.expected(event))


def strip(events):
    return {uid: {key: value for key, value in event.items() if key != "stamp"} for uid, event in events.items()}


def check_tables(check, label, program, plan, shown):
    _, data, _ = run_bytes(program, "export", plan, "--format", "csv", "--quiet")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    check.equal(f"{label} csv keys", [row["key"] for row in rows], [event["key"] for event in shown["events"]])
    check.equal(f"{label} csv names", [row["name"] for row in rows], [event["name"] for event in shown["events"]])
    _, data, _ = run_bytes(program, "export", plan, "--format", "json", "--quiet")
    check.equal(f"{label} json", json.loads(data), shown)


# What others wrote


def foreign_faults(program, folder, name, data, ride, in_watts, exact):
    """One file read by `plan workout`: every step, NP and load."""
    check = Check()
    path = pathlib.Path(folder) / name
    path.write_bytes(data)
    status, output, talk = run_bytes(program, "workout", path, "--ftp", FTP, "--format", "json")
    check.equal(f"{name} status ({talk[:300]})", status, 0)
    if status != 0:
        return check
    found = json.loads(output)
    steps = [step for step in flat(found["steps"])]
    check.equal(f"{name} durations", [step["duration"] for step in steps], [step[0] for step in ride])
    for number, (step, wanted) in enumerate(zip(steps, ride)):
        power = step["power"]
        check.equal(f"{name} step {number} units", power["units"], "w" if in_watts else "%ftp")
        ends = (power.get("start", power.get("value")), power.get("end", power.get("value")))
        close = all(abs(end - float(bound)) < (0.011 if not exact else 1e-6) for end, bound in zip(ends, wanted[1:3]))
        if len(wanted) == 4:
            close = abs(sum(ends) - float(wanted[1] + wanted[2])) < 1e-6
        check.equal(f"{name} step {number} {ends} {wanted}", close, True)
    wanted = files_model.figures(files_model.samples(ride, FTP, in_watts), FTP)
    for key, value in wanted.items():
        slack = 0 if exact or key == "duration" else 1
        check.equal(f"{name} {key} {found[key]} {value}", abs(found[key] - value) <= slack, True)
    return check


def flat(steps):
    for step in steps:
        if "steps" in step:
            for _ in range(step["reps"]):
                yield from flat(step["steps"])
        else:
            yield step


def import_faults(program, folder, rides):
    """All files in one import; PyYAML and the program read what comes out."""
    check = Check()
    target = pathlib.Path(folder) / "imported.yaml"
    paths = [pathlib.Path(folder) / name for name in rides]
    status, _, talk = run_bytes(program, "import", *paths, "-o", target, "--quiet", "--ftp", FTP)
    check.equal(f"import status ({talk[:300]})", status, 0)
    if status != 0:
        return check
    before = target.read_bytes()
    check.equal("an import overwrites nothing", run_bytes(program, "import", paths[0], "-o", target)[0], 1)
    check.equal("what was there is there", target.read_bytes(), before)
    check.equal("import checks", run_bytes(program, "check", target)[0], 0)
    imported = list(core_yaml.load(target)["templates"].items())
    check.equal("templates", len(imported), len(rides))
    for (name, (ride, in_watts)), (_, template) in zip(rides.items(), imported):
        text = workout_model.fill(template)
        wanted = files_model.figures(files_model.samples(ride, FTP, in_watts), FTP)
        found = check.attempt(name, lambda: figures_of(program, text, in_watts))
        if found:
            check.equal(f"{name} imported duration", found["duration"], wanted["duration"])
            check.equal(f"{name} imported load {found['load']}", abs(found["load"] - wanted["load"]) <= 1, True)
    return check


def figures_of(program, text, in_watts):
    """By the naive model, which knows percents alone, and no labels with numbers; watts go through the program."""
    if in_watts:
        return templates.run_json(program, "workout", "-", "--ftp", FTP, text=text)
    return workout_model.by_power(re.sub(r"(?m)^- (.*<!> |[A-Z][^0-9\n]*(?=[0-9]))", "- ", text), FTP)


REFUSED = {
    "empty": b"", "blank": b" \r\n", "nan": b"<workout_file><workout><SteadyState Duration='NaN' Power='1'/></workout></workout_file>",
    "foreign": b"<workout><workoutstep/></workout>", "none": b"<workout_file><name>x</name></workout_file>",
    "zero": b"<workout_file><workout><SteadyState Duration='0' Power='1'/></workout></workout_file>",
    "cut": b"<workout_file><workout><SteadyState Duration='60' Power='1'/>",
    "crs": b"[COURSE HEADER]\r\nDISTANCE GRADE WIND\r\n[END COURSE HEADER]\r\n[COURSE DATA]\r\n0 1 0\r\n[END COURSE DATA]\r\n",
    "still": b"[COURSE HEADER]\nMINUTES WATTS\n[END COURSE HEADER]\n[COURSE DATA]\n0 1\n0 2\n[END COURSE DATA]\n",
    "fit": b"\x0e\x20\x12\x08\x05\x00\x00\x00.FIT\x00\x00\x01\x02",
}


def refused_faults(program, folder):
    check = Check()
    for name, data in REFUSED.items():
        path = pathlib.Path(folder) / f"refused-{name}"
        path.write_bytes(data)
        status, output, talk = run_bytes(program, "import", path)
        check.equal(f"{name} status", status, 65)
        check.equal(f"{name} says why", bool(talk.strip()) and not output, True)
    return check


def generated(seeds):
    """Every generated file as name, bytes, ride, whether in watts, and whether no rounding stands between."""
    for seed in range(seeds):
        zwo = files_generator.Zwo(seed)
        yield f"{seed}.zwo", zwo.data, zwo.ride, False, True
        course = files_generator.Course(seed)
        ride, in_watts = files_generator.expected_ride(course, FTP)
        yield f"{seed}.{'erg' if course.is_erg else 'mrc'}", course.data, ride, in_watts, course.ftp is None


def main(program, seeds="40"):
    files_model.self_test()
    workout_model.self_test()
    schema = etree.XMLSchema(etree.parse(pathlib.Path(__file__).parent / "zwo.xsd"))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        odd = pathlib.Path(folder) / "odd.plan.yaml"
        odd.write_text(PLAN, encoding="utf-8")
        checks = list(pool.map(lambda case: written_faults(program, schema, *case), shipped()))
        checks += pool.map(lambda plan: plan_faults(program, schema, plan), [odd, *templates.PLANS])
        cases = list(generated(int(seeds)))
        checks += pool.map(lambda case: foreign_faults(program, folder, *case), cases)
        checks.append(import_faults(program, folder, {name: (ride, watts) for name, _, ride, watts, _ in cases}))
        checks.append(refused_faults(program, folder))
    faults = [fault for check in checks for fault in check.faults]
    templates.finish("files", faults, sum(check.count for check in checks))


if __name__ == "__main__":
    main(*sys.argv[1:])
