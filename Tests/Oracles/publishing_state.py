"""What is remembered between runs, and what a run leaves that is killed. Each function is a scenario of its own."""

import json
import os

import stand_in
from publishing_world import SCENARIOS, World, plan, scenario
from stand_in import Fault


@scenario()
def what_the_athlete_deleted_stays_deleted(world):
    world.published()
    gone = world.service.find("p2.w1.run")["id"]
    world.service.delete(gone)
    seen = world.diff().json
    world.expect(seen["totals"]["create"] == 0, "it is not wanted again")
    world.expect([(entry["key"], entry["why"]) for entry in seen["kept"]] == [("p2.w1.run", "deleted_by_athlete")], f"{seen['kept']}")
    world.session("p3.w1.run")["name"] = "New"
    outcome = world.apply()
    world.expect(outcome.status == 0 and "x p2.w1.run" in outcome.out and outcome.count("POST") == 0, "it is listed", outcome)
    world.in_step()
    outcome = world.apply("--restore", "p2.w1.run", "--format", "json")
    world.expect(outcome.status == 0 and outcome.json["changes"][0]["reason"] == "restored", "it is restored", outcome)
    world.expect(world.service.find("p2.w1.run")["id"] != gone, "with another number")
    world.in_step()


@scenario()
def a_copy_of_what_left_is_not_ours(world):
    world.published()
    event = world.service.find("p2.w1.run")
    copy = world.service.add(**{
        name: event[name] for name in ("external_id", "category", "type", "name", "description")
    } | {"start_date_local": "2027-01-27T00:00:00"})
    before = world.service.content([copy])
    world.drop("p2.w1.run")
    world.expect(world.apply().status == 0, "the original goes")
    world.in_step()
    world.expect(world.service.content([copy]) == before, "the copy is as it was")


@scenario(weeks=8)
def an_empty_answer_is_asked_for_again_and_refused(world):
    world.published()
    world.drop("p8.w1.run")
    world.service.faults = [Fault("GET", r"/events$", "raw", times=9, text="[]")]
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0 and outcome.count("GET") == 2, "read twice, then refused", outcome)
    world.expect("--remote-was-emptied" in outcome.out + outcome.talk, "the way out is named", outcome)
    world.service.faults = [Fault("GET", r"/events$", "raw", times=1, text="[]")]
    outcome = world.apply()
    world.expect(outcome.status == 0 and len(world.ours) == 47, "one hiccup is passed over", outcome)
    for event in list(world.ours):
        world.service.delete(event["id"])
    world.expect(world.apply().status == 4, "really emptied: refused")
    world.expect(world.apply("--remote-was-emptied").status == 0 and len(world.ours) == 47, "filled again")
    world.in_step()


@scenario()
def an_older_commit_is_refused(world):
    world.published()
    world.session("p2.w1.run")["name"] = "Newer"
    world.expect(world.apply().status == 0, "a newer one passes")
    del world.session("p2.w1.run")["name"]
    world.session("p2.w1.run")["name"] = "Steps down — für alle"
    outcome = world.apply()
    world.expect(outcome.status == 4 and outcome.writes == 0, "the older one is refused", outcome)
    world.expect("--accept-older" in outcome.out + outcome.talk, "the way out is named", outcome)
    seen = world.diff()
    world.expect(seen.status == 4 and [rail["id"] for rail in seen.json["rails"]] == ["generation"], "diff tells", seen)
    world.expect(world.apply("--accept-older").status == 0, "accepted it passes")
    world.in_step()


@scenario()
def part_of_a_plan_is_no_generation(world):
    world.published()
    world.drop("p4.w1.gym")
    world.session("p2.w1.run")["name"] = "New"
    outcome = world.apply("--only", "p2.*")
    world.expect(outcome.asked == {"GET": 2, "PUT": 1} and len(world.ours) == 24, "nothing outside is deleted", outcome)
    world.expect("nothing outside" in outcome.out, "and it says so", outcome)
    world.expect(json.loads(world.state_file.read_text())["generation"] == 1, "the generation stays")


@scenario()
def without_state_nothing_is_doubled_or_overwritten(world):
    world.published()
    edited = world.service.find("p3.w1.run")["id"]
    world.service.edit(edited, name="Mine")
    os.remove(world.state_file)
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.writes == 0, "nothing is written", outcome)
    world.expect("state" in outcome.talk, "it says that nothing is remembered", outcome)
    world.expect(world.service.events[edited]["name"] == "Mine", "the edit is there")
    world.session("p2.w1.run")["name"] = "New"
    world.expect(world.apply().asked == {"GET": 2, "PUT": 1}, "updates go on")


@scenario()
def a_state_that_is_not_ours_or_broken_is_refused(world):
    world.published()
    text = world.state_file.read_text()
    world.session("p2.w1.run")["name"] = "New"
    for wrong in (text.replace(stand_in.ATHLETE, "i9"), text.replace("winter-block", "summer-block"), text[:-200], "",
                  text.replace('"1.0"', '"9.0"')):
        world.state_file.write_text(wrong)
        outcome = world.apply()
        world.expect(outcome.status == 1 and outcome.writes == 0, "it is refused", outcome)
        world.expect(".json" in outcome.talk, "the file is named", outcome)
    rebuilt = world.run("state rebuild")
    world.expect(rebuilt.status == 0 and rebuilt.writes == 0, "it is made anew from the calendar", rebuilt)
    world.expect(world.apply().asked == {"GET": 2, "PUT": 1}, "and the plan goes on")
    world.in_step()


