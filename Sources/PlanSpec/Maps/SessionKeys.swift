import CivilDates
import Diagnostics
import Workouts
import YAML

/// The keys of a session in a week's list.
struct SessionKeys: MapKeys {
    static let noun = "a session"
    static let table = MapTable(SessionKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique in its list.")
    let workout = WorkoutKeys()
    let day = Field("day", .weekdays, "Its day, or several in the order of preference.")
    let share = Field("share", .oneOrMore(.percent(0...100)), "Its share of the week's target.")
    let load = Field("load", .oneOrMore(.number(0...2000)), "Its own load.")
    let duration = Field("duration", .oneOrMore(.duration(1...86_400)), "Its own duration.")
    let distance = Field("distance", .oneOrMore(.distance), "Its own distance.")
    let count = DefaultField("count", .integer(1...14), default: "1", "How many there are in a week.")
    let progress = Field("progress", .progress, "Parameters that change from loading week to loading week.")
    let optional = DefaultField(
        "optional", .boolean, default: "false", "Whether it is the first to be left out of a week that is too full.")
    let brick = Field(
        "brick", .list(of: .map(BrickKeys.table) { _ in true }), "Two or more workouts without a rest between them.")
}

extension SessionSpec {
    init(_ map: MapReader<SessionKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        self = map.session(map.keys.workout, id: id)
        days = map.day ?? []
        share = map.share ?? []
        load = map.load ?? []
        duration = map.duration ?? []
        distance = map.distance ?? []
        count = map.count
        optional = map.optional
        if let parts = map.parts(of: self) {
            content = .brick(parts)
            _ = map.reading.values(of: map.read(\.workout.part.parameters) ?? [], in: content)
        }
        progress = map.reading.values(of: map.progress ?? [], in: content, indoor: indoor)
        map.checkSizes()
        map.reading.checkSetOnce(self, at: map.place(of: \.progress))
    }
}

extension MapReader<SessionKeys> {
    /// A size is stated once: a share, or own figures.
    fileprivate func checkSizes() {
        guard has(\.share), let own = present(["load", "duration", "distance"]).first else { return }
        reading.fault(.shareAndSize, "a session has a `share` or its own `\(own.key)`, not both", at: own.keyRange)
    }
}

extension Reading {
    /// No parameter is both set and in progress.
    func checkSetOnce(_ session: SessionSpec, at range: SourceRange) {
        for name in session.progress.keys.sorted() where session.parameters[name] != nil {
            fault(.parameterTwice, "\(quoted(name)) is in both `params` and `progress`", at: range)
        }
    }
}

extension Format where Value == [KeyedItem<String, [Node]>] {
    /// Parameters with a list of values, one a loading week.
    static var progress: Format {
        .keyed(by: .symbol, pattern: Format<String>.symbolPattern, .oneOrMore(.parameterText))
    }
}

extension Format where Value == [SessionSpec] {
    /// A week's list; ids, and those that `count` makes, are unique in it.
    static var sessions: Format {
        let list = Format.list(of: .map(SessionKeys.table) { SessionSpec($0) })
        return Format(list.shape) { node, reading in
            let sessions = list.read(node, reading)
            reading.checkKeys(of: sessions ?? [])
            return sessions
        }
    }
}
