import CivilDates
import Diagnostics
import YAML

/// The keys of a date that is counted in the plan's weeks.
struct RelativeDateKeys: MapKeys {
    static let noun = "a counted date"
    static let table = MapTable(RelativeDateKeys())

    let weeksOut = Field("weeks_out", .integer(0...Plan.mostWeeks - 1), "How many weeks before the plan's last.")
    let week = Field("week", .phaseWeek, "A week of a phase, such as `base.w8`.")
    let day = Field("day", .weekday, "Its weekday; by default the weekday on which the plan finishes.")
}

/// A week named by its phase, such as `base.w8`.
struct PhaseWeek: Sendable {
    var phase: String
    var week: Int
    var range: SourceRange
}

extension Format where Value == PhaseWeek {
    /// A phase's id and the number of a week in it, such as `base.w8`.
    static var phaseWeek: Format {
        let schema: JSONValue = ["type": "string", "pattern": "^[a-z0-9-]{1,24}\\.w[1-9][0-9]{0,2}$"]
        let written = Format<(String, Int)>.scalar(.badWeek, "a week such as `base.w8`", schema: schema) { scalar in
            let parts = scalar.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, parts[1].hasPrefix("w") else { return .malformed(hint: nil) }
            let number = String(parts[1].dropFirst())
            guard number.isDigits, number.first != "0", !parts[0].isEmpty else { return .malformed(hint: nil) }
            return .value((parts[0], wholeNumber(number)))
        }
        return Format(written.shape) { node, reading in
            written.read(node, reading).map { PhaseWeek(phase: $0.0, week: $0.1, range: node.range) }
        }
    }
}

extension Format where Value == CivilDate {
    /// A date such as `2027-01-04`, or one that is counted in the plan's weeks.
    static var date: Format {
        let written = Format.writtenDate
        let counted = Format.map(RelativeDateKeys.table) { $0.date }
        return Format(.either([written.shape, counted.shape])) { node, reading in
            node.mapping == nil ? written.read(node, reading) : counted.read(node, reading)
        }
    }
}

extension MapReader<RelativeDateKeys> {
    /// The date on the plan's calendar; nil where that calendar isn't known, which is a fault of its own.
    fileprivate var date: CivilDate? {
        let (weeksOut, week, day) = (self.weeksOut, self.week, self.day)
        guard has(\.weeksOut) != has(\.week) else {
            reading.fault(.relativeDate, "a counted date has either `weeks_out` or `week`", at: node.place)
            return nil
        }
        guard let calendar = reading.calendar, !has(\.day) || day != nil else { return nil }
        if let weeksOut { return calendar.date(weeksOut: weeksOut, day: day) }
        guard let week else { return nil }
        guard let phase = calendar.phases.first(where: { $0.id == week.phase }) else {
            let guess = reading.didYouMean(week.phase, among: calendar.phases.map(\.id))
            reading.fault(.unknownPhase, "there is no phase \(quoted(week.phase))\(guess)", at: week.range)
            return nil
        }
        guard week.week <= phase.weeks else {
            reading.fault(
                .weekOutsidePhase,
                "\(quoted(phase.id)) has \(counted(phase.weeks, "week")), so no week \(week.week)", at: week.range)
            return nil
        }
        return calendar.date(phase: week.phase, week: week.week, day: day)
    }
}
