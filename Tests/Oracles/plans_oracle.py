"""Holds every shipped plan to what it says and to what a coach expects, from the program's JSON alone.

    plans_oracle.py PROGRAM

Workouts are priced again by the naive model, the curve is computed again day by day, and availability, hard days,
limits, race-morning form and the taper are checked against the plan file as PyYAML reads it.
"""

import datetime
import math
import re
import sys
from collections import defaultdict

import core_yaml
import templates
import workout_model

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
HARD = {"quality", "test", "long", "race"}
OFF_THE_CHART = {"WeightTraining", "Yoga", "Pilates"}
MOST_FITNESS_LOST = 0.15  # of the peak, by race morning
FORM_AT_THE_START = (5, 25)  # points, race morning of an A race
STRETCHED = 0.05  # of a week's target
RUN_SHARE, RIDE_SHARE = 0.40, 0.50  # of a week's time, the long session


def day(text):
    return datetime.date.fromisoformat(text[:10])


def is_session(event):
    return event["category"] == "WORKOUT" or event["category"].startswith("RACE_")


class Shown:
    """A plan file and what the program made of it."""

    def __init__(self, program, path):
        self.path = path
        self.plan = core_yaml.load(path)
        self.show = templates.run_json(program, "show", path)
        self.preview = templates.run_json(program, "preview", path)
        self.check = templates.run_json(program, "check", path)
        self.sessions = [event for event in self.show["events"] if is_session(event)]
        self.limits = self.plan.get("limits", {})
        self.races = {day(event["date"]) for event in self.sessions if event["category"].startswith("RACE_")}

    def availability(self, date, phase):
        """Seconds of the day, None for no limit; the plan's own words merged with the phase's."""
        phases = {entry["id"]: entry for entry in self.plan["phases"]}
        words = {**self.plan.get("availability", {}), **phases[phase].get("availability", {})}
        room = words.get(WEEKDAYS[date.weekday()], words.get("default"))
        if isinstance(room, dict):
            return room.get("max"), room.get("sessions", 1)
        return room, 0 if room == "off" else 1


def price_faults(shown):
    """Each workout's text, priced by the model at the plan's thresholds."""
    thresholds = shown.plan["athlete"]["thresholds"]
    for event in shown.sessions:
        text = event["description"] or ""
        if not any(line.startswith("-") for line in text.splitlines()):
            continue
        sport = event["type"]
        if sport not in thresholds:
            yield f"{event['key']}: steps in a sport without thresholds"
            continue
        if sport == "Ride":
            expected = workout_model.by_power(text, thresholds["Ride"]["ftp"])
        else:
            clock, unit = thresholds[sport]["pace"].split("/")
            minutes, rest = map(int, clock.split(":"))
            speed = {"km": 1000, "100m": 100}[unit] / (minutes * 60 + rest)
            expected = workout_model.by_pace(text, speed, 2 if sport == "Run" else 3)
        for key in ("duration", "load"):
            if event[key] != expected[key]:
                yield f"{event['key']}: {key} {event[key]}, the model says {expected[key]}"


def week_faults(shown):
    for week in shown.show["weeks"]:
        sessions = [event for event in shown.sessions if event["week"] == week["number"]]
        for key in ("load", "duration"):
            total = sum(event[key] or 0 for event in sessions)
            if total != week[key]:
                yield f"week {week['number']}: {key} {week[key]}, its sessions have {total}"
        target = (week["target"] or {}).get("load")
        if any(cause.startswith("life.") for cause in week["binding"]):
            continue
        if target and abs(week["load"] - target) > STRETCHED * target:
            yield f"week {week['number']}: load {week['load']} for a target of {target}"


def day_faults(shown):
    by_day = defaultdict(list)
    for event in shown.sessions:
        by_day[day(event["date"])].append(event)
    for date, sessions in sorted(by_day.items()):
        if date in shown.races:
            if len(sessions) > 1:
                yield f"{date}: something else on a race day"
            continue
        room, count = shown.availability(date, sessions[0]["phase"])
        seconds = sum(event["duration"] or 0 for event in sessions)
        if room == "off" or (room and seconds > templates.seconds(room)):
            yield f"{date}: {seconds} s on a day of {room}"
        # A brick counts once, by its first part.
        own = [event for event in sessions if not re.search(r"\.[2-9]$", event["key"])]
        if sum(event["role"] not in ("strength", "technique") for event in own) > count:
            yield f"{date}: more than {count} sessions"


