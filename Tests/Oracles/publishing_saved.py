"""Change sets that are saved, applied later or taken back. Each function is a scenario of its own."""

from publishing_world import scenario
from stand_in import Fault


def saved(world):
    """A published plan with one update, one create and one delete in a saved change set."""
    world.published()
    world.session("p2.w1.run")["name"] = "New"
    world.drop("p3.w1.gym")
    world.plan["phases"][0]["week"].append({
        "id": "extra", "role": "easy", "name": "Extra", "text": "- 20m 60%\n", "day": "sun"})
    outcome = world.run("diff", "-o", "changes.json")
    world.expect(outcome.status == 0 and outcome.writes == 0, "it is saved", outcome)


def apply_saved(world):
    return world.run("apply", file="changes.json")


@scenario()
def a_saved_change_set_is_applied_once(world):
    saved(world)
    outcome = apply_saved(world)
    world.expect(outcome.status == 0 and outcome.asked == {"GET": 2, "POST": 1, "PUT": 2}, "it is applied", outcome)
    world.expect(world.service.find("p2.w1.run")["name"] == "New" and len(world.ours) == 24, "all of it", outcome)
    outcome = apply_saved(world)
    world.expect(outcome.status == 0 and outcome.writes == 0, "twice is nothing", outcome)
    world.in_step()


def stale(world, change, what):
    saved(world)
    change()
    outcome = apply_saved(world)
    world.expect(outcome.status == 6 and outcome.writes == 0, f"stale: {what}", outcome)


@scenario()
def stale_when_an_event_was_edited(world):
    stale(world, lambda: world.service.edit(world.service.find("p2.w1.run")["id"], description="- 5m 50%"), "edited")


@scenario()
def stale_when_an_event_was_completed(world):
    stale(world, lambda: world.service.find("p2.w1.run").update(paired_activity_id="i7"), "completed")


@scenario()
def stale_when_an_event_is_gone(world):
    stale(world, lambda: world.service.delete(world.service.find("p2.w1.run")["id"]), "deleted")


@scenario()
def stale_when_the_plan_changed(world):
    stale(world, lambda: world.session("p4.w1.run").update(name="Other"), "the plan")


@scenario()
def stale_when_the_day_moved_on(world):
    def tomorrow():
        world.today = "2027-01-04"
    stale(world, tomorrow, "the day")


@scenario()
def stale_when_somebody_published_meanwhile(world):
    def publish():
        sick = world.service.find("p2.w1.run")["id"]
        world.service.faults = [Fault("PUT", rf"/events/{sick}$", "status", status=422, message="No")]
        world.expect(world.apply().status == 5, "partly published")
    stale(world, publish, "another publishing")


@scenario()
def not_stale_when_another_event_was_edited(world):
    saved(world)
    world.service.edit(world.service.find("p4.w1.run")["id"], name="Mine")
    outcome = apply_saved(world)
    world.expect(outcome.status == 0 and outcome.count("POST") == 1, "it is applied all the same", outcome)
    world.expect(world.service.find("p4.w1.run")["name"] == "Mine", "the edit stays")


@scenario()
def a_digest_stands_for_the_changes(world):
    world.published()
    world.session("p2.w1.run")["name"] = "New"
    digest = world.diff().json["digest"]
    world.session("p3.w1.run")["name"] = "Later"
    outcome = world.run("apply", "--digest", digest)
    world.expect(outcome.status == 6 and outcome.writes == 0, "others: refused", outcome)
    world.session("p3.w1.run")["name"] = "Steps down — für alle"
    outcome = world.run("apply", "--digest", digest)
    world.expect(outcome.status == 0 and outcome.count("PUT") == 1, "the same: applied without asking", outcome)


@scenario()
def a_broken_change_set(world):
    saved(world)
    place = world.folder / "changes.json"
    text = place.read_text()
    for wrong, status in ((text.replace('"1.0"', '"2.0"'), 65), (text.replace('"changes"', '"chances"'), 65)):
        place.write_text(wrong)
        outcome = apply_saved(world)
        world.expect(outcome.status == status and outcome.writes == 0, "it is refused", outcome)


@scenario()
def undo_leaves_what_the_athlete_edited_since(world):
    world.published()
    keys = [f"p{week}.w1.run" for week in (1, 2, 3, 4)] + ["p4.w1.spin"]
    before = {key: world.service.find(key)["name"] for key in keys}
    for key in keys:
        world.session(key)["name"] = "New"
    world.expect(world.apply().status == 0, "five are renamed")
    world.service.edit(world.service.find("p2.w1.run")["id"], name="Mine")
    outcome = world.run("undo", "--yes", file=None)
    world.expect(outcome.status == 0 and outcome.count("PUT") == 4, "four are taken back", outcome)
    names = {key: world.service.find(key)["name"] for key in keys}
    world.expect(names == before | {"p2.w1.run": "Mine"}, f"{names}", outcome)
    listed = world.run("history", "--format", "json", file=None)
    commands = [entry["command"] for entry in listed.json["applies"]]
    world.expect(commands == ["apply", "apply", "undo"] and not listed.requests, f"{commands}", listed)


