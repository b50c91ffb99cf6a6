/// A duration as the language writes it: `1h`, `90m`, `30s`, `1h2m30s`, `1m30`, `5'`, `30"`.
struct DurationText: Equatable {
    /// Beyond this many seconds a duration is cut; no sum of durations can overflow.
    static let longest = 10_000_000

    /// The duration in seconds.
    var seconds: Int
    /// The minutes where nothing but `m` was written, as in `400m`.
    var bareMinutes: Int?
    /// Whether hours are followed by a number without a unit, which counts as seconds.
    var hasHoursThenSeconds = false
    /// Whether the duration was cut.
    var isCut = false

    /// Reads the duration that fills `range`.
    init?(_ text: ScalarText, _ range: Range<Int>) {
        var cursor = Cursor(text, range)
        var parts = Parts()
        while let number = cursor.wholeNumber() {
            guard parts.add(number, &cursor) else { return nil }
        }
        guard cursor.isAtEnd, parts.count > 0 else { return nil }
        let total = (parts.hours ?? 0) * 3600 + (parts.minutes ?? 0) * 60 + (parts.seconds ?? 0)
        seconds = min(total, Self.longest)
        isCut = parts.isCut || total > Self.longest
        bareMinutes = parts.count == 1 && parts.minutesByLetter ? parts.minutes : nil
        hasHoursThenSeconds = parts.hours != nil && parts.minutes == nil && parts.secondsAreBare
    }

    /// The numbers of a duration while it is read.
    private struct Parts {
        var hours: Int?
        var minutes: Int?
        var seconds: Int?
        var minutesByLetter = false
        var secondsAreBare = false
        var isCut = false
        var count = 0

        /// Takes `number` with the unit that follows; false where the order or the unit is wrong.
        mutating func add(_ number: WrittenNumber, _ cursor: inout Cursor) -> Bool {
            count += 1
            isCut = isCut || number.isCut
            guard seconds == nil else { return false }
            if cursor.take("h") {
                guard hours == nil, minutes == nil else { return false }
                hours = number.digits
            } else if cursor.next == 0x6D || cursor.next == 0x27 {
                guard minutes == nil else { return false }
                minutesByLetter = cursor.next == 0x6D
                minutes = number.digits
                cursor.place += 1
            } else if cursor.take("s") || cursor.take("\"") {
                seconds = number.digits
            } else {
                guard cursor.isAtEnd, count > 1 else { return false }
                seconds = number.digits
                secondsAreBare = true
            }
            return true
        }
    }
}
