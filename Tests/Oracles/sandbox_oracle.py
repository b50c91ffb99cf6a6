"""Holds the sandbox's requests and answers to the service's published description, and fuzzes it with schemathesis.

    sandbox_oracle.py PROGRAM

The calls below are a tour of everything the sandbox answers: each request and each answer must be valid. Then
schemathesis makes up requests, and follows links from what it created: nothing may be answered with 500. NIGHTLY=1
lets it go on for longer.
"""

import base64
import datetime
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

import sandbox_process
import service_schema
import tally

TEXT = "- 10m 60%\n\n2x\n- 5m 95%\n- 5m 50%\n"


class Tour:
    """Sends requests, and checks both sides of each against the description."""

    def __init__(self, sandbox, service):
        self.url = sandbox.url
        self.today = datetime.date.fromisoformat(sandbox.today)
        self.service = service
        self.faults = []
        self.count = 0
        self.seen = set()

    def day(self, offset):
        return (self.today + datetime.timedelta(days=offset)).isoformat()

    def call(self, verb, path, body=None, key="sandbox", status=200, form=None, **query):
        """The answer's JSON or bytes."""
        self.count += 1
        target = f"/api/v1/{path}"
        words = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in query.items()}
        found = self.service.find(verb, target)
        label = f"{verb} {path}"
        if not found and status != 405:
            self.faults.append(f"{label}: not in the description")
        elif found:
            self.seen.add((verb, found[0]))
            checked = body if status == 200 else None
            if status == 200:
                self.note(label, self.service.request_faults(found[1], words, checked))
        seen, data, kind = self.send(verb, target, words, body, key, form)
        if seen != status:
            self.faults.append(f"{label}: {seen} instead of {status}: {data[:200]!r}")
        value = data
        if kind.startswith("application/json"):
            value = json.loads(data)
            if found:
                self.note(label, self.service.answer_faults(found[1], seen, value))
        return value

    def note(self, label, faults):
        self.faults += [f"{label}: {fault}" for fault in faults[:6]]

    def send(self, verb, target, query, body, key, form):
        address = self.url + urllib.parse.quote(target) + ("?" + urllib.parse.urlencode(query) if query else "")
        headers = {"Authorization": "Basic " + base64.b64encode(f"API_KEY:{key}".encode()).decode()}
        headers["Accept-Encoding"] = "gzip"
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        if form:
            name, content = form
            data = (
                b'--x\r\nContent-Disposition: form-data; name="file"; filename="' + name.encode()
                + b'"\r\nContent-Type: application/octet-stream\r\n\r\n' + content + b"\r\n--x--\r\n"
            )
            headers["Content-Type"] = "multipart/form-data; boundary=x"
        request = urllib.request.Request(address, data=data, headers=headers, method=verb)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return self.read(answer.status, answer)
        except urllib.error.HTTPError as error:
            return self.read(error.code, error)

    @staticmethod
    def read(status, answer):
        data = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        return status, data, answer.headers.get("Content-Type", "")

    def expect(self, what, condition):
        self.count += 1
        if not condition:
            self.faults.append(what)


def ride(tour, offset, **more):
    body = {"category": "WORKOUT", "type": "Ride", "name": "Ride", "description": TEXT}
    return {**body, "start_date_local": tour.day(offset) + "T00:00:00", **more}


