"""Compares `plan workout` with the naive model on every shipped template.

    workouts_oracle.py PROGRAM [--every]

Between them the templates cover every whole FTP from 200 to 350; `--every` takes each template through all of them.
"""

import sys
from concurrent.futures import ThreadPoolExecutor

import templates
import workout_model

FTPS = range(200, 351)
RUN_PACES = [210, 233, 240, 259, 275, 288, 301, 330]  # seconds a kilometre
SWIM_PACES = [85, 96, 100, 107, 110, 115, 123, 140]  # seconds a hundred metres


def cases(every):
    """Every comparison as (label, sport, threshold, text)."""
    rides = [case for case in templates.all_templates() if case[2]["sport"] == "Ride"]
    for _, name, template in templates.all_templates():
        if "text" not in template:
            continue
        sport = template["sport"]
        thresholds = {"Run": RUN_PACES, "Swim": SWIM_PACES}.get(sport, FTPS)
        if sport == "Ride" and not every:
            position = [ride[1] for ride in rides].index(name)
            thresholds = FTPS[position :: len(rides)]
        texts = list(templates.fillings(template))
        for turn, threshold in enumerate(thresholds):
            bound, text = texts[0] if every else texts[turn % len(texts)]
            yield f"{name} ({bound}) at {threshold}", sport, threshold, text


def faults_of(program, label, sport, threshold, text):
    if sport == "Ride":
        arguments = ["--ftp", threshold]
        expected = workout_model.by_power(text, threshold)
    else:
        metres, unit, exponent = {"Run": (1000, "km", 2), "Swim": (100, "100m", 3)}[sport]
        arguments = ["--pace", f"{threshold // 60}:{threshold % 60:02}/{unit}"]
        expected = workout_model.by_pace(text, metres / threshold, exponent)
    found = templates.run_json(program, "workout", "-", "--sport", sport, *arguments, text=text)
    result = [
        f"{label}: {key} is {found.get(key)}, the model says {value}"
        for key, value in expected.items()
        if not close(key, found.get(key), value)
    ]
    outline = [(step["reps"], len(step["steps"])) if "steps" in step else None for step in found["steps"]]
    if outline != workout_model.outline(text):
        result.append(f"{label}: the steps are {outline}, the model says {workout_model.outline(text)}")
    if found["diagnostics"]:
        result.append(f"{label}: {found['diagnostics']}")
    return result


def close(key, found, expected):
    """Whole figures are equal; intensity has two decimals, metres are compared to the half."""
    if expected is None or found is None:
        return found is expected
    if key == "zone_times":
        return all(found.get(zone, 0) == time for zone, time in expected.items())
    return abs(found - expected) <= {"intensity": 0.0051, "distance": 0.5}.get(key, 0)


def main(program, *options):
    workout_model.self_test()
    work = list(cases("--every" in options))
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda case: faults_of(program, *case), work)
        faults = [fault for result in results for fault in result]
    templates.finish("workouts", faults, len(work))


if __name__ == "__main__":
    main(*sys.argv[1:])
