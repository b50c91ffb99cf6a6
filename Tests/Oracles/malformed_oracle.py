"""Feeds `plan check` files that are wrong, and shipped files after small accidents.

    malformed_oracle.py PROGRAM [--every | NAME…]

Each wrong file ends with status 65 in time, with an error at a line and column that the file has, the same in text and
JSON, and nothing written. Accidents end with 0 or 65. Of the cases made by tables a quarter is run, with `--every` all.
"""

import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

import malformed_files
import malformed_values
import tally
from malformed_files import Case

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MOST_SECONDS = 3.0  # of CPU, by an unoptimised build; a release build stays far under one
ACCIDENTS, SEED, SAMPLE = 120, 20270104, 4
LEAST_CASES = 250
LOCATED = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|note): (.*) \[([a-z0-9-]+)\]$", re.MULTILINE)


class Run:
    """One run of `plan check`: its status, its words, and its seconds of CPU."""

    def __init__(self, program, folder, path, *options):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as talk:
            process = subprocess.Popen(
                [program, "check", path, *options], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=talk)
            alarm = threading.Timer(MOST_SECONDS * 20, process.kill)
            alarm.start()
            _, status, usage = os.wait4(process.pid, 0)
            alarm.cancel()
            self.status = process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = usage.ru_utime + usage.ru_stime
            out.seek(0)
            talk.seek(0)
            self.out, self.talk = out.read(), talk.read()


def line_lengths(data):
    """Unicode scalars of each line; bytes that are no UTF-8 count one each."""
    coding = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(data[:2], "utf-8")
    text = data.decode(coding, errors="replace" if coding == "utf-16" else "surrogateescape").removeprefix("\ufeff")
    return [len(line) for line in re.split("\r\n|\r|\n", text)]


