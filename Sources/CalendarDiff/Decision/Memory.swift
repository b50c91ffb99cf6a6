public import CivilDates

/// What earlier runs remember of one plan on one calendar.
///
/// It can only make a run do less: it knows that an event existed, so that a missing one counts as deleted by the
/// athlete and one with another number as a copy. Nothing is written on its word alone.
public struct Memory: Hashable, Sendable {
    /// What is remembered of one event.
    public struct Record: Hashable, Sendable {
        /// What became of the event.
        public enum Fate: String, Hashable, Sendable {
            /// It was there at the end of the last run, so that a missing one was deleted by the athlete.
            case present
            /// A run was about to create it and did not live to learn whether it did.
            case pending
            /// The athlete deleted it: it stays away until it is restored.
            case deleted
            /// We deleted it ourselves: it may come again, but what bears its marker now is a copy.
            case removed
        }

        /// The number of the event that we created or took over.
        public var eventID: Int?
        /// What became of it.
        public var fate: Fate
        /// Whether the plan said that it is never deleted.
        public var protect = false
        /// The key in full; nil where only the short form of a marker is known.
        public var key: String?
        /// Its day on the calendar when it was last seen.
        public var date: CivilDate?
        /// The day on which this was learnt.
        public var seen: CivilDate?
        /// Events that bore its marker before a run was about to create it, and so are copies.
        public var copies: [Int] = []
        /// What was last applied.
        public var base: GroupHashes?
        /// What its marker said after that, which is `base` unless the service keeps markers as they were created.
        public var marker: GroupHashes?

        /// A record of an event.
        public init(eventID: Int?, fate: Fate = .present, protect: Bool = false) {
            self.eventID = eventID
            self.fate = fate
            self.protect = protect
        }
    }

    /// Records by the key as markers hold it (`Marker.identifier`).
    public var records: [String: Record]
    /// How often the plan was applied as a whole; nil where that is unknown.
    public var generation: Int?
    /// The plan's digest of that generation.
    public var digest: String?
    /// Digests of the generations before it, oldest first.
    public var earlier: [String]

    /// What earlier runs remember; nothing by default.
    public init(
        records: [String: Record] = [:], generation: Int? = nil, digest: String? = nil, earlier: [String] = []
    ) {
        self.records = records
        self.generation = generation
        self.digest = digest
        self.earlier = earlier
    }

    /// The number of the older generation that a plan equals; nil for the newest and for new plans.
    func olderGeneration(_ planDigest: String) -> Int? {
        guard planDigest != digest, let generation, let place = earlier.lastIndex(of: planDigest) else { return nil }
        return generation - (earlier.count - place)
    }

    /// The keys of recorded events, as markers hold them, by the events' numbers.
    var identifiers: [Int: String] {
        Dictionary(
            records.compactMap { identifier, record in
                record.fate == .removed ? nil : record.eventID.map { ($0, identifier) }
            }, uniquingKeysWith: min)
    }

    /// How many of the events that should be there lie in the window and after today.
    ///
    /// Whether the athlete deleted what is past makes no difference to any run, so it is not asked.
    public func presentCount(after today: CivilDate, in window: ChangeSet.Window) -> Int {
        records.values.count { $0.fate == .present && $0.lies(in: window, after: today) }
    }

    /// Whether a read shows so few of the remembered events after today that it is worth a second look.
    public func doubts(
        _ live: [LiveEvent], plan: String, window: ChangeSet.Window, today: CivilDate
    ) -> Bool {
        let shown = Set(live.map(\.id))
        let markers = live.compactMap { $0.externalID.flatMap(Marker.init) }.filter { $0.plan == plan }
        let identifiers = Set(markers.map(\.identifier))
        let expected = records.filter { $1.isExpected && $1.lies(in: window, after: today) }
        let missing = expected.count { identifier, record in
            !(record.eventID.map(shown.contains) ?? identifiers.contains(identifier))
        }
        return missing >= 2 && 2 * missing >= expected.count
    }
}

extension Memory.Record {
    /// Whether it should, or may, be on the calendar.
    fileprivate var isExpected: Bool { fate == .present || fate == .pending }

    fileprivate func lies(in window: ChangeSet.Window, after today: CivilDate) -> Bool {
        date.map { (window.oldest...window.newest).contains($0) && $0 > today } ?? true
    }
}
