import CivilDates
import Diagnostics
import PlanSpec
import Workouts

/// The entries that are no sessions: notes, the season's start, phase blocks and weekly targets.
func entriesBesideSessions(_ plan: Plan, frames: [WeekFrame]) -> [PlannedEntry] {
    notes(plan, frames) + (plan.publish.phases ? phaseBlocks(plan) : [])
        + (plan.publish.targets ? weeklyTargets(plan, frames) : [])
}

private func notes(_ plan: Plan, _ frames: [WeekFrame]) -> [PlannedEntry] {
    plan.events.compactMap { event -> PlannedEntry? in
        let category: EntryCategory
        var forWeek = false
        switch event.kind {
        case .workout: return nil
        case .note(let week):
            category = .note
            forWeek = week
        case .seasonStart: category = .seasonStart
        }
        let week = max(0, min(frames.count - 1, (event.date.value - plan.start.value) / 7))
        let text = event.description.map { trimmed(Prose.publish($0)) } ?? ""
        var entry = PlannedEntry(
            key: "event.\(event.id.value)", category: category,
            date: forWeek ? frames[week].start : event.date.value, sport: nil,
            name: event.name ?? event.id.value, description: text.isEmpty ? "" : text + "\n", role: nil, template: nil,
            source: event.range, target: nil, phase: plan.phases[frames[week].phaseIndex].id.value, week: week + 1,
            workout: nil, planned: PlannedLoad(duration: 0))
        entry.forWeek = forWeek
        entry.protect = event.protect
        entry.publish = event.publish && (category != .note || plan.publish.notes)
        return entry
    }
}

private func phaseBlocks(_ plan: Plan) -> [PlannedEntry] {
    var first = plan.start.value
    var week = 1
    return plan.phases.map { phase in
        defer {
            first = first + 7 * phase.weeks
            week += phase.weeks
        }
        var entry = PlannedEntry(
            key: "phase.\(phase.id.value)", category: .phase, date: first, sport: nil, name: phase.name,
            description: "", role: nil, template: nil, source: phase.id.range, target: nil, phase: phase.id.value,
            week: week, workout: nil, planned: PlannedLoad(duration: 0))
        entry.lastDate = first + (7 * phase.weeks - 1)
        return entry
    }
}

private func weeklyTargets(_ plan: Plan, _ frames: [WeekFrame]) -> [PlannedEntry] {
    frames.compactMap { frame -> PlannedEntry? in
        guard let target = frame.target else { return nil }
        let phase = plan.phases[frame.phaseIndex]
        var planned = PlannedLoad(duration: 0)
        planned.state(target)
        var entry = PlannedEntry(
            key: "target.\(phase.id.value).w\(frame.phaseWeek)", category: .target, date: frame.start,
            sport: plan.sport, name: frame.override?.name ?? "\(phase.name) week \(frame.phaseWeek)", description: "",
            role: nil, template: nil, source: phase.load?.range ?? phase.id.range, target: nil, phase: phase.id.value,
            week: frame.number, workout: nil, planned: planned)
        entry.sentLoad = planned.load
        entry.forWeek = true
        return entry
    }
}
