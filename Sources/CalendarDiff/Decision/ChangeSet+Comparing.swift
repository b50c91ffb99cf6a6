extension ChangeSet {
    /// Decides what to do about every event of the plan and every event of ours.
    ///
    /// - Parameters:
    ///   - desired: all that the plan wants, past days included, each key once.
    ///   - live: all events of the window, whoever made them.
    ///   - memory: what earlier runs remember; it only makes the set smaller.
    public init(
        desired: [DesiredEvent], live: [LiveEvent], settings: ComparisonSettings, memory: Memory = Memory()
    ) {
        self = Comparison(desired: desired, live: live, settings: settings, memory: memory).result
    }

    /// Puts everything in an order that does not depend on dictionaries.
    mutating func sort() {
        changes.sort { ($0.date, $0.key, $0.eventID ?? 0) < ($1.date, $1.key, $1.eventID ?? 0) }
        kept.sort { ($0.key, $0.eventID ?? 0) < ($1.key, $1.eventID ?? 0) }
        locked.sort { ($0.date, $0.key) < ($1.date, $1.key) }
        proposals.sort { ($0.date, $0.to) < ($1.date, $1.to) }
        copies.sort { ($0.date, $0.key, $0.eventID) < ($1.date, $1.key, $1.eventID) }
        standins.sort { ($0.date, $0.key) < ($1.date, $1.key) }
        let order = Dictionary(uniqueKeysWithValues: EventField.allCases.enumerated().map { ($1, $0) })
        conflicts.sort { ($0.key, order[$0.field] ?? 0) < ($1.key, order[$1.field] ?? 0) }
    }
}
