"""A folder with a plan made here, the program run in it as a process, and a stand-in of the service to talk to."""

import base64
import copy
import json
import os
import pathlib
import subprocess
import tempfile

import stand_in

PLAN = "winter-block"
START = "2027-01-04"
EVE = "2027-01-03"
LATER = "2027-01-20"  # Wednesday of the third week
SCENARIOS = []
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
TEMPLATES = """\
format: 1
templates:
  sandwich:
    name: Sandwich ${reps} x 6 min
    sport: Ride
    role: easy
    description: 'Smooth: like butter & jam.'
    params:
      reps: {default: 4, min: 2, max: 8}
    text: |
      Warmup
      - 12m ramp 45-70%

      ${reps}x
      - 6m 88-93% 85-95rpm
      - 3m 55%

      Cooldown
      - 8m 50%
"""


def session(week, index):
    """The n-th session of a week: six kinds that differ from week to week."""
    day = DAYS[index]
    return [
        {"id": "spin", "role": "easy", "name": f"Spin {week}", "text": f"- {30 + week}m 62%\n"},
        {"id": "sandwich", "role": "easy", "template": "sandwich", "params": {"reps": 2 + week % 6}},
        {"id": "run", "role": "easy", "sport": "Run", "name": "Steps down — für alle",
         "text": f"- 10m 70% Pace\n\n{2 + week % 4}x\n- 4m 92-96% Pace\n- 2m 60% Pace\n\n- 5m 65% Pace"},
        {"id": "swim", "role": "easy", "sport": "Swim", "name": "Lengths",
         "text": f"- 200mtr 75% Pace\n\n{4 + week}x\n- 50mtr 105% Pace\n- 20s 0% Pace\n\n- 100mtr 70% Pace"},
        {"id": "gym", "role": "strength", "sport": "WeightTraining", "name": "Gym", "duration": "40m", "load": 15 + week,
         "prose": f"Squat 3x5 at {40 + week} kg\n- then hang\nKeep 30\" between"},
        {"id": "long", "role": "easy", "name": "Long", "text": f"- 10m ramp 50-65%\n- 1h{30 + 2 * week}m 65-72%\n- 30s 120%"},
    ][index] | {"day": day}


def plan(weeks=12, per_week=6, **changes):
    """A plan of one-week phases, so that every session has a line and a key of its own: `p3.w1.run`."""
    result = {
        "format": 1, "id": PLAN, "name": "Winter block", "sport": "Ride", "start": START,
        "templates": ["templates.yaml"],
        "athlete": {"thresholds": {"Ride": {"ftp": 250}, "Run": {"pace": "4:00/km"}, "Swim": {"pace": "1:40/100m"}},
                    "fitness": {"ctl": 40, "atl": 42}},
        "phases": [
            {"id": f"p{week}", "kind": "base", "weeks": 1, "week": [session(week, index) for index in range(per_week)]}
            for week in range(1, weeks + 1)
        ],
    }
    return copy.deepcopy(result | changes)


def text_of(plan_value):
    """Block style above, flow style within: one line a session."""
    lines = []
    for key, value in plan_value.items():
        if key != "phases":
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
            continue
        lines.append("phases:")
        for phase in value:
            words = {name: word for name, word in phase.items() if name != "week"}
            lines.append("  - " + json.dumps(words, ensure_ascii=False)[:-1] + ', "week": [')
            lines += [f"      {json.dumps(entry, ensure_ascii=False)}," for entry in phase["week"]]
            lines.append("    ]}")
    return "\n".join(lines) + "\n"


def scenario(weeks=4, **manner):
    """Registers a function of a world whose plan has so many weeks of six sessions; `manner` is the service's."""

    def register(function):
        SCENARIOS.append((function.__name__, function, weeks, manner))
        return function

    return register


class Outcome:
    """What one run of the program said and asked."""

    def __init__(self, status, out, talk, requests):
        self.status, self.out, self.talk, self.requests = status, out, talk, requests

    def count(self, method):
        """Requests about events."""
        return sum(entry[0] == method and "/events" in entry[1] for entry in self.requests)

    @property
    def writes(self):
        return sum(entry[0] != "GET" for entry in self.requests)

    @property
    def asked(self):
        """Event requests by method, without those that were not made."""
        return {method: self.count(method) for method in ("GET", "POST", "PUT", "DELETE") if self.count(method)}

    @property
    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f"status {self.status}, {self.asked}\n{self.out[-1500:]}\n{self.talk[-1500:]}"


