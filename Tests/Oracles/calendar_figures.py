"""What the service makes of an event's description: a document, its time and distance, and the planned load.

By the naive model of `workout_model`, at the thresholds of the stand-in's athlete. Text outside the model's subset is an
error here, since the tests write all of it.
"""

import datetime
import functools
import html

import workout_model

FTP = 250
SPEEDS = {"Run": (1000 / 240, 2), "Swim": (1.0, 3)}


def next_midnight(start):
    return f"{datetime.date.fromisoformat(start[:10]) + datetime.timedelta(1)}T00:00:00"


def figures(event, sent):
    """The computed fields of an event after a write of the fields `sent`."""
    if event["category"] != "WORKOUT" and not event["category"].startswith("RACE_"):
        return {}
    description = event["description"] or ""
    if not any(line.strip().startswith("-") for line in description.splitlines()):
        return without_steps(event, sent)
    return dict(with_steps(description, event["type"]))


def without_steps(event, sent):
    load, seconds = event["icu_training_load"], event["moving_time"]
    result = {"workout_doc": {"steps": [], "duration": 0, "distance": 0.0, "options": {}}, "distance": 0.0}
    if load and seconds:
        result["icu_intensity"] = round(workout_model.intensity(load, seconds), 5)
    return result


@functools.cache
def with_steps(description, sport):
    if sport in SPEEDS:
        found = workout_model.by_pace(description, *SPEEDS[sport])
    else:
        found = workout_model.by_power(description, FTP)
    distance = round(found["distance"] or 0.0, 2)
    document = {
        "steps": document_steps(description), "duration": found["duration"], "distance": distance, "options": {},
        "target": "AUTO", "locales": [], "zoneTimes": []}
    return {
        "workout_doc": document, "moving_time": found["duration"], "distance": distance,
        "icu_training_load": found["load"], "icu_intensity": round(found["intensity"], 5)}


def document_steps(description):
    steps = []
    for repeats, inner in workout_model.read_blocks(description):
        children = [document_step(step) for step in inner]
        if repeats is None:
            steps += children
        else:
            steps.append({"reps": repeats, "text": html.escape(f"{repeats}x"), "steps": children})
    return steps


def document_step(step):
    target = {"units": "%ftp" if step.metric == "power" else "%pace"}
    if step.low == step.high:
        target["value"] = float(step.low)
    else:
        target |= {"start": float(step.low), "end": float(step.high)}
    result = {step.metric: target}
    if step.seconds is not None:
        result["duration"] = step.seconds
    if step.metres is not None:
        result["distance"] = float(step.metres)
    if step.ramp:
        result["ramp"] = True
    return result
