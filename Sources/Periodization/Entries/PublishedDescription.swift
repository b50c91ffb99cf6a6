public import PlanSpec
import Workouts

extension WorkoutTemplate {
    /// The text of the calendar: the template's description, the session's, then the steps or the prose, all filled with
    /// the values; parts parted by a blank line, one newline at the end.
    public func publishedDescription(with values: [String: ParameterValue], session: [TemplateText] = []) -> String {
        var parts: [String] = []
        if let description { parts.append(Prose.publish(description.text(with: values))) }
        parts += session.map { Prose.publish($0.text(with: values)) }
        switch body {
        case .text(let text): parts.append(text.text(with: values))
        case .prose(let text): parts.append(Prose.publish(text.text(with: values)))
        }
        let filled = parts.map(trimmed).filter { !$0.isEmpty }
        return filled.isEmpty ? "" : filled.joined(separator: "\n\n") + "\n"
    }
}
