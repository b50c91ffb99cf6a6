import CalendarDiff
import CivilDates
import LoadSimulation
import Periodization
import Workouts

extension Schedule {
    /// What a change set does to the load of the weeks and to CTL on race days, with this schedule's figures.
    ///
    /// Only the plan's events count, on either side: so it is what the plan does and not what the athlete did.
    func effect(of changes: ChangeSet, on live: [LiveEvent]) -> LoadEffect {
        let counted = entries.filter { $0.category.isSession && $0.sport?.countsInFitness ?? true }
        let planned = Dictionary(
            counted.map { ($0.key, $0.planned.load ?? 0) }, uniquingKeysWith: { first, _ in first })
        let copies = Set(changes.copies.map(\.eventID))
        var before: [CivilDate: Int] = [:]
        for event in live where event.isOwned(by: plan) && !copies.contains(event.id) && event.counts {
            before[event.content.date, default: 0] += event.content.load ?? 0
        }
        var after = before
        let byID = Dictionary(live.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for change in changes.changes where change.category != "TARGET" {
            let event = change.eventID.flatMap { byID[$0] }
            let old = event.map { $0.counts ? $0.content.load ?? 0 : 0 } ?? 0
            if let event { after[event.content.date, default: 0] -= old }
            guard change.action != .delete else { continue }
            let isNewContent =
                change.action == .create || change.fields.keys.contains { $0.group == .content || $0.group == .load }
            after[change.date, default: 0] += isNewContent ? planned[change.key] ?? old : old
        }
        return LoadEffect(weeks: weekEffects(before, after), races: raceEffects(before, after))
    }

    private func weekEffects(_ before: [CivilDate: Int], _ after: [CivilDate: Int]) -> [LoadEffect.Week] {
        weeks.compactMap { week in
            func sum(_ loads: [CivilDate: Int]) -> Int { (0..<7).reduce(0) { $0 + (loads[week.start + $1] ?? 0) } }
            let effect = LoadEffect.Week(start: week.start, before: sum(before), after: sum(after))
            return effect.before == effect.after ? nil : effect
        }
    }

    private func raceEffects(_ before: [CivilDate: Int], _ after: [CivilDate: Int]) -> [LoadEffect.Race] {
        let races = entries.filter { $0.category.isSession && $0.category != .workout }
        guard !races.isEmpty else { return [] }
        func curve(_ loads: [CivilDate: Int]) -> LoadCurve {
            LoadCurve(
                start: fitness, first: start,
                loads: (0...max(0, end - start)).map { DailyLoad(Double(loads[start + $0] ?? 0)) })
        }
        let (old, new) = (curve(before), curve(after))
        return races.compactMap { race in
            guard let before = old[race.date], let after = new[race.date] else { return nil }
            return LoadEffect.Race(
                key: race.key, date: race.date, before: before.evening.ctl, after: after.evening.ctl)
        }
    }
}

extension LiveEvent {
    /// Whether its load counts in fitness.
    fileprivate var counts: Bool {
        content.category != "TARGET" && content.type.flatMap(Sport.init(name:))?.countsInFitness ?? true
    }

    /// Whether its marker names the plan.
    fileprivate func isOwned(by plan: String) -> Bool {
        externalID.flatMap(Marker.init)?.plan == plan
    }
}
