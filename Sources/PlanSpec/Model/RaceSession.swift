import Diagnostics
import Workouts

extension Race {
    /// The race as a session of role `race`; without a text of its own it is prose with the stated load and time.
    public var session: SessionSpec {
        let none = TemplateText("", at: range)
        let bare = WorkoutTemplate(
            id: id, name: none, sport: sport, role: .race, focus: .race, description: nil, parameters: [], scale: [],
            body: .prose(none), duration: duration, load: load, range: range)
        return SessionSpec(
            id: id, role: .race, sport: sport, content: content ?? .prose(bare), days: [], share: [],
            load: load.map { [$0] } ?? [], duration: duration.map { [$0] } ?? [], count: 1,
            progress: [:], parameters: [:], scale: [], time: time, name: TemplateText(name, at: range),
            description: description.map { TemplateText($0, at: range) }, target: nil,
            protect: protect, publish: publish, range: range, ranges: ranges)
    }
}
