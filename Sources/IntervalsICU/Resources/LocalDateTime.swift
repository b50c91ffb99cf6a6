public import CivilDates

/// A moment on the athlete's own wall clock; midnight stands for "no time of day", as the service has it.
public struct LocalDateTime: Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// The time of day, nil for none; never midnight.
    public private(set) var time: ClockTime?

    /// A day, with a time or without.
    public init(_ date: CivilDate, _ time: ClockTime? = nil) {
        self.date = date
        self.time = time.flatMap { $0.secondsSinceMidnight == 0 ? nil : $0 }
    }

    /// Reads a date, or a date and a time with or without seconds; a fraction and a zone are passed over, since the
    /// service never shifts local times.
    public init?(_ text: String) {
        guard let date = CivilDate(text.prefix(10)) else { return nil }
        let rest = text.dropFirst(10)
        guard let separator = rest.first else {
            self.init(date)
            return
        }
        let digits = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
        guard separator == "T" || separator == " ", let time = ClockTime(digits),
            LocalDateTime.isFractionOrZone(rest.dropFirst(1 + digits.count))
        else { return nil }
        self.init(date, time)
    }

    private static func isFractionOrZone(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        return ".Z+-".contains(first) && text.allSatisfy { $0.isASCII && ($0.isNumber || ".:Z+-".contains($0)) }
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// `YYYY-MM-DDTHH:MM:SS`, the form the service demands.
    public var description: String {
        let clock = time.map(String.init(describing:)) ?? "00:00"
        return "\(date)T\(clock)" + (clock.utf8.count == 5 ? ":00" : "")
    }
}

extension LocalDateTime: Comparable {
    /// Earlier before later.
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        (left.date.daysSinceEpoch, left.time?.secondsSinceMidnight ?? 0)
            < (right.date.daysSinceEpoch, right.time?.secondsSinceMidnight ?? 0)
    }
}
