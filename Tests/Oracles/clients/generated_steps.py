"""intervals-icu-cli by its commands, and the generated client below it with its strict types."""

import io
import json
import os
import subprocess
import sys
import zipfile

import checks
from checks import ATHLETE, KEY, URL, day, equal, expect
from intervals_icu_client import ApiClient, Configuration, EventEx
from intervals_icu_client.api.activities_api import ActivitiesApi
from intervals_icu_client.api.athletes_api import AthletesApi
from intervals_icu_client.api.events_api import EventsApi
from intervals_icu_client.api.library_api import LibraryApi
from intervals_icu_client.api.sports_api import SportsApi
from intervals_icu_client.api.wellness_api import WellnessApi
from intervals_icu_client.exceptions import ApiException
from intervals_icu_client.models import (
    ApplyPlanDTO,
    AthleteTrainingPlanUpdate,
    CreateFolderDTO,
    DoomedEvent,
    DuplicateEventsDTO,
    Event,
    Folder,
    SharedWith,
    Wellness,
    Workout,
    WorkoutEx,
)

CLIENT = ApiClient(Configuration(host=URL, username="API_KEY", password=KEY))
EVENTS, LIBRARY, WELLNESS = EventsApi(CLIENT), LibraryApi(CLIENT), WellnessApi(CLIENT)
ACTIVITIES, ATHLETES, SPORTS = ActivitiesApi(CLIENT), AthletesApi(CLIENT), SportsApi(CLIENT)
TEXT = "- 10m 60%\n\n2x\n- 5m 95%\n- 5m 50%\n"


def command(*words, stdin=None):
    tool = os.path.join(os.path.dirname(sys.executable), "intervals-icu")
    result = subprocess.run([tool, *words], input=stdin, capture_output=True, text=True, timeout=300)
    expect(f"{words[:2]} succeeds", result.returncode == 0, result.stderr)
    return result.stdout


def the_commands():
    workout = json.dumps({"steps": [{"duration": 600, "target": {"value": 60, "units": "%"}}]})
    created = json.loads(
        command(
            "events", "create", "--name", "By command", "--date", day(1) + "T07:00:00", "--type", "Ride", "--json",
            stdin=workout,
        )
    )
    listed = json.loads(command("events", "list", "--oldest-days-ago", "400", "--newest-days-ahead", "400", "--json"))
    expect("the new event is listed", created["id"] in [event["id"] for event in listed], listed)
    command("events", "delete", str(created["id"]))
    expect("the deleted event is gone", str(created["id"]) not in command("events", "list"))
    command("activities", "list")


def ride(offset, name="Ride", **more):
    return EventEx(category="WORKOUT", type="Ride", name=name, start_date_local=day(offset) + "T00:00:00", **more)


def one_event():
    event = EVENTS.create_event(ATHLETE, False, ride(2, description=TEXT))
    equal("seconds of the steps", event.moving_time, 1800)
    expect("a load", event.icu_training_load and event.icu_training_load > 0, event.icu_training_load)
    equal("the text comes back", event.description, TEXT)
    changed = EVENTS.update_event(ATHLETE, event.id, ride(3, name="Moved"))
    equal("the text stays in a partial update", changed.description, TEXT)
    equal("the new day", changed.start_date_local, day(3) + "T00:00:00")
    equal("shown", EVENTS.show_event(ATHLETE, event.id).name, "Moved")
    done = EVENTS.mark_event_as_done(ATHLETE, event.id)
    equal("the activity is paired", done.paired_event_id, event.id)
    ACTIVITIES.delete_activity(done.id)
    EVENTS.delete_event(ATHLETE, event.id)
    try:
        EVENTS.show_event(ATHLETE, event.id)
        expect("a deleted event is not found", False)
    except ApiException as error:
        equal("a deleted event is not found", error.status, 404)


def many_events():
    bodies = [ride(4, name=f"Bulk {number}", external_id=f"bulk-{number}") for number in range(3)]
    first = EVENTS.create_multiple_events(ATHLETE, False, False, bodies, upsert=True)
    again = EVENTS.create_multiple_events(ATHLETE, False, False, bodies, upsert=True)
    equal("an upsert keeps the ids", [event.id for event in first], [event.id for event in again])
    copies = EVENTS.duplicate_events(ATHLETE, DuplicateEventsDTO(num_copies=2, weeks_between=1, event_ids=[first[0].id]))
    equal("two copies", len(copies), 2)
    flagged = EVENTS.update_events(ATHLETE, day(4), day(4), Event(hide_from_athlete=False, athlete_cannot_edit=False))
    equal("three events on the day", len(flagged), 3)
    doomed = [DoomedEvent(external_id="bulk-0"), DoomedEvent(id=first[1].id), DoomedEvent(id=5)]
    deleted = EVENTS.delete_events_bulk(ATHLETE, doomed)
    equal("by either id, copies with the same external id too", deleted.events_deleted, 4)
    EVENTS.delete_events(ATHLETE, day(4), ["WORKOUT"], newest=day(4))
    left = EVENTS.list_events(ATHLETE, "json", oldest=day(4), newest=day(4), resolve=True)
    equal("nothing is left", left, [])
    EVENTS.list_fitness_model_events(ATHLETE)
    EVENTS.list_tags1(ATHLETE)


def raw(call, *words, **more):
    """The JSON of an answer that the client's own types refuse.

    Its library workouts want objects for all members of `workout_doc`, as the published description has it, and the
    service answers numbers and texts among them.
    """
    answer = call(*words, **more)
    expect(f"{call.__name__} answers", answer.status == 200, answer.data)
    return json.loads(answer.data)


