"""A second imitation of the service, written from its published description alone; it shares nothing with ours.

It keeps one athlete's calendar, counts every request, protests where a client does what the service punishes or a
publisher must not, answers in several manners that the real service is known for, and fails when it is told to.
"""

import html
import json
import re

import calendar_figures
import stand_in_http

KEY = "canary-5c1e7b94d2a08f36"
ATHLETE = "i4711"
FIRST_ID = 91_000_001
MOST_A_DAY = 20
MOST_IN_BULK = 100
CATEGORIES = {
    "WORKOUT", "RACE_A", "RACE_B", "RACE_C", "NOTE", "PLAN", "HOLIDAY", "SICK", "INJURED", "SET_EFTP", "FITNESS_DAYS",
    "SEASON_START", "TARGET", "SET_FITNESS",
}
NUMBERS = [
    "moving_time", "distance", "joules", "joules_above_ftp", "icu_training_load", "icu_intensity", "load_target",
    "time_target", "distance_target", "strain_score",
]
WRITABLE = set(NUMBERS) | {
    "external_id", "calendar_id", "start_date_local", "end_date_local", "for_week", "category", "type", "sub_type",
    "name", "description", "indoor", "color", "tags", "attachments", "target", "not_on_fitness_chart", "show_as_note",
    "show_on_ctl_line", "athlete_cannot_edit", "hide_from_athlete", "structure_read_only", "training_availability",
    "max_training_time", "can_train_sports", "carbs_per_hour",
}
BLANK = {
    "uid": None, "external_id": None, "calendar_id": 1, "athlete_id": ATHLETE, "created_by_id": ATHLETE,
    "oauth_client_id": None, "shared_event_id": None, "end_date_local": None, "for_week": False, "type": None,
    "sub_type": None, "name": None, "description": None, "indoor": None, "color": None, "tags": None,
    "attachments": None, "entered": False, "target": None, "not_on_fitness_chart": False, "show_as_note": False,
    "show_on_ctl_line": False, "athlete_cannot_edit": False, "hide_from_athlete": False, "structure_read_only": False,
    "training_availability": "NORMAL", "workout_doc": None, "push_errors": None, "icu_ctl": None, "icu_atl": None,
    **{name: None for name in NUMBERS},
}
SETTINGS = [
    {"types": ["Ride", "VirtualRide", "GravelRide"], "ftp": 250, "indoor_ftp": None, "lthr": 168, "max_hr": 186,
     "power_zones": [55, 75, 90, 105, 120, 150, 999], "sweet_spot_min": 84, "sweet_spot_max": 97,
     "hr_zones": None, "threshold_pace": None, "pace_units": None, "pace_zones": None, "pace_load_type": None,
     "load_order": "POWER_HR_PACE"},
    {"types": ["Run", "TrailRun"], "ftp": None, "lthr": 172, "max_hr": 190, "power_zones": None, "hr_zones": None,
     "threshold_pace": 1000 / 240, "pace_units": "MINS_KM", "pace_load_type": "RUN", "load_order": "PACE_HR_POWER",
     "pace_zones": [77.5, 87.7, 94.3, 100, 103.4, 111.5, 999]},
    {"types": ["Swim", "OpenWaterSwim"], "ftp": None, "lthr": None, "threshold_pace": 1.0,
     "pace_units": "SECS_100M", "pace_load_type": "SWIM", "load_order": "PACE_HR_POWER", "pace_zones": None},
]


class Manner:
    """How the service words its answers; every difference has been seen in a recorded answer or an honest client."""

    def __init__(self, **changes):
        self.document_after_bulk = True
        self.media_type = "application/json"
        self.seconds = True  # in start_date_local
        self.unset = None  # or 0 or 0.0
        self.null_tags = True
        self.extra = False
        self.keep_nulls = True
        self.gzip = False
        self.put_changes_marker = True
        self.put_replaces = False  # what an update does not send is gone
        self.upsert_matches = True
        self.restless = False  # figures and `updated` move on every read
        self.escapes = False
        for name, value in changes.items():
            if not hasattr(self, name):
                raise ValueError(f"no manner {name}")
            setattr(self, name, value)


class Fault:
    """What goes wrong with the next requests that fit."""

    def __init__(self, method, path, kind, times=1, after=0, **details):
        self.method, self.path, self.kind = method, re.compile(path), kind
        self.times, self.after, self.details = times, after, details

    def fits(self, method, path):
        if method != self.method or not self.path.search(path) or self.times == 0:
            return False
        if self.after > 0:
            self.after -= 1
            return False
        self.times -= 1
        return True


