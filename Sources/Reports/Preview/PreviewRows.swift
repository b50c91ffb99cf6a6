import CivilDates
import Diagnostics
import LoadSimulation
import Periodization

/// A week as the tables of a preview show it.
struct PreviewWeekRow {
    /// The week.
    let week: PlannedWeek
    /// Number, first day, phase, target, load, time, CTL, ATL, form and ramp.
    let cells: [String]
}

extension PreviewReport {
    /// The weeks as every table shows them.
    var weekRows: [PreviewWeekRow] {
        schedule.weeks.compactMap { week in
            guard let day = curve[week.start + 6] else { return nil }
            let evening = day.evening
            return PreviewWeekRow(
                week: week,
                cells: [
                    "\(week.number)", "\(week.start)",
                    "\(week.phase) \(week.phaseWeek)" + (week.recovery ? " (recovery)" : ""), week.shownTarget ?? "",
                    "\(week.load)", durationFigure(week.duration), figure(evening.ctl, decimals: 1),
                    figure(evening.atl, decimals: 1), figure(evening.form, decimals: 1),
                    day.ramp.map { signed($0) } ?? "",
                ])
        }
    }

    /// The races: date, rank, name, CTL and form in the morning, CTL in the evening.
    var raceRows: [[String]] {
        schedule.entries.filter(\.isRace).map { race in
            let day = curve[race.date]
            return [
                "\(race.date)", "\(race.category.rawValue.suffix(1))", race.name,
                day.map { _ in figure(morningCTL(race.date), decimals: 1) } ?? "",
                day.map { signed($0.morningForm) } ?? "", day.map { figure($0.evening.ctl, decimals: 1) } ?? "",
            ]
        }
    }
}
