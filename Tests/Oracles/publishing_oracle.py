"""Publishes plans made here to a service that is not our sandbox, and counts what it is asked.

    publishing_oracle.py PROGRAM [NAME…]

Names are those of the scenarios in the modules beside it; without any, all are run.
"""

import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

import publishing_forms  # noqa: F401  the modules register their scenarios
import publishing_manners  # noqa: F401
import publishing_rails  # noqa: F401
import publishing_rules  # noqa: F401
import publishing_saved  # noqa: F401
import publishing_state  # noqa: F401
import publishing_trouble  # noqa: F401
import stand_in
import tally
import workout_model
from publishing_world import SCENARIOS, World, plan


def play(program, name, function, weeks, manner):
    """The faults of one scenario in a world of its own."""
    world = World(program, plan(weeks), stand_in.Manner(**manner))
    try:
        with world:
            function(world)
    except Exception:  # a scenario that breaks is a fault like another
        world.faults.append(traceback.format_exc())
    return [f"{name}: {fault}" for fault in world.faults]


def main(program, *names):
    workout_model.self_test()
    scenarios = [entry for entry in SCENARIOS if not names or entry[0] in names]
    with ThreadPoolExecutor(3) as pool:
        results = pool.map(lambda entry: play(program, *entry), scenarios)
        faults = [fault for result in results for fault in result]
    tally.finish("publishing", faults, len(scenarios))


if __name__ == "__main__":
    main(*sys.argv[1:])