@scenario(weeks=3)
def undo_of_a_first_publish(world):
    world.published()
    outcome = world.run("undo", "--yes", file=None)
    world.expect(outcome.status == 4 and outcome.writes == 0 and "--expect-deletes 18" in outcome.out, "same rails", outcome)
    outcome = world.run("undo", "--yes", "--expect-deletes", 18, file=None)
    world.expect(outcome.status == 0 and not world.ours, "all are gone", outcome)
    world.expect(world.apply().status == 0 and len(world.ours) == 18, "they may come again")


@scenario()
def drift_tells_what_people_did(world):
    world.published()
    quiet = world.run("drift", "--detailed-exitcode")
    world.expect(quiet.status == 0 and quiet.writes == 0, "nothing yet", quiet)
    world.service.edit(world.service.find("p2.w1.run")["id"], start_date_local="2027-01-16T00:00:00")
    world.service.edit(world.service.find("p3.w1.run")["id"], name="Mine")
    world.service.delete(world.service.find("p4.w1.run")["id"])
    world.session("p1.w1.run")["name"] = "Not published yet"
    seen = world.run("drift", "--detailed-exitcode", "--format", "json")
    found = {entry["key"]: entry["why"] for entry in seen.json["kept"]}
    world.expect(seen.status == 2 and seen.writes == 0 and found == {
        "p2.w1.run": "moved_by_athlete", "p3.w1.run": "edited_by_athlete", "p4.w1.run": "deleted_by_athlete"}, f"{found}", seen)
    world.expect(not seen.json["changes"], "and nothing of what the plan would do", seen)


@scenario(weeks=3)
def remove_takes_the_plan_away(world):
    world.published()
    own = world.service.add(category="WORKOUT", type="Ride", name="Mine", start_date_local="2027-01-12T00:00:00")
    world.service.edit(world.service.find("p2.w1.run")["id"], name="Edited")
    outcome = world.run("remove", "--yes")
    world.expect(outcome.status == 4 and outcome.writes == 0, "the same rails", outcome)
    outcome = world.run("remove", "--yes", "--expect-deletes", 17)
    world.expect(outcome.status == 0 and [event["name"] for event in world.ours] == ["Edited"], "but for what was edited", outcome)
    world.expect(own in world.service.events, "what is not ours stays")


@scenario()
def keys_are_renamed_with_a_word(world):
    world.published()
    ids = {week: world.service.find(f"p{week}.w1.run")["id"] for week in range(1, 5)}
    for phase in world.plan["phases"]:
        next(entry for entry in phase["week"] if entry["id"] == "run")["id"] = "steps"
    seen = world.diff().json
    world.expect(not seen["changes"] and len(seen["proposals"]) == 4, "it is proposed", world.said[-1])
    world.plan["moved"] = [{"from": "*.run", "to": "*.steps"}]
    outcome = world.apply("--format", "json")
    world.expect(outcome.asked == {"GET": 2, "PUT": 4}, "a PUT each", outcome)
    world.expect({change["reason"] for change in outcome.json["changes"]} == {"key_moved"}, "the reason", outcome)
    world.expect(all(world.service.find(f"p{week}.w1.steps")["id"] == ids[week] for week in ids), "the numbers stay")
    world.in_step()


@scenario(weeks=8)
def a_roll_out_reaches_so_far(world):
    world.plan["rollout"] = "2w"
    world.published()
    latest = max(event["start_date_local"] for event in world.ours)
    world.expect(latest <= "2027-01-17T99" and len(world.ours) == 12, f"two weeks, to {latest}")
    world.in_step()
    outcome = world.apply("--until", "+4w")
    world.expect(outcome.status == 0 and len(world.ours) == 24, "four weeks", outcome)
    world.drop("p4.w1.run")
    outcome = world.apply("--until", "2027-01-10")
    world.expect(outcome.writes == 0 and len(world.ours) == 24, "what lies beyond waits", outcome)


@scenario(weeks=3)
def the_key_is_nowhere_at_any_level(world):
    """What is said and every file is searched for the key when a scenario ends."""
    for level in ("--verbose", "--quiet"):
        world.session("p2.w1.run")["name"] = f"New {level}"
        world.expect(world.run("diff", level, "-o", "changes.json").status == 0, level)
        world.expect(world.run("apply", "--yes", level).status == 0, level)
        world.expect(world.run("undo", "--yes", level, "--expect-deletes", 18, file=None).status == 0, level)
        world.run("history", level, file=None)
    outcome = world.run("apply", "--yes", "--verbose", environment={"INTERVALS_API_KEY": "canary-wrong-77"})
    world.expect(outcome.status == 1 and "canary-wrong-77" not in outcome.out + outcome.talk, "nor a wrong one", outcome)
