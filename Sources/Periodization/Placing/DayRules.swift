import CivilDates
import PlanSpec
import Workouts

/// What races forbid on the days around them.
struct DayRules {
    /// What is forbidden on one day.
    struct Rule {
        /// The race has the day to itself.
        var isRaceDay = false
        /// No hard session.
        var noHard = false
        /// No strength session.
        var noStrength = false
    }

    private var rules: [CivilDate: Rule] = [:]

    /// The rule of a date.
    subscript(date: CivilDate) -> Rule { rules[date] ?? Rule() }

    /// The rules of a plan's races, which are among its commitments.
    ///
    /// No hard or strength session on the days before; none hard after, and after B and C races no strength either.
    init(_ commitments: [Commitment]) {
        for commitment in commitments {
            guard case .race(let race) = commitment.origin else { continue }
            let recoveryDays = race.recoveryDays(duration: commitment.content.duration)
            let day = race.date.value
            rules[day, default: Rule()].isRaceDay = true
            for distance in 1...race.easyDaysBefore {
                rules[day - distance, default: Rule()].noHard = true
                rules[day - distance, default: Rule()].noStrength = true
            }
            guard recoveryDays > 0 else { continue }
            for distance in 1...recoveryDays {
                rules[day + distance, default: Rule()].noHard = true
                if race.priority != .a { rules[day + distance, default: Rule()].noStrength = true }
            }
        }
    }
}
