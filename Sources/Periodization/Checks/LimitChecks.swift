import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec
import Workouts

/// Holds a built plan against the limits that its file sets; each limit that is passed is an error in its first week,
/// with the other weeks as notes.
struct LimitChecks {
    let plan: Plan
    let weeks: [BuiltWeek]
    /// The curve of the targets, which ramp and form are held against.
    let curve: LoadCurve
    /// The curve of the sized sessions, for weeks with a camp.
    let sized: LoadCurve

    /// Every limit that is passed.
    func diagnostics() -> [Diagnostic] {
        [load(), hours(), growth(), ramp(), form(), hardSessions()].compactMap { $0 }
    }

    private func curve(of week: BuiltWeek) -> LoadCurve { week.hasCamp ? sized : curve }

    private struct Breach {
        let week: BuiltWeek
        let value: Double
        let text: String
    }

    private func report(_ id: String, _ limit: Double, _ range: SourceRange?, _ breaches: [Breach]) -> Diagnostic? {
        // Where a camp's load is in the week, limits only warn.
        let plain = breaches.filter { !$0.week.hasCamp }
        let breaches = plain + breaches.filter(\.week.hasCamp)
        guard let first = breaches.first else { return nil }
        let place = place(of: first.week)
        var notes = breaches.dropFirst().map { Diagnostic.Note("also " + $0.text, at: self.place(of: $0.week)) }
        if let range { notes.append(Diagnostic.Note("the limit is set here", at: range)) }
        return Diagnostic(
            id, plain.isEmpty ? .warning : .error, first.text, at: place, notes: notes, limit: limit, value: first.value
        )
    }

    /// The number that the week's load comes from, else its phase.
    private func place(of week: BuiltWeek) -> SourceRange {
        let phase = plan.phases[week.frame.phaseIndex]
        return week.frame.override?.load?.range ?? phase.target?.stated.range ?? phase.id.range
    }

    private func load() -> Diagnostic? {
        guard let limit = plan.limits.load else { return nil }
        let breaches = weeks.compactMap { week -> Breach? in
            let stated = week.frame.measure == .load ? week.frame.target ?? week.load : week.load
            let value = max(stated, week.committedLoad) - week.bigRaces.reduce(0) { $0 + $1.load }
            guard settled(value - limit.value) > 0 else { return nil }
            return Breach(
                week: week, value: value,
                text: "limits.load: \(week.label) has a load of \(figure(value)), the limit is \(figure(limit.value))")
        }
        return report("limit-load", limit.value, limit.range, breaches)
    }

    private func hours() -> Diagnostic? {
        guard let limit = plan.limits.hours else { return nil }
        let breaches = weeks.compactMap { week -> Breach? in
            let value = week.duration - week.bigRaces.reduce(0) { $0 + $1.duration }
            guard value > limit.value else { return nil }
            return Breach(
                week: week, value: Double(value),
                text: "limits.hours: \(week.label) comes to \(durationFigure(value)),"
                    + " the limit is \(durationFigure(limit.value))")
        }
        return report("limit-hours", Double(limit.value), limit.range, breaches)
    }

    private func growth() -> Diagnostic? {
        guard let limit = plan.limits.growth else { return nil }
        var largest: Double?
        var breaches: [Breach] = []
        for week in weeks where !week.frame.recovery {
            let isStated = week.frame.target != nil && week.frame.measure == .load
            let isFree = week.frame.target == nil
            let target =
                isStated ? week.frame.target ?? 0 : week.load - (isFree ? week.bigRaces.reduce(0) { $0 + $1.load } : 0)
            // The first loading week is held against what the athlete is used to.
            let before = largest ?? 7 * curve.start.ctl
            if isStated || isFree, !week.frame.isSolved || week.frame.reason.raised != nil, before > 0,
                settled(target - before * (1 + limit.value)) > 0
            {
                let growth = (target / before - 1) * 100
                breaches.append(
                    Breach(
                        week: week, value: growth,
                        text: "limits.growth: \(week.label) \(isStated ? "is to have" : "has") \(figure(target)),"
                            + " \(figure(growth, decimals: 1)) % over \(figure(before)), the most before;"
                            + " the limit is \(figure(limit.value * 100)) %"))
            }
            largest = max(largest ?? target, target)
        }
        return report("limit-growth", limit.value * 100, limit.range, breaches)
    }

    private func ramp() -> Diagnostic? {
        guard let limit = plan.limits.ramp else { return nil }
        let breaches = weeks.compactMap { week -> Breach? in
            guard let value = curve(of: week)[week.frame.end]?.ramp, settled(value - limit.value) > 0 else {
                return nil
            }
            return Breach(
                week: week, value: value,
                text: "limits.ramp: CTL rises by \(figure(value, decimals: 1)) in \(week.label),"
                    + " the limit is \(figure(limit.value, decimals: 1))")
        }
        return report("limit-ramp", limit.value, limit.range, breaches)
    }

    private func form() -> Diagnostic? {
        guard let limit = plan.limits.form else { return nil }
        let excepted = Set(plan.races.flatMap { [$0.date.value, $0.date.value + 1] })
        let breaches = weeks.compactMap { week -> Breach? in
            let curve = curve(of: week)
            let days = (0..<7).compactMap { curve[week.frame.date($0)] }.filter { !excepted.contains($0.date) }
            guard let day = days.min(by: { $0.evening.form < $1.evening.form }),
                settled(limit.value - day.evening.form) > 0
            else { return nil }
            return Breach(
                week: week, value: day.evening.form,
                text: "limits.form: form falls to \(figure(day.evening.form, decimals: 1)) on \(day.date) in"
                    + " \(week.label), the limit is \(figure(limit.value, decimals: 1))")
        }
        return report("limit-form", limit.value, limit.range, breaches)
    }

    private func hardSessions() -> Diagnostic? {
        let limit = plan.limits.hardPerWeek
        let breaches = weeks.compactMap { week -> Breach? in
            let drafts = week.sessions.map(\.draft) + week.commitments.map(\.draft)
            let count = drafts.count { $0.role.countsAsHard }
            guard count > limit else { return nil }
            return Breach(
                week: week, value: Double(count),
                text: "\(week.label) has \(count) quality and test sessions, the limit is \(limit)")
        }
        return report("too-many-hard", Double(limit), plan.limits.hardPerWeekRange, breaches)
    }
}

extension BuiltWeek {
    /// The load that is there whatever the target: of races, fixed and pinned sessions and those with an own size.
    fileprivate var committedLoad: Double {
        commitments.reduce(0) { $0 + $1.content.load }
            + sessions.filter(\.draft.isOwnSized).reduce(0) { $0 + $1.content.load }
    }

    /// The A and B races, which the limits on load and hours leave out.
    var bigRaces: [SessionContent] {
        commitments.compactMap { commitment in
            if case .race(let race) = commitment.origin, race.priority != .c { commitment.content } else { nil }
        }
    }
}
