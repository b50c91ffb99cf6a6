"""Compares `plan workout` with the sampled model on seeded random workouts in every spelling of the language.

    generated_workouts_oracle.py PROGRAM [COUNT] [FIRST-SEED]
"""

import random
import sys
from concurrent.futures import ThreadPoolExecutor

import sampled_model as model
import templates
from generated_workouts import Writer

KINDS = ["ride", "ride", "ride", "run", "swim", "heart rate", "ride by distance"]
TOLERANCES = {"intensity": 0.0051, "distance": 0.0051, "variability_index": 0.000051}


def athlete_of(seed, kind):
    chance = random.Random(seed)
    sport = {"run": "Run", "swim": "Swim"}.get(kind, "Ride")
    lthr = chance.randint(140, 185)
    pace_seconds, pace_metres = {"Run": (chance.randint(170, 400), 1000), "Swim": (chance.randint(70, 160), 100)}.get(
        sport, (240, 1000))
    return model.Athlete(sport, chance.randint(120, 420), lthr, lthr + chance.randint(12, 30), chance.randint(38, 65),
                         pace_seconds, pace_metres), f"{pace_seconds // 60}:{pace_seconds % 60:02}"


def faults_of(program, seed):
    kind = KINDS[seed % len(KINDS)]
    athlete, pace = athlete_of(seed, kind)
    blocks, text = Writer(seed, kind).workout()
    unit = "/100m" if athlete.sport == "Swim" else "/km"
    found = templates.run_json(
        program, "workout", "-", "--sport", athlete.sport, "--ftp", athlete.ftp, "--lthr", athlete.lthr,
        "--max-hr", athlete.max_hr, "--resting-hr", athlete.rest_hr, "--pace", pace + unit, text=text)
    figures = {"run": model.figures_by_pace, "swim": model.figures_by_pace,
               "heart rate": model.figures_by_heart_rate}.get(kind, model.figures_by_power)
    expected = figures(blocks, athlete)
    faults = [f"{key} is {found.get(key)}, the model says {value}" for key, value in expected.items()
              if not close(key, found.get(key), value, kind)]
    steps = [(step["reps"], [child["duration"] for child in step["steps"]]) if "steps" in step else step["duration"]
             for step in found["steps"]]
    if steps != model.step_durations(blocks, athlete):
        faults.append(f"the steps are {steps}, the model says {model.step_durations(blocks, athlete)}")
    faults += [f"an error on a good text: {finding}" for finding in found["diagnostics"]
               if finding["severity"] == "error"]
    where = f"seed {seed} ({kind}, ftp {athlete.ftp}, lthr {athlete.lthr}, pace {pace})"
    return [f"{where}: {fault}\n{text}" for fault in faults]


def close(key, found, expected, kind):
    """Whole figures are equal; heart-rate load comes from an integral and may round the other way."""
    if found is None or expected is None:
        return found is expected
    if key == "zone_times":
        return all(found.get(zone, 0) == time for zone, time in expected.items())
    if key == "load" and kind == "heart rate":
        return abs(found - expected) <= 0.52
    if isinstance(expected, str):
        return found == expected
    return abs(found - expected) <= TOLERANCES.get(key, 0)


def main(program, count="250", first="1"):
    seeds = range(int(first), int(first) + int(count))
    with ThreadPoolExecutor(2) as pool:
        faults = [fault for result in pool.map(lambda seed: faults_of(program, seed), seeds) for fault in result]
    templates.finish("generated workouts", faults, len(seeds))


if __name__ == "__main__":
    main(*sys.argv[1:])
