"""When the service or the connection does not do what one hopes. Each function is a scenario of its own."""

import shutil
import time

import stand_in
from publishing_world import scenario
from stand_in import Fault

WRONG_KEY = "canary-wrong-0d9f"
POST, EVENTS = r"/events/bulk$", r"/events$"


def break_next(world, method, path, kind="status", **details):
    world.service.faults = [Fault(method, path, kind, **details)]


def healed(world, count):
    """The next run brings the calendar in step without duplicates."""
    world.service.faults = []
    outcome = world.apply()
    keys = [stand_in.key_of(event) for event in world.ours]
    world.expect(outcome.status == 0, "the next run succeeds", outcome)
    world.expect(len(keys) == len(set(keys)) == count, f"{len(keys)} events, {len(set(keys))} keys, {count} wanted", outcome)
    world.in_step()
    return outcome


# The service says no.


@scenario(weeks=3)
def a_wrong_key(world):
    outcome = world.apply(environment={"INTERVALS_API_KEY": WRONG_KEY})
    world.expect(outcome.status == 1, "401 is exit 1", outcome)
    world.expect("401" in outcome.talk and "key" in outcome.talk.lower(), "the message tells what it is about", outcome)
    world.expect(WRONG_KEY not in outcome.out + outcome.talk, "the key is not printed", outcome)
    world.expect(len(outcome.requests) == 1, "a refused login is not repeated", outcome)


@scenario(weeks=3)
def no_key_at_all(world):
    outcome = world.apply(environment={"INTERVALS_API_KEY": ""})
    world.expect(outcome.status == 64 and not outcome.requests, "no key is exit 64", outcome)
    world.expect("INTERVALS_API_KEY" in outcome.talk, "the variable is named", outcome)


@scenario(weeks=3)
def somebody_elses_athlete(world):
    outcome = world.apply("--athlete", "i9")
    world.expect(outcome.status == 1 and "403" in outcome.talk, "403 is exit 1", outcome)


@scenario(weeks=3)
def no_access_in_the_middle(world):
    world.published()
    world.session("p1.w1.run")["name"] = world.session("p2.w1.run")["name"] = "New"
    world.drop("p3.w1.run")
    break_next(world, "PUT", r"/events/\d+$", status=403, message="No access", after=1)
    outcome = world.apply()
    world.expect(outcome.status == 5, "one update is done: partly applied", outcome)
    world.expect(outcome.count("PUT") == 2 and len(world.ours) == 18, "nothing is tried after it", outcome)
    healed(world, 17)


@scenario(weeks=3)
def one_update_of_three_is_refused(world):
    world.published()
    for key in ("p1.w1.run", "p2.w1.run", "p3.w1.run"):
        world.session(key)["name"] = "New"
    world.drop("p3.w1.gym")
    sick = world.service.find("p2.w1.run")["id"]
    break_next(world, "PUT", rf"/events/{sick}$", status=422, message="Name is too funny")
    outcome = world.apply()
    world.expect(outcome.status == 5, "partly applied", outcome)
    names = [world.service.find(f"p{week}.w1.run")["name"] == "New" for week in (1, 2, 3)]
    world.expect(names == [True, False, True], f"its siblings are applied: {names}", outcome)
    world.expect(len(world.ours) == 18, "nothing is deleted", outcome)
    said = outcome.out + outcome.talk
    line = next(number for number, text in enumerate((world.folder / "block.plan.yaml").read_text().splitlines(), 1)
                if '"p2"' in text) + 3
    for part in ("Name is too funny", "p2.w1.run", f"block.plan.yaml:{line}"):
        world.expect(part in said, f"the message names {part}", outcome)
    healed(world, 17)


@scenario(weeks=3)
def one_event_of_many_is_refused_on_create(world):
    for index in range(20):  # the service takes 20 a day
        world.service.add(category="NOTE", name=f"n{index}", start_date_local="2027-01-13T00:00:00")
    outcome = world.apply()
    world.expect(outcome.status == 5, "partly applied", outcome)
    world.expect(len(world.ours) == 17, f"{len(world.ours)} of 17 healthy ones are there", outcome)
    world.expect("Too many events" in outcome.out + outcome.talk, "the service's words are shown", outcome)
    for event in [event for event in world.service.events.values() if event["category"] == "NOTE"]:
        world.service.delete(event["id"])
    healed(world, 18)


@scenario(weeks=3)
def an_event_that_went_away_meanwhile(world):
    world.published()
    world.session("p1.w1.run")["name"] = world.session("p2.w1.run")["name"] = "New"
    gone = world.service.find("p1.w1.run")["id"]
    break_next(world, "PUT", rf"/events/{gone}$", status=404, message="Event not found")
    outcome = world.apply()
    world.expect(outcome.status == 5, "partly applied", outcome)
    world.expect(world.service.find("p2.w1.run")["name"] == "New", "the other one is renamed", outcome)


# The service or the connection breaks.


@scenario(weeks=3)
def a_create_answered_with_500(world):
    break_next(world, "POST", POST, status=500, message="Boom")
    outcome = world.apply()
    world.expect(outcome.status in (1, 5), "it failed", outcome)
    world.expect(outcome.count("POST") == 1, "a create is never sent again blindly", outcome)
    said = outcome.out + outcome.talk
    world.expect("500" in said and "Boom" in said and "POST" in said, "method, status and words are shown", outcome)
    healed(world, 18)