def listing(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def place_faults(found, folder):
    for path, line, column, _, message, _ in found:
        file = folder / path
        if not file.is_file() or file.stat().st_size > 5_000_000:
            continue
        lengths = line_lengths(file.read_bytes())
        line, column = int(line), int(column)
        if not 1 <= line <= len(lengths) or not 1 <= column <= lengths[line - 1] + 1:
            yield f"{path}:{line}:{column} is outside the file: {message[:80]}"


def faults_of(program, folder, path):
    """What is wrong with the answers for a wrong file, and the seconds of the slower run."""
    before = listing(folder)
    text, data = Run(program, folder, path), Run(program, folder, path, "--format", "json")
    faults = []
    for form, run in (("text", text), ("json", data)):
        if run.status != 65:
            faults.append(f"{form} ends with {run.status}: {run.talk[:300].decode(errors='replace')}")
        if run.seconds > MOST_SECONDS:
            faults.append(f"{form} takes {run.seconds:.1f} s")
        if len(run.out) + len(run.talk) > 20_000_000:
            faults.append(f"{form} says {(len(run.out) + len(run.talk)) >> 20} MB")
    try:
        found = LOCATED.findall(text.talk.decode("utf-8"))
        listed = json.loads(data.out.decode("utf-8"))["diagnostics"]
    except (ValueError, KeyError) as error:
        return faults + [f"unreadable: {error}"], max(text.seconds, data.seconds)
    if text.status == 65 and not any(entry[3] == "error" for entry in found):
        faults.append(f"no located error: {text.talk[:300].decode()}")
    faults += list(place_faults(found, folder))[:3]
    mine = [(entry[0], int(entry[1]), int(entry[2]), entry[3], entry[5]) for entry in found if entry[3] != "note"]
    theirs = [(entry["file"], entry["line"], entry["column"], entry["severity"], entry["id"]) for entry in listed]
    if sorted(mine) != sorted(entry for entry in theirs if entry[3] != "note"):
        faults.append(f"text has {len(mine)} findings, json {len(theirs)}: {sorted(set(mine) ^ set(theirs))[:2]}")
    if listing(folder) != before:
        faults.append(f"files were written: {set(listing(folder)) ^ set(before)}")
    return faults, max(text.seconds, data.seconds)


def check_case(program, case):
    with tempfile.TemporaryDirectory(prefix="malformed-") as name:
        folder = pathlib.Path(name)
        for path, data in case.files.items():
            (folder / path).write_bytes(data)
        return case.name, *faults_of(program, folder, case.checked)


def check_no_file(program):
    """What is no file at all."""
    with tempfile.TemporaryDirectory(prefix="malformed-") as name:
        folder = pathlib.Path(name)
        (folder / "directory.plan.yaml").mkdir()
        (folder / "circle.plan.yaml").symlink_to("circle.plan.yaml")
        (folder / "locked.plan.yaml").write_text(malformed_files.PLAN)
        (folder / "locked.plan.yaml").chmod(0)
        (folder / "uses-directory.plan.yaml").write_text(
            malformed_files.PLAN.replace("[ride.yaml]", "[directory.plan.yaml]"))
        paths = ["directory.plan.yaml", "circle.plan.yaml", "nowhere.plan.yaml", "uses-directory.plan.yaml"]
        if os.geteuid() != 0:
            paths.append("locked.plan.yaml")
        for path in paths:
            yield f"no file: {path!r}", *faults_of(program, folder, path)


# Accidents.


def accident(bytes_of_file, chance):
    """A file after one to four small accidents."""
    data = bytearray(bytes_of_file)
    for _ in range(chance.randint(1, 4)):
        kind = chance.randrange(8)
        lines = bytes(data).split(b"\n")
        place = chance.randrange(len(lines))
        if kind == 0:
            data[chance.randrange(len(data))] = chance.randrange(256)
        elif kind == 1:
            data = data[: chance.randrange(len(data)) + 1]
        elif kind == 2:
            del lines[place]
        elif kind == 3:
            lines.insert(place, lines[chance.randrange(len(lines))])
        elif kind == 4:
            lines[place] = b" " * chance.randint(1, 3) + lines[place]
        elif kind == 5:
            words = [b"{", b"}", b"[", b"]", b"&a ", b"*a", b": ", b"- ", b"#", b"'", b'"', b"|", b"${x}", b"\t", b"no", b"-1", b"1e999", b"\r"]
            spot = chance.randrange(len(data) + 1)
            data[spot:spot] = chance.choice(words)
        elif kind == 6:
            numbers = list(re.finditer(rb"\d+", bytes(data)))
            if numbers:
                number = chance.choice(numbers)
                data[number.start() : number.end()] = chance.choice([b"0", b"-1", b"99999999999", b"1e999", b"x", b"7"])
        else:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        if kind in (2, 3, 4, 7):
            data = bytearray(b"\n".join(lines))
        data = data or bytearray(b"\n")
    return bytes(data)


def check_accident(program, number):
    """A shipped plan, or a template file that it uses, after an accident."""
    chance = random.Random(SEED + number)
    plans = sorted((ROOT / "Plans").glob("*.plan.yaml"))
    files = {path.relative_to(ROOT): path.read_bytes() for path in plans + sorted((ROOT / "Templates").glob("*.yaml"))}
    plan = chance.choice(plans).relative_to(ROOT)
    victim = plan if chance.random() < 0.6 else chance.choice([path for path in files if path.parts[0] == "Templates"])
    files[victim] = accident(files[victim], chance)
    with tempfile.TemporaryDirectory(prefix="accident-") as name:
        folder = pathlib.Path(name)
        for path, data in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(data)
        run = Run(program, folder, str(plan))
        faults = []
        if run.status not in (0, 65):
            faults.append(f"ends with {run.status}: {run.talk[-300:].decode(errors='replace')}")
        if run.seconds > MOST_SECONDS:
            faults.append(f"takes {run.seconds:.1f} s")
        found = LOCATED.findall(run.talk.decode("utf-8", errors="replace"))
        if run.status == 65 and not found:
            faults.append(f"no located error: {run.talk[:300].decode(errors='replace')}")
        faults += list(place_faults(found, folder))[:3]
    return f"accident {number} to {victim} with {plan}", faults, run.seconds


def all_cases(step):
    yield from malformed_files.byte_cases()
    yield from malformed_files.required_cases()
    yield from malformed_values.pair_cases()
    yield from list(malformed_files.structural_cases())[::step]
    yield from list(malformed_values.table_cases())[::step]


def main(program, *names):
    step = 1 if names else SAMPLE
    names = [name for name in names if name != "--every"]
    cases = [case for case in all_cases(step) if not names or any(name in case.name for name in names)]
    assert names or len(cases) >= LEAST_CASES, len(cases)
    with ThreadPoolExecutor(3) as pool:
        results = [("files without a fault", *sound(program))]
        results += pool.map(lambda case: check_case(program, case), cases)
        if not names:
            results += check_no_file(program)
            results += pool.map(lambda number: check_accident(program, number), range(0, ACCIDENTS, step))
    name, _, seconds = max(results, key=lambda result: result[2])
    print(f"  the slowest took {seconds:.2f} s: {name}")
    tally.finish("malformed", [f"{name}: {fault}" for name, faults, _ in results for fault in faults], len(results))


def sound(program):
    """The files that all cases start from have no fault, or they would prove nothing."""
    with tempfile.TemporaryDirectory(prefix="malformed-") as name:
        folder = pathlib.Path(name)
        faults, seconds = [], 0
        for plan in (malformed_files.PLAN, json.dumps(malformed_files.PLAN_VALUE, indent=1)):
            for path, data in Case("sound", plan).files.items():
                (folder / path).write_bytes(data)
            for path in ("block.plan.yaml", "ride.yaml"):
                run = Run(program, folder, path)
                seconds = max(seconds, run.seconds)
                if run.status != 0:
                    faults.append(f"{path} ends with {run.status}: {run.talk.decode()[:200]}")
        return faults, seconds


if __name__ == "__main__":
    main(*sys.argv[1:])
