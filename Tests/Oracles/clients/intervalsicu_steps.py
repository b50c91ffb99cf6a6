"""intervalsicu, whose address is an attribute of its class."""

import datetime

import checks
from checks import KEY, URL, day, equal, expect
from intervalsicu import Intervals
from intervalsicu.api.error import ClientError, CredentialError

Intervals.URL = URL
SERVICE = Intervals(checks.ATHLETE, KEY, strict=False)


def date(offset):
    return datetime.date.fromisoformat(day(offset))


def lists():
    equal("the first calendar", SERVICE.calendars()[0]["id"], 1)
    folders = SERVICE.folders()
    expect("folders with workouts", folders and folders[0]["children"], folders)
    workouts = SERVICE.workouts()
    equal("one workout", SERVICE.workout(workouts[0]["id"])["name"], workouts[0]["name"])
    expect("a year's dates", SERVICE.events(date(-200), date(200)))
    lines = SERVICE.activities().splitlines()
    expect("a table of activities", len(lines) > 100 and lines[0].split(",")[0] == "id", lines[:1])


def wellness():
    record = SERVICE.wellness(date(-3))
    record["comments"] = "By client"
    equal("written", SERVICE.wellness_put(record)["comments"], "By client")
    equal("a week", len(SERVICE.wellness(date(-6), date(0))), 7)


def activities():
    table = [line.split(",")[0] for line in SERVICE.activities().splitlines()[1:]]
    activity = next(one for one in map(SERVICE.activity, table[:5]) if one.get("name"))
    activity["description"] = "By client"
    equal("written", SERVICE.activity_put(activity)["description"], "By client")


def refusals():
    for key, kind in [("wrong", CredentialError)]:
        try:
            Intervals(checks.ATHLETE, key, strict=False).calendars()
            expect("a wrong key is refused", False)
        except kind as error:
            equal("status", error.status, 401)
    try:
        Intervals("i999", KEY, strict=False).calendars()
        expect("a strange athlete is refused", False)
    except ClientError as error:
        equal("status", error.status, 403)


checks.run(lists, wellness, activities, refusals)
