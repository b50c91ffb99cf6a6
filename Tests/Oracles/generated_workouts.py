"""Random workouts as values, and their text in every spelling that the language has.

The figures are computed from the values (sampled_model), so that no second reader of text is needed.
"""

import random
from dataclasses import dataclass, field
from fractions import Fraction

METRES = {"mtr": Fraction(1), "meters": Fraction(1), "km": Fraction(1000), "mi": Fraction("1609.34"),
          "miles": Fraction("1609.34"), "yrd": Fraction("0.9144"), "yards": Fraction("0.9144"), "y": Fraction("0.9144")}
CLOCK_METRES = {"/km": Fraction(1000), "/mi": Fraction("1609.34"), "/100m": Fraction(100), "/100y": Fraction("91.44"),
                "/500m": Fraction(500), "/400m": Fraction(400), "/250m": Fraction(250)}
LABELS = ["", "", "", "Easy", "Effort 3", "Hold back — really", "Set 2 of 3", "Über die Kuppe", "Ride #1", "feel 7/10"]


@dataclass
class Target:
    """A target in its own units: percent, watts, zone, clock (seconds over `metres`)."""

    units: str
    low: Fraction
    high: Fraction
    metres: Fraction = Fraction(0)
    text: str = ""


@dataclass
class Step:
    """A step; `seconds` or `metres` says how long it is."""

    seconds: int | None = None
    metres: Fraction | None = None
    targets: dict = field(default_factory=dict)
    ramp: bool = False


@dataclass
class Block:
    repeats: int | None
    steps: list


