"""Lets clients that others wrote drive the sandbox, each unchanged and in an environment of its own.

    clients_oracle.py PROGRAM [NAME…]

Names are those of the files in the folder `clients`: `NAME.txt` says what is installed, `NAME_steps.py` what is done.
"""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import sandbox_process
import tally

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE / "clients"
ENVIRONMENTS = HERE.parent.parent / ".venv-clients"
NAMES = ["generated", "kit", "mcp", "intervalsicu"]


def environment(name):
    """The client's interpreter; its packages are installed where they are not yet, or not in these versions."""
    home = ENVIRONMENTS / name
    wanted = (FOLDER / f"{name}.txt").read_text()
    stamp = home / "requirements.txt"
    python = home / "bin" / "python"
    if stamp.exists() and stamp.read_text() == wanted and python.exists():
        return python
    shutil.rmtree(home, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    # One client names Python 3.12 as its lowest, and runs with 3.11.
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-input", "--no-compile",
            "--disable-pip-version-check", "--no-deps", "--ignore-requires-python", "-r", str(FOLDER / f"{name}.txt"),
        ],
        check=True,
    )
    stamp.write_text(wanted)
    return python


def folders(url):
    """The numbers of the athlete's library folders."""
    key = base64.b64encode(b"API_KEY:sandbox").decode()
    request = urllib.request.Request(url + "/api/v1/athlete/0/folders", headers={"Authorization": "Basic " + key})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return [folder["id"] for folder in json.load(answer)]


def play(program, name, python):
    """The checks of one client against a sandbox of its own, and its faults."""
    with sandbox_process.Sandbox(program, "--seed") as sandbox:
        settings = {
            "SANDBOX_URL": sandbox.url, "SANDBOX_TODAY": sandbox.today,
            "SANDBOX_FOLDERS": json.dumps(folders(sandbox.url)),
            "INTERVALS_ICU_BASE_URL": sandbox.url, "INTERVALS_BASE_URL": sandbox.url,
            "INTERVALS_ICU_API_KEY": "sandbox", "INTERVALS_API_KEY": "sandbox",
            "INTERVALS_ICU_ATHLETE_ID": "i1", "INTERVALS_ATHLETE_ID": "i1",
            "INTERVALS_ICU_DELETE_MODE": "full", "NO_PROXY": "127.0.0.1", "HOME": str(ENVIRONMENTS),
        }
        try:
            result = subprocess.run(
                [str(python), str(FOLDER / f"{name}_steps.py")], env={**os.environ, **settings}, cwd=ENVIRONMENTS,
                capture_output=True, text=True, timeout=1200,
            )
        except subprocess.TimeoutExpired:
            return 0, [f"{name}: not done after 20 minutes"]
    lines = result.stdout.splitlines()
    faults = [f"{name}: {line[6:]}" for line in lines if line.startswith("fault ")]
    counts = [int(line.split()[1]) for line in lines if line.startswith("checks ")]
    if not counts:
        faults.append(f"{name}: ended with {result.returncode}: {result.stderr[-800:]}")
    return sum(counts), faults


def main(program, *names):
    names = names or NAMES
    with ThreadPoolExecutor(2) as pool:
        pythons = list(pool.map(environment, names))
        results = list(pool.map(lambda pair: play(program, *pair), zip(names, pythons)))
    faults = [fault for _, own in results for fault in own]
    tally.finish("clients", faults, sum(count for count, _ in results))


if __name__ == "__main__":
    main(*sys.argv[1:])