class World:
    """Everything of one scenario; faults gather in `faults`."""

    def __init__(self, program, value=None, manner=None):
        self.program, self.plan, self.manner = program, value or plan(), manner
        self.faults, self.said = [], []
        self.today = EVE

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="publishing-")
        self.folder = pathlib.Path(self._folder.name)
        (self.folder / "templates.yaml").write_text(TEMPLATES, encoding="utf-8")
        self.service = stand_in.StandIn(self.manner).__enter__()
        return self

    def __exit__(self, *_):
        self.service.__exit__()
        self.faults += [f"the service protests: {text}" for text in dict.fromkeys(self.service.protests)]
        self._look_for_the_secret()
        self._folder.cleanup()

    # What people do.

    def session(self, key):
        """The map of a session in the plan, to be changed in place."""
        phase, _, name = key.split(".")
        week = next(entry for entry in self.plan["phases"] if entry["id"] == phase)["week"]
        return next(entry for entry in week if entry["id"] == name)

    def drop(self, *keys):
        for key in keys:
            phase, _, name = key.split(".")
            entry = next(entry for entry in self.plan["phases"] if entry["id"] == phase)
            entry["week"] = [other for other in entry["week"] if other["id"] != name]

    def run(self, command, *arguments, environment=None, base_url=True, file="block.plan.yaml", kill_after=None):
        """Runs the program; with `kill_after` it is killed once the service has carried out that many requests."""
        (self.folder / "block.plan.yaml").write_text(text_of(self.plan), encoding="utf-8")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("INTERVALS_", "PLAN_"))}
        before = len(self.service.requests)
        words = [self.program, *command.split(), *([file] if file else []), *map(str, arguments)]
        if command not in ("show", "history"):
            words += ["--today", self.today]
        if command not in ("show", "check"):
            words += ["--base-url", self.service.base_url] if base_url else []
        process = subprocess.Popen(
            words, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=clean | {"INTERVALS_API_KEY": stand_in.KEY} | (environment or {}))
        if kill_after is not None:
            self.service.watch = lambda: len(self.service.requests) - before >= kill_after and process.kill()
        out, talk = process.communicate(timeout=120)
        self.service.watch = None
        outcome = Outcome(process.returncode, out.decode("utf-8"), talk.decode("utf-8"), self.service.requests[before:])
        self.said.append(outcome)
        return outcome

    def diff(self, *arguments, **options):
        outcome = self.run("diff", "--format", "json", *arguments, **options)
        self.expect(outcome.writes == 0, "diff writes", outcome)
        return outcome

    def apply(self, *arguments, **options):
        return self.run("apply", "--yes", *arguments, **options)

    # What is expected.

    def expect(self, holds, message, outcome=None):
        if not holds:
            said = "\n".join(f"    | {line}" for line in str(outcome).splitlines()[:40]) if outcome else ""
            self.faults.append(f"{message}\n{said}" if said else message)

    def published(self, *arguments):
        """The plan on the calendar, as a start for other things."""
        outcome = self.apply(*arguments)
        self.expect(outcome.status == 0, "the plan is published", outcome)
        return outcome

    def in_step(self, message="a repeat finds nothing to do"):
        outcome = self.apply()
        self.expect(outcome.status == 0 and outcome.asked == {"GET": 1}, message, outcome)
        return outcome

    @property
    def state_file(self):
        """The one state file."""
        return next(iter(self.folder.glob(".plan/hosts/*/state/*/*.json")))

    def content(self):
        """Our events as they are, without what tells one run from another."""
        names = ("external_id", "name", "description", "start_date_local", "end_date_local", "type", "category", "tags",
                 "color")
        return sorted(json.dumps([event[name] for name in names]) for event in self.ours)

    @property
    def ours(self):
        return [event for event in self.service.events.values() if stand_in.plan_of(event) == PLAN]

    def _look_for_the_secret(self):
        encoded = base64.b64encode(f"API_KEY:{stand_in.KEY}".encode()).decode()
        for secret in (stand_in.KEY, encoded):
            if any(secret in outcome.out + outcome.talk for outcome in self.said):
                self.faults.append("the key stands in what the program says")
            for path in self.folder.rglob("*"):
                if path.is_file() and secret.encode() in path.read_bytes():
                    self.faults.append(f"the key stands in {path.relative_to(self.folder)}")
