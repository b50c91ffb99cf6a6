import CivilDates
import Diagnostics

extension Reading {
    /// The plan begins where its weeks do.
    func checkStart(_ start: Located<CivilDate>, _ weekStarts: Weekday) {
        let offset = start.value.weekday.offset(from: weekStarts)
        guard offset != 0 else { return }
        let (before, after) = (start.value - offset, start.value + (7 - offset))
        fault(
            "start-not-on-week-start",
            "\(start.value) is a \(start.value.weekday.name), but weeks start on \(weekStarts.name): write \(before) or \(after)",
            at: start.range)
    }

    /// Every dated entry lies in the plan.
    func checkDates(of plan: Plan) {
        let dates = plan.races.map(\.date) + plan.events.map(\.date)
        for date in dates where date.value < plan.start.value || date.value > plan.end {
            fault(
                "date-outside-plan",
                "\(date.value) is outside the plan, which goes from \(plan.start.value) to \(plan.end)",
                at: date.range)
        }
    }

    /// A race has its day for itself.
    func checkRaceDays(_ races: [Race]) {
        var first: [CivilDate: Race] = [:]
        for race in races {
            guard let other = first[race.date.value] else {
                first[race.date.value] = race
                continue
            }
            fault(
                "race-day-taken", "\(race.date.value) is already the day of the race \(quoted(other.id.value))",
                at: race.date.range, notes: [Diagnostic.Note("the other race is here", at: other.date.range)])
        }
    }

    /// What an event stands in for must be in the week's lists.
    func checkInstead(of plan: Plan) {
        for event in plan.events {
            guard let instead = event.instead, let (phase, week) = plan.place(of: event.date.value) else { continue }
            let sessions = phase.sessions(ofWeek: week)
            let ids = sessions.map(\.id.value)
            if Role(rawValue: instead.value) != nil || ids.contains(instead.value) { continue }
            let guess = didYouMean(instead.value, among: Role.allCases.map(\.rawValue) + ids)
            fault(
                "unknown-session", "\(quoted(instead.value)) is no role and no session of that week\(guess)",
                at: instead.range)
        }
    }
}

extension Plan {
    /// The phase of a day, and the week in it from 1.
    func place(of date: CivilDate) -> (phase: Phase, week: Int)? {
        guard date >= start.value, date <= end else { return nil }
        var week = (date - start.value) / 7
        for phase in phases {
            if week < phase.weeks { return (phase, week + 1) }
            week -= phase.weeks
        }
        return nil
    }
}