@scenario()
def what_cannot_be_written_down_is_not_sent(world):
    world.published()
    world.session("p2.w1.run")["name"] = "New"
    root = world.state_file.parents[2]
    for name in ("log", "state"):
        place = root / name
        aside = root / f"{name}-aside"
        place.rename(aside)
        place.write_text("a file stands where a folder should")
        outcome = world.apply()
        world.expect(outcome.status == 1 and outcome.writes == 0, f"without {name}/ nothing is sent", outcome)
        place.unlink()
        aside.rename(place)
    world.expect(world.apply().status == 0, "afterwards it goes on")


@scenario(weeks=3)
def the_state_is_one_line_an_event(world):
    world.published()
    lines = world.state_file.read_text().splitlines()
    keys = [json.loads(line.rstrip(","))["key"] for line in lines if '"key"' in line]
    world.expect(len(keys) == 18 and keys == sorted(keys), f"{keys}")
    ignore = (world.folder / ".plan" / ".gitignore").read_text()
    world.expect(ignore.split() == ["*", "!.gitignore", "!state/", "!state/**"], f"{ignore!r}")
    journal = next(iter(world.folder.glob(".plan/hosts/*/log/*.jsonl"))).read_text().splitlines()
    kinds = [json.loads(line)["kind"] for line in journal]
    world.expect(kinds[0] == "begin" and kinds[-1] == "end" and kinds.count("intent") == kinds.count("done") == 18, f"{kinds}")
    before = world.state_file.read_bytes()
    world.in_step()
    world.expect(world.state_file.read_bytes() == before, "a run with nothing to do leaves it alone")


@scenario(put_replaces=True)
def where_an_update_replaces_the_event_nothing_of_it_is_lost(world):
    world.published()
    event = world.service.find("p2.w1.run")
    world.service.edit(event["id"], color="red", attachments=[{"filename": "map.pdf", "url": "x"}])
    description = event["description"]
    for key in ("p2.w1.run", "p3.w1.run", "p4.w1.run"):
        world.session(key)["name"] = "New"
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.count("PUT") <= 4, "one update more finds it out", outcome)
    event = world.service.find("p2.w1.run")
    world.expect(event["name"] == "New" and event["color"] == "red" and event["attachments"], "colour and attachments", outcome)
    world.expect(event["description"] == description and event["tags"], "text and tags", outcome)
    world.in_step()
    world.session("p2.w1.run")["name"] = "Newer"
    outcome = world.apply()
    world.expect(outcome.count("PUT") == 1 and world.service.find("p2.w1.run")["color"] == "red", "it is known now", outcome)


@scenario(put_changes_marker=False)
def where_a_marker_cannot_change_the_state_knows(world):
    world.published()
    for name in ("First", "Second", "Third"):
        world.session("p2.w1.run")["name"] = name
        outcome = world.apply()
        world.expect(outcome.status == 0 and world.service.find("p2.w1.run")["name"] == name, name, outcome)
        world.in_step()
    world.service.edit(world.service.find("p2.w1.run")["id"], name="Mine")
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.writes == 0, "the athlete's edit is kept", outcome)


@scenario(upsert_matches=False)
def where_an_upsert_matches_nothing_doubles_are_told_and_taken_away(world):
    world.published()
    os.remove(world.state_file)
    for event in list(world.ours)[:3]:
        world.service.add(**{
            name: event[name] for name in ("external_id", "category", "type", "name", "description", "start_date_local")})
    seen = world.diff().json
    world.expect(seen["totals"]["create"] == 0 and len(seen["copies"]) == 3, f"{seen['copies']}")
    outcome = world.run("dedupe", "--yes")
    world.expect(outcome.status == 0 and len(world.ours) == 24, "the doubles are gone", outcome)
    world.in_step()


def killed(world):
    """Killed once the service has carried out the k-th request, for every k; then one clean run."""
    def change():
        for key in ("p1.w1.run", "p2.w1.spin"):
            world.session(key)["name"] = "New"
        world.drop("p3.w1.gym", "p3.w1.swim")
        world.plan["phases"][0]["week"].append({
            "id": "extra", "role": "easy", "name": "Extra", "text": "- 20m 60%\n", "day": "sun"})

    world.published()
    change()
    whole = world.apply()
    world.expect(whole.status == 0, "the undisturbed run", whole)
    wanted = world.content()
    world.expect(len(whole.requests) >= 6, "it takes several requests", whole)
    for number in range(1, len(whole.requests) + 1):
        other = World(world.program, plan(3), world.manner)
        with other:
            other.published()
            original, world.plan = world.plan, other.plan
            change()
            other.plan, world.plan = world.plan, original
            dead = other.run("apply", "--yes", kill_after=number)
            world.expect(dead.status in (-9, 0), f"killed at request {number}", dead)
            clean = other.apply()
            world.expect(clean.status == 0, f"the run after request {number}", clean)
            world.expect(other.content() == wanted, f"the calendar after request {number} is another one", clean)
            other.in_step()
        world.faults += other.faults


SCENARIOS.append(("killed_after_each_request", killed, 3, {}))
SCENARIOS.append(("killed_after_each_request_with_markers_that_stay", killed, 3, {"put_changes_marker": False}))
