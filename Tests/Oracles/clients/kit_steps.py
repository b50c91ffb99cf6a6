"""intervals-kit by its commands."""

import json
import os
import subprocess
import sys

import checks
from checks import day, equal, expect


def tool(*words, status=0):
    program = os.path.join(os.path.dirname(sys.executable), "intervals-icu-tools")
    result = subprocess.run([program, *words], capture_output=True, text=True, timeout=300)
    expect(f"{words[0]} ends with {status}", result.returncode == status, result.stderr + result.stdout)
    return json.loads(result.stdout) if result.returncode == 0 and result.stdout.strip()[:1] in "[{" else None


def events():
    body = {
        "category": "WORKOUT", "type": "Run", "name": "By kit", "start_date_local": day(5) + "T00:00:00",
        "description": "- 30m 75% Pace",
    }
    event = tool("create-event", "-j", json.dumps(body))
    equal("seconds", event["moving_time"], 1800)
    changed = tool("update-event", str(event["id"]), "-j", json.dumps({"name": "Changed"}))
    equal("name", changed["name"], "Changed")
    equal("text stays", tool("get-event", str(event["id"]))["description"], body["description"])
    listed = tool("list-events", "--oldest", day(5), "--newest", day(5))
    equal("listed", [one["id"] for one in listed], [event["id"]])
    tool("delete-event", str(event["id"]))
    tool("get-event", str(event["id"]), status=4)


def library():
    folder = json.loads(os.environ["SANDBOX_FOLDERS"])[0]
    body = {"folder_id": folder, "type": "Ride", "name": "By kit", "description": "- 1h 60%"}
    workout = tool("create-workout", "-j", json.dumps(body))
    equal("name", tool("update-workout", str(workout["id"]), "-j", json.dumps({"name": "Changed"}))["name"], "Changed")
    expect("listed", workout["id"] in [one["id"] for one in tool("list-workouts")])
    tool("delete-workout", str(workout["id"]))
    tool("get-workout", str(workout["id"]), status=4)


def wellness_and_activities():
    equal("weight", tool("update-wellness", day(-2), "-j", json.dumps({"weight": 71.5}))["weight"], 71.5)
    equal("read back", tool("get-wellness", day(-2))["weight"], 71.5)
    equal("a week", len(tool("list-wellness", "--oldest", day(-6), "--newest", day(0))), 7)
    done = tool("list-activities", "--oldest", day(-60), "--newest", day(0))
    whole = next(one for one in done if one.get("name"))
    equal("one activity", tool("get-activity", whole["id"])["id"], whole["id"])
    expect("intervals", tool("get-intervals", whole["id"])["icu_intervals"])
    equal("renamed", tool("update-activity", whole["id"], "--name", "By kit")["name"], "By kit")
    expect("found by name", tool("search-activities", "By kit"))
    equal("athlete", tool("get-athlete")["id"], checks.ATHLETE)


checks.run(events, library, wellness_and_activities)
