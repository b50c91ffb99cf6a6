"""What every client's steps share: where the service is, and how a step is judged.

The steps run in the client's own environment, so this knows the standard library only.
"""

import datetime
import os
import sys
import traceback

URL = os.environ["SANDBOX_URL"]
KEY = "sandbox"
ATHLETE = "i1"
TODAY = datetime.date.fromisoformat(os.environ["SANDBOX_TODAY"])

_count = 0
_faults = []


def day(offset):
    """A date as the service writes it, some days from the sandbox's today."""
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


def expect(what, condition, seen=None):
    """Counts a check; a failed one is reported at the end."""
    global _count
    _count += 1
    if not condition:
        _faults.append(f"{what}: {str(seen)[:300]}")


def equal(what, seen, wanted):
    expect(what, seen == wanted, f"{seen!r} instead of {wanted!r}")


def run(*steps):
    """Runs steps one after the other; one that breaks is a fault and the next goes on."""
    for step in steps:
        try:
            step()
        except Exception:
            _faults.append(f"{step.__name__}: {traceback.format_exc(limit=-3)[-700:]}")
    for fault in _faults:
        print("fault " + fault.replace("\n", " | "))
    print(f"checks {_count}")
    sys.exit(0)
