import CivilDates
import Diagnostics
import PlanSpec
import Workouts

extension PlannedEntry {
    /// The entry of a session or a race.
    init(
        key: String, category: EntryCategory, date: CivilDate, draft: Draft, content: SizedContent, phase: Phase,
        week: Int
    ) {
        let spec = draft.spec
        let title = draft.template.name.text(with: content.values)
        self.init(
            key: key, category: category, date: date, time: spec.time, sport: draft.sport,
            name: spec.name ?? (title.isEmpty ? spec.id.value : title),
            description: draft.template.publishedDescription(with: content.values, session: draft.spec.description), role: draft.role, template: spec.templateName(draft),
            source: spec.range, target: spec.target, phase: phase.id.value, week: week,
            workout: content.workout, planned: content.planned)
        protect = spec.protect
        publish = spec.publish
        let hasSteps = content.workout.map { !$0.items.isEmpty } ?? false
        if !hasSteps {
            sentLoad = content.planned.load.flatMap { $0 > 0 ? $0 : nil }
            sentDuration = content.planned.duration > 0 ? content.planned.duration : nil
            sentDistance = content.planned.distance
        }
    }
}

extension SessionSpec {
    /// The name of the template that a draft uses; nil for text in place.
    fileprivate func templateName(_ draft: Draft) -> String? {
        if case .templates = content { draft.template.id.value } else { nil }
    }
}

/// The text without blank lines and blanks at either end.
func trimmed(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
    let head = text.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
}