def events(tour):
    span = {"oldest": tour.day(0), "newest": tour.day(40)}
    made = tour.call("POST", "athlete/0/events", ride(tour, 1, tags=["a"]))
    tour.call("POST", "athlete/0/events", {"category": "NOTE", "name": "N", "start_date_local": tour.day(1)}, status=422)
    tour.call("GET", f"athlete/0/events/{made['id']}")
    tour.call("PUT", f"athlete/0/events/{made['id']}", {"name": "Changed", "load_target": 50})
    bulk = [ride(tour, 2, external_id="x1"), {**ride(tour, 3), "category": "RACE_A"}]
    bulk = tour.call("POST", "athlete/0/events/bulk", bulk, upsert=True, updatePlanApplied=True)
    for suffix in ["", ".json", "json"]:
        tour.call("GET", f"athlete/0/events{suffix}", **span, resolve=True, category="WORKOUT,RACE_A", limit=10)
    table = tour.call("GET", "athlete/0/events.csv", **span)
    tour.expect("a table of events", b"start_date_local" in table)
    for form in ["zwo", "mrc", "erg", "fit"]:
        listed = tour.call("GET", "athlete/0/events", **span, ext=form, powerRange=5)
        tour.expect(f"{form} files in a list", any(row.get("workout_file_base64") for row in listed))
        content = tour.call("GET", f"athlete/0/events/{made['id']}/download.{form}")
        same = tour.call("GET", f"athlete/0/events/{made['id']}/download{form}")
        tour.expect(f"{form} with and without the dot", content == same and len(content) > 40)
        body = {"category": "WORKOUT", "type": "Ride", "filename": f"f.{form}", "name": "From file"}
        body["start_date_local"] = tour.day(9) + "T00:00:00"
        body["file_contents_base64"] = base64.b64encode(content).decode()
        again = tour.call("POST", "athlete/0/events", body)
        tour.expect(f"{form} there and back: {again.get('moving_time')} s", again.get("moving_time") == 1800)
    archive = tour.call("GET", "athlete/0/workouts.zip", ext="zwo", **span)
    tour.expect("an archive", archive[:2] == b"PK")
    done = tour.call("POST", f"athlete/0/events/{made['id']}/mark-done")
    tour.call("DELETE", f"activity/{done['id']}")
    copies = {"numCopies": 2, "weeksBetween": 1, "eventIds": [made["id"]]}
    tour.call("POST", "athlete/0/duplicate-events", copies)
    tour.call("PUT", "athlete/0/events", {"hide_from_athlete": False, "athlete_cannot_edit": False}, **span)
    tour.call("GET", "athlete/0/event-tags")
    tour.call("GET", "athlete/0/fitness-model-events")
    tour.call("GET", "athlete/0/calendars")
    tour.call("PUT", "athlete/0/events/bulk-delete", [{"external_id": "x1"}, {"id": bulk[1]["id"]}, {"id": 5}])
    tour.call("DELETE", f"athlete/0/events/{made['id']}", others=True, notBefore=tour.day(0))
    tour.call("GET", f"athlete/0/events/{made['id']}", status=404)
    tour.call("DELETE", "athlete/0/events", oldest=tour.day(8), newest=tour.day(9), category="WORKOUT")


def library(tour):
    folder = tour.call("POST", "athlete/0/folders", {"name": "Tour", "type": "PLAN"})["id"]
    body = {"folder_id": folder, "type": "Ride", "name": "W", "description": TEXT, "day": 1}
    made = tour.call("POST", "athlete/0/workouts", body)
    tour.call("POST", "athlete/0/workouts", {"name": "W", "type": "Ride"}, status=422)
    tour.call("POST", "athlete/0/workouts/bulk", [body, body])
    tour.call("GET", "athlete/0/workouts")
    tour.call("GET", f"athlete/0/workouts/{made['id']}")
    tour.call("PUT", f"athlete/0/workouts/{made['id']}", {"name": "V", "tags": ["t"]})
    tour.call("GET", "athlete/0/workout-tags")
    tour.call("POST", "athlete/0/duplicate-workouts", {"numCopies": 1, "weeksBetween": 1, "workoutIds": [made["id"]]})
    tour.call("PUT", f"athlete/0/folders/{folder}", {"description": "D"})
    tour.call("PUT", f"athlete/0/folders/{folder}/workouts", {"hide_from_athlete": True}, oldest=0, newest=20)
    tour.call("PUT", f"athlete/0/folders/{folder}/shared-with", [{"id": "i3", "canEdit": True}])
    tour.call("GET", f"athlete/0/folders/{folder}/shared-with")
    tour.call("GET", f"athlete/0/folders/{folder}/workouts", status=405)
    for path in ["download-workout", "athlete/0/download-workout"]:
        for suffix in [".zwo", "mrc", ".erg", "fit"]:
            tour.call("POST", path + suffix, {"type": "Ride", "name": "C", "description": TEXT})
    content = tour.call("POST", "download-workout.zwo", {"type": "Ride", "workout_doc": made["workout_doc"]})
    taken = tour.call("POST", f"athlete/0/folders/{folder}/import-workout", form=("i.zwo", content), type="Ride")
    tour.expect("an imported workout", taken["moving_time"] == 1800)
    start = tour.day(50) + "T00:00:00"
    extra = [{"name": "E", "type": "Run", "description": "- 20m 70% Pace", "day": 3}]
    applied = {"folder_id": folder, "start_date_local": start, "extra_workouts": extra}
    tour.call("POST", "athlete/0/events/apply-plan", applied)
    tour.call("PUT", "athlete/0/training-plan", {"training_plan_id": folder, "training_plan_start_date": tour.day(60)})
    tour.call("GET", "athlete/0/training-plan")
    tour.call("PUT", "athlete/0/apply-plan-changes")
    tour.call("PUT", "athlete-plans", [{"id": "i1", "training_plan_alias": "A"}])
    tour.call("GET", "athlete/0/folders")
    tour.call("DELETE", f"athlete/0/workouts/{made['id']}", others=False)
    tour.call("DELETE", f"athlete/0/folders/{folder}")
    tour.call("DELETE", "athlete/0/folders/999999")


