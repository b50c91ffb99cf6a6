"""Publishes a roster made here to a service that is not our sandbox, and looks at who asked what with which key.

    squad_oracle.py PROGRAM [NAME…]
"""

import base64
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import stand_in
import stand_in_http
import tally
from publishing_world import EVE, TEMPLATES, plan, text_of

COACH, BEN = "canary-coach-51c2", "canary-ben-77aa"
ATHLETE = re.compile(r"^/api/v1/athlete/([^/]+)")
SCENARIOS = []


class Handler(stand_in_http.Handler):
    """Knows each athlete's own key."""

    def _is_known(self):
        match = ATHLETE.match(self.path)
        key = self.stand_in.keys[match.group(1) if match else None]
        expected = base64.b64encode(f"API_KEY:{key}".encode()).decode()
        return self.headers.get("Authorization") == f"Basic {expected}"


class Squad(stand_in_http.Listener):
    """Several calendars behind one address; each is a stand-in of its own."""

    def __init__(self, *ids):
        super().__init__(Handler)
        self.members = {athlete: stand_in.StandIn() for athlete in ids}
        self.manner = stand_in.Manner()
        self.keys = collections.defaultdict(lambda: COACH)
        self.flying, self.most_flying = collections.Counter(), collections.Counter()

    def answer(self, method, path, query, body):
        athlete = ATHLETE.match(path).group(1)
        self.note(method, path, query, body)
        if athlete not in self.members:
            return 403, {"status": 403, "error": "No access to that athlete"}
        self._fly(athlete, 1)
        time.sleep(0.03)
        status, value = self.members[athlete].answer(
            method, ATHLETE.sub(f"/api/v1/athlete/{stand_in.ATHLETE}", path), query, body)
        self._fly(athlete, -1)
        if isinstance(value, dict) and value.get("id") == stand_in.ATHLETE:
            value = {**value, "id": athlete}
        return status, value

    def _fly(self, athlete, step):
        with self._lock:
            for key in (athlete, "all"):
                self.flying[key] += step
                self.most_flying[key] = max(self.most_flying[key], self.flying[key])

    def asked(self, athlete, method, since=0):
        return sum(
            entry[0] == method and entry[1].startswith(f"/api/v1/athlete/{athlete}/events")
            for entry in self.requests[since:])


class World:
    """A folder with a roster and a plan, and the program run in it."""

    def __init__(self, program, squad, athletes, **roster):
        self.program, self.squad = program, squad
        self.plan = plan(3)
        self.roster = {"format": 1, "id": "oracle", "plan": "block.plan.yaml", **roster, "athletes": athletes}
        self.faults = []

    def run(self, folder, command, *arguments, environment=None):
        (folder / "templates.yaml").write_text(TEMPLATES, encoding="utf-8")
        (folder / "block.plan.yaml").write_text(text_of(self.plan), encoding="utf-8")
        (folder / "squad.yaml").write_text(json.dumps(self.roster), encoding="utf-8")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("INTERVALS_", "PLAN_"))}
        done = subprocess.run(
            [self.program, command, "squad.yaml", "--base-url", self.squad.base_url, "--today", EVE, *arguments],
            cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False, text=True,
            env=clean | ({"INTERVALS_API_KEY": COACH} if environment is None else environment))
        for secret in (COACH, BEN):
            if secret in done.stdout + done.stderr:
                self.faults.append(f"{command} prints {secret}")
        return done

    def expect(self, holds, message, done=None):
        if not holds:
            said = f"\nstatus {done.returncode}\n{done.stdout[-800:]}\n{done.stderr[-800:]}" if done else ""
            self.faults.append(message + said)


def scenario(*athletes, **roster):
    def register(function):
        SCENARIOS.append((function, athletes, roster))
        return function

    return register


def people(*ids, **more):
    return [{"id": athlete, **more.get(athlete, {})} for athlete in ids]


def statuses(done):
    return [entry["status"] for entry in json.loads(done.stdout)["athletes"]]


@scenario(*people("i1", "i2", "i3"))
def first_publish_and_repeat(world, folder):
    done = world.run(folder, "apply", "--yes", "--format", "json")
    world.expect(done.returncode == 0 and statuses(done) == [0, 0, 0], "everybody gets the plan", done)
    world.expect(json.loads(done.stdout)["totals"]["create"] == 54, "the totals are everybody's", done)
    world.expect([entry["athlete"] for entry in json.loads(done.stdout)["athletes"]] == ["i1", "i2", "i3"], "order", done)
    since = len(world.squad.requests)
    done = world.run(folder, "apply", "--yes")
    world.expect(done.returncode == 0, "a repeat is 0", done)
    for athlete in ("i1", "i2", "i3"):
        world.expect(len(world.squad.members[athlete].events) == 18, f"{athlete} has 18 events", done)
        world.expect(world.squad.asked(athlete, "GET", since) == 1, f"a repeat reads {athlete} once", done)
        world.expect(world.squad.asked(athlete, "POST", since) == 0, f"a repeat writes nothing for {athlete}", done)