def hard_day_faults(shown):
    hard = sorted({day(event["date"]) for event in shown.sessions if event["role"] in HARD})
    for first, second in zip(hard, hard[1:]):
        if (second - first).days < 2:
            yield f"{first} and {second} are both hard"
    most = shown.limits.get("hard", {}).get("per_week", 3)
    for week in shown.show["weeks"]:
        count = sum(event["role"] in ("quality", "test") for event in shown.sessions if event["week"] == week["number"])
        if count > most:
            yield f"week {week['number']}: {count} hard sessions"


def long_faults(shown):
    for week in shown.show["weeks"]:
        sessions = [event for event in shown.sessions if event["week"] == week["number"] and event["role"] != "race"]
        for event in sessions:
            most = RUN_SHARE if event["type"] == "Run" else RIDE_SHARE
            if event["role"] == "long" and event["duration"] > most * sum(other["duration"] for other in sessions):
                yield f"{event['key']}: more than {most:.0%} of the week's time"


def curve_faults(shown):
    """CTL, ATL, form and ramp once more, from the loads of `show`."""
    loads = defaultdict(int)
    for event in shown.sessions:
        loads[event["date"][:10]] += 0 if event["type"] in OFF_THE_CHART else event["load"] or 0
    fitness = shown.plan["athlete"]["fitness"]
    ctl, atl = fitness["ctl"], fitness["atl"]
    history = [ctl]
    for entry in shown.preview["days"]:
        morning = ctl - atl
        load = loads.pop(entry["date"], 0)
        ctl += (load - ctl) * (1 - math.exp(-1 / 42))
        atl += (load - atl) * (1 - math.exp(-1 / 7))
        history.append(ctl)
        expected = {"load": load, "ctl": ctl, "atl": atl, "form": ctl - atl, "morning_form": morning}
        if len(history) > 8:
            expected["ramp"] = ctl - history[-8]
        for key, value in expected.items():
            if entry[key] is None or abs(entry[key] - value) > 1e-4:
                yield f"{entry['date']}: {key} {entry[key]}, computed again {value:.4f}"
    yield from (f"{date}: load {load} is not in the curve" for date, load in loads.items() if load)


def limit_faults(shown):
    days = {entry["date"]: entry for entry in shown.preview["days"]}
    if "ramp" in shown.limits:
        before = shown.plan["athlete"]["fitness"]["ctl"]
        for week in shown.show["weeks"]:
            after = days[str(day(week["start"]) + datetime.timedelta(6))]["ctl"]
            if after - before > shown.limits["ramp"]:
                yield f"week {week['number']}: CTL rises by {after - before:.1f}"
            before = after
    excepted = shown.races | {date + datetime.timedelta(1) for date in shown.races}
    for date, entry in days.items():
        if day(date) not in excepted and entry["form"] < shown.limits.get("form", -math.inf):
            yield f"{date}: form {entry['form']}"
    hours = shown.limits.get("hours")
    for week in shown.show["weeks"]:
        events = [event for event in shown.sessions if event["week"] == week["number"]]
        own = [event for event in events if event["category"] not in ("RACE_A", "RACE_B")]
        if hours and sum(event["duration"] or 0 for event in own) > templates.seconds(hours):
            yield f"week {week['number']}: more than {hours}"
        if sum(event["load"] or 0 for event in own) > shown.limits.get("load", math.inf) * (1 + STRETCHED):
            yield f"week {week['number']}: more load than the limit"


def race_faults(shown):
    categories = {event["key"]: event["category"] for event in shown.sessions}
    peak = max(entry["ctl"] for entry in shown.preview["days"])
    for race in shown.preview["races"]:
        if categories[race["key"]] != "RACE_A":
            continue
        low, high = FORM_AT_THE_START
        if not low <= race["morning_form"] <= high:
            yield f"{race['key']}: form {race['morning_form']} on race morning"
        if race["morning_ctl"] < (1 - MOST_FITNESS_LOST) * peak:
            yield f"{race['key']}: CTL {race['morning_ctl']} of {peak}"


CHECKS = [
    price_faults, week_faults, day_faults, hard_day_faults, long_faults, curve_faults, limit_faults, race_faults,
]


def main(program):
    faults = []
    for path in templates.PLANS:
        shown = Shown(program, path)
        # What a coach would object to is a warning: shipped plans may have some, never an error.
        errors = [entry for entry in shown.check["diagnostics"] if entry["severity"] == "error"]
        found = [f"`plan check` says {entry['message']}" for entry in errors]
        found += [fault for check in CHECKS for fault in check(shown)]
        faults += [f"{path.name}: {fault}" for fault in found]
    templates.finish("plans", faults, len(templates.PLANS))


if __name__ == "__main__":
    main(sys.argv[1])
