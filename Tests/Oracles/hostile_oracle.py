"""Lets a hostile service answer: slow, cut, of wrong types, huge, redirecting, lying about lengths.

    hostile_oracle.py PROGRAM [NAME…]

Whatever it says, a command ends in time with a status of the contract and one clear line, holds less than 200 MB, shows
no key and no control characters, follows no redirect to another host, and says that nothing was written only if that
may be so.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import hostile_service
import tally
from hostile_service import ATHLETE, EVENT, KEY, MANNERS, Hostile

MOST_MEGABYTES, MOST_SECONDS, AT_ONCE = 200, 50, 12
CRASH = re.compile(rb"Fatal error|Stack dump|Crash|Segmentation|Backtrace|Swift/|DecodingError|NSURLError|Optional\(")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
PLAN = """format: 1
id: p
name: P
sport: Ride
start: 2027-01-04
templates: [t.yaml]
athlete: {thresholds: {Ride: {ftp: 250}}, fitness: {ctl: 40, atl: 40}}
phases:
  - {id: base, kind: base, weeks: 2, load: [200, 200], week: [{id: long, role: long, template: ride, day: sun}]}
"""
TEMPLATES = """format: 1
templates:
  ride:
    name: Ride
    sport: Ride
    params: {time: {default: 1h, min: 30m, max: 5h, step: 5m}}
    scale: [time]
    text: |
      - ${time} 65%
