"""What the user and scripts see, and what is refused before a request. Each function is a scenario of its own."""

import json

import publishing_rules
import stand_in
from publishing_world import scenario
from stand_in import Fault


# The user.


@scenario(weeks=3)
def no_terminal_and_no_yes(world):
    outcome = world.run("apply")
    world.expect(outcome.status == 64 and not outcome.requests, "refused before the first request", outcome)
    world.expect("--yes" in outcome.talk, "the way out is named", outcome)


@scenario(weeks=3)
def looking_writes_nothing(world):
    world.run("check")
    files = sorted(path for path in world.folder.rglob("*"))
    for outcome in (world.run("apply", "--dry-run"), world.run("diff"), world.run("diff", "--format", "md"),
                    world.run("apply", "--dry-run", "--format", "json"), world.run("preview"), world.run("show")):
        world.expect(outcome.status == 0 and outcome.writes == 0 and not world.ours, "nothing is written", outcome)
    new = [path for path in world.folder.rglob("*") if path not in files and ".plan" not in path.parts]
    world.expect(not new, f"new files: {new}")
    outcome = world.run("diff", "--detailed-exitcode")
    world.expect(outcome.status == 2, "changes are pending", outcome)


@scenario(weeks=3)
def a_base_url_with_its_path_and_slashes(world):
    for tail in ("/", "/api/v1", "/api/v1/"):
        outcome = world.run("diff", "--base-url", world.service.base_url + tail, base_url=False)
        world.expect(outcome.status == 0 and outcome.count("GET") == 1, tail, outcome)
    outcome = world.run("diff", environment={"INTERVALS_BASE_URL": world.service.base_url}, base_url=False)
    world.expect(outcome.status == 0 and outcome.count("GET") == 1, "from the environment", outcome)
    for url in ("http://example.org", "ftp://127.0.0.1", "127.0.0.1:80", "http://localhost.example.org", "http://127.0.0.1@example.org"):
        outcome = world.run("diff", "--base-url", url, base_url=False)
        world.expect(outcome.status == 64, f"{url} would carry the key over plain http", outcome)


@scenario(weeks=3)
def earlier_days_than_today_elsewhere(world):
    world.today = "2020-01-01"
    outcome = world.run("diff", "--base-url", "https://intervals.invalid", base_url=False)
    world.expect(outcome.status == 64, "refused before the first request", outcome)


@scenario(weeks=3)
def an_invalid_plan_asks_nobody(world):
    world.plan["phases"][0]["wekk"] = []
    outcome = world.apply()
    world.expect(outcome.status == 65 and not outcome.requests, "exit 65 without a request", outcome)


@scenario(weeks=3)
def the_key_is_never_said(world):
    for arguments in (["--verbose"], ["--verbose", "--format", "json"], ["--quiet"]):
        world.diff(*arguments[:1])
        world.apply(*arguments)
    world.service.faults = [
        Fault("GET", r"/events$", "status", status=418, message=f"You sent {stand_in.KEY}", times=9)]
    outcome = world.apply("--verbose")
    world.expect(outcome.status == 1, "even where the service repeats it", outcome)


# What scripts read.

DIFF_KEYS = {
    "format_version", "plan", "athlete", "today", "timezone", "window", "digest", "generation", "changes", "kept",
    "conflicts", "locked", "rails", "totals"}
CHANGE_KEYS = {"key", "event_id", "action", "reason", "date", "name", "fields", "expect"}
TOTALS = {"create", "update", "delete", "kept", "conflicts", "locked", "unchanged"}
FIELDS = {
    "date", "end_date", "time", "category", "type", "name", "description", "target", "indoor", "load", "duration",
    "distance", "lock", "tags"}


