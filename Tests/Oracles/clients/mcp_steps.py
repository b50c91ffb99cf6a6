"""intervals-icu-mcp: its server in this process, asked by tools as an assistant would."""

import asyncio
import json

import checks
from checks import URL, day, equal, expect
from fastmcp import Client
from intervals_icu_mcp.client import ICUClient
from intervals_icu_mcp.server import mcp

ICUClient.BASE_URL = URL + "/api/v1"


def ask(name, /, **arguments):
    """The data of a tool's answer."""

    async def call():
        async with Client(mcp) as client:
            return await client.call_tool("icu_" + name, arguments)

    answer = json.loads(asyncio.run(call()).content[0].text)
    expect(f"{name} succeeds", "error" not in answer, answer)
    return answer.get("data", answer)


def ids(value):
    """Every number under `id`, however deep."""
    found = []
    if isinstance(value, dict):
        found += [value["id"]] if isinstance(value.get("id"), int) else []
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            found += ids(member)
    return found


def events():
    body = {
        "name": "By assistant", "category": "WORKOUT", "event_type": "Ride", "description": "- 20m 65%",
        "start_date_local": day(6),
    }
    created = ids(ask("bulk_create_events", events=json.dumps([body, dict(body, name="Second")])))
    equal("two events", len(created), 2)
    ask("update_event", event_id=created[0], name="Changed")
    expect("changed", "Changed" in json.dumps(ask("get_event", event_id=created[0])))
    ask("create_event", start_date=day(7), name="A note", category="NOTE", description="Text")
    listed = ids(ask("get_calendar_events", days_ahead=10))
    expect("listed", set(created) <= set(listed), listed)
    copies = ids(ask("duplicate_events", event_ids=json.dumps(created[:1]), num_copies=2, weeks_between=1))
    expect("copied", copies)
    ask("bulk_update_event_access", event_ids=json.dumps(created), hide_from_athlete=False)
    ask("delete_event", event_id=created[0])
    ask("bulk_delete_events", event_ids=json.dumps(created[1:]))
    left = ids(ask("get_calendar_events", days_ahead=10))
    expect("deleted", not set(created) & set(left), left)


def library():
    folder = ids(ask("create_workout_folder", name="By assistant", folder_type="PLAN"))[0]
    workout = ids(
        ask("create_workout", folder_id=folder, name="Tempo", description="- 30m 80%", workout_type="Ride", day=2)
    )[0]
    ask("update_workout", workout_id=workout, name="Tempo ride")
    body = {"folder_id": folder, "name": "Easy", "workout_type": "Ride", "description": "- 30m 55%"}
    ask("bulk_create_workouts", workouts=json.dumps([body]))
    expect("in the library", "By assistant" in json.dumps(ask("get_workout_library")))
    expect("in the folder", "Tempo ride" in json.dumps(ask("get_workouts_in_folder", folder_id=folder)))
    ask("apply_training_plan", folder_id=folder, start_date_local=day(30))
    ask("delete_workout", workout_id=workout)
    ask("delete_workout_folder", folder_id=folder)


def athlete():
    expect("profile", checks.ATHLETE in json.dumps(ask("get_athlete_profile")))
    ask("list_athletes")
    ask("get_fitness_summary")
    ask("get_fitness_chart", days_back=30, days_ahead=14)
    ask("get_sport_settings")
    ask("update_wellness", date=day(-4), weight=70.9, fatigue=2)
    expect("weight", "70.9" in json.dumps(ask("get_wellness_for_date", date=day(-4))))
    ask("get_wellness_data", days_back=14)


def activities():
    found = ask("get_activities_by_date", oldest=day(-30), newest=day(0))
    names = [one for one in found.get("activities", []) if one.get("name")]
    expect("activities", names, found)
    number = names[0]["id"]
    ask("get_activity_details", activity_id=number)
    ask("get_activity_intervals", activity_id=number)
    ask("update_activity", activity_id=number, name="By assistant")
    expect("found by name", "By assistant" in json.dumps(ask("search_activities", query="By assistant")))
    ask("get_activities_around", activity_id=number)


checks.run(events, library, athlete, activities)
