"""A second, naive model of workout text: one sample a second, nothing in closed form, nothing shared with the Swift code.

It reads only the safe subset that the shipped templates keep to, and stops at anything else.
"""

import math
import re
from fractions import Fraction

POWER_ZONES = [55, 75, 90, 105, 120, 150, 999]
PACE_ZONES = [Fraction(str(top)) for top in (77.5, 87.7, 94.3, 100, 103.4, 111.5, 999)]
SWEET_SPOT = (84, 97)
KEYWORDS = {"pace", "hr", "lthr", "mmp", "free", "freeride", "maxeffort", "ramp", "press", "lap", "hidepower"}
METRES = {"km": 1000, "mtr": 1}

ITEM = re.compile(
    r"""(?P<duration> (?=\d) (?:\d+h)? (?:\d+m)? (?:\d+s)? )
      | (?P<distance> [\d.]+ (?:km|mtr) )
      | (?P<percent> [\d.]+ (?:-[\d.]+)? % )
      | (?P<cadence> \d+ (?:-\d+)? rpm )
      | (?P<intensity> intensity= (?:warmup|active|interval|recovery|rest|cooldown|other) )
      | (?P<ramp> ramp )
      | (?P<pace> Pace )
      | (?P<label> [^\d\s]+ )""",
    re.VERBOSE,
)
REPEAT = re.compile(r"(?:.*\s)?(\d+)x")


class Step:
    """One step: seconds or metres, and a target in percent of power or pace."""

    def __init__(self, seconds, metres, low, high, ramp, metric):
        self.seconds, self.metres = seconds, metres
        self.low, self.high, self.ramp, self.metric = low, high, ramp, metric

    @property
    def middle(self):
        return (self.low + self.high) / 2


def half_up(value):
    return math.floor(value + 0.5 + 1e-9)


def read_step(line):
    found = {}
    for word in line[1:].split():
        match = ITEM.fullmatch(word)
        if not match:
            raise ValueError(f"outside the safe subset: {line!r}")
        kind = match.lastgroup
        if kind == "label":
            if word.lower() in KEYWORDS:
                raise ValueError(f"a keyword in a label: {line!r}")
            if set(found) - {"label"}:
                raise ValueError(f"a label word after an item: {line!r}")
        elif kind in found:
            raise ValueError(f"two items of one kind: {line!r}")
        found[kind] = word
    if ("duration" in found) == ("distance" in found) or "percent" not in found:
        raise ValueError(f"a step has one size and one target: {line!r}")
    bounds = [Fraction(bound) for bound in found["percent"].rstrip("%").split("-")]
    metres = None
    if "distance" in found:
        number, unit = re.fullmatch(r"([\d.]+)(km|mtr)", found["distance"]).groups()
        metres = Fraction(number) * METRES[unit]
    return Step(
        seconds=read_duration(found["duration"]) if "duration" in found else None,
        metres=metres,
        low=bounds[0],
        high=bounds[-1],
        ramp="ramp" in found,
        metric="pace" if "pace" in found else "power",
    )


def read_duration(text):
    hours, minutes, seconds = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", text).groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)


def read_blocks(text):
    """The workout as (repeats, steps) in order; a step outside a repeat block is (None, [step])."""
    blocks = []
    block = None
    for line in [line.strip() for line in text.splitlines()]:
        if not line:
            block = None
        elif line.startswith("-"):
            step = read_step(line)
            if block is None:
                blocks.append((None, [step]))
            else:
                block[1].append(step)
        elif REPEAT.fullmatch(line):
            block = (int(REPEAT.fullmatch(line).group(1)), [])
            blocks.append(block)
    return [block for block in blocks if block[1]]


def flat_steps(text):
    for repeats, steps in read_blocks(text):
        for _ in range(repeats or 1):
            yield from steps


def outline(text):
    """Top-level entries: None for a step, repeats and the number of children for a block."""
    return [None if repeats is None else (repeats, len(steps)) for repeats, steps in read_blocks(text)]


def watts(percent, ftp):
    return math.floor(percent * ftp / 100)


def power_samples(text, ftp):
    samples = []
    for step in flat_steps(text):
        low, high, count = watts(step.low, ftp), watts(step.high, ftp), step.seconds
        for second in range(count):
            if step.ramp:
                samples.append(low + (high - low) * second / (count - 1))
            else:
                samples.append((low + high) / 2)
    return samples


