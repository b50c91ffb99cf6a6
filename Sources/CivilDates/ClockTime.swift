/// A time of day on the athlete's own clock, to the second.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since midnight, 0 to 86,399.
    public let secondsSinceMidnight: Int

    /// The time, or nil where the clock has no such time.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        secondsSinceMidnight = hour * 3600 + minute * 60 + second
    }

    /// Reads `HH:MM` or `HH:MM:SS`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        let numbers = parts.compactMap { part -> Int? in
            part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == parts.count else { return nil }
        self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    }

    /// `HH:MM`, with seconds only where there are some.
    public var description: String {
        let (hour, minute, second) =
            (secondsSinceMidnight / 3600, secondsSinceMidnight / 60 % 60, secondsSinceMidnight % 60)
        let short = "\(padded(hour, 2)):\(padded(minute, 2))"
        return second == 0 ? short : short + ":\(padded(second, 2))"
    }

    /// The time `seconds` later, not past the end of the day.
    public func adding(seconds: Int) -> ClockTime {
        let sum = min(86_399, max(0, secondsSinceMidnight + seconds))
        return ClockTime(hour: sum / 3600, minute: sum / 60 % 60, second: sum % 60) ?? self
    }

    /// Earlier before later.
    public static func < (left: ClockTime, right: ClockTime) -> Bool {
        left.secondsSinceMidnight < right.secondsSinceMidnight
    }
}
