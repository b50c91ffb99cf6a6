"""Who may change what: the athlete, the plan, and days that are gone. Each function is a scenario of its own."""

import stand_in
from publishing_world import LATER, PLAN, TEMPLATES, scenario


@scenario(weeks=12)
def first_publish_of_72(world):
    shown = {event["key"]: event for event in world.run("show", "--format", "json").json["events"]}
    world.expect(len(shown) == 72, f"show has {len(shown)} events")
    before = world.diff()
    world.expect(before.json["totals"]["create"] == 72, "diff wants to create 72", before)
    first = world.apply("--format", "json")
    world.expect(first.status == 0, "the first publish succeeds", first)
    world.expect(first.asked == {"GET": 1, "POST": 2}, "the first publish takes 1 GET and 2 POST", first)
    world.expect(len(first.requests) <= 4, "at most the athlete is read besides", first)
    world.expect(all(len(body) <= 50 for method, _, _, body in first.requests if method == "POST"), "chunks of 50")
    world.expect(first.json["read_back"] == [], "the service computes what was planned", first)
    world.expect(len(world.ours) == 72, f"{len(world.ours)} events are on the calendar")
    keys = {stand_in.key_of(event) for event in world.ours}
    world.expect(keys == set(shown), f"the markers carry the keys, not {sorted(keys ^ set(shown))[:5]}")
    for event in world.ours:
        wanted = shown.get(stand_in.key_of(event), {})
        found = {
            "date": event["start_date_local"][:10], "name": event["name"], "description": event["description"],
            "type": event["type"], "category": event["category"], "duration": event["moving_time"]}
        if wanted.get("role") != "strength":
            found["load"] = event["icu_training_load"]
        for name, value in found.items():
            world.expect(value == wanted.get(name), f"{wanted.get('key')}: {name} {value!r}, shown {wanted.get(name)!r}")
        world.expect(event["start_date_local"].endswith("T00:00:00"), "an untimed event starts at midnight")
        world.expect(event["tags"] == [f"plan:{PLAN}"], f"tags {event['tags']}")
    window = next(query for method, path, query, _ in first.requests if method == "GET" and path.endswith("/events"))
    world.expect(window["oldest"] <= "2026-11-23" and window["newest"] >= "2027-05-08", f"six weeks around: {window}")
    world.in_step("a repeat takes 1 GET and no write")
    after = world.diff("--detailed-exitcode")
    world.expect(after.status == 0 and after.json["totals"]["unchanged"] == 72, "diff finds 72 unchanged", after)


@scenario()
def events_of_others_are_not_touched(world):
    calendar = world.service
    others = [
        calendar.add(category="NOTE", name="Dentist", start_date_local="2027-01-05T00:00:00"),
        calendar.add(category="WORKOUT", type="Run", name="Lunch run", start_date_local="2027-01-06T12:00:00",
                     description="- 30m 70% Pace"),
        calendar.add(category="WORKOUT", type="Ride", name="Long", start_date_local="2027-01-16T00:00:00"),
        *(calendar.add(category="WORKOUT", type="Ride", name=f"Ours {marker}", external_id=marker,
                       start_date_local="2027-01-12T00:00:00") for marker in [
            "tp1:other-plan:p1.w1.run:aaaaabbbbbcccccddddd", f"tp1:{PLAN}", f"tp1:{PLAN}s:p1.w1.spin:aaaaabbbbbcccccddddd",
            f"tp2:{PLAN}:p1.w1.spin:aaaaabbbbbcccccddddd", f"tp1:{PLAN}:p1.w1.spin", "cycling-coach:17", "tp1:::",
            f" tp1:{PLAN}:p1.w1.spin:aaaaabbbbbcccccddddd", PLAN]),
    ]
    before = calendar.content(others)
    first = world.published()
    world.expect(len(world.ours) in (24, 23), f"{len(world.ours)} of ours")
    world.session("p2.w1.run")["name"] = "Changed"
    world.drop("p3.w1.spin", "p3.w1.run")
    second = world.apply()
    world.expect(second.status == 0 and second.count("PUT") == 2, "one update, one bulk delete", second)
    world.expect(calendar.content(others) == before, "events of others are as they were", first)


@scenario()
def an_athletes_own_workout_of_the_same_day_sport_and_name_stands_in(world):
    own = world.service.add(
        category="WORKOUT", type="Ride", name="Spin 2", start_date_local="2027-01-11T00:00:00", description="mine")
    before = world.service.content([own])
    first = world.published()
    world.expect("p2.w1.spin" in first.out + first.talk, "the stand-in is named", first)
    world.expect(len(world.ours) == 23, "no second one is created", first)
    world.in_step()
    world.expect(world.service.content([own]) == before, "it is as it was")