def athletes(tour):
    tour.call("GET", "athletes", key="coach")
    tour.call("GET", "athlete/i1", key="coach")
    tour.call("GET", "athlete/i4/events", key="coach")
    note = {"category": "NOTE", "name": "N", "start_date_local": tour.day(1) + "T00:00:00"}
    tour.call("POST", "athlete/i4/events", note, key="coach", status=403)
    tour.call("GET", "athlete/i3/events", status=403)
    tour.call("GET", "athlete/0", key="wrong", status=401)
    tour.call("PUT", "athlete/0", {"icu_weight": 70.5, "icu_tags": ["road"]})
    for path in ["athlete-summary", "athlete-summary.json", "groups", "profile", "connections"]:
        tour.call("GET", f"athlete/0/{path}", key="coach")
    tour.call("GET", "athlete/0/athlete-summary", start=tour.day(-20), end=tour.day(0), tags="road")
    settings = tour.call("GET", "athlete/0/sport-settings")
    tour.call("GET", "athlete/0/sport-settings/Run")
    tour.call("PUT", f"athlete/0/sport-settings/{settings[0]['id']}", {"ftp": 255}, recalcHrZones=False)
    tour.call("PUT", "athlete/0/sport-settings", [{"id": settings[0]["id"], "ftp": 250}], recalcHrZones=True)
    made = tour.call("POST", "athlete/0/sport-settings", {"types": ["Rowing"], "lthr": 158})
    tour.call("DELETE", f"athlete/0/sport-settings/{made['id']}")


def days_and_sessions(tour):
    for suffix in ["", ".json"]:
        tour.call("GET", f"athlete/0/wellness{suffix}", oldest=tour.day(-30), newest=tour.day(14))
    rows = tour.call("GET", "athlete/0/wellness", oldest=tour.day(-3), newest=tour.day(0), fields="ctl,atl")
    tour.expect("only the fields that were asked for", all(set(row) <= {"ctl", "atl", "id"} for row in rows))
    tour.call("GET", "athlete/0/wellness.csv", oldest=tour.day(-3), cols="id,weight")
    tour.call("GET", f"athlete/0/wellness/{tour.day(-1)}")
    tour.call("PUT", f"athlete/0/wellness/{tour.day(-1)}", {"weight": 70.0})
    tour.call("PUT", "athlete/0/wellness", {"id": tour.day(-2), "mood": 2})
    tour.call("PUT", "athlete/0/wellness-bulk", [{"id": tour.day(-3), "hrv": 60.5}])
    table = f"date,weight,restingHR\n{tour.day(-5)},69.5,44\n".encode()
    tour.call("POST", "athlete/0/wellness", form=("w.csv", table))
    done = tour.call("GET", "athlete/0/activities", oldest=tour.day(-365), newest=tour.day(0))
    tour.expect("a year of activities", len(done) > 150)
    tour.call("GET", "athlete/0/activities", status=422)
    tour.call("GET", "athlete/0/activities", oldest=tour.day(-30), limit=2, fields="id,icu_training_load")
    tour.call("GET", "athlete/0/activities.csv")
    whole = [row["id"] for row in done if row.get("name")]
    tour.call("GET", f"activity/{whole[0]}", intervals=True)
    tour.call("GET", f"activity/{whole[0]}/intervals")
    tour.call("PUT", f"activity/{whole[0]}", {"description": "D", "tags": ["race"]})
    tour.call("GET", f"athlete/0/activities/{whole[0]},{whole[1]}", intervals=True)
    tour.call("GET", "athlete/0/activity-tags")
    tour.call("GET", "athlete/0/activities/search", q="long")
    tour.call("GET", "athlete/0/activities/search-full", q="#race", limit=3)
    tour.call("GET", "athlete/0/activities-around", activity_id=whole[3], limit=2)
    made = {"start_date_local": tour.day(-1) + "T06:00:00", "type": "Run", "name": "M", "moving_time": 600}
    tour.call("POST", "athlete/0/activities/manual", made)
    tour.call("POST", "athlete/0/activities/manual/bulk", [made])


def toured(program, service):
    """The tour's faults and count; every call of the description must have been made."""
    with sandbox_process.Sandbox(program, "--seed") as sandbox:
        tour = Tour(sandbox, service)
        for part in [events, library, athletes, days_and_sessions]:
            try:
                part(tour)
            except (KeyError, IndexError, TypeError, ValueError) as error:
                tour.faults.append(f"{part.__name__} broke off: {error!r}")
        missed = {(verb, path) for verb, _, _, path, _ in service.calls} - tour.seen
        if not os.environ.get("SERVICE_OPENAPI"):
            tour.faults += [f"{verb} {path} was never called" for verb, path in sorted(missed)]
        return tour.faults, tour.count


