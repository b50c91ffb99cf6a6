"""Holds `plan solve` against a linear programme (HiGHS) on seeded random seasons.

    solver_oracle.py PROGRAM [SEASONS]

For each season: the highest CTL under the limits, then the least peak week for a CTL that can be reached, and now and
then a CTL that can't. Growth is measured against the largest loading week before; which one that is makes the limit no
linear row, so the programme takes the week that the answer has, and other choices must not do better.
"""

import concurrent.futures
import datetime
import json
import math
import random
import subprocess
import sys

import highspy
import numpy
import tally

KEEP = math.exp(-1 / 42) ** 7
GAIN = (1 - KEEP) / 7  # of a week's load on even days
FIRST = datetime.date(2027, 1, 4)


class Season:
    """A question with random limits."""

    def __init__(self, seed):
        draw = random.Random(seed)
        self.seed = seed
        self.weeks = draw.randint(1, 52)
        self.ctl = round(draw.uniform(15, 110), 1)
        self.atl = round(self.ctl * draw.uniform(0.7, 1.4), 1)
        self.ramp = round(draw.uniform(0.5, 9), 2) if draw.random() < 0.6 else None
        self.load = round(self.ctl * draw.uniform(6.5, 13)) if draw.random() < 0.6 else None
        self.growth = draw.randint(1, 25) if draw.random() < 0.5 else None
        if self.ramp is None and self.load is None and self.growth is None:
            self.load = round(self.ctl * 9)
        self.cycle = (draw.randint(1, 5), draw.randint(1, 2)) if draw.random() < 0.7 else None
        self.depth = draw.randint(30, 95)
        self.part = draw.uniform(0.2, 0.98)
        self.rows = draw.random()

    def is_recovery(self, week):
        if not self.cycle:
            return False
        loading, easy = self.cycle
        number = week // (loading + easy)
        return (number + 1) * (loading + easy) <= self.weeks and week % (loading + easy) >= loading

    def words(self, goal):
        last = FIRST + datetime.timedelta(days=7 * self.weeks - 1)
        words = ["solve", "--ctl", str(self.ctl), "--atl", str(self.atl), "--from", str(FIRST), "--to", str(last)]
        words += [f"--recovery={self.depth}%", "--format", "json"]
        for name, value in (("ramp", self.ramp), ("load", self.load)):
            words += [f"--{name}", str(value)] if value is not None else []
        words += ["--growth", f"{self.growth}%"] if self.growth is not None else []
        words += ["--rhythm", "%d:%d" % self.cycle] if self.cycle else []
        return words + goal


class Programme:
    """The season as rows over the weekly loads and their peak; CTL is written out in the loads."""

    def __init__(self, season, largest_before):
        self.season = season
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("primal_feasibility_tolerance", 1e-10)
        self.solver.setOptionValue("dual_feasibility_tolerance", 1e-10)
        cap = season.load if season.load is not None else 1e6
        for _ in range(season.weeks):
            self.solver.addVar(0, cap)
        self.peak = season.weeks
        self.solver.addVar(0, highspy.kHighsInf)
        for week in range(season.weeks):
            self.limit(week, largest_before[week])

    def ctl(self, week):
        """Coefficients and constant of CTL after a week."""
        return {k: GAIN * KEEP ** (week - k) for k in range(week + 1)}, self.season.ctl * KEEP ** (week + 1)

    def row(self, low, high, terms):
        columns = numpy.array(list(terms), dtype=numpy.int32)
        values = numpy.array([terms[column] for column in terms], dtype=numpy.float64)
        self.solver.addRow(low, high, len(terms), columns, values)

    def limit(self, week, largest):
        season = self.season
        none = -highspy.kHighsInf
        if season.ramp is not None:
            now, constant = self.ctl(week)
            before, earlier = self.ctl(week - 1) if week else ({}, season.ctl)
            terms = {k: now[k] - before.get(k, 0) for k in now}
            self.row(none, season.ramp - constant + earlier, terms)
        if season.is_recovery(week):
            start = week
            while start > 0 and season.is_recovery(start - 1):
                start -= 1
            run = []
            while start > 0 and not season.is_recovery(start - 1):
                start -= 1
                run.append(start)
            depth = season.depth / 100
            if run:
                self.row(none, 0, {week: 1.0, **{k: -depth / len(run) for k in run}})
            else:
                self.row(none, depth * 7 * season.ctl, {week: 1.0})
            return
        if season.growth is not None:
            factor = 1 + season.growth / 100
            if largest is None:
                self.row(none, factor * 7 * season.ctl, {week: 1.0})
            else:
                self.row(none, 0, {week: 1.0, largest: -factor})

    def best(self):
        terms, constant = self.ctl(self.season.weeks - 1)
        for column, value in terms.items():
            self.solver.changeColCost(column, -value)
        self.solver.run()
        return constant - self.solver.getInfo().objective_function_value

    def least_peak(self, goal):
        terms, constant = self.ctl(self.season.weeks - 1)
        for column in terms:
            self.solver.changeColCost(column, 0)
            if not self.season.is_recovery(column):
                self.row(-highspy.kHighsInf, 0, {column: 1.0, self.peak: -1.0})
        self.row(goal - constant, highspy.kHighsInf, terms)
        self.solver.changeColCost(self.peak, 1)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return self.solver.getInfo().objective_function_value