@scenario()
def past_and_today_are_locked(world):
    world.published()
    world.today = LATER
    gone = [event["id"] for event in world.ours if event["start_date_local"][:10] <= LATER]
    before = world.service.content(gone)
    world.session("p3.w1.spin")["text"] = "- 5m 50%"  # Monday, gone
    world.session("p3.w1.run")["name"] = "Today"
    world.session("p3.w1.swim")["name"] = "Tomorrow"
    world.drop("p2.w1.gym", "p3.w1.sandwich")
    seen = world.diff().json
    world.expect({entry["key"]: entry["why"] for entry in seen["locked"]} == {
        "p3.w1.spin": "past", "p3.w1.run": "today", "p2.w1.gym": "past", "p3.w1.sandwich": "past"}, f"{seen['locked']}")
    outcome = world.apply()
    world.expect(outcome.asked == {"GET": 2, "PUT": 1}, "one update and its read-back", outcome)
    world.expect(world.service.content(gone) == before, "yesterday's and today's events are as they were", outcome)
    world.expect(world.service.find("p3.w1.swim")["name"] == "Tomorrow", "tomorrow's is renamed")


@scenario()
def a_plan_published_late_creates_nothing_in_the_past(world):
    world.today = LATER
    world.published()
    world.expect(min(event["start_date_local"] for event in world.ours) > LATER + "T99", "the first is tomorrow's")
    world.expect(len(world.ours) == 9, f"{len(world.ours)} of 24 lie ahead")
    world.in_step()


@scenario()
def dragged_into_the_past_or_done_early_is_locked(world):
    world.published()
    world.today = LATER
    dragged, done = world.service.find("p4.w1.run"), world.service.find("p4.w1.swim")
    world.service.edit(dragged["id"], start_date_local="2027-01-19T00:00:00")
    done["paired_activity_id"] = "i88"
    before = world.service.content([dragged["id"], done["id"]])
    world.session("p4.w1.run")["name"] = "Late"
    world.session("p4.w1.swim")["name"] = "Late too"
    outcome = world.apply()
    world.expect(outcome.writes == 0, "nothing is written", outcome)
    world.expect(world.service.content([dragged["id"], done["id"]]) == before, "both are as they were", outcome)


@scenario()
def moved_in_the_file_to_a_day_that_is_gone(world):
    world.published()
    world.today = LATER
    world.session("p3.w1.swim")["day"] = "sun"
    world.session("p3.w1.gym")["day"] = "mon"
    world.drop("p3.w1.spin")
    outcome = world.diff().json
    reasons = {change["key"]: (change["action"], change["reason"]) for change in outcome["changes"]}
    world.expect(reasons == {"p3.w1.swim": ("update", "date_changed"), "p3.w1.gym": ("delete", "moved_into_past")},
                 f"moved ahead is an update, moved into the past a delete: {reasons}")


@scenario()
def a_moved_workout_keeps_its_date(world):
    world.published()
    event = world.service.find("p2.w1.run")
    world.service.edit(event["id"], start_date_local="2027-01-15T18:30:00")
    outcome = world.in_step("a moved workout is left alone")
    world.expect("p2.w1.run" in outcome.out + outcome.talk, "the move is shown", outcome)
    world.session("p2.w1.run")["text"] = "- 42m 71% Pace"
    outcome = world.apply("--format", "json")
    world.expect(outcome.status == 0 and outcome.count("PUT") == 1, "the new content is one PUT", outcome)
    event = world.service.find("p2.w1.run")
    world.expect(event["start_date_local"] == "2027-01-15T18:30:00", f"it now starts {event['start_date_local']}", outcome)
    world.expect(event["moving_time"] == 42 * 60, "the content is the plan's", outcome)
    world.in_step()
    world.session("p2.w1.run")["name"] = "Renamed as well"
    world.apply()
    event = world.service.find("p2.w1.run")
    world.expect((event["start_date_local"], event["name"]) == ("2027-01-15T18:30:00", "Renamed as well"), f"{event}")
    world.session("p2.w1.run")["day"] = "sun"
    outcome = world.apply()
    world.expect(outcome.status == 3, "moved on both sides is a conflict", outcome)
    world.expect(world.service.find("p2.w1.run")["start_date_local"] == "2027-01-15T18:30:00", "the date stays", outcome)


@scenario()
def moved_out_of_the_plans_weeks(world):
    world.published()
    world.service.edit(world.service.find("p1.w1.long")["id"], start_date_local="2027-02-20T00:00:00")
    outcome = world.in_step("three weeks after the plan's end it is still found")
    world.expect(len(world.ours) == 24, "and not created again", outcome)


