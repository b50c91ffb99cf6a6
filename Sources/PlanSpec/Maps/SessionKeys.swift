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
    let day = Field("day", .oneOrMore(.weekday), "Its day, or several in the order of preference.")
    let share = Field("share", .oneOrMore(.percent(0...100)), "Its share of the week's target.")
    let load = Field("load", .oneOrMore(.number(0...2000)), "Its own load.")
    let duration = Field("duration", .oneOrMore(.duration(1...86_400)), "Its own duration.")
    let count = DefaultField("count", .integer(1...14), default: "1", "How many there are in a week.")
    let progress = Field(
        "progress", .keyed(by: .symbol, pattern: Format.symbolPattern, .oneOrMore(.parameterText)),
        "Parameters that change from loading week to loading week.")
    let distance = LaterField("distance", "Its own distance.")
    let indoor = DefaultField(
        "indoor", Format<Bool>.boolean.onlyYet(false), default: "false", "Whether the template's `indoor` applies.")
    let optional = DefaultField(
        "optional", Format<Bool>.boolean.onlyYet(false), default: "false", "Whether it is the first to be dropped.")
    let brick = LaterField("brick", "Sessions without a rest between them.")
}

extension SessionSpec {
    init(_ map: MapReader<SessionKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        self = map.session(map.keys.workout, id: id)
        days = map.day ?? []
        share = map.share ?? []
        load = map.load ?? []
        duration = map.duration ?? []
        count = map.count
        progress = map.reading.values(of: map.progress ?? [], in: content)
        _ = (map.indoor, map.optional)
        map.checkSizes()
        for name in progress.keys.sorted() where parameters[name] != nil {
            map.reading.fault(
                "parameter-twice", "\(quoted(name)) is in both `params` and `progress`", at: map.place(of: \.progress))
        }
    }
}

extension MapReader<SessionKeys> {
    /// A size is stated once: a share, or a load, a duration or both.
    fileprivate func checkSizes() {
        guard has(\.share), let own = present(["load", "duration"]).first else { return }
        reading.fault("share-and-size", "a session has a `share` or its own `\(own.key)`, not both", at: own.keyRange)
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
