import CivilDates
import Diagnostics
import YAML

/// The keys of a fixed session.
struct FixedKeys: MapKeys {
    static let noun = "a fixed session"
    static let table = MapTable(FixedKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique among the fixed sessions.")
    let every = Field("every", .weekdays, required: true, "The weekday, or several, on which it happens.")
    let from = Field("from", Format.date.located, "The first day on which it may happen.")
    let to = Field("to", Format.date.located, "The last day on which it may happen.")
    let phases = Field("phases", .list(of: Format.id.located, minimum: 1), "The phases in which it happens.")
    let except = Field("except", .list(of: Format.date.located), "Days on which it doesn't happen.")
    let workout = WorkoutKeys()
    let load = Field("load", .number(0...2000), "Its load.")
    let duration = Field("duration", .duration(1...86_400), "How long it lasts.")
    let distance = Field("distance", .distance, "How far it goes.")
}

extension FixedSession {
    init?(_ map: MapReader<FixedKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        let every = map.every
        let (from, to, phases, except) = (map.from, map.to, map.phases, map.except)
        var session = map.session(map.keys.workout, id: id, needsContent: false)
        session.load = map.load.map { [$0] } ?? []
        session.duration = map.duration.map { [$0] } ?? []
        session.distance = map.distance.map { [$0] } ?? []
        if map.present(ContentKeys.names).isEmpty {
            if !map.has(\.workout.role) {
                map.reading.fault(.missingRole, "without a template a fixed session needs a `role`", at: id.range)
            }
            session.content = .prose(session.bare)
        }
        if let from, let to { map.reading.checkOrder(from, to) }
        guard let every else { return nil }
        self.init(
            id: id, weekdays: every, from: from, to: to, phases: phases ?? [], except: except ?? [], session: session,
            range: map.node.range)
    }
}

extension SessionSpec {
    /// A template without text, for what is only a name, a time and a load.
    var bare: WorkoutTemplate {
        let none = TemplateText("", at: range)
        return WorkoutTemplate(
            id: id, name: none, sport: sport, role: role, focus: nil, description: nil, parameters: [], scale: [],
            body: .prose(none), duration: duration.first, load: load.first, range: range)
    }
}
