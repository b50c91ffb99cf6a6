/// The unit behind a number.
enum UnitText: Equatable {
    /// What a percentage is of.
    enum Whole: Equatable {
        case ftp, maxHR, lthr, pace, bestPower
    }

    /// Watts.
    case watts
    /// Revolutions or steps a minute.
    case rpm
    /// A percentage, of FTP unless something else is said.
    case percent(of: Whole?)
    /// Metres: the number times `numerator / denominator`.
    case distance(numerator: Int, denominator: Int)

    /// No unit has more letters.
    static let longest = 8

    /// Reads the unit that fills `range`, or nil where the service knows none such.
    init?(_ text: ScalarText, _ range: Range<Int>) {
        guard let first = range.first else { return nil }
        switch text.lowered(first) {
        case 0x25:
            guard let percent = Self.percent(text, range.dropFirst()) else { return nil }
            self = percent
        case 0x77:
            guard range.count == 1 else { return nil }
            self = .watts
        case 0x72:
            guard text.matches(range, "rpm") else { return nil }
            self = .rpm
        default:
            guard let distance = Self.distance(text, range) else { return nil }
            self = distance
        }
    }

    private static func percent(_ text: ScalarText, _ range: Range<Int>) -> UnitText? {
        if range.isEmpty { return .percent(of: nil) }
        return Whole(text, range).map { .percent(of: $0) }
    }

    /// Mile and kilometre as the service counts them; the yard is the international one.
    private static func distance(_ text: ScalarText, _ range: Range<Int>) -> UnitText? {
        if text.matches(range, "km") { return .distance(numerator: 1000, denominator: 1) }
        if text.matches(range, "mtr") || text.matches(range, "meters") {
            return .distance(numerator: 1, denominator: 1)
        }
        if text.matches(range, "mi") || text.matches(range, "mile") || text.matches(range, "miles") {
            return .distance(numerator: 160_934, denominator: 100)
        }
        let isYards =
            text.matches(range, "y") || text.matches(range, "yrd") || text.matches(range, "yds")
            || text.matches(range, "yards")
        return isYards ? .distance(numerator: 9144, denominator: 10_000) : nil
    }
}

extension UnitText.Whole {
    /// Reads the word behind a percentage that says what it is of.
    init?(_ text: ScalarText, _ range: Range<Int>) {
        if text.matches(range, "ftp") {
            self = .ftp
        } else if text.matches(range, "hr") {
            self = .maxHR
        } else if text.matches(range, "lthr") {
            self = .lthr
        } else if text.matches(range, "pace") {
            self = .pace
        } else if text.matches(range, "mmp") {
            self = .bestPower
        } else {
            return nil
        }
    }

    /// The units of a target in percent of this.
    var units: Target.Units {
        switch self {
        case .ftp: .percentFTP
        case .maxHR: .percentMaxHR
        case .lthr: .percentLTHR
        case .pace: .percentPace
        case .bestPower: .percentMMP
        }
    }
}

extension Target.Units {
    /// Reads what stands behind the slash of a pace.
    init?(paceUnit text: ScalarText, _ range: Range<Int>) {
        if text.matches(range, "km") {
            self = .secondsPerKilometre
        } else if text.matches(range, "mi") {
            self = .secondsPerMile
        } else if text.matches(range, "100m") {
            self = .secondsPer100Metres
        } else if text.matches(range, "100y") {
            self = .secondsPer100Yards
        } else if text.matches(range, "500m") {
            self = .secondsPer500Metres
        } else if text.matches(range, "400m") {
            self = .secondsPer400Metres
        } else if text.matches(range, "250m") {
            self = .secondsPer250Metres
        } else {
            return nil
        }
    }

    /// What of a step a target in these units aims at.
    var kind: TargetKind {
        switch self {
        case .percentFTP, .watts, .powerZone, .percentMMP, .customZone: .power
        case .percentMaxHR, .percentLTHR, .heartRateZone: .heartRate
        case .percentPace, .paceZone, .secondsPerKilometre, .secondsPerMile, .secondsPer100Metres,
            .secondsPer100Yards, .secondsPer500Metres, .secondsPer400Metres, .secondsPer250Metres,
            .secondsPerSportUnit:
            .pace
        case .rpm: .cadence
        }
    }
}

/// What of a step a target aims at.
enum TargetKind: Equatable {
    case power, heartRate, pace, cadence
}