"""
DAYS = ["--from", "2027-01-01", "--to", "2027-01-31"]
NEW = ["--date", "2027-01-06", "--sport", "Ride", "--name", "N", "--text", "o.txt"]
# What each command asks first that is not answered well.
READS = {
    "events list": ["events", "list", *DAYS],
    "events get": ["events", "get", "7", "--format", "json"],
    "athletes": ["athletes"],
    "library list": ["library", "list"],
    "activities": ["activities", *DAYS, "--format", "json"],
    "wellness": ["wellness", *DAYS],
    "settings": ["settings"],
    "pull": ["pull", *DAYS],
    "download": ["download", "7", "--format", "zwo", "-o", "got.zwo"],
    "diff": ["diff", "p.yaml", "--today", "2027-01-01"],
    "live": ["preview", "p.yaml", "--live", "--today", "2027-01-01"],
    "doctor": ["doctor"],
}
# Writes, with the request that is answered badly, and what the others are answered with.
WRITES = {
    "create": (["events", "create", *NEW], "POST", {"GET": EVENT}),
    "update": (["events", "update", "7", "--name", "M"], "PUT", {"GET": EVENT}),
    "delete": (["events", "delete", "7"], "DELETE", {}),
    "delete two": (["events", "delete", "7", "8"], "PUT", {}),
    "apply": (["apply", "p.yaml", "--yes", "--today", "2027-01-01"], "POST", {"/events": [], "GET": ATHLETE}),
    "apply, events": (["apply", "p.yaml", "--yes", "--today", "2027-01-01"], "/events", {"GET": ATHLETE}),
    "push": (["library", "push", "t.yaml", "--folder", "F", "--yes"], "/workouts", {
        "/folders": [{"id": 3, "name": "F"}], "GET": ATHLETE}),
    "folder": (["library", "create", "F"], "POST", {}),
    "workout delete": (["library", "workouts", "delete", "7", "8"], "workouts/8", {}),
}
# Reads are asked again after a broken exchange, with a pause that grows: those manners are tried on few commands.
WIDELY = ["empty", "web-page", "cut-json", "list-of-nulls", "wrong-types", "escapes"]
SOME = {"events list": list(MANNERS), "diff": ["null", "deep-objects", "huge-numbers", "endless", "gzip-bomb", "elsewhere", "echo",
        "length-too-long", "length-too-short", "two-lengths", "drip", "hang-up", "no-content", "long-error"]}
UNREADABLE = ["empty", "web-page", "not-json", "cut-json", "number", "deep-lists", "length-too-long", "gzip-bomb", "endless",
              "hang-up", "no-content", "escapes", "echo", "circle", "elsewhere-307", "wrong-types", "list-of-nulls"]
# Those that most writes are tried with; the others meet creations and applies.
MOSTLY, FULLY = ["empty", "cut-json", "hang-up", "echo"], ["create", "apply"]
# A download is kept as it comes, and an answer to a deletion is not read.
INDIFFERENT = {"download", "delete", "delete two", "workout delete"}


class Run:
    """One run: status, words, megabytes and seconds."""

    def __init__(self, program, folder, arguments, port):
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "INTERVALS_API_KEY": KEY, "TZ": "UTC"}
        base = ["--base-url", f"http://127.0.0.1:{port}"]
        start = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as talk:
            process = subprocess.Popen([program, *arguments, *base], cwd=folder, env=environment,
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=talk)
            self.megabytes = 0
            while process.poll() is None:
                self.megabytes = max(self.megabytes, peak(process.pid, program))
                if self.megabytes > 2 * MOST_MEGABYTES or time.monotonic() - start > MOST_SECONDS + 5:
                    process.kill()
                time.sleep(0.02)
            self.status, self.seconds = process.returncode, time.monotonic() - start
            out.seek(0)
            talk.seek(0)
            self.out, self.talk = out.read(), talk.read()


def peak(number, program):
    """The most megabytes that a process has held; `wait4` would count what this one held when it was forked."""
    try:
        lines = pathlib.Path(f"/proc/{number}/status").read_text().splitlines()
    except OSError:
        return 0
    fields = dict(line.partition(":")[::2] for line in lines)
    if fields.get("Name", "").strip() != pathlib.Path(program).name[:15]:
        return 0
    return int(fields.get("VmHWM", "0 kB").split()[0]) / 1024


def faults_of(run, statuses, listens):
    said = run.talk + run.out
    talk = run.talk.decode(errors="replace")
    if run.status not in statuses:
        yield f"ends with {run.status}, not {statuses}: {talk[:200]!r}"
    if CRASH.search(run.talk):
        yield f"says how it is made: {talk[:300]!r}"
    if run.megabytes > MOST_MEGABYTES:
        yield f"holds {run.megabytes:.0f} MB"
    if run.seconds > MOST_SECONDS:
        yield f"takes {run.seconds:.0f} s"
    if KEY.encode() in said:
        yield "shows the key"
    if CONTROLS.search(said.decode(errors="replace")):
        yield f"passes control characters on: {said[:200]!r}"
    if run.status and not listens and not re.search(r"^plan: \S", talk, re.M):
        yield f"doesn't say why: {talk[:200]!r}"
    lines = talk.splitlines()
    if len(lines) > 6 or any(len(line) > 700 for line in lines):
        yield f"says too much: {len(lines)} lines, {max(map(len, lines))} characters"


def cases():
    for name, (manner, statuses) in MANNERS.items():
        for command, arguments in READS.items():
            if name not in WIDELY + SOME.get(command, []):
                continue
            allowed = statuses or (1,)
            if command not in SOME or (command == "events list" and name.startswith("list-of")):
                allowed = (0, 1)
            yield f"{command}: {name}", arguments, {"GET": manner}, {}, allowed
    for name in UNREADABLE:
        for command, (arguments, word, answers) in WRITES.items():
            if name not in MOSTLY and command not in FULLY:
                continue
            allowed = (0, 1, 5) if command in INDIFFERENT else (1, 3, 4, 5)
            yield f"{command}: {name}", arguments, {word: MANNERS[name][0]}, answers, allowed
    # Thirty seconds without a byte end a write, which is not sent again.
    yield "create: silent", WRITES["create"][0], {"POST": hostile_service.silent}, {}, (5,)
    traversal = dict(ATHLETE, id="../../../../tmp/hostile")
    yield "diff: path as id", READS["diff"], {}, {"/events": [], "GET": traversal}, (0, 1)
    names = [dict(EVENT, name=hostile_service.ESCAPE, description=hostile_service.ESCAPE, tags=[hostile_service.ESCAPE])]
    yield "events list: escapes in a name", READS["events list"], {}, {"/events": names}, (0,)
    long = [dict(EVENT, description="x" * 40_000_000)]
    yield "events list: 40 MB of text", READS["events list"], {}, {"/events": long}, (0, 1)
    many = [dict(EVENT, id=number) for number in range(60_000)]
    yield "diff: 60,000 events", READS["diff"], {}, {"/events": many, "GET": ATHLETE}, (0, 1, 4)


def check(program, case):
    name, arguments, manners, answers, allowed = case
    with tempfile.TemporaryDirectory() as folder, Hostile({}) as other, Hostile(manners, answers, other) as service:
        for file, text in (("p.yaml", PLAN), ("t.yaml", TEMPLATES), ("o.txt", "- 20m 60%\n")):
            pathlib.Path(folder, file).write_text(text)
        run = Run(program, folder, arguments, service.port)
        faults = list(faults_of(run, allowed, arguments[0] in ("doctor", "apply")))
        if other.requests or any("caught" in request for request in service.requests):
            faults.append("follows a redirect to another host")
        writes = [request for request in service.requests if not request.startswith("GET")]
        if len(writes) > len(set(writes)) and "events" not in name and "apply" not in name:
            faults.append(f"sends a write again: {writes}")
        return [f"{name}: {fault}" for fault in faults]


def main(program, *names):
    chosen = [case for case in cases() if not names or any(name in case[0] for name in names)]
    # The long ones first, so that nothing waits for them at the end.
    chosen.sort(key=lambda case: "silent" not in case[0])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        faults = [fault for found in pool.map(lambda case: check(program, case), chosen) for fault in found]
    tally.finish("answers of a hostile service", faults, len(chosen))


if __name__ == "__main__":
    main(*sys.argv[1:])