@scenario(*people("i1", "i2", "i3"))
def one_is_refused_in_the_middle(world, folder):
    world.run(folder, "apply", "--yes")
    for week in range(2):
        world.plan["phases"][week]["week"][0]["name"] = "New"
    world.plan["phases"][2]["week"].pop()
    world.squad.faults = [stand_in.Fault("PUT", r"/athlete/i2/events/\d+$", "status", status=401, times=99, after=1)]
    done = world.run(folder, "apply", "--yes", "--format", "json")
    world.expect(done.returncode == 5 and statuses(done) == [0, 5, 0], "that athlete 5, the others done", done)
    counts = [len(member.events) for member in world.squad.members.values()]
    world.expect(counts == [17, 18, 17], f"no delete for that athlete: {counts}", done)
    world.squad.faults = []
    since = len(world.squad.requests)
    done = world.run(folder, "apply", "--yes", "--format", "json")
    world.expect(done.returncode == 0 and statuses(done) == [0, 0, 0], "the next run completes", done)
    puts = [world.squad.asked(athlete, "PUT", since) for athlete in ("i1", "i2", "i3")]
    world.expect(puts == [0, 2, 0], f"one update and one delete were missing, of i2 alone: {puts}", done)


@scenario(*people("i1", "i9", "i3"))
def somebody_elses_athlete(world, folder):
    del world.squad.members["i9"]
    done = world.run(folder, "diff", "--format", "json")
    world.expect(done.returncode == 1 and statuses(done) == [0, 1, 0], "a look that fails for one is 1", done)
    world.expect("403" in (json.loads(done.stdout)["athletes"][1]["error"] or ""), "the error is told", done)
    done = world.run(folder, "apply", "--yes", "--format", "json")
    world.expect(done.returncode == 5 and statuses(done) == [0, 1, 0], "written and failed is 5", done)
    done = world.run(folder, "apply", "--yes", "--format", "json")
    world.expect(done.returncode == 1, "nothing was left for the others: 1", done)


@scenario(*people(*[f"i{number}" for number in range(1, 9)]))
def four_at_once_and_one_request_each(world, folder):
    done = world.run(folder, "apply", "--yes")
    world.expect(done.returncode == 0, "all eight", done)
    flying = world.squad.most_flying
    world.expect(flying["all"] <= 4, f"{flying['all']} requests at once")
    world.expect(all(flying[athlete] == 1 for athlete in world.squad.members), f"{dict(flying)}")


@scenario(*people("i1", "i2", "i3", i2={"credential": {"env": "BEN_KEY"}}))
def keys_of_their_own(world, folder):
    world.squad.keys["i2"] = BEN
    world.roster["credential"] = {"command": ["cat", "coach.txt"]}
    (folder / "coach.txt").write_text(COACH + "\n")
    done = world.run(folder, "apply", "--yes", environment={"BEN_KEY": BEN})
    world.expect(done.returncode == 0, "each with the right key", done)
    done = world.run(folder, "diff", environment={})
    world.expect(done.returncode == 1, "without Ben's key Ben alone fails", done)
    world.expect("BEN_KEY" in done.stdout + done.stderr, "the variable is named", done)


@scenario(*people("i1"), credential={"file": "coach.key"})
def a_key_file_that_others_may_read(world, folder):
    key = folder / "coach.key"
    key.write_text(COACH)
    key.chmod(0o644)
    done = world.run(folder, "apply", "--yes", environment={})
    world.expect(done.returncode == 1 and not world.squad.requests, "refused before the first request", done)
    world.expect("0600" in done.stderr or "chmod 600" in done.stderr, "the way out is told", done)
    key.chmod(0o600)
    world.expect(world.run(folder, "apply", "--yes", environment={}).returncode == 0, "0600 is taken")


@scenario(*people("i1", "i2", i2={"override": {"load_factor": "50%", "availability": {"sat": "off"}}, "groups": ["b"]}))
def groups_and_overrides(world, folder):
    done = world.run(folder, "apply", "--yes", "--athletes", "b", "--format", "json")
    world.expect(done.returncode == 0 and statuses(done) == [0], "one athlete of two", done)
    world.expect(not world.squad.members["i1"].events, "the other is left alone", done)
    days = {event["start_date_local"][:10] for event in world.squad.members["i2"].events.values()}
    world.expect("2027-01-09" not in days, "Saturday is off", done)
    world.expect(world.run(folder, "diff", "--athletes", "nobody").returncode == 64, "an unknown name is 64")


def play(program, function, athletes, roster):
    with tempfile.TemporaryDirectory(prefix="squad-") as folder:
        with Squad(*[athlete["id"] for athlete in athletes]) as squad:
            world = World(program, squad, [dict(athlete) for athlete in athletes], **roster)
            function(world, pathlib.Path(folder))
            protests = squad.protests + [text for member in squad.members.values() for text in member.protests]
    return [f"{function.__name__}: {fault}" for fault in world.faults + protests]


def main(program, *names):
    scenarios = [entry for entry in SCENARIOS if not names or entry[0].__name__ in names]
    faults = [fault for entry in scenarios for fault in play(program, *entry)]
    tally.finish("squad", faults, len(scenarios))


if __name__ == "__main__":
    main(*sys.argv[1:])
