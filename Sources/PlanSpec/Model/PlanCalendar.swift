public import CivilDates

/// What a plan's days hang on.
public enum PlanAnchor: Hashable, Sendable {
    /// The first week's first day.
    case start(CivilDate)
    /// A day of the last week, the last on which anything is placed.
    case finish(CivilDate)
}

/// The weeks of a plan before anything is placed in them: what dates that are counted in weeks are counted by.
struct PlanCalendar {
    /// The first week's first day.
    let start: CivilDate
    /// The last day on which anything is placed; nil means the last week's last.
    let finish: CivilDate?
    /// The phases' ids with their weeks.
    let phases: [(id: String, weeks: Int)]

    /// Weeks of all phases together.
    var weeks: Int { phases.reduce(0) { $0 + $1.weeks } }
    /// The last day of the last week.
    var end: CivilDate { start + (7 * weeks - 1) }

    /// The day of a week that is so many weeks before the last; `day` is by default the weekday of the finish.
    func date(weeksOut: Int, day: Weekday?) -> CivilDate {
        date(week: weeks - 1 - weeksOut, day: day)
    }

    /// The day of a phase's week, which counts from 1; nil where there is no such phase.
    func date(phase: String, week: Int, day: Weekday?) -> CivilDate? {
        guard let index = phases.firstIndex(where: { $0.id == phase }) else { return nil }
        return date(week: phases[..<index].reduce(0) { $0 + $1.weeks } + week - 1, day: day)
    }

    private func date(week: Int, day: Weekday?) -> CivilDate {
        let first = start + 7 * week
        return first + (day ?? (finish ?? end).weekday).offset(from: start.weekday)
    }

    /// The first day of the first of `weeks` weeks of which the last holds `day`.
    static func start(of weeks: Int, ending day: CivilDate, weekStarts: Weekday) -> CivilDate {
        day - day.weekday.offset(from: weekStarts) - 7 * (max(1, weeks) - 1)
    }
}
