import CivilDates
import Diagnostics
import PlanSpec
import Workouts

extension PlannedEntry {
    /// The entries of a session or a race: one, or one for each part of a brick.
    static func entries(
        key: String, category: EntryCategory, date: CivilDate, draft: Draft, content: SessionContent, phase: Phase,
        week: Int
    ) -> [PlannedEntry] {
        guard draft.isBrick else {
            return [
                PlannedEntry(
                    key: key, category: category, date: date, draft: draft, part: 0, content: content.parts[0],
                    phase: phase, week: week)
            ]
        }
        var time = draft.spec.time
        return content.parts.indices.map { part in
            var entry = PlannedEntry(
                key: "\(key).\(part + 1)", category: category, date: date, draft: draft, part: part,
                content: content.parts[part], phase: phase, week: week)
            entry.name += " (\(part + 1)/\(content.parts.count))"
            entry.brickPart = part + 1
            entry.time = time
            time = time?.adding(seconds: entry.planned.duration)
            return entry
        }
    }

    private init(
        key: String, category: EntryCategory, date: CivilDate, draft: Draft, part index: Int, content: SizedContent,
        phase: Phase, week: Int
    ) {
        let spec = draft.spec
        let part = draft.parts[index]
        let title = part.template.name.text(with: content.values)
        let own = part.spec.name ?? spec.name
        self.init(
            key: key, category: category, date: date, time: spec.time, sport: part.sport,
            name: own.map { $0.text(with: content.values) } ?? (title.isEmpty ? spec.id.value : title),
            description: part.template.publishedDescription(
                with: content.values, session: draft.descriptions(of: index)), role: draft.role,
            template: part.spec.templateName(part), source: spec.range, target: part.spec.target ?? spec.target,
            phase: phase.id.value, week: week, workout: content.workout, planned: content.planned)
        indoor = part.spec.indoor
        optional = spec.optional
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
    /// The name of the template that a part uses; nil for text in place.
    fileprivate func templateName(_ part: DraftPart) -> String? {
        if case .templates = content { part.template.id.value } else { nil }
    }
}

extension Draft {
    /// What the session says besides the template's own text; a brick's words stand before its first part.
    fileprivate func descriptions(of index: Int) -> [TemplateText] {
        [isBrick && index == 0 ? spec.description : nil, parts[index].spec.description].compactMap { $0 }
    }
}

/// The text without blank lines and blanks at either end, with LF at the end of every line.
func trimmed(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
    let head = text.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    let kept = head[...last]
    // The service keeps a CR as it is.
    return kept.utf8.contains(0x0D) ? String(kept.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) : String(kept)
}
