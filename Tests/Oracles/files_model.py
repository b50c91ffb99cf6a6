"""Naive readers of the ZWO, MRC and ERG files that the program writes: one sample a second, strict, nothing shared.

A ride is a list of (seconds, first, last) in percent of FTP, or in watts for ERG, as Fractions.
"""

import math
import xml.etree.ElementTree as ElementTree
from fractions import Fraction


def read_zwo(data):
    """Name, description, sport and the ride, with rounds unrolled; an unknown target is None."""
    root = ElementTree.fromstring(data)
    assert root.tag == "workout_file", root.tag
    ride = []
    for element in root.find("workout"):
        ride += zwo_element(element)
    return {
        "name": root.findtext("name"), "description": root.findtext("description"),
        "sport": root.findtext("sportType"), "ride": ride,
    }


def zwo_element(element):
    def value(name):
        return Fraction(element.get(name)) * 100

    seconds = int(element.get("OnDuration" if element.tag == "IntervalsT" else "Duration"))
    for event in element.findall("textevent"):
        assert event.get("message"), "an empty message"
    match element.tag:
        case "SteadyState":
            return [(seconds, value("Power"), value("Power"))]
        case "Warmup" | "Cooldown" | "Ramp":
            return [(seconds, value("PowerLow"), value("PowerHigh"))]
        case "IntervalsT":
            off = int(element.get("OffDuration"))
            both = [(seconds, value("OnPower"), value("OnPower")), (off, value("OffPower"), value("OffPower"))]
            return both * int(element.get("Repeat"))
        case "FreeRide" | "MaxEffort":
            return [(seconds, None, None)]
    raise AssertionError(element.tag)


def read_course(data):
    """Header and ride of an MRC or ERG file, byte by byte as written: CRLF, tabs, four decimals."""
    text = data.decode("utf-8")
    assert text.replace("\r\n", "").count("\n") == 0, "a line ends with LF alone"
    lines = text.split("\r\n")
    assert lines[0] == "[COURSE HEADER]" and lines[-1] == "", lines
    head = dict(line.split(" = ", 1) for line in lines[1 : lines.index("[END COURSE HEADER]")] if " = " in line)
    rows = lines[lines.index("[COURSE DATA]") + 1 : lines.index("[END COURSE DATA]")]
    points = []
    for row in rows:
        minutes, value = row.split("\t")
        assert len(minutes.split(".")[1]) >= 4, row
        points.append((round(Fraction(minutes) * 60), Fraction(value)))
    ride = [(b[0] - a[0], a[1], b[1]) for a, b in zip(points, points[1:]) if b[0] > a[0]]
    return head, ride


def watts(percent, ftp):
    return math.floor(percent * ftp / 100)


def samples(ride, ftp, in_watts=False):
    """Watts second by second; a steady step by a range may be given as its two ends and the word `range`."""
    result = []
    for seconds, first, last, *kind in ride:
        low, high = (0, 0) if first is None else (first, last) if in_watts else (watts(first, ftp), watts(last, ftp))
        for second in range(seconds):
            if kind or low == high or seconds == 1:
                result.append(Fraction(low + high) / 2 if kind or low == high else low)
            else:
                result.append(low + Fraction(high - low) * second / (seconds - 1))
    return [float(sample) for sample in result]


def figures(samples_, ftp):
    """Normalised power and load by the service's rule."""
    total, window = 0.0, 0.0
    for index, sample in enumerate(samples_):
        window += sample
        if index >= 30:
            window -= samples_[index - 30]
        total += (window / min(index + 1, 30)) ** 4
    normalized = math.floor((total / len(samples_)) ** 0.25 + 0.5 + 1e-9)
    load = math.floor(100 * (normalized / ftp) ** 2 * len(samples_) / 3600 + 0.5 + 1e-9)
    return {"duration": len(samples_), "normalized_power": normalized, "load": load}


def self_test():
    """The published figures of the reference at FTP 250."""
    hour = [(3600, Fraction(75), Fraction(75))]
    assert figures(samples(hour, 250), 250) == {"duration": 3600, "normalized_power": 187, "load": 56}
    ramp = [(3600, Fraction(50), Fraction(100))]
    assert figures(samples(ramp, 250), 250)["load"] == 62
    spread = [(3600, Fraction(70), Fraction(80), "range")]
    assert figures(samples(spread, 250), 250)["load"] == 57
