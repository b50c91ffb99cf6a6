"""How every oracle ends."""

import sys


def finish(name, faults, count):
    """Prints the faults or the tally, and ends the oracle."""
    for fault in faults[:50]:
        print(f"  {fault}")
    print(f"  {name}: {count} compared, {len(faults)} faults")
    sys.exit(1 if faults else 0)
