"""Limits at which a run stops instead of writing. Each function is a scenario of its own."""

from publishing_world import scenario


def dropped(world, count):
    """A published plan that loses so many sessions, on a calendar with much of others on it."""
    keys = [f"p{week}.w1.{name}" for week in (2, 3) for name in ("spin", "sandwich", "run", "swim")][:count]
    world.published()
    for index in range(100):  # they must not dilute the share
        world.service.add(category="NOTE", name="x", start_date_local=f"2027-01-{11 + index % 15}T00:00:00")
    world.drop(*keys)


@scenario()
def deletes_up_to_the_rail(world):
    dropped(world, 6)
    outcome = world.apply()
    world.expect(outcome.status == 0 and len(world.ours) == 18, "6 of 24 are 25 %", outcome)


@scenario()
def deletes_beyond_the_rail(world):
    dropped(world, 7)
    for arguments in ([], ["--expect-deletes", 6], ["--expect-deletes", 8], ["--expect-deletes", 24]):
        outcome = world.apply(*arguments)
        world.expect(outcome.status == 4 and outcome.writes == 0, f"7 of 24 with {arguments}", outcome)
        world.expect("--expect-deletes 7" in outcome.out + outcome.talk, "the way out is named", outcome)
    seen = world.diff()
    world.expect([rail["id"] for rail in seen.json["rails"]] == ["deletes"] and seen.status == 4, "diff tells", seen)
    outcome = world.apply("--expect-deletes", 7)
    world.expect(outcome.status == 0 and len(world.ours) == 17, "the right number passes", outcome)


@scenario()
def updates_beyond_the_rail(world):
    world.published()
    for phase in world.plan["phases"]:
        for entry in phase["week"][:4]:
            entry["name"] = "New"
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0, "16 of 24 are too many", outcome)
    outcome = world.apply("--expect-updates", 16)
    world.expect(outcome.status == 0 and outcome.count("PUT") == 16, "the right number passes", outcome)


@scenario()
def the_files_rails_are_kept(world):
    world.plan["rails"] = {"deletes": "15%", "operations": 20}
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0, "24 creates are over 20 operations", outcome)
    world.plan["rails"]["operations"] = 30
    world.published()
    world.drop("p2.w1.spin", "p2.w1.run", "p2.w1.swim", "p2.w1.gym")
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0, "4 of 24 are over 15 %", outcome)


@scenario()
def frozen_days_are_left_alone(world):
    world.plan["rails"] = {"freeze_days": 3}
    world.published()
    world.expect(min(event["start_date_local"] for event in world.ours) > "2027-01-06T99", "3 days are frozen")


@scenario()
def a_plan_that_wants_nothing(world):
    world.published()
    for phase in world.plan["phases"]:
        for entry in phase["week"]:
            entry["publish"] = False
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0 and len(world.ours) == 24, "an empty plan is refused", outcome)