def json_faults(value):
    if not DIFF_KEYS <= set(value):
        yield f"without {DIFF_KEYS - set(value)}"
    if value["format_version"] != "1.0" or set(value["window"]) != {"oldest", "newest"}:
        yield f"version {value['format_version']}, window {value['window']}"
    if not TOTALS <= set(value["totals"]):
        yield f"totals without {TOTALS - set(value['totals'])}"
    for name, entries in (("create", "create"), ("update", "update"), ("delete", "delete")):
        if value["totals"][name] != sum(change["action"] == entries for change in value["changes"]):
            yield f"{name} is counted wrong"
    for change in value["changes"]:
        if not CHANGE_KEYS <= set(change):
            yield f"{change['key']}: without {CHANGE_KEYS - set(change)}"
        if change["action"] in ("create", "delete") and set(change["fields"]) != FIELDS:
            yield f"{change['key']}: every field is listed, {set(change['fields']) ^ FIELDS}"
        for field in change["fields"].values():
            if set(field) != {"before", "after", "base"} or field["base"] not in ("before", "after", "other", "unknown"):
                yield f"{change['key']}: {field}"
        empty = {"create": "before", "delete": "after"}.get(change["action"])
        if empty and any(field[empty] is not None for field in change["fields"].values()):
            yield f"{change['key']}: {empty} is null"


@scenario(weeks=4)
def json_holds_what_the_contract_says(world):
    first = world.diff()
    faults = list(json_faults(first.json))
    again = world.diff()
    world.expect(first.out == again.out, "the same bytes twice")
    applied = world.apply("--format", "json")
    faults += json_faults(applied.json)
    publishing_rules.conflict(world)
    world.drop("p4.w1.run")
    world.service.edit(world.service.find("p1.w1.run")["id"], start_date_local="2027-01-08T00:00:00")
    second = world.diff()
    faults += json_faults(second.json)
    entry = next(entry for entry in second.json["kept"] if entry["key"] == "p1.w1.run")
    world.expect(entry["why"] == "moved_by_athlete" and {"key", "event_id", "why", "fields"} <= set(entry), f"{entry}")
    second = world.apply("--format", "json")
    faults += json_faults(second.json)
    for outcome in (applied, second):
        value = outcome.json
        counted = {method: sum(entry[0] == method for entry in outcome.requests) for method in value["requests"]}
        world.expect(set(value["requests"]) == {"GET", "POST", "PUT", "DELETE"}, f"{value['requests']}")
        counted["GET"] -= 1 if value["requests"]["GET"] < counted["GET"] else 0  # the athlete may be left out
        world.expect(value["requests"] == counted, f"requests {value['requests']}, the service counts {counted}")
        for change in value["changes"]:
            world.expect(change["result"] == "done" and change["event_id"] and change["error"] is None, f"{change}")
    world.faults += faults


@scenario(weeks=3)
def colours_only_where_they_are_wanted(world):
    loud = {"CLICOLOR_FORCE": "1"}
    cases = [
        ("a pipe", [], {}, False), ("NO_COLOR", [], {"NO_COLOR": "1", **loud}, False),
        ("json", ["--format", "json", "--color", "always"], loud, False), ("always", ["--color", "always"], {}, True),
        ("forced", [], loud, True), ("never", ["--color", "never"], loud, False),
    ]
    for name, arguments, environment, expected in cases:
        outcome = world.run("diff", *arguments, environment=environment)
        world.expect(("\x1b" in outcome.out) == expected, f"{name}: colour is {expected}", outcome)
    outcome = world.run("diff", "--ascii")
    world.expect(outcome.out.replace("für", "").replace("—", "").isascii(), "--ascii is ASCII but for names", outcome)


@scenario(weeks=3)
def json_is_alone_on_stdout(world):
    for command, arguments in (("check", []), ("show", []), ("preview", []), ("diff", []), ("apply", ["--yes"])):
        outcome = world.run(command, *arguments, "--format", "json")
        try:
            json.loads(outcome.out)
        except ValueError as error:
            world.expect(False, f"{command}: {error}", outcome)
        world.expect("\x1b" not in outcome.out + outcome.talk, f"{command}: an escape", outcome)
