import Diagnostics
import YAML

/// The keys of one week in `weeks_override`.
struct WeekKeys: MapKeys {
    static let noun = "a week's override"
    static let table = MapTable(WeekKeys())

    let load = Field("load", Format.loadAmount.located, "The week's own target in load.")
    let hours = Field("hours", Format.hoursAmount.located, "The week's own target in hours.")
    let distance = Field("distance", Format.kilometresAmount.located, "The week's own target in kilometres.")
    let recovery = Field("recovery", .boolean, "Whether it is a recovery week, whatever the rhythm says.")
    let name = Field("name", .line, "What people call the week.")
    let availability = Field("availability", .availabilityChange, "Days that replace the phase's.")
    let week = Field("week", .sessions, "The list that replaces the phase's.")
    let sessions = Field(
        "sessions", .keyed(by: .id, pattern: "^[a-z0-9-]{1,24}$", .sessionChange),
        "Changes to sessions by their id, key by key, or `off`.")
    let added = Field("add", .sessions, "Sessions that only this week has.")
}

extension Format where Value == Node {
    /// `off`, or the keys of a session that change; read once they are merged with the session's own.
    static var sessionChange: Format {
        Format(.either([.scalar(["const": "off"]), .change(SessionKeys.table)])) { node, reading in
            if node.mapping != nil || node.scalar?.text == "off" { return node }
            reading.refuse(node, .wrongType, takes: "`off` or the keys of a session that change")
            return nil
        }
    }
}

/// A week's override before its changes are merged with the phase's sessions.
struct WeekDraft: Sendable {
    /// The override without its changed sessions.
    var override: WeekOverride
    /// The week's own list as it stands in the file.
    var weekNode: Node?
    /// The changes by the session's id.
    var changes: [KeyedItem<String, Node>]

    init(_ map: MapReader<WeekKeys>) {
        let targets = map.present(TargetMeasure.allCases.map(\.rawValue))
        for other in targets.dropFirst() {
            map.reading.fault(
                .oneTarget, "a week has one of `load`, `hours` and `distance`", at: other.keyRange,
                notes: [Diagnostic.Note("the first is here", at: targets[0].keyRange)])
        }
        override = WeekOverride(
            range: map.node.range, load: map.load, hours: map.hours, distance: map.distance,
            recovery: map.recovery, name: map.name,
            availability: map.availability, week: map.week, sessions: [:], added: map.added ?? [])
        weekNode = map.node(of: \.week)
        changes = map.sessions ?? []
    }

    /// The override with each change merged over its session in `list`.
    func override(over list: [Node], _ reading: Reading) -> WeekOverride {
        let sessions = Dictionary(
            list.map { ($0["id"]?.scalar?.text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        var result = override
        for change in changes {
            let id = change.key.value
            guard let session = sessions[id] else {
                let guess = reading.didYouMean(id, among: sessions.keys.sorted())
                reading.fault(.unknownSession, "the week has no session \(quoted(id))\(guess)", at: change.key.range)
                continue
            }
            result.sessions[id] = merged(session, change, reading)
        }
        return result
    }

    private func merged(
        _ base: Node, _ change: KeyedItem<String, Node>, _ reading: Reading
    ) -> WeekOverride.SessionChange? {
        guard let changed = change.value.mapping, let own = base.mapping else { return .off }
        if let id = changed.first(where: { $0.key == "id" }) {
            reading.fault(.changedID, "a week can't change a session's id", at: id.keyRange)
        }
        let news = changed.filter { $0.key != "id" }
        let replaced = Set(news.map(\.key).flatMap(WeekDraft.keysReplaced))
        let entries = own.filter { !replaced.contains($0.key) } + news
        let node = Node(.mapping(entries), range: change.value.range)
        return Format<SessionSpec>.map(SessionKeys.table) { SessionSpec($0) }.read(node, reading).map { .replaced($0) }
    }

    /// The keys of a session that a changed key replaces: itself, and what can't stand beside it.
    private static func keysReplaced(by key: String) -> [String] {
        switch key {
        case _ where ContentKeys.names.contains(key): ContentKeys.names
        case "share": ["share", "load", "duration", "distance"]
        case "load", "duration", "distance": ["share", key]
        default: [key]
        }
    }
}
