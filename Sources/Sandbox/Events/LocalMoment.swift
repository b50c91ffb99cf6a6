import CivilDates

/// A moment on the athlete's wall clock.
struct LocalMoment: Hashable, Sendable {
    /// The day.
    var day: CivilDate
    /// Seconds since midnight.
    var seconds: Int

    /// Midnight at the start of a day, which also means "no time of day".
    static func midnight(_ day: CivilDate) -> LocalMoment {
        LocalMoment(day: day, seconds: 0)
    }

    /// Makes a moment.
    init(day: CivilDate, seconds: Int) {
        self.day = day
        self.seconds = seconds
    }

    /// Reads `YYYY-MM-DDTHH:MM`, with seconds and fractions if need be; a bare date or a zone is no local moment.
    init?(_ text: String) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let time = ClockTime(clock[0]) else { return nil }
        if clock.count == 2 {
            guard !clock[1].isEmpty, clock[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        }
        self.init(day: day, seconds: time.secondsSinceMidnight)
    }

    /// `YYYY-MM-DDTHH:MM:SS`.
    var text: String {
        "\(day)T\(Timestamp.clock(seconds))"
    }
}
