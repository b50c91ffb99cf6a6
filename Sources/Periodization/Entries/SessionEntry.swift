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
            name: spec.name.map { $0.text(with: content.values) } ?? (title.isEmpty ? spec.id.value : title),
            description: publishedDescription(draft, content), role: draft.role, template: spec.templateName(draft),
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

/// The template's description, the session's, then the steps or the prose: parts parted by a blank line, one newline at
/// the end.
private func publishedDescription(_ draft: Draft, _ content: SizedContent) -> String {
    var parts: [String] = []
    if let text = draft.template.description { parts.append(Prose.publish(text.text(with: content.values))) }
    if let text = draft.spec.description { parts.append(Prose.publish(text.text(with: content.values))) }
    switch draft.template.body {
    case .text(let text): parts.append(text.text(with: content.values))
    case .prose(let text): parts.append(Prose.publish(text.text(with: content.values)))
    }
    let filled = parts.map(trimmed).filter { !$0.isEmpty }
    return filled.isEmpty ? "" : filled.joined(separator: "\n\n") + "\n"
}

/// The text without blank lines and blanks at either end.
func trimmed(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
    let head = text.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
}