def by_power(text, ftp):
    """Figures of a workout whose steps all carry power."""
    samples = power_samples(text, ftp)
    seconds = len(samples)
    fourth = 0.0
    for index in range(seconds):
        window = samples[max(0, index - 29) : index + 1]
        fourth += (math.fsum(window) / len(window)) ** 4
    normalized = half_up((fourth / seconds) ** 0.25)
    load = half_up(100 * (normalized / ftp) ** 2 * seconds / 3600)
    tops = [Fraction(top) * ftp / 100 for top in POWER_ZONES]
    zones = {f"Z{zone + 1}": 0 for zone in range(len(tops))} | {"SS": 0}
    sweet_low, sweet_high = (Fraction(bound) * ftp / 100 for bound in SWEET_SPOT)
    for sample in samples:
        zones[f"Z{next(zone for zone, top in enumerate(tops) if sample <= top) + 1}"] += 1
        zones["SS"] += 1 if sweet_low <= sample <= sweet_high else 0
    return {
        "duration": seconds,
        "distance": None,
        "load": load,
        "intensity": intensity(load, seconds),
        "normalized_power": normalized,
        "average_watts": half_up(math.fsum(samples) / seconds),
        "zone_times": zones,
    }


def by_pace(text, threshold_speed, exponent):
    """Figures of a workout whose steps all carry pace; the exponent is 2 for runs, 3 for swims."""
    seconds, metres = 0, 0.0
    for step in flat_steps(text):
        speed = threshold_speed * float(step.middle) / 100
        duration = step.seconds if step.seconds is not None else half_up(float(step.metres) / speed)
        seconds += duration
        metres += float(step.metres) if step.metres is not None else speed * duration
    load = half_up(100 * seconds / 3600 * (metres / seconds / threshold_speed) ** exponent)
    return {"duration": seconds, "distance": metres, "load": load, "intensity": intensity(load, seconds)}


def pace_zone_times(text, threshold_speed):
    zones = {f"Z{zone + 1}": 0 for zone in range(len(PACE_ZONES))}
    for step in flat_steps(text):
        speed = threshold_speed * float(step.middle) / 100
        duration = step.seconds if step.seconds is not None else half_up(float(step.metres) / speed)
        zones[f"Z{next(zone for zone, top in enumerate(PACE_ZONES) if step.middle <= top) + 1}"] += duration
    return zones


def intensity(load, seconds):
    return 100 * math.sqrt(load / 100 / (seconds / 3600))


def fill(template, values=None):
    """A template's text with every `${name}` replaced by the given value, else its default."""
    params = {name: str(param["default"]) for name, param in (template.get("params") or {}).items()}
    params.update({name: str(value) for name, value in (values or {}).items()})
    return re.sub(r"(?<!\$)\$\{(\w+)\}", lambda match: params[match.group(1)], template["text"])


# The reference examples of the service's arithmetic at FTP 250: text, seconds, average, NP, load, intensity.
PUBLISHED = [
    ("- 60m 75%", 3600, 187, 187, 56, 74.83315),
    ("- 60m 70-80%", 3600, 188, 188, 57, 75.49834),
    ("- 60m ramp 50-100%", 3600, 188, 197, 62, 78.74008),
    ("- 10m 55%\n\n10x\n- 30s 120%\n- 30s 50%\n\n- 10m 50%", 1800, 158, 183, 27, 73.48469),
    ("- 15m ramp 45-70%\n\nMain set 5x\n- 4m 106-112%\n- 3m 50%\n\n- 10m ramp 60-40%", 3600, 179, 211, 71, 84.26150),
    ("- 20m 60%\n\nMain set 4x\n- 8m 110% 90-100rpm\n- 8m 50%\n\n- 10m 60%", 5640, 184, 215, 116, 86.04798),
]


def self_test():
    """The model gives the published figures, or it is no oracle."""
    for text, seconds, average, normalized, load, expected in PUBLISHED:
        found = by_power(text, 250)
        assert (found["duration"], found["average_watts"]) == (seconds, average), (text, found)
        assert (found["normalized_power"], found["load"]) == (normalized, load), (text, found)
        assert abs(found["intensity"] - expected) < 1e-4, (text, found)
    run = by_pace(
        "- 10m 80% Pace\n\n4x\n- 5m 100% Pace\n- 2m 70% Pace\n\n- 10m 75% Pace", 1000 / 240, 2)
    assert (run["duration"], round(run["distance"]), run["load"]) == (2880, 10275, 59), run
    swim = by_pace("- 400mtr 80% Pace\n- 800mtr 95% Pace\n- 60s 0% Pace\n- 400mtr 90% Pace", 1.0, 3)
    assert (swim["duration"], swim["distance"], swim["load"]) == (1846, 1600, 33), swim
