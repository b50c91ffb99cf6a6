"""A sandbox that runs while an oracle talks to it."""

import datetime
import subprocess
import threading
import zoneinfo


class Sandbox:
    """`with Sandbox(program, "--seed") as sandbox:` serves at `sandbox.url`; today is `sandbox.today`."""

    def __init__(self, program, *words):
        self.words = [program, "sandbox", "--port", "0", *words]

    def __enter__(self):
        try:
            zone = zoneinfo.ZoneInfo("Europe/Rome")
        except zoneinfo.ZoneInfoNotFoundError:
            zone = datetime.timezone.utc
        self.today = datetime.datetime.now(zone).date().isoformat()
        self.process = subprocess.Popen(self.words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url.startswith("http://127.0.0.1:"):
            raise RuntimeError(f"the sandbox did not start: {self.process.stderr.read()}")
        # What it says goes on being read, so that it never waits for room.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()
