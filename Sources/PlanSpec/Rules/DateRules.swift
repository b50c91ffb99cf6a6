import CivilDates
import Diagnostics

extension Reading {
    /// The plan begins where its weeks do.
    func checkStart(_ start: Located<CivilDate>, _ weekStarts: Weekday) {
        let offset = start.value.weekday.offset(from: weekStarts)
        guard offset != 0 else { return }
        let (before, after) = (start.value - offset, start.value + (7 - offset))
        fault(
            .startNotOnWeekStart,
            "\(start.value) is a \(start.value.weekday.name), but weeks start on \(weekStarts.name): write \(before) or \(after)",
            at: start.range)
    }

    /// The entries without those that a moved plan leaves behind, which are warnings; in a plan where it stands they are
    /// errors, found later.
    func inPlan<Entry>(
        _ entries: [Entry], days: (Entry) -> (from: Located<CivilDate>, to: Located<CivilDate>)
    ) -> [Entry] {
        guard anchor != nil, let calendar else { return entries }
        return entries.filter { entry in
            let (from, to) = days(entry)
            if to.value >= calendar.start, from.value <= calendar.end { return true }
            diagnostics.append(
                Diagnostic(
                    PlanRule.dateOutsidePlan.rawValue, .warning,
                    "\(from.value) is outside the plan, which now goes from \(calendar.start) to \(calendar.end);"
                        + " it is left out",
                    at: from.range))
            return false
        }
    }

    /// Every dated entry lies in the plan.
    func checkDates(of plan: Plan) {
        let dates = plan.races.map(\.date) + plan.events.map(\.date)
        for date in dates where date.value < plan.start.value || date.value > plan.end {
            fault(
                .dateOutsidePlan,
                "\(date.value) is outside the plan, which goes from \(plan.start.value) to \(plan.end)",
                at: date.range)
        }
        for overlay in plan.life where overlay.to.value < plan.start.value || overlay.from.value > plan.end {
            fault(
                .dateOutsidePlan,
                "\(overlay.from.value) to \(overlay.to.value) is outside the plan, which goes from \(plan.start.value) to \(plan.end)",
                at: overlay.from.range)
        }
    }

    /// Fixed sessions happen on some day of the plan, and are left out on days of it; in a plan that was moved, what no
    /// longer fits is a warning.
    func checkDays(ofFixed plan: Plan) {
        let severity: Severity = anchor == nil ? .error : .warning
        for fixed in plan.fixed {
            let from = fixed.from.flatMap { $0.value > plan.end ? $0 : nil }
            let to = fixed.to.flatMap { $0.value < plan.start.value ? $0 : nil }
            let except = fixed.except.filter { $0.value < plan.start.value || $0.value > plan.end }
            for date in [from, to].compactMap(\.self) + except {
                diagnostics.append(
                    Diagnostic(
                        PlanRule.dateOutsidePlan.rawValue, severity,
                        "\(date.value) is outside the plan, which goes from \(plan.start.value) to \(plan.end)",
                        at: date.range))
            }
        }
    }

    /// The phases that fixed sessions name are the plan's.
    func checkPhases(of plan: Plan) {
        let ids = plan.phases.map(\.id.value)
        for phase in plan.fixed.flatMap(\.phases) where !ids.contains(phase.value) {
            let guess = didYouMean(phase.value, among: ids)
            fault(.unknownPhase, "there is no phase \(quoted(phase.value))\(guess)", at: phase.range)
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
                .raceDayTaken, "\(race.date.value) is already the day of the race \(quoted(other.id.value))",
                at: race.date.range, notes: [Diagnostic.Note("the other race is here", at: other.date.range)])
        }
    }

    /// What an event stands in for is a role, or a session of some week; whether its own week has it, the engine tells.
    func checkInstead(of plan: Plan) {
        var ids: Set<String> = []
        for phase in plan.phases {
            let overrides = phase.overrides.keys.sorted().filter { $0 <= phase.weeks }
            for list in [phase.week, phase.recoveryWeek ?? []] + overrides.map({ phase.sessions(ofWeek: $0) }) {
                ids.formUnion(list.map(\.id.value))
            }
        }
        for event in plan.events {
            guard let instead = event.instead, Role(rawValue: instead.value) == nil, !ids.contains(instead.value)
            else { continue }
            let guess = didYouMean(instead.value, among: Role.allCases.map(\.rawValue) + ids.sorted())
            fault(
                .unknownSession, "\(quoted(instead.value)) is no role and no session of the plan\(guess)",
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
