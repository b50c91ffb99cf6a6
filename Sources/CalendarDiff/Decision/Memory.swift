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

    /// What earlier runs remember; nothing by default.
    public init(records: [String: Record] = [:], generation: Int? = nil) {
        self.records = records
        self.generation = generation
    }
}
