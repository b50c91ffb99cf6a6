"""Makes ZWO, MRC and ERG files the way they lie about, defects included, with the ride that each one means."""

import random
from fractions import Fraction

LEADS = ["", "\ufeff", "\n  ", '<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0'?>\r\n<!-- made by hand -->\r\n"]


class Zwo:
    """One ZWO file: `data` as bytes, `ride` as (seconds, first, last[, "range"]) in percent."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.ride = []
        body = "".join(self.element(index) for index in range(self.random.randint(1, 8)))
        if not self.ride:
            body += self.steady()
        self.data = self.encode(self.head() + f"<workout>{body}</workout></workout_file>")

    def head(self):
        name = self.random.choice(["name", "name", "n"])
        title = f"Over & under {self.seed} – it’s…"
        parts = [f"<{name}>{title}</{name}>", "<author>A</author>", "<description>Go <b>hard</b> & rest</description>"]
        parts.append(self.random.choice(["", "<sportType>bike</sportType>", "<sportType>Bike</sportType>"]))
        parts.append(self.random.choice(["", "<tags><tag name='X'/></tags>", "<tags></tags>", "<painIndex>3</painIndex>"]))
        self.random.shuffle(parts)
        return self.random.choice(LEADS) + "<workout_file>" + "".join(parts)

    def encode(self, text):
        kind = self.random.randrange(4)
        if kind == 0:
            return text.lstrip("\ufeff").replace('encoding="UTF-8"', "").encode("cp1252")
        if kind == 1:
            text = text.replace("\r\n", "\n").replace("\n", "\r\n").replace("><", ">\r\n  <")
        if kind == 2:
            return text.encode("utf-16")
        return text.encode("utf-8")

    def seconds(self, least=1):
        return self.random.choice([least, 7, 30, 45, 60, 90, 119, 120, 299, 300, 600, 1201])

    def duration(self, seconds):
        return self.random.choice([f"{seconds}", f"{seconds}", f"{seconds}.0", f"{seconds}.3", f" {seconds} "])

    def power(self):
        """A fraction as files write it, and the percent that it means."""
        percent = Fraction(self.random.randint(3000, 18000), 100)
        if self.random.random() < 0.6:
            percent = Fraction(round(percent))
        text = f"{float(percent / 100):.4f}".rstrip("0")
        if self.random.random() < 0.15:
            text = f"{float(percent / 100) + self.random.choice([-1e-8, 2e-8]):.9f}"
        return self.random.choice([text, text + "0"]), percent

    def extras(self):
        return self.random.choice([
            "", ' Cadence="90"', ' CadenceLow="85" CadenceHigh="95"', ' pace="0"', ' pace="1936673124"', " show_avg='1'",
            ' NeverFails="1" Slop="0.5"',
        ])

    def inside(self, tag):
        events = ["", "", "", '<textevent timeoffset="5" message="Push & hold < 100 rpm"/>',
                  "<TextEvent TimeOffset='0' message='Ride 10 minutes at 90%' duration='12' y='200'/>",
                  '<gameplayevent type="camera" camera="1" duration="5" timeoffset="3"/>']
        content = self.random.choice(events)
        if not content:
            return self.random.choice(["/>", " />", f"></{tag}>", f">\n</{tag}>"])
        return f">{content}</{tag}>"

    def steady(self):
        seconds, (text, percent) = self.seconds(), self.power()
        self.ride.append((seconds, percent, percent))
        return f'<SteadyState Duration="{self.duration(seconds)}" Power="{text}"{self.extras()}' + self.inside("SteadyState")

    def element(self, index):
        kind = self.random.randrange(8)
        if kind == 0:
            return self.ranged()
        if kind in (1, 2):
            return self.ramp()
        if kind in (3, 4):
            return self.intervals()
        if kind == 5 and index > 0:
            text, percent = self.power()
            return f'<SteadyState Duration="0" Power="{text}"/>'
        return self.steady()

    def ranged(self):
        seconds, (low, low_percent), (high, high_percent) = self.seconds(), self.power(), self.power()
        self.ride.append((seconds, low_percent, high_percent, "range"))
        return f'<SteadyState PowerLow="{low}" PowerHigh="{high}" Duration="{seconds}"' + self.inside("SteadyState")

    def ramp(self):
        tag = self.random.choice(["Warmup", "Ramp", "Cooldown", "CoolDown"])
        seconds, (low, low_percent), (high, high_percent) = self.seconds(2), self.power(), self.power()
        first, last = low_percent, high_percent
        if tag.lower() == "cooldown":
            first, last = max(first, last), min(first, last)
        self.ride.append((seconds, first, last))
        return f"<{tag} Duration='{self.duration(seconds)}' PowerLow='{low}' PowerHigh='{high}'{self.extras()}" + self.inside(tag)

    def intervals(self):
        on, off, rounds = self.seconds(), self.seconds(), self.random.choice([None, 0, 1, 2, 3, 5, 12])
        (on_text, on_percent), (off_text, off_percent) = self.power(), self.power()
        repeat = "" if rounds is None else f' Repeat="{rounds}"'
        both = [(on, on_percent, on_percent)]
        off_words = f' OffDuration="{off}" OffPower="{off_text}"'
        if self.random.random() < 0.2:
            off_words = self.random.choice(["", ' OffDuration="0" OffPower="0.5"', ' OffPower="0.5"'])
        else:
            both.append((off, off_percent, off_percent))
        self.ride += both * max(1, rounds or 0)
        words = f'<IntervalsT{repeat} OnDuration="{self.duration(on)}" OnPower="{on_text}"{off_words} CadenceResting="80"'
        return words + self.random.choice(["/>", "></IntervalsT>"])


class Course:
    """One MRC or ERG file: `data`, and `ride` in percent or, for `in_watts`, in watts."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.is_erg = self.random.random() < 0.5
        self.ftp = self.random.choice([None, 200, 233, 250, 301]) if self.is_erg else None
        self.in_watts = self.is_erg and self.ftp is None
        self.ride = []
        rows = self.rows()
        newline = self.random.choice(["\n", "\r\n"])
        self.data = newline.join(self.head() + rows + self.tail()).encode(self.random.choice(["utf-8", "utf-8-sig", "cp1252"]))

    def head(self):
        sign = self.random.choice([" = ", "=", " =  "])
        keys = [f"VERSION{sign}2", f"UNITS{sign}ENGLISH", f"DESCRIPTION{sign}Täglich × 3", f"FILE NAME{sign}a.mrc"]
        if self.ftp:
            keys.append(f"FTP{sign}{self.ftp}")
        if not self.is_erg and self.random.random() < 0.3:
            keys.append(f"FTP{sign}275")
        self.random.shuffle(keys)
        columns = self.random.choice(["MINUTES WATTS", "MINUTES\tWATTS"] if self.is_erg else [
            "MINUTES PERCENT", "MINUTES PERCENTAGE", "MINUTES\tPERCENT", "MINUTES FTP"])
        comment = self.random.choice([[], ["; written by hand"]])
        end = ["[END COURSE HEADER]", "[COURSE DATA]"]
        return [*comment, "[COURSE HEADER]", *keys, columns, *end]

    def tail(self):
        more = self.random.choice([[], ["[COURSE TEXT]", "0\tReady, steady & go\t10", "[END COURSE TEXT]"]])
        return ["[END COURSE DATA]", *more, ""]

    def value(self):
        if self.is_erg:
            return Fraction(self.random.randint(80, 420))
        return Fraction(self.random.randint(35, 150)) + self.random.choice([0, 0, 0, Fraction(1, 2), Fraction(1, 4)])

    def row(self, second, value):
        minutes = f"{second / 60:.4f}"
        if second % 60 == 0 and self.random.random() < 0.5:
            minutes = self.random.choice([f"{second // 60}", f"{second // 60}.00"])
        number = f"{float(value):g}"
        if not self.is_erg and self.random.random() < 0.3:
            number += "%"
        return minutes + self.random.choice(["\t", " ", "   "]) + number

    def rows(self):
        second, rows = 0, []
        value = self.value()
        if self.random.random() < 0.3:
            rows.append(self.row(0, 0))
        rows.append(self.row(0, value))
        for _ in range(self.random.randint(1, 12)):
            seconds = self.random.choice([10, 20, 33, 60, 90, 300, 601])
            after = value if self.random.random() < 0.6 else self.value()
            self.ride.append((seconds, value, after))
            second += seconds
            rows.append(self.row(second, after))
            if self.random.random() < 0.1:
                rows.append(rows[-1])
            if self.random.random() < 0.1:
                rows.append(f"{second / 60:.2f} LAP")
            value = after
            if self.random.random() < 0.7:
                value = self.value()
                rows.append(self.row(second, value))
        return rows


def expected_ride(course, ftp):
    """A course's ride in percent or watts as an athlete with `ftp` rides it."""
    if not course.ftp:
        return course.ride, course.in_watts
    return [(seconds, first * 100 / course.ftp, last * 100 / course.ftp) for seconds, first, last in course.ride], False