@scenario(weeks=12)
def half_a_chunk_committed_and_500(world):
    break_next(world, "POST", POST, "half", status=500, message="Boom")
    outcome = world.apply()
    world.expect(outcome.status == 5, "partly applied", outcome)
    healed(world, 72)


@scenario(weeks=12)
def a_create_committed_and_the_connection_cut(world):
    break_next(world, "POST", POST, "cut-after")
    outcome = world.apply()
    world.expect(outcome.status == 5, "its end was unknown", outcome)
    later = healed(world, 72)
    world.expect(later.count("POST") <= 1, "what was committed is not created again", later)


@scenario(weeks=3)
def a_create_cut_before_it_was_committed(world):
    break_next(world, "POST", POST, "cut-before")
    outcome = world.apply()
    world.expect(outcome.status in (1, 5), "it failed", outcome)
    healed(world, 18)


@scenario(weeks=3)
def a_create_answered_with_half_an_answer(world):
    break_next(world, "POST", POST, "truncate")
    outcome = world.apply()
    world.expect(outcome.status == 5, "its end was unknown", outcome)
    later = healed(world, 18)
    world.expect(later.writes == 0, "what was committed is not created again", later)


@scenario(weeks=3)
def an_update_committed_and_the_connection_cut(world):
    world.published()
    world.session("p2.w1.run")["name"] = "New"
    world.drop("p3.w1.gym")
    break_next(world, "PUT", r"/events/\d+$", "cut-after")
    outcome = world.apply()
    world.expect(outcome.status == 5, "its end was unknown", outcome)
    world.expect(world.service.find("p2.w1.run")["name"] == "New", "it is done", outcome)
    world.expect(len(world.ours) == 18, "nothing is deleted after it", outcome)
    healed(world, 17)


@scenario(weeks=3)
def a_delete_committed_and_the_connection_cut(world):
    world.published()
    world.drop("p3.w1.gym")
    break_next(world, "PUT", r"/events/bulk-delete$", "cut-after")
    outcome = world.apply()
    world.expect(outcome.status == 5, "its end was unknown", outcome)
    world.in_step()


@scenario(weeks=3)
def cut_at_the_read_back(world):
    world.published()
    world.session("p2.w1.run")["name"] = "New"
    world.service.faults = [Fault("GET", EVENTS, "cut-before", times=9, after=1)]
    outcome = world.apply()
    world.expect(outcome.status in (0, 5), "the update itself is done", outcome)
    healed(world, 18)


@scenario(weeks=3)
def too_many_requests(world):
    for seconds, method, path in ((0, "POST", POST), (1, "GET", EVENTS), (1, "POST", POST)):
        world.drop(*(f"p3.w1.{name}" for name in ("spin", "run") if seconds and method == "POST"))
        for event in list(world.ours):
            world.service.delete(event["id"])
        shutil.rmtree(world.folder / ".plan", ignore_errors=True)  # else an empty calendar is refused
        break_next(world, method, path, status=429, message="Slow down", headers={"Retry-After": str(seconds)})
        begin = time.monotonic()
        outcome = world.apply()
        waited = time.monotonic() - begin
        world.expect(outcome.status == 0, f"429 with Retry-After {seconds} is waited for", outcome)
        world.expect(waited >= seconds, f"it waited {waited:.2f} s of {seconds}", outcome)
        world.expect(outcome.count(method) == 2, "the request goes once more", outcome)
    world.in_step()


@scenario(weeks=3)
def a_read_that_fails_twice(world):
    break_next(world, "GET", EVENTS, status=502, message="Bad gateway", times=2)
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.count("GET") == 3, "reads are repeated", outcome)


@scenario(weeks=3)
def a_list_cut_in_the_middle(world):
    world.published()
    for kind in ("truncate", "html"):
        break_next(world, "GET", EVENTS, kind, times=9)
        outcome = world.apply()
        world.expect(outcome.status == 1 and outcome.writes == 0, f"{kind}: nothing is written", outcome)
        world.expect("GET" in outcome.talk and len(outcome.talk) < 1000, f"{kind}: a short message", outcome)
    healed(world, 18)


@scenario(weeks=3)
def a_list_of_something_else(world):
    world.published()
    for text in ('{"events": []}', "null", '[{"id": 1}]', '"x"', "[[]]", '[{"id": 99999999999, "start_date_local": "soon"}]'):
        world.service.faults = [Fault("GET", EVENTS, "raw", times=9, text=text)]
        outcome = world.apply()
        world.expect(outcome.status == 1 and outcome.writes == 0, f"{text} is refused", outcome)


@scenario(weeks=3)
def html_instead_of_an_error(world):
    world.service.faults = [Fault("GET", r"/athlete/0$", "raw", status=403, text="<html>" + "<p>blocked</p>" * 500)]
    outcome = world.apply()
    world.expect(outcome.status == 1 and "403" in outcome.talk and len(outcome.talk) < 1500, "a short message", outcome)


@scenario(weeks=3)
def nobody_listens(world):
    outcome = world.run("apply", "--yes", "--base-url", "http://127.0.0.1:9", base_url=False)
    world.expect(outcome.status == 1, "exit 1", outcome)
    world.expect("127.0.0.1:9" in outcome.talk, "the address is named", outcome)
