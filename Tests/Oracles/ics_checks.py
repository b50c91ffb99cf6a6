"""An iCalendar feed byte by byte, and through icalendar, vobject and libical."""

import ctypes
import ctypes.util
import datetime

import icalendar
import vobject


def byte_faults(data):
    """CRLF alone, 75 octets a line, no character cut, one BEGIN and END each, no METHOD."""
    if not data.endswith(b"\r\n"):
        yield "the feed does not end with CRLF"
    lines = data.split(b"\r\n")
    for number, line in enumerate(lines, start=1):
        if b"\n" in line or b"\r" in line:
            yield f"line {number} holds a bare line break"
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} cuts a character"
        if any(byte < 0x20 and byte != 0x09 for byte in line):
            yield f"line {number} holds a control character"
    if b"METHOD" in data:
        yield "a subscribed feed has no METHOD"


def unfolded(data):
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def events_by_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    events = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        uid = str(event["UID"])
        assert uid not in events, f"{uid} stands twice"
        end = event.get("DTEND")
        events[uid] = {
            "summary": str(event["SUMMARY"]), "start": event["DTSTART"].dt, "end": end.dt if end else None,
            "description": str(event.get("DESCRIPTION", "")), "stamp": event["DTSTAMP"].dt,
        }
    return events


def events_by_vobject(data):
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    events = {}
    for event in calendar.contents.get("vevent", []):
        end = event.dtend.value if hasattr(event, "dtend") else None
        events[event.uid.value] = {
            "summary": event.summary.value, "start": event.dtstart.value, "end": end,
            "description": event.description.value if hasattr(event, "description") else "",
            "stamp": event.dtstamp.value,
        }
    return events


def libical_faults(data):
    """What libical's restriction checker says; it knows which properties a component may and must have."""
    library = ctypes.CDLL(ctypes.util.find_library("ical") or "libical.so.3")
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    library.icalrestriction_check.argtypes = [ctypes.c_void_p]
    library.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    component = library.icalparser_parse_string(data)
    if not component:
        return ["libical can't read the feed"]
    faults = []
    if not library.icalrestriction_check(component):
        text = library.icalcomponent_as_ical_string(component).decode("utf-8", "replace")
        faults += [f"libical: {line}" for line in text.splitlines() if "X-LIC-ERROR" in line] or ["libical refuses it"]
    if library.icalcomponent_count_errors(component):
        faults.append("libical counts errors")
    return faults


def expected(event):
    """Start and end of an event of `plan show --format json`."""
    date = datetime.date.fromisoformat(event["date"])
    if not event["time"]:
        last = datetime.date.fromisoformat(event["end_date"] or event["date"])
        return date, last + datetime.timedelta(days=1)
    start = datetime.datetime.combine(date, datetime.time.fromisoformat(event["time"]))
    return start, start + datetime.timedelta(seconds=event["duration"]) if event["duration"] else None