class Writer:
    """Makes one workout of a kind, and its text."""

    def __init__(self, seed, kind):
        self.random = random.Random(f"{kind} {seed}")
        self.kind = kind

    def workout(self):
        blocks = [self.block() for _ in range(self.random.randint(1, 5))]
        if not any(step.targets for block in blocks for step in block.steps):
            blocks.append(Block(None, [self.step(targeted=True)]))
        return blocks, self.text(blocks)

    def block(self):
        if self.random.random() < 0.55:
            return Block(None, [self.step()])
        return Block(self.random.randint(1, 12), [self.step() for _ in range(self.random.randint(1, 4))])

    # Values.

    def step(self, targeted=False):
        step = Step()
        by_distance = {"swim": 0.8, "run": 0.4, "ride by distance": 1}.get(self.kind, 0)
        if self.random.random() < by_distance:
            step.metres, self.length = self.distance()
        else:
            step.seconds = self.seconds()
            self.length = self.duration(step.seconds)
        may_rest = step.metres is None and self.kind != "heart rate"
        if targeted or not may_rest or self.random.random() < 0.85:
            step.targets = self.targets()
        moves = any(target.low != target.high for target in step.targets.values())
        step.ramp = moves and self.random.random() < 0.35
        step.line = self.line(step)
        return step

    def seconds(self):
        pick = self.random.random()
        if pick < 0.25:
            return self.random.randint(1, 59)
        return 60 * self.random.randint(1, 25) if pick < 0.85 else self.random.randint(60, 1500)

    def distance(self):
        unit = self.random.choice(["mtr", "meters", "km", "yrd", "yards", "y"] if self.kind == "swim" else
                                  ["mtr", "km", "mi", "miles"])
        if METRES[unit] > 100:
            number = Fraction(self.random.randint(1, 40), 10)
        else:
            number = Fraction(25 * self.random.randint(1, 40))
        gap = self.random.choice(["", " "]) if unit != "y" else ""
        return number * METRES[unit], plain(number) + gap + unit

    def targets(self):
        if self.kind in ("ride", "ride by distance"):
            return {"power": self.power()}
        if self.kind == "heart rate":
            return {"hr": self.heart_rate()}
        return {"pace": self.pace()}

    def bounds(self, low, high, decimals=0.15):
        first = Fraction(self.random.randint(low, high))
        second = first if self.random.random() < 0.4 else Fraction(self.random.randint(low, high))
        if self.random.random() < decimals:
            first += Fraction(self.random.randint(1, 9), 10)
        return first, second

    def power(self):
        pick = self.random.random()
        if pick < 0.5:
            low, high = self.bounds(30, 160)
            return Target("percent", low, high, text=self.percent(low, high) + self.random.choice(["", "ftp", " FTP"]))
        if pick < 0.7:
            low, high = self.bounds(60, 500, decimals=0)
            return Target("watts", low, high, text=self.range(low, high, self.random.choice(["w", "W"])))
        return self.zone(1, 7, "")

    def heart_rate(self):
        pick = self.random.random()
        low, high = self.bounds(60, 105)
        if pick < 0.4:
            return Target("lthr", low, high, text=self.percent(low, high) + " " + self.random.choice(["LTHR", "lthr"]))
        if pick < 0.7:
            low, high = min(low, 100), min(high, 100)
            return Target("max hr", low, high, text=self.percent(low, high) + " HR")
        return self.zone(2, 6, self.random.choice([" HR", " hr"]))

    def pace(self):
        pick = self.random.random()
        if pick < 0.4:
            low, high = self.bounds(60, 115)
            return Target("percent", low, high, text=self.percent(low, high) + self.random.choice([" Pace", " pace"]))
        if pick < 0.6:
            return self.zone(2, 6, " Pace")
        units = ["/km", "/mi", "/400m"] if self.kind == "run" else ["/100m", "/100y", "/500m", "/250m"]
        unit = self.random.choice(units)
        low, high = self.bounds(*self.clock_range(unit), decimals=0)
        text = clock(low) + unit if low == high else (
            clock(low) + self.random.choice(["", unit]) + self.dash() + clock(high) + unit)
        return Target("clock", low, high, metres=CLOCK_METRES[unit], text=text + " Pace")

    def clock_range(self, unit):
        over_kilometre = (200, 480) if self.kind == "run" else (900, 2000)
        share = CLOCK_METRES[unit] / 1000
        return [int(seconds * share) for seconds in over_kilometre]

    def zone(self, first, last, behind):
        low = self.random.randint(first, last)
        high = low if self.random.random() < 0.6 else self.random.randint(low, last)
        letter = self.random.choice("Zz")
        text = f"{letter}{low}" if low == high else f"{letter}{low}{self.dash()}{letter}{high}"
        return Target("zone", Fraction(low), Fraction(high), text=text + behind)

    # Spellings.

    def dash(self):
        return self.random.choice(["-", "-", "–", "—"])

    def range(self, low, high, unit):
        if low == high:
            return plain(low) + unit
        return plain(low) + self.random.choice(["", unit]) + self.dash() + plain(high) + unit

    def percent(self, low, high):
        return self.range(low, high, "%")

    def duration(self, seconds):
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        minute, second = self.random.choice([("m", "s"), ("m", "s"), ("M", "S"), ("'", '"')])
        if minutes and rest and not hours and self.random.random() < 0.2:
            return f"{minutes}{minute}{rest:02}"
        if seconds < 600 and self.random.random() < 0.2:
            return f"{seconds}{second}"
        parts = [(hours, "h"), (minutes, minute), (rest, second)]
        return "".join(f"{number}{unit}" for number, unit in parts if number)

    def line(self, step):
        items = [self.length] + [target.text for target in step.targets.values()]
        zone_first = any(target.units == "zone" for target in step.targets.values())
        if not zone_first and self.random.random() < 0.3:
            items.reverse()
        if step.ramp:
            items.insert(self.random.randint(1, len(items)), "ramp")
        if self.random.random() < 0.2:
            items.append(self.random.choice(["90rpm", "85-95 rpm", "intensity=recovery", "press lap", "power=3s"]))
        label = self.random.choice(LABELS)
        gap = self.random.choice([" ", " ", " ", ""])
        return "-" + gap + " ".join(([label] if label else []) + items) + self.random.choice(["", "", " ", "\t"])

    def text(self, blocks):
        paragraphs = [self.random.choice(["Hard but even.", "Two lines\nof it.", "<b>Keep</b> it & smile"])]
        if self.random.random() < 0.5:
            paragraphs = []
        for block in blocks:
            lines = [step.line for step in block.steps]
            if block.repeats is not None:
                lines.insert(0, self.random.choice(["", "Main set ", "Set 2 of 3, ", "3 x 2m @ MAP "])
                             + f"{block.repeats}" + self.random.choice(["x", "X", " x"]))
            elif self.random.random() < 0.2:
                lines.insert(0, self.random.choice(["Warmup", "Cooldown", "warmup", "Some words"]))
            paragraphs.append("\n".join(lines))
        end = self.random.choice(["\n", "\n", "\r\n"])
        return "\n\n".join(paragraphs).replace("\n", end) + self.random.choice(["", end])


def plain(number):
    return str(int(number)) if number.denominator == 1 else str(float(number))


def clock(seconds):
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
