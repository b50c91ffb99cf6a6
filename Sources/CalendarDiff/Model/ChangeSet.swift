public import CivilDates

/// What apply would do to one athlete's calendar, and what it leaves alone and why.
public struct ChangeSet: Hashable, Sendable {
    /// The days that were read, both included.
    public struct Window: Hashable, Sendable {
        /// The first day.
        public var oldest: CivilDate
        /// The last day.
        public var newest: CivilDate

        /// The days from `oldest` to `newest`.
        public init(oldest: CivilDate, newest: CivilDate) {
            self.oldest = oldest
            self.newest = newest
        }
    }

    /// Counts of the whole set.
    public struct Totals: Hashable, Sendable, Codable {
        /// Events to create.
        public var create: Int
        /// Events to update.
        public var update: Int
        /// Events to delete.
        public var delete: Int
        /// Events with something kept for the athlete.
        public var kept: Int
        /// Fields in conflict.
        public var conflicts: Int
        /// Events that differ but are locked.
        public var locked: Int
        /// Events of ours that are as the plan wants them.
        public var unchanged: Int
    }

    /// The version of this form; other majors are refused.
    public static let formatVersion = "1.0"

    /// The plan's id.
    public var plan: String
    /// The athlete's id.
    public var athlete: String
    /// The athlete's date when this was decided.
    public var today: CivilDate
    /// The zone that `today` comes from; nil where it is unknown.
    public var timezone: String?
    /// The days that were read.
    public var window: Window
    /// A hash of the whole desired calendar.
    public var planDigest: String
    /// A hash of all that this set would do and of what it rests on; `apply --digest` asks for it.
    public var digest = ""
    /// The generation of the state; nil without state.
    public var generation: Int?
    /// What is to be done, by date and key.
    public var changes: [Change] = []
    /// What stays as the athlete left it, by key.
    public var kept: [KeptEvent] = []
    /// Fields that both sides changed, by key.
    public var conflicts: [Conflict] = []
    /// Events that differ but are locked, by date and key.
    public var locked: [LockedEvent] = []
    /// Copies of our events, by date and key.
    public var copies: [CopiedEvent] = []
    /// Events not created since one like it stands there, by date and key.
    public var standins: [Standin] = []
    /// Keys that look renamed, by date and key.
    public var proposals: [MoveProposal] = []
    /// Events beyond the days that the roll-out reaches, which wait.
    public var later = 0
    /// What it does to load and fitness; nil where nobody computed it.
    public var effect: LoadEffect?
    /// The plan file, as it was named.
    public var file: String?
    /// The options that it was made with, for making it again.
    public var options: [String] = []
    /// Events on the calendar that are not this plan's.
    public var unowned = 0
    /// Events of ours that are as the plan wants them.
    public var unchanged = 0
    /// Rails that refuse the set as a whole; empty where it may be applied.
    public var rails: [RailRefusal] = []
    /// Whether only part of the plan was looked at.
    public var isFiltered = false
    /// Whether applying it publishes the plan as a whole.
    public var raisesGeneration = true
    /// Whether a conflict refuses the set as a whole.
    public var failsOnConflict = false

    /// Counts of the whole set.
    public var totals: Totals {
        func count(_ action: Change.Action) -> Int { changes.count { $0.action == action } }
        return Totals(
            create: count(.create), update: count(.update), delete: count(.delete), kept: kept.count,
            conflicts: conflicts.count, locked: locked.count, unchanged: unchanged)
    }

    /// The exit status if nothing more happened: 4 where a rail refuses, 3 where a conflict is left, else 0.
    public var exitStatus: Int {
        rails.isEmpty ? (conflicts.isEmpty ? 0 : 3) : 4
    }

    /// Whether it may be applied at all.
    public var isRefused: Bool { !rails.isEmpty || (failsOnConflict && !conflicts.isEmpty) }
}
