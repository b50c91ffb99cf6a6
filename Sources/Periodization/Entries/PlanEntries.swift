import CivilDates
import Diagnostics
import PlanSpec
import Workouts

/// The entries that are no sessions: notes, the season's start, phase blocks and weekly targets.
func entriesBesideSessions(_ plan: Plan, frames: [WeekFrame]) -> [PlannedEntry] {
    notes(plan, frames) + lifeEntries(plan, frames) + (plan.publish.phases ? phaseBlocks(plan) : [])
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
    frames.flatMap { frame -> [PlannedEntry] in
        guard let target = frame.target else { return [] }
        let split = plan.phases[frame.phaseIndex].sports
        if split.isEmpty { return [weeklyTarget(plan, frame, target, plan.sport, suffix: "")] }
        return split.filter { $0.share > 0 }.map {
            weeklyTarget(plan, frame, $0.share * target, $0.sport, suffix: ".\($0.sport.name.lowercased())")
        }
    }
}

private func weeklyTarget(
    _ plan: Plan, _ frame: WeekFrame, _ target: Double, _ sport: Sport, suffix: String
) -> PlannedEntry {
    let phase = plan.phases[frame.phaseIndex]
    var planned = PlannedLoad(
        duration: frame.measure == .duration ? Int(target.rounded()) : 0,
        distance: frame.measure == .distance ? target : nil)
    if frame.measure == .load { planned.state(target) }
    let name = frame.override?.name ?? "\(phase.name) week \(frame.phaseWeek)"
    var entry = PlannedEntry(
        key: "target.\(phase.id.value).w\(frame.phaseWeek)\(suffix)", category: .target, date: frame.start,
        sport: sport, name: name, description: "", role: nil, template: nil,
        source: phase.load?.range ?? phase.id.range, target: nil, phase: phase.id.value, week: frame.number,
        workout: nil, planned: planned)
    entry.sentLoad = planned.load
    entry.sentDuration = planned.duration > 0 ? planned.duration : nil
    entry.sentDistance = planned.distance
    entry.forWeek = true
    return entry
}