@scenario()
def edits_of_different_fields_both_survive(world):
    world.published()
    world.service.edit(world.service.find("p2.w1.long")["id"], description="- 2h 60%\n\nmy own words")
    world.session("p2.w1.long")["name"] = "Very long"
    outcome = world.apply()
    event = world.service.find("p2.w1.long")
    world.expect(outcome.status == 0, "no conflict", outcome)
    world.expect(event["name"] == "Very long", "the plan's name is there", outcome)
    world.expect(event["description"] == "- 2h 60%\n\nmy own words", f"the athlete's text: {event['description']!r}", outcome)
    world.in_step("and stays so")


@scenario()
def the_same_edit_on_both_sides_is_no_difference(world):
    world.published()
    world.service.edit(world.service.find("p2.w1.long")["id"], name="Twin")
    world.session("p2.w1.long")["name"] = "Twin"
    world.in_step("both sides say the same")


@scenario()
def athletes_tags_and_colours_survive(world):
    world.published()
    event = world.service.find("p2.w1.long")
    world.service.edit(event["id"], tags=["cold", f"plan:{PLAN}"], color="green")
    world.in_step("more tags are no difference")
    world.session("p2.w1.long")["name"] = "Tagged"
    outcome = world.apply()
    event = world.service.find("p2.w1.long")
    world.expect(set(event["tags"]) == {"cold", f"plan:{PLAN}"}, f"tags {event['tags']}", outcome)
    world.expect((event["color"], event["name"]) == ("green", "Tagged"), "colour and name", outcome)


def conflict(world):
    """The athlete and the plan both rename a workout; another one changes in the file alone."""
    world.published()
    event = world.service.find("p2.w1.long")
    world.service.edit(event["id"], name="Mine")
    world.session("p2.w1.long")["name"] = "Theirs"
    world.session("p3.w1.run")["name"] = "Other"
    return event


@scenario()
def a_conflict_is_left_and_the_rest_applied(world):
    event = conflict(world)
    before = world.service.content([event["id"]])
    seen = world.diff()
    world.expect(seen.status == 3, "diff says so", seen)
    world.expect(seen.json["conflicts"] == [{"key": "p2.w1.long", "event_id": event["id"], "field": "name",
                                             "live": "Mine", "desired": "Theirs"}], f"{seen.json['conflicts']}")
    outcome = world.apply()
    world.expect(outcome.status == 3, "a conflict is exit 3", outcome)
    world.expect(world.service.content([event["id"]]) == before, "the event is as it was", outcome)
    world.expect(world.service.find("p3.w1.run")["name"] == "Other", "others are applied", outcome)
    again = world.apply()
    world.expect(again.status == 3 and again.writes == 0, "once more: still there, nothing written", again)


@scenario()
def a_conflict_resolved_for_the_plan(world):
    conflict(world)
    outcome = world.apply("--on-conflict", "ours")
    world.expect(outcome.status == 0, "resolved", outcome)
    world.expect(world.service.find("p2.w1.long")["name"] == "Theirs", "ours is the plan's", outcome)
    world.in_step()


@scenario()
def a_conflict_resolved_for_the_athlete(world):
    conflict(world)
    outcome = world.apply("--on-conflict", "theirs")
    world.expect(outcome.status == 0, "resolved", outcome)
    world.expect(world.service.find("p2.w1.long")["name"] == "Mine", "theirs is the calendar's", outcome)
    again = world.apply("--on-conflict", "theirs")
    world.expect(again.status == 0 and again.writes == 0, "and a repeat writes nothing", again)


@scenario()
def a_conflict_resolved_for_one_key(world):
    conflict(world)
    world.service.edit(world.service.find("p3.w1.run")["id"], name="Mine too")
    outcome = world.apply("--on-conflict", "p2.w1.long=ours")
    world.expect(outcome.status == 3, "the other one is left", outcome)
    names = world.service.find("p2.w1.long")["name"], world.service.find("p3.w1.run")["name"]
    world.expect(names == ("Theirs", "Mine too"), f"{names}", outcome)


@scenario()
def a_conflict_may_stop_everything(world):
    conflict(world)
    outcome = world.apply("--on-conflict", "fail")
    world.expect(outcome.status == 3 and outcome.writes == 0, "nothing is written", outcome)


@scenario()
def a_conflict_in_one_field_does_not_hold_up_another(world):
    event = conflict(world)
    world.session("p2.w1.long")["text"] = "- 66m 66%"
    outcome = world.apply()
    world.expect(outcome.status == 3, "the name is in conflict", outcome)
    world.expect((event["name"], event["moving_time"]) == ("Mine", 66 * 60), f"{event['name']}", outcome)


