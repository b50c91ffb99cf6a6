/// Numbers, durations, distances and targets as the workout language writes them.
enum WorkoutText {
    /// `45s`, `20m`, `1h`, `1h30m`, `1m30s`.
    static func duration(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        var text = ""
        if hours > 0 { text += "\(hours)h" }
        if minutes > 0 { text += "\(minutes)m" }
        if rest > 0 || text.isEmpty { text += "\(rest)s" }
        return text
    }

    /// `400mtr`, `5km`, `3mi`, `100yrd`: the shortest unit that gives the same metres when it is read again.
    static func distance(_ metres: Double) -> String {
        if metres >= 1000, reads(metres / 100, 1) { return number(metres / 1000) + "km" }
        if reads(metres, 1) { return number(metres) + "mtr" }
        for (unit, numerator, denominator) in [("mi", 160_934, 100), ("yrd", 9144, 10_000)] {
            let hundredths = (metres * Double(denominator) / Double(numerator) * 100).rounded()
            if hundredths * Double(numerator) / (100 * Double(denominator)) == metres {
                return number(hundredths / 100) + unit
            }
        }
        return number(metres) + "mtr"
    }

    /// Whether `value` is a multiple of `unit`.
    private static func reads(_ value: Double, _ unit: Double) -> Bool {
        (value / unit).rounded() == value / unit
    }

    /// A number without needless decimals, six at most; what is negative counts as 0.
    static func number(_ value: Double) -> String {
        let millionths = Int(max(0, min(Double(Cursor.largestWhole), value.isNaN ? 0 : value)) * 1e6 + 0.5)
        var decimals = String(millionths % 1_000_000 + 1_000_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(millionths / 1_000_000)" + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// `5:05`.
    static func clock(_ seconds: Double) -> String {
        let whole = max(0, min(6_000_099, wholeNumber(seconds.rounded())))
        return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
    }

    /// `88-92%`, `220w`, `Z2-Z4 HR`, `5:00/km Pace`, `90rpm`.
    static func target(_ target: Target) -> String {
        switch target.units {
        case .percentFTP: return range(target) + "%"
        case .watts: return range(target) + "w"
        case .powerZone: return zone(target, "Z")
        case .customZone: return zone(target, "CZ")
        case .percentMMP: return range(target) + "% MMP" + (target.mmpDuration.map { " " + duration($0) } ?? "")
        case .percentMaxHR: return range(target) + "% HR"
        case .percentLTHR: return range(target) + "% LTHR"
        case .heartRateZone: return zone(target, "Z") + " HR"
        case .percentPace: return range(target) + "% Pace"
        case .paceZone: return zone(target, "Z") + " Pace"
        case .rpm: return range(target) + "rpm"
        case .secondsPerKilometre: return pace(target, "/km")
        case .secondsPerMile: return pace(target, "/mi")
        case .secondsPer100Metres: return pace(target, "/100m")
        case .secondsPer100Yards: return pace(target, "/100y")
        case .secondsPer500Metres: return pace(target, "/500m")
        case .secondsPer400Metres: return pace(target, "/400m")
        case .secondsPer250Metres: return pace(target, "/250m")
        case .secondsPerSportUnit: return pace(target, "")
        }
    }

    private static func range(_ target: Target) -> String {
        target.start == target.end ? number(target.start) : number(target.start) + "-" + number(target.end)
    }

    private static func zone(_ target: Target, _ letter: String) -> String {
        let (first, last) = (number(target.start.rounded()), number(target.end.rounded()))
        return target.start == target.end ? letter + first : "\(letter)\(first)-\(letter)\(last)"
    }

    private static func pace(_ target: Target, _ unit: String) -> String {
        let first = clock(target.start)
        return (target.start == target.end ? first : first + "-" + clock(target.end)) + unit + " Pace"
    }
}
