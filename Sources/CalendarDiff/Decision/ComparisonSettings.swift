public import CivilDates

/// Whose calendar is compared, as of which day, and by which rules.
public struct ComparisonSettings: Sendable {
    /// The plan's id.
    public var plan: String
    /// The athlete's id.
    public var athlete: String
    /// The athlete's date.
    public var today: CivilDate
    /// The zone that `today` comes from; nil where it is unknown.
    public var timezone: String?
    /// The days that were read.
    public var window: ChangeSet.Window
    /// Where apply stops.
    public var limits = RailLimits()
    /// What to do about conflicts.
    public var onConflict = ConflictPolicy.skip
    /// What to do about conflicts of single keys.
    public var onConflictByKey: [String: ConflictPolicy] = [:]
    /// The part of the plan to look at.
    public var filter = KeyFilter()
    /// Keys that are created again although the athlete deleted them.
    public var restore: Set<String> = []
    /// Keys that the plan would want but for the athlete's own holidays, sick days and injuries.
    public var unavailable: Set<String> = []
    /// Whether events that left the plan are deleted even where the athlete edited them.
    public var prunesEdited = false
    /// Whether today's events are written as well, unless completed.
    public var includesToday = false
    /// Whether the plan may want nothing at all, as when it is taken off the calendar.
    public var allowsEmpty = false
    /// What the plan file alone wants, where the athlete's own days took something out of it: whether a plan is older
    /// than another must not depend on those. Nil where that is what is compared.
    public var digestBasis: [DesiredEvent]?
    /// The last day that the roll-out reaches; nil for all.
    public var until: CivilDate?
    /// Keys that the author renamed.
    public var moves: [KeyMove] = []
    /// Keys that are never deleted, whatever is remembered of them.
    public var protected: Set<String> = []
    /// Whether a calendar without any of the remembered events is to be filled again.
    public var remoteWasEmptied = false
    /// Whether an older generation of the plan may be published.
    public var acceptsOlder = false
    /// Whether applying the set publishes the plan as a whole.
    public var publishesPlan = true
    /// Whether fields that both sides changed are simply kept, as when an apply is taken back.
    public var keepsConflicts = false
    /// Whether edits of locked events are told too.
    public var tellsLockedEdits = false

    /// Settings with the defaults of the command line.
    public init(
        plan: String, athlete: String, today: CivilDate, timezone: String? = nil, window: ChangeSet.Window
    ) {
        self.plan = plan
        self.athlete = athlete
        self.today = today
        self.timezone = timezone
        self.window = window
    }

    /// The policy for the key's conflicts.
    func conflictPolicy(_ key: String) -> ConflictPolicy {
        onConflictByKey[key] ?? onConflict
    }
}

/// What becomes of a field that both sides changed.
public enum ConflictPolicy: String, Hashable, Sendable, CaseIterable {
    /// It is left alone and reported.
    case skip
    /// The plan's value is written.
    case ours
    /// The athlete's value is kept from now on.
    case theirs
    /// Nothing at all is written.
    case fail
}

/// Shares and counts at which apply stops, and what was acknowledged.
public struct RailLimits: Hashable, Sendable {
    /// Largest share of owned future events deleted in one run.
    public var deletes = 0.25
    /// Largest share of owned future events updated in one run.
    public var updates = 0.6
    /// Most writes in one run.
    public var operations = 500
    /// Days after today that are not written either.
    public var freezeDays = 0
    /// The exact number of deletes that is all right.
    public var expectedDeletes: Int?
    /// The exact number of updates that is all right.
    public var expectedUpdates: Int?

    /// The default limits.
    public init() {}
}
