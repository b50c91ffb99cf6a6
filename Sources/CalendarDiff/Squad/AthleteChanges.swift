/// What is to be done on one athlete's calendar, or what became of it, as a member of a squad.
public struct AthleteChanges: Hashable, Sendable {
    /// The athlete's id as the roster has it.
    public var athlete: String
    /// The athlete's name, where the roster has one.
    public var name: String?
    /// The plan's id.
    public var plan: String
    /// What is to be done; nil where the calendar could not be read.
    public var changes: ChangeSet?
    /// What became of it; nil before it is applied.
    public var report: ApplyReport?
    /// How it ended for this athlete, as the exit status of a run for one.
    public var status: Int
    /// Why it ended so; nil where nothing is wrong.
    public var error: String?

    /// A member of a squad; the rest is set afterwards.
    public init(athlete: String, name: String?, plan: String, status: Int = 0, error: String? = nil) {
        self.athlete = athlete
        self.name = name
        self.plan = plan
        self.status = status
        self.error = error
    }

    /// Whether anything was written to the athlete's calendar.
    public var wroteAnything: Bool {
        report?.changes.changes.contains { $0.result == .done } ?? false
    }
}

/// What is to be done on the calendars of a squad, or what became of it.
public struct SquadChanges: Hashable, Sendable {
    /// The athletes in the order of the roster.
    public var athletes: [AthleteChanges]

    /// Changes of athletes.
    public init(_ athletes: [AthleteChanges]) {
        self.athletes = athletes
    }

    /// Counts of all athletes whose calendars are known.
    public var totals: ChangeSet.Totals {
        athletes.compactMap { ($0.report?.changes ?? $0.changes)?.totals }.reduce(.zero, +)
    }

    /// How a run over the squad ends.
    public var exitStatus: Int {
        SquadStatus.of(
            athletes.map(\.status), wroteAnything: athletes.contains(where: \.wroteAnything))
    }
}

/// How a run over several athletes ends.
public enum SquadStatus {
    /// The statuses of single athletes that mean that the run came to nothing for one.
    private static let failures = [65, 1, 4, 6]
    /// Which status stands for the run, the first that is present.
    private static let order = [130, 65, 1, 4, 6, 3, 2, 0]

    /// 5 if any athlete was written and another failed, else the first present in order of weight.
    ///
    /// Every status that says "nothing was written" would lie once another athlete's calendar has changed; an
    /// interruption alone says no such thing and stays what it is.
    public static func of(_ statuses: [Int], wroteAnything: Bool) -> Int {
        if wroteAnything, statuses.contains(where: failures.contains) { return 5 }
        if statuses.contains(5), !statuses.contains(130) { return 5 }
        return order.first(where: statuses.contains) ?? 0
    }
}

extension ChangeSet.Totals {
    /// Nothing at all.
    static let zero = ChangeSet.Totals(
        create: 0, update: 0, delete: 0, kept: 0, conflicts: 0, locked: 0, unchanged: 0)

    /// Both together.
    static func + (left: ChangeSet.Totals, right: ChangeSet.Totals) -> ChangeSet.Totals {
        ChangeSet.Totals(
            create: left.create + right.create, update: left.update + right.update,
            delete: left.delete + right.delete, kept: left.kept + right.kept,
            conflicts: left.conflicts + right.conflicts, locked: left.locked + right.locked,
            unchanged: left.unchanged + right.unchanged)
    }
}
