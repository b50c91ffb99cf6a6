import CivilDates
import Periodization
import PlanSpec

/// The days from a taper phase's first day to its A race's eve.
struct Taper {
    /// The race.
    let race: PlannedEntry
    /// The taper's first day.
    let start: CivilDate
    /// The last loading week before it; nil at the plan's begin.
    let loadingWeek: SeasonWeek?
    /// Its days.
    var days: Int { race.date - start }
    /// The race's eve.
    var eve: CivilDate { race.date - 1 }
}

extension Season {
    /// The taper of each A race that lies in a taper phase.
    var tapers: [Taper] {
        races(.raceA).compactMap { race in
            guard let week = week(of: race.date), week.phase.kind == .taper else { return nil }
            let start = week.start - 7 * (week.phaseWeek - 1)
            let loading = weeks.last { $0.start < start && !$0.isRecovery && !$0.isTouchedByLife && !$0.hasARace }
            return Taper(race: race, start: start, loadingWeek: loading)
        }
    }

    /// Endurance sessions of a taper's days.
    func sessions(of taper: Taper) -> [PlannedEntry] {
        sessions.filter { taper.start <= $0.date && $0.date <= taper.eve && $0.role != .strength }
    }
}