MOST_CTL = 1_000  # a season that grows beyond it without a limit says nothing, and strains the programme

def ask(program, words):
    run = subprocess.run([program] + words, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def largest_before(season, loads, draw=None):
    """For each week the loading week that growth is measured against: the answer's largest, or a random one."""
    choice, so_far = [], []
    for week in range(season.weeks):
        choice.append(None if not so_far else draw.choice(so_far) if draw else max(so_far, key=lambda k: loads[k]))
        if not season.is_recovery(week):
            so_far.append(week)
    return choice


def near(left, right):
    return abs(left - right) <= 1e-6 * max(1, abs(right))


def compare(program, seed):
    season = Season(seed)
    faults = []
    best = ask(program, season.words(["--best"]))
    loads = [week["exact"]["load"] for week in best["weeks"]]
    reached = best["exact"]["reached"]
    if reached > MOST_CTL:
        return []
    most = Programme(season, largest_before(season, loads)).best()
    if not near(reached, most):
        faults.append(f"season {seed}: best {reached}, the programme has {most}")
    if season.growth is not None:
        other = Programme(season, largest_before(season, loads, random.Random(-seed))).best()
        if other > reached + 1e-6 * max(1, reached):
            faults.append(f"season {seed}: {other} can be reached, not only {reached}")
    low = season.ctl * KEEP**season.weeks
    goal = low + season.part * (reached - low)
    answer = ask(program, season.words(["--target-ctl", repr(goal)]))
    loads = [week["exact"]["load"] for week in answer["weeks"]]
    if not answer["feasible"] or not near(answer["exact"]["reached"], goal):
        faults.append(f"season {seed}: {goal} is said to be out of reach")
    peak = max((load for week, load in enumerate(loads) if not season.is_recovery(week)), default=0)
    least = Programme(season, largest_before(season, loads)).least_peak(goal)
    if any(not season.is_recovery(week) for week in range(season.weeks)):
        if least is None or not near(peak, least):
            faults.append(f"season {seed}: peak {peak} for {goal}, the programme has {least}")
    too_much = ask(program, season.words(["--target-ctl", repr(reached + 0.01 + 0.1 * season.rows)]))
    if too_much["feasible"] or not near(too_much["exact"]["reached"], reached):
        faults.append(f"season {seed}: more than the most is said to be in reach")
    if seed % 5:
        return faults
    return faults + sufficient(program, season, too_much, reached + 0.01 + 0.1 * season.rows)


def sufficient(program, season, answer, goal):
    """Each change that would do must do, and a little less must not."""
    faults = []
    for need in answer["needs"]:
        name, value = need["change"], need["value"]
        attribute = name.removeprefix("limits.")
        step = {"weeks": 1, "ramp": 0.02, "load": 2, "growth": 0.2}[attribute]
        for less in (False, True):
            other = Season(season.seed)
            if attribute == "weeks":
                other.weeks += int(value) - (1 if less else 0)
            else:
                amount = value * 100 if attribute == "growth" else value
                setattr(other, attribute, round(amount - (step if less else 0), 6))
            if less and attribute == "weeks" and value == 1:
                continue
            if other.ramp is not None and other.ramp < 0:
                continue
            if ask(program, other.words(["--target-ctl", repr(goal)]))["feasible"] == less:
                faults.append(f"season {season.seed}: {name} {value} is {'not the least' if less else 'not enough'}")
    return faults


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda seed: compare(program, seed), range(1, count + 1))
        faults = [fault for result in results for fault in result]
    tally.finish("seasons", faults, count)


if __name__ == "__main__":
    main()