LINKS = {
    ("/api/v1/athlete/{id}/events", "post"): ("/api/v1/athlete/{id}/events/{eventId}", "eventId"),
    ("/api/v1/athlete/{id}/folders", "post"): ("/api/v1/athlete/{id}/folders/{folderId}", "folderId"),
    ("/api/v1/athlete/{id}/workouts", "post"): ("/api/v1/athlete/{id}/workouts/{workoutId}", "workoutId"),
    ("/api/v1/athlete/{id}/activities/manual", "post"): ("/api/v1/activity/{id}", "id"),
}

# What makes a made-up body likely to be taken, so that links have something to follow.
STARTS = {"type": "string", "enum": ["2026-03-02T00:00:00", "2026-03-09T07:30:00"]}
NAMES = {"type": "string", "minLength": 1, "maxLength": 90}
SPORTS = {"type": "string", "enum": ["Ride", "Run", "Swim", "WeightTraining"]}
TEXTS = {"anyOf": [{"type": "string"}, {"type": "string", "enum": [TEXT, "- 1km Z2 Pace", "3x\n- 1m Z9\n"]}]}
DATED = {"start_date_local": STARTS, "name": NAMES, "type": SPORTS, "description": TEXTS}
LIKELY = {
    "EventEx": DATED, "Activity": DATED, "Folder": {"name": NAMES}, "CreateFolderDTO": {"name": NAMES},
    "WorkoutEx": {"name": NAMES, "type": SPORTS, "description": TEXTS, "folder_id": {"type": "integer", "enum": [1]}},
}
MOST_FIELDS = 30


def linked(document):
    """The description for making up requests: likely bodies, one athlete, no answers.

    Links go from what creates to what shows, changes and deletes.
    """
    for name, fields in LIKELY.items():
        schema = document["components"]["schemas"][name]
        schema["properties"].update(fields)
        schema["required"] = list(fields)
    for schema in document["components"]["schemas"].values():
        fields = schema.get("properties", {})
        kept = list(schema.get("required", [])) + [name for name in fields if name not in schema.get("required", [])]
        schema["properties"] = {name: fields[name] for name in kept[:MOST_FIELDS]} if fields else {}
        if not fields:
            del schema["properties"]
    for operations in document["paths"].values():
        for operation in operations.values():
            operation["responses"] = {"200": {"description": "answer"}}
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path" and parameter["name"] in ("id", "athleteId"):
                    parameter["schema"] = {"type": "string", "enum": ["0", "i1"]}
    for (path, verb), (target, name) in LINKS.items():
        links = {}
        for other, operation in document["paths"][target].items():
            operation["operationId"] = f"{other}_{name}_{target.count('/')}"
            for parameter in operation["parameters"]:
                if parameter["name"] == name:
                    parameter["schema"] = {"type": "string"}
            links[operation["operationId"]] = {
                "operationId": operation["operationId"], "parameters": {f"path.{name}": "$response.body#/id"},
            }
        document["paths"][path][verb]["responses"]["200"]["links"] = links
    return document


def fuzzed(program):
    """What schemathesis found, first by following links, then by calls on their own."""
    is_long = os.environ.get("NIGHTLY") == "1"
    seconds, examples = ("1800", "200") if is_long else ("25", "5")
    faults = []
    with tempfile.TemporaryDirectory() as folder, sandbox_process.Sandbox(program, "--seed") as sandbox:
        path = pathlib.Path(folder) / "service.json"
        path.write_text(json.dumps(linked(service_schema.document())))
        key = base64.b64encode(b"API_KEY:sandbox").decode()
        for phase in ["stateful", "fuzzing"]:
            words = [
                str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", str(path), "--url", sandbox.url,
                "--header", f"Authorization: Basic {key}", "--checks", "not_a_server_error", "--phases", phase,
                "--seed", "20260302", "--no-color", "--suppress-health-check", "all", "--warnings", "off",
                "--max-examples", examples, "--max-time", seconds, "--request-timeout", "30",
                "--generation-database", "none",
            ]
            result = subprocess.run(words, capture_output=True, text=True, cwd=folder, timeout=2 * int(seconds) + 120)
            if result.returncode != 0:
                faults.append(f"schemathesis, {phase}: {result.stdout[-3000:]} {result.stderr[-500:]}")
            if sandbox.process.poll() is not None:
                faults.append(f"schemathesis, {phase}: the sandbox ended")
                break
    return faults


def main(program):
    faults, count = toured(program, service_schema.Service())
    if os.environ.get("SANDBOX_FUZZ") != "0":
        faults += fuzzed(program)
    tally.finish("sandbox", faults, count)


if __name__ == "__main__":
    main(*sys.argv[1:])
