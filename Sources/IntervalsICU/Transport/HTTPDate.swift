import CivilDates

/// A moment as HTTP headers write it (RFC 9110, section 5.6.7), in whole seconds since 1970-01-01 UTC.
struct HTTPDate: Equatable {
    let secondsSinceEpoch: Int

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, and the obsolete `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`.
    init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
        // The weekday comes first in all forms and adds nothing.
        switch words.count {
        case 6: self.init(day: words[1], month: words[2], year: words[3], time: words[4])
        case 5: self.init(day: words[2], month: words[1], year: words[4], time: words[3])
        default: return nil
        }
    }

    private init?(day: String, month: String, year: String, time: String) {
        guard let day = Int(day), let month = HTTPDate.months.firstIndex(of: month), var year = Int(year),
            time.utf8.count == 8, let clock = ClockTime(time)
        else { return nil }
        if (0..<100).contains(year) { year += year < 70 ? 2000 : 1900 }
        guard let date = CivilDate(year: year, month: month + 1, day: day) else { return nil }
        secondsSinceEpoch = date.daysSinceEpoch * 86_400 + clock.secondsSinceMidnight
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
