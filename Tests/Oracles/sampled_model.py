"""Figures of a workout's values, one sample a second, nothing in closed form and nothing shared with the Swift code."""

import math
from fractions import Fraction

from workout_model import PACE_ZONES, POWER_ZONES, SWEET_SPOT, half_up, intensity

RIDE_METRES_A_SECOND = Fraction(30_000, 3600)
HEART_ZONES = {"Ride": [81, 90, 94, 100, 103, 106], "Run": [85, 90, 95, 100, 103, 106]}


class Athlete:
    def __init__(self, sport, ftp, lthr, max_hr, rest_hr, pace_seconds, pace_metres):
        self.sport, self.ftp, self.lthr, self.max_hr, self.rest_hr = sport, ftp, lthr, max_hr, rest_hr
        self.speed = Fraction(pace_metres, pace_seconds)

    @property
    def heart_zones(self):
        return [share * self.lthr // 100 - 1 for share in HEART_ZONES[self.sport]] + [self.max_hr]


def ends(target, athlete):
    """A target's two ends in watts, beats or metres a second."""
    if target.units == "watts":
        return target.low, target.high
    if target.units == "percent":
        return tuple(Fraction(math.floor(end * athlete.ftp / 100)) for end in (target.low, target.high))
    raise AssertionError(target.units)


def power_ends(target, athlete):
    if target.units == "zone":
        tops = [math.floor(Fraction(top) * athlete.ftp / 100) for top in POWER_ZONES]
        low, high = int(target.low), int(target.high)
        first = math.floor(Fraction(8, 10) * tops[0]) if low == 1 else tops[low - 2] + 1
        return Fraction(first), Fraction(tops[high - 1])
    return ends(target, athlete)


def heart_ends(target, athlete):
    if target.units == "zone":
        tops = athlete.heart_zones
        return Fraction(tops[int(target.low) - 2] + 1), Fraction(tops[int(target.high) - 1])
    whole = athlete.lthr if target.units == "lthr" else athlete.max_hr
    return tuple(Fraction(math.floor(end * whole / 100)) for end in (target.low, target.high))


def pace_ends(target, athlete):
    if target.units == "clock":
        return target.metres / target.low, target.metres / target.high
    low, high = target.low, target.high
    if target.units == "zone":
        low, high = PACE_ZONES[int(low) - 2] + 1, PACE_ZONES[int(high) - 1]
    return low * athlete.speed / 100, high * athlete.speed / 100


def seconds_of(step, athlete):
    if step.seconds is not None:
        return step.seconds
    if "pace" in step.targets:
        low, high = pace_ends(step.targets["pace"], athlete)
        return half_up(step.metres / ((low + high) / 2))
    return half_up(step.metres / RIDE_METRES_A_SECOND)


def samples_of(step, metric, to_ends, athlete):
    """One value a second; None where the step has no such target."""
    count = seconds_of(step, athlete)
    if metric not in step.targets:
        return [None] * count
    low, high = to_ends(step.targets[metric], athlete)
    if not step.ramp or count < 2:
        return [low if step.ramp else (low + high) / 2] * count
    return [low + (high - low) * second / (count - 1) for second in range(count)]


def all_samples(blocks, metric, to_ends, athlete):
    for block in blocks:
        once = [sample for step in block.steps for sample in samples_of(step, metric, to_ends, athlete)]
        for _ in range(1 if block.repeats is None else block.repeats):
            yield from once


def zone_times(samples, tops):
    """Zones are open above; a value on a bound is below it."""
    cache, zones = {}, [0] * len(tops)
    for sample in samples:
        if sample is None:
            continue
        if sample not in cache:
            cache[sample] = next((zone for zone, top in enumerate(tops[:-1]) if sample <= top), len(tops) - 1)
        zones[cache[sample]] += 1
    return {f"Z{zone + 1}": seconds for zone, seconds in enumerate(zones)}


def figures_by_power(blocks, athlete):
    exact = [sample or Fraction(0) for sample in all_samples(blocks, "power", power_ends, athlete)]
    samples, seconds, ftp = [float(sample) for sample in exact], len(exact), athlete.ftp
    fourth = math.fsum((math.fsum(samples[max(0, index - 29): index + 1]) / min(index + 1, 30)) ** 4
                       for index in range(seconds))
    normalized = half_up((fourth / seconds) ** 0.25)
    average = half_up(sum(exact) / seconds)
    load = math.floor(Fraction(100 * normalized ** 2 * seconds, ftp ** 2 * 3600) + Fraction(1, 2))
    zones = zone_times(exact, [Fraction(top) * ftp / 100 for top in POWER_ZONES])
    low, high = (Fraction(bound) * ftp / 100 for bound in SWEET_SPOT)
    zones["SS"] = sum(1 for sample in exact if low <= sample <= high)
    return {
        "duration": seconds, "load": load, "load_basis": "power", "intensity": intensity(load, seconds),
        "normalized_power": normalized, "average_watts": average, "joules": half_up(sum(exact)),
        "joules_above_ftp": half_up(sum(sample for sample in exact if sample > ftp)),
        "variability_index": normalized / average if average else None, "zone_times": zones,
    }


def figures_by_pace(blocks, athlete):
    seconds, metres = 0, Fraction(0)
    for block in blocks:
        for step in block.steps:
            count, times = seconds_of(step, athlete), 1 if block.repeats is None else block.repeats
            seconds += count * times
            if step.metres is not None:
                metres += step.metres * times
            elif "pace" in step.targets:
                metres += sum(pace_ends(step.targets["pace"], athlete)) / 2 * count * times
    share = metres / seconds / athlete.speed
    exponent = 3 if athlete.sport == "Swim" else 2
    load = half_up(100 * Fraction(seconds, 3600) * share ** exponent)
    tops = [top * athlete.speed / 100 for top in PACE_ZONES]
    return {
        "duration": seconds, "distance": float(metres), "load": load, "load_basis": "pace",
        "intensity": intensity(load, seconds),
        "zone_times": zone_times(all_samples(blocks, "pace", pace_ends, athlete), tops),
    }


def figures_by_heart_rate(blocks, athlete):
    samples = list(all_samples(blocks, "hr", heart_ends, athlete))

    def strain(beats):
        reserve = (beats - athlete.rest_hr) / (athlete.max_hr - athlete.rest_hr)
        return reserve * math.exp(1.92 * reserve)

    total = math.fsum(strain(float(sample)) for sample in samples)
    load = 100 * total / (3600 * strain(athlete.lthr))
    return {
        "duration": len(samples), "load": load, "load_basis": "hr",
        "zone_times": zone_times(samples, athlete.heart_zones),
    }


def step_durations(blocks, athlete):
    """Top-level entries: seconds of a step, or (repeats, seconds of each child)."""
    return [
        seconds_of(block.steps[0], athlete) if block.repeats is None
        else (block.repeats, [seconds_of(step, athlete) for step in block.steps])
        for block in blocks
    ]
