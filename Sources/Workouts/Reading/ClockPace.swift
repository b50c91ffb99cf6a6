/// An absolute pace such as `5:00-4:45/km`, without the word `Pace`.
struct ClockPace {
    var target: Target

    /// Reads the pace that fills `range`.
    init?(_ text: ScalarText, _ range: Range<Int>) {
        var cursor = Cursor(text, range)
        guard let first = Self.seconds(&cursor), let firstUnit = Self.unit(&cursor, upToDash: true) else { return nil }
        var (second, unit) = (first, firstUnit)
        if cursor.takeDash() {
            guard let high = Self.seconds(&cursor), let highUnit = Self.unit(&cursor, upToDash: false) else {
                return nil
            }
            guard firstUnit == .secondsPerSportUnit || firstUnit == highUnit else { return nil }
            (second, unit) = (high, highUnit)
        }
        guard cursor.isAtEnd else { return nil }
        target = Target(Double(first), Double(second), unit)
    }

    /// Passes `4:45` and gives its seconds.
    private static func seconds(_ cursor: inout Cursor) -> Int? {
        guard let minutes = cursor.wholeNumber(), cursor.take(":") else { return nil }
        let start = cursor.place
        guard let seconds = cursor.wholeNumber(), cursor.place == start + 2 else { return nil }
        return min(minutes.digits, 100_000) * 60 + seconds.digits
    }

    /// Passes `/km`; the sport's own unit where there is no slash, nil where the unit is unknown.
    private static func unit(_ cursor: inout Cursor, upToDash: Bool) -> Target.Units? {
        guard cursor.take("/") else { return .secondsPerSportUnit }
        var end = cursor.place
        let limit = min(cursor.end, end + UnitText.longest)
        while end < limit, !(upToDash && cursor.text.scalars[end].isRangeDash) { end += 1 }
        let unit = Target.Units(paceUnit: cursor.text, cursor.place..<end)
        cursor.place = end
        return unit
    }
}
