import CivilDates
import PlanSpec
import Workouts

/// The entries of a plan's overlays: what the athlete is off for by its own category, travel and camps as notes.
func lifeEntries(_ plan: Plan, _ frames: [WeekFrame]) -> [PlannedEntry] {
    plan.life.map { overlay in
        let first = max(plan.start.value, min(plan.end, overlay.from.value))
        let week = max(0, min(frames.count - 1, (first - plan.start.value) / 7))
        let text = overlay.description.map { trimmed(Prose.publish($0)) } ?? ""
        var entry = PlannedEntry(
            key: "life.\(overlay.id.value)", category: overlay.kind.category, date: overlay.from.value, sport: nil,
            name: overlay.name ?? overlay.kind.standardName, description: text.isEmpty ? "" : text + "\n", role: nil,
            template: nil, source: overlay.range, target: nil, phase: plan.phases[frames[week].phaseIndex].id.value,
            week: week + 1, workout: nil, planned: PlannedLoad(duration: 0))
        entry.lastDate = overlay.to.value
        entry.protect = overlay.protect
        entry.publish = overlay.publish && plan.publish.life
        return entry
    }
}

extension LifeOverlay.Kind {
    fileprivate var category: EntryCategory {
        switch self {
        case .holiday: .holiday
        case .sick: .sick
        case .injured: .injured
        case .travel, .camp: .note
        }
    }
}
