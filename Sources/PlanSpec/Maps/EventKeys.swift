import CivilDates
import Diagnostics
import Workouts
import YAML

/// The keys of an event.
struct EventKeys: MapKeys {
    static let noun = "an event"
    static let table = MapTable(EventKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique among the events.")
    let date = Field("date", Format.date.located, required: true, "Its day.")
    let kind = Field("kind", Format<EventKind>.choice, "`note` or `season_start`; by default it is a workout.")
    let span = Field("for", Format<NoteSpan>.choice, "Whether a note is for its `day` or its `week`.")
    let workout = WorkoutKeys()
    let load = Field("load", .number(0...2000), "Its own load.")
    let duration = Field("duration", .duration(1...86_400), "Its own duration.")
    let distance = Field("distance", .distance, "Its own distance.")
    let instead = Field(
        "instead", Format.text.located, "The role or the id of the session that it stands in for in its week.")

    /// What an event that is no workout may say.
    static let plainKeys = ["id", "date", "kind", "for", "name", "description", "protect", "publish"]
}

/// What an event is, where it is no workout.
enum EventKind: String, CaseIterable, Sendable {
    case note, seasonStart = "season_start"
}

/// What a note is for.
enum NoteSpan: String, CaseIterable, Sendable {
    case day, week
}

extension PinnedEvent {
    init?(_ map: MapReader<EventKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        let (date, kind, span, instead) = (map.date, map.kind, map.span, map.instead)
        let name = map.read(\.workout.part.name)
        map.checkKindKeys(kind)
        let event: Kind
        switch kind {
        case nil where map.has(\.kind) && map.present(ContentKeys.names).isEmpty: return nil
        case nil: event = .workout(map.workout(id))
        case .note: event = .note(forWeek: span == .week)
        case .seasonStart: event = .seasonStart
        }
        let description = map.read(\.workout.part.description)
        if description != nil { map.reading.checkDescription(map.node(of: \.workout.part.description)) }
        let (protect, publish) = (map.read(\.workout.entry.protect), map.read(\.workout.entry.publish))
        guard let date else { return nil }
        self.init(
            id: id, date: date, kind: event, name: name?.source, description: description?.source, instead: instead,
            protect: protect,
            publish: publish, range: map.node.range)
    }
}

extension MapReader<EventKeys> {
    /// The workout of an event that is one.
    fileprivate func workout(_ id: Located<String>) -> SessionSpec {
        let hasSize = !present(["load", "duration", "distance"]).isEmpty
        var session = session(keys.workout, id: id, needsContent: !hasSize)
        session.load = self.load.map { [$0] } ?? []
        session.duration = self.duration.map { [$0] } ?? []
        session.distance = self.distance.map { [$0] } ?? []
        if hasSize, present(ContentKeys.names).isEmpty {
            if !has(\.workout.role) {
                reading.fault(.missingRole, "without a template an event needs a `role`", at: id.range)
            }
            session.content = .prose(session.bare)
        }
        return session
    }

    /// A note has no workout, a workout no span, and a note a name.
    fileprivate func checkKindKeys(_ kind: EventKind?) {
        guard let kind else {
            if !has(\.kind), let span = present(["for"]).first {
                reading.fault(.eventKey, "only a note has `for`", at: span.keyRange)
            }
            return
        }
        let noun = kind == .note ? "a note" : "a season start"
        for field in EventKeys.table.fields where !EventKeys.plainKeys.contains(field.key) {
            for entry in present([field.key]) {
                reading.fault(.eventKey, "\(noun) has no `\(entry.key)`", at: entry.keyRange)
            }
        }
        if kind == .seasonStart, let span = present(["for"]).first {
            reading.fault(.eventKey, "only a note has `for`", at: span.keyRange)
        }
        if !has(\.workout.part.name) {
            reading.fault(.missingKey, "\(noun) needs the key `name`", at: node.place)
        }
    }
}