def the_library():
    folder = LIBRARY.create_folder(ATHLETE, CreateFolderDTO(name="By client", type="PLAN"))
    body = WorkoutEx(folder_id=folder.id, type="Ride", name="Library ride", description=TEXT, day=1)
    workout = raw(LIBRARY.create_workout_without_preload_content, ATHLETE, body)
    equal("seconds of the steps", workout["moving_time"], 1800)
    more = raw(LIBRARY.create_multiple_workouts_without_preload_content, ATHLETE, [body, body])
    equal("two more", len(more), 2)
    changed = raw(LIBRARY.update_workout_without_preload_content, ATHLETE, workout["id"], WorkoutEx(name="Renamed"))
    equal("renamed", (changed["name"], changed["description"]), ("Renamed", TEXT))
    listed = raw(LIBRARY.list_folders_without_preload_content, ATHLETE)
    shown = next(one for one in listed if one["id"] == folder.id)
    equal("the folder holds its workouts", len(shown["children"]), 3)
    renamed = raw(LIBRARY.update_folder_without_preload_content, ATHLETE, folder.id, Folder(name="Other name"))
    equal("the folder's name", renamed["name"], "Other name")
    shares = LIBRARY.update_folder_shared_with(ATHLETE, folder.id, [SharedWith(id="i3", can_edit=True)])
    equal("shared", [share.id for share in shares], ["i3"])
    equal("listed as shared", len(LIBRARY.list_folder_shared_with(ATHLETE, folder.id)), 1)
    flag = Workout(hide_from_athlete=True)
    hidden = raw(LIBRARY.update_plan_workouts_without_preload_content, ATHLETE, folder.id, 0, 5, flag)
    equal("hidden workouts", len(hidden), 3)
    EVENTS.apply_plan(ATHLETE, ApplyPlanDTO(folder_id=folder.id, start_date_local=day(20) + "T00:00:00"))
    planned = EVENTS.list_events(ATHLETE, "json", oldest=day(21), newest=day(21), category=["WORKOUT"])
    equal("the plan is on the calendar", {event.plan_folder_id for event in planned}, {folder.id})
    EVENTS.delete_event(ATHLETE, planned[0].id, others=True)
    equal("deleted together", EVENTS.list_events(ATHLETE, "json", oldest=day(21), newest=day(21), category=["WORKOUT"]), [])
    equal("deleted", LIBRARY.delete_workout(ATHLETE, workout["id"]), [workout["id"]])
    LIBRARY.delete_folder(ATHLETE, folder.id)
    left = raw(LIBRARY.list_workouts_without_preload_content, ATHLETE)
    expect("the workouts go with the folder", more[0]["id"] not in [one["id"] for one in left])


def files():
    event = EVENTS.create_event(ATHLETE, False, ride(8, description=TEXT))
    for suffix in ["zwo", ".zwo", "mrc", ".erg", "fit", ".fit"]:
        answer = EVENTS.download_workout1_without_preload_content(ATHLETE, event.id, suffix)
        expect(f"a download as {suffix}", answer.status == 200 and len(answer.data) > 50, answer.data[:200])
    archive = EVENTS.download_workouts_without_preload_content(ATHLETE, "zwo", day(8), day(8)).data
    names = zipfile.ZipFile(io.BytesIO(archive)).namelist()
    expect("an archive", len(names) == 1 and names[0].endswith(".zwo"), names)
    text = zipfile.ZipFile(io.BytesIO(archive)).read(names[0]).decode()
    body = EventEx(category="WORKOUT", filename="r.zwo", file_contents=text, start_date_local=day(9) + "T00:00:00")
    made = EVENTS.create_event(ATHLETE, False, body)
    equal("an event from the file", (made.name, made.type, made.moving_time), ("Ride", "Ride", 1800))
    converted = LIBRARY.download_workout_for_athlete_without_preload_content(
        ATHLETE, ".mrc", Workout(type="Ride", name="Free", description=TEXT)
    )
    expect("a conversion", converted.status == 200 and b"[COURSE" in converted.data, converted.data[:200])


def the_athlete():
    equal("id", ATHLETES.get_athlete(ATHLETE).id, ATHLETE)
    ATHLETES.get_athlete_profile(ATHLETE)
    expect("a summary", ATHLETES.get_athlete_summary(ATHLETE, "")[0].fitness > 0)
    plan = ATHLETES.update_athlete_plan(ATHLETE, AthleteTrainingPlanUpdate(training_plan_alias="Mine"))
    equal("the plan's name", plan.training_plan_alias, "Mine")
    ATHLETES.get_athlete_training_plan(ATHLETE)
    settings = SPORTS.list_settings(ATHLETE)
    equal("settings by type", SPORTS.get_settings1(ATHLETE, "Ride").id, settings[0].id)


def wellness_and_activities():
    record = WELLNESS.update_wellness(ATHLETE, day(0), Wellness(weight=70.5, comments="Fine"))
    equal("weight", record.weight, 70.5)
    WELLNESS.update_wellness_bulk(ATHLETE, [Wellness(id=day(-1), mood=2)])
    equal("mood", WELLNESS.get_record(ATHLETE, day(-1)).mood, 2)
    equal("a week", len(WELLNESS.list_wellness_records(ATHLETE, "", oldest=day(-6), newest=day(0))), 7)
    done = ACTIVITIES.list_activities(ATHLETE, day(-60), newest=day(0))
    whole = next(one for one in done if one.source != "STRAVA")
    intervals = ACTIVITIES.get_intervals(whole.id)
    expect("intervals", intervals.icu_intervals, intervals)
    equal("renamed", ACTIVITIES.update_activity(whole.id, type(whole)(name="Renamed")).name, "Renamed")


checks.run(the_commands, one_event, many_events, the_library, files, the_athlete, wellness_and_activities)