@scenario()
def removed_sessions_go_in_the_future_alone(world):
    world.published()
    world.today = LATER
    world.drop("p1.w1.run", "p3.w1.run", "p4.w1.run", "p4.w1.gym")
    world.service.edit(world.service.find("p4.w1.gym")["id"], name="My gym")
    outcome = world.apply()
    bodies = [body for method, path, _, body in outcome.requests if path.endswith("bulk-delete")]
    keys = {stand_in.key_of(event) for event in world.ours}
    world.expect(outcome.status == 0, "it is done", outcome)
    world.expect({"p1.w1.run", "p3.w1.run", "p4.w1.gym"} <= keys, f"past, today's and edited ones stay: {keys}", outcome)
    world.expect("p4.w1.run" not in keys and len(keys) == 23, "the one ahead goes", outcome)
    world.expect([len(body) for body in bodies] == [1], f"one id is deleted: {bodies}", outcome)
    outcome = world.apply("--prune-edited")
    world.expect(len(world.ours) == 22, "--prune-edited deletes the edited one too", outcome)


@scenario()
def filtered_runs_write_nothing_outside(world):
    world.published()
    for key in ("p2.w1.run", "p3.w1.run"):
        world.session(key)["name"] = "Changed"
    world.drop("p4.w1.run")
    outcome = world.apply("--only", "p2.*")
    names = world.service.find("p2.w1.run")["name"], world.service.find("p3.w1.run")["name"]
    world.expect(names == ("Changed", "Steps down — für alle") and len(world.ours) == 24, f"{names}", outcome)
    outcome = world.apply("--from", "2027-01-18", "--to", "2027-01-24")
    world.expect(world.service.find("p3.w1.run")["name"] == "Changed" and len(world.ours) == 24, "week 3", outcome)
    outcome = world.apply()
    world.expect(len(world.ours) == 23, "without a filter the rest follows", outcome)


@scenario()
def two_plans_share_a_calendar(world):
    world.published()
    first = world.service.content([event["id"] for event in world.ours])
    world.plan["id"] = "other-block"
    for phase in world.plan["phases"]:
        for entry in phase["week"]:
            entry["name"] = "Other " + entry["id"]
    outcome = world.apply()
    world.expect(outcome.status == 0 and len(world.service.events) == 48, "both are there", outcome)
    world.expect(world.service.content([event["id"] for event in world.ours]) == first, "the first is as it was", outcome)


@scenario()
def templates_that_change_reach_the_calendar(world):
    world.published()
    text = TEMPLATES.replace("8m 50%", "9m 50%")
    (world.folder / "templates.yaml").write_text(text, encoding="utf-8")
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.count("PUT") == 4, "4 workouts use the template", outcome)
    world.in_step()


@scenario()
def races_blocks_targets_and_notes(world):
    world.plan |= {
        "races": [{"id": "crit", "date": "2027-01-30", "name": "Crit", "sport": "Ride", "priority": "B", "duration": "1h",
                   "load": 90, "description": "- bring 2 bottles\nLaps 20x"}],
        "events": [{"id": "kick-off", "date": "2027-01-06", "kind": "note", "name": "Weigh in", "description": "- 70 kg"}],
        "publish": {"phases": True, "targets": True, "lock": True, "time_of_day": {"default": "07:00", "sat": "09:30"}},
    }
    outcome = world.published()
    kinds = {}
    for event in world.ours:
        kinds[event["category"]] = kinds.get(event["category"], 0) + 1
    world.expect(kinds.get("RACE_B") == 1 and kinds.get("NOTE") == 1 and kinds.get("PLAN") == 4, f"{kinds}", outcome)
    race = world.service.find("race.crit")
    world.expect((race["workout_doc"] or {}).get("steps") == [], f"a race has no steps: {race['description']!r}")
    world.expect((race["icu_training_load"], race["moving_time"]) == (90, 3600), "but load and time")
    block = world.service.find("phase.p2")
    world.expect((block["start_date_local"][:10], block["end_date_local"][:10]) == ("2027-01-11", "2027-01-18"), f"{block}")
    long = world.service.find("p2.w1.long")
    world.expect(long["start_date_local"] == "2027-01-16T09:30:00", f"Saturday's start: {long['start_date_local']}")
    world.expect(long["athlete_cannot_edit"] is True, "locked for the athlete")
    world.in_step()
    world.today = "2027-01-13"
    world.in_step("a block that has begun is left alone")