class Refusal(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class StandIn(stand_in_http.Listener):
    """The calendar and its server."""

    def __init__(self, manner=None):
        super().__init__()
        self.manner = manner or Manner()
        self.events = {}
        self.watch = None  # called after each request was carried out, before it is answered
        self.key = KEY
        self.zone = "Europe/Rome"
        self._next_id = FIRST_ID
        self._ticks = 0

    # What the athlete and other programs do, without a request.

    def add(self, **fields):
        """An event of somebody else's; returns its id."""
        return self._create(fields)["id"]

    def edit(self, event_id, **fields):
        self._write(self.events[event_id], fields)

    def delete(self, event_id):
        del self.events[event_id]

    def find(self, key, plan=None):
        """The one event of ours with a key."""
        found = [event for event in self.events.values() if key_of(event) == key and plan in (None, plan_of(event))]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} events have the key {key}")
        return found[0]

    def content(self, event_ids):
        """All of the named events, for comparing before and after."""
        return json.dumps([self.events.get(event_id) for event_id in event_ids], sort_keys=True)

    # Requests.

    def answer(self, method, path, query, body):
        """The status and the value of one request; whoever calls holds no lock."""
        with self._lock:
            self.requests.append((method, path, query, body))
            try:
                return 200, self._route(method, path, query, body)
            except Refusal as refusal:
                return refusal.status, {"status": refusal.status, "error": str(refusal)}

    def _route(self, method, path, query, body):
        match = re.fullmatch(r"/api/v1/athlete/([^/]+)(/.*)?", path)
        if not match:
            raise Refusal(404, "Not found")
        if match.group(1) not in ("0", ATHLETE):
            raise Refusal(403, "No access to that athlete")
        rest = match.group(2) or ""
        if method == "GET" and rest == "":
            return self._athlete()
        if method == "GET" and re.fullmatch(r"/events(\.?json)?", rest):
            return self._list(query)
        if method == "POST" and rest == "/events":
            return self._shown(self._create(self._checked(body)))
        if method == "POST" and rest == "/events/bulk":
            return self._bulk(query, body)
        if method == "PUT" and rest == "/events/bulk-delete":
            return self._bulk_delete(body)
        single = re.fullmatch(r"/events/(\d+)", rest)
        if single and method in ("GET", "PUT"):
            event = self.events.get(int(single.group(1)))
            if event is None:
                raise Refusal(404, "Event not found")
            if method == "PUT":
                self._update(event, self._checked(body))
            return self._shown(event)
        self.protest(f"{method} {path} is no business of a publisher")
        raise Refusal(404 if method == "GET" else 405, "Not found")

    def _athlete(self):
        settings = [{"id": index + 1, "athlete_id": ATHLETE, **entry} for index, entry in enumerate(SETTINGS)]
        return {
            "id": ATHLETE, "name": "Somebody Else", "timezone": self.zone, "locale": "en", "sex": "F",
            "icu_resting_hr": 48, "sportSettings": settings, "custom_items": [], "unheard_of": {"x": [1, None]}}

    def _list(self, query):
        oldest, newest = query.get("oldest"), query.get("newest")
        for value in (oldest, newest):
            if value is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise Refusal(422, f"Bad date {value}")
        inside = [
            event for event in self.events.values()
            if event["start_date_local"][:10] <= newest and (event["end_date_local"] or "")[:10] > oldest
            or oldest <= event["start_date_local"][:10] <= newest
        ]
        return [self._shown(event) for event in sorted(inside, key=lambda event: event["start_date_local"])]

    def _bulk(self, query, body):
        if not isinstance(body, list):
            raise Refusal(422, "Expected a list")
        if len(body) > MOST_IN_BULK:
            self.protest(f"{len(body)} events in one bulk call")
        if query.get("upsert") != "true":
            self.protest("a bulk create without upsert doubles a calendar when it is repeated")
        bodies = [self._checked(fields) for fields in body]
        result = []
        for fields in bodies:
            known = [
                event for event in self.events.values()
                if self.manner.upsert_matches and fields.get("external_id") and event["external_id"] == fields["external_id"]
            ]
            if query.get("upsert") == "true" and known:
                self._write(known[0], fields)
                result.append(known[0])
            else:
                result.append(self._create(fields))
        return [self._shown(event, bulk=True) for event in result]

    def _bulk_delete(self, body):
        count = 0
        for entry in body:
            if "external_id" in entry:
                self.protest("deletes by external_id depend on who created the event")
            count += self.events.pop(entry.get("id"), None) is not None
        return {"eventsDeleted": count}

    def _checked(self, fields):
        if not isinstance(fields, dict):
            raise Refusal(422, "Expected an event")
        for name, value in fields.items():
            if name not in WRITABLE:
                self.protest(f"{name} is not to be written")
            if value is None:
                self.protest(f"{name}: null, which the service ignores")
        marker = fields.get("external_id", "")
        if len(marker) > 64 or not marker.isascii():
            self.protest(f"external_id {marker!r} may not be kept")
        return fields

    def _update(self, event, fields):
        marker = event["external_id"]
        if self.manner.put_replaces:
            kept = ("id", "uid", "external_id", "category", "type", "start_date_local", "end_date_local", "workout_doc",
                    "paired_activity_id")
            event.update({name: value for name, value in BLANK.items() if name not in kept})
        self._write(event, fields)
        if not self.manner.put_changes_marker:
            event["external_id"] = marker

    def _create(self, fields):
        category = fields.get("category", "WORKOUT")
        if category not in CATEGORIES:
            raise Refusal(422, f"Invalid category {category}")
        if (category == "WORKOUT" or category.startswith("RACE_")) and not fields.get("type"):
            raise Refusal(422, "Missing type")
        if not fields.get("name"):
            raise Refusal(422, "Name is required")
        if "start_date_local" not in fields:
            raise Refusal(422, "start_date_local is required")
        day = fields["start_date_local"][:10]
        if sum(event["start_date_local"][:10] == day for event in self.events.values()) >= MOST_A_DAY:
            raise Refusal(422, f"Too many events on {day}, max is {MOST_A_DAY}")
        event = {"id": self._next_id, **BLANK, "category": category}
        event["uid"] = f"00000000-0000-4000-8000-{self._next_id:012}"
        event["indoor"] = False if category == "WORKOUT" else None
        self._write(event, fields)
        self.events[self._next_id] = event
        self._next_id += 1
        return event

    def _write(self, event, fields):
        start = fields.get("start_date_local")
        if start is not None and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", start):
            raise Refusal(422, f"Cannot deserialize {start!r}: a date-time without zone is expected")
        event.update({name: value for name, value in fields.items() if value is not None and name in WRITABLE})
        if start is not None and len(start) == 16:
            event["start_date_local"] = start + ":00"
        if start is not None and "end_date_local" not in fields:
            event["end_date_local"] = calendar_figures.next_midnight(event["start_date_local"])
        if "description" in fields or "type" in fields or "moving_time" in fields:
            event.update(calendar_figures.figures(event, fields))
        self._ticks += 1
        event["updated"] = f"2027-01-01T{self._ticks // 3600 % 24:02}:{self._ticks // 60 % 60:02}:{self._ticks % 60:02}.000+00:00"

    def _shown(self, event, bulk=False):
        manner = self.manner
        shown = dict(event)
        if not manner.seconds:
            shown["start_date_local"] = shown["start_date_local"][:16]
        for name in NUMBERS:
            if shown[name] is None:
                shown[name] = manner.unset
        if not manner.null_tags and shown["tags"] is None:
            shown["tags"] = []
        if bulk and not manner.document_after_bulk:
            shown["workout_doc"] = None
        if manner.escapes and shown["workout_doc"]:
            shown["workout_doc"] = json.loads(html.escape(json.dumps(shown["workout_doc"]), quote=False))
        if manner.extra:
            shown |= {"plan_name": None, "novelty": {"deep": [1, 2.5, None, {"x": "é"}]}, "x": 1e300, "y": -0.0}
        if manner.restless:
            self._ticks += 1
            shown |= {"updated": f"2027-01-02T00:00:{self._ticks % 60:02}.123+0000", "icu_ctl": self._ticks / 7,
                      "icu_atl": self._ticks / 3, "joules": self._ticks}
            if shown["description"]:
                shown["description"] = shown["description"].rstrip("\n").replace("\n", " \r\n") + " \r\n"
        return shown if manner.keep_nulls else {name: value for name, value in shown.items() if value is not None}


def key_of(event):
    """The key in our marker, None for events of others."""
    parts = (event["external_id"] or "").split(":")
    return parts[2] if len(parts) == 4 and parts[0] == "tp1" else None


def plan_of(event):
    return (event["external_id"] or "").split(":")[1] if key_of(event) else None
