import ArgumentParser
import CalendarDiff
import CivilDates
import PlanSpec
import IntervalsICU

/// What is compared with the calendar, and how much may change.
struct ComparisonOptions: ParsableArguments, Sendable {
    @Option(help: "Only these keys: * any characters, ? one, several parted by commas; base.w3 is a week.")
    var only: [String] = []

    @Option(help: "Only from this date on.")
    var from: CivilDate?

    @Option(help: "Only up to this date.")
    var to: CivilDate?

    @Option(
        name: .customLong("on-conflict"),
        help: "What to do where both sides changed a field: skip, ours, theirs, fail, or KEY=ours.")
    var onConflict: [ConflictChoice] = []

    @Option(name: .customLong("expect-deletes"), help: "The exact number of deletes that is all right.")
    var expectDeletes: Int?

    @Option(name: .customLong("expect-updates"), help: "The exact number of updates that is all right.")
    var expectUpdates: Int?

    @Flag(name: .customLong("prune-edited"), help: "Delete what left the plan even where the athlete edited it.")
    var pruneEdited = false

    @Flag(name: .customLong("include-today"), help: "Write today's events too, unless they are done.")
    var includeToday = false

    @Option(help: "Create again what the athlete deleted: keys with * and ?, several parted by commas.")
    var restore: [String] = []

    @Option(help: "How far ahead to write: a date, or +2w or +10d from today; instead of the plan's rollout.")
    var until: Reach?

    @Flag(name: .customLong("remote-was-emptied"), help: "Fill a calendar again on which nothing of the plan is left.")
    var remoteWasEmptied = false

    @Flag(name: .customLong("accept-older"), help: "Publish a plan that is an older generation of the published one.")
    var acceptOlder = false

    /// The comparison of a plan with an athlete's calendar.
    func settings(
        _ plan: Plan, _ connection: ServiceConnection, window: ChangeSet.Window, _ context: CommandContext
    ) throws -> ComparisonSettings {
        try settings(plan, plan.id.value, connection, window: window, context)
    }

    /// The same where the plan's file may be gone; the usual rails hold then.
    func settings(
        _ plan: Plan?, _ name: String, _ connection: ServiceConnection, window: ChangeSet.Window,
        _ context: CommandContext
    ) throws -> ComparisonSettings {
        if let from, let to, to < from { throw context.failure(.usage, "--to \(to) lies before --from \(from)") }
        var settings = ComparisonSettings(
            plan: name, athlete: connection.athlete.id, today: connection.today, timezone: connection.zone,
            window: window)
        settings.limits = RailLimits(plan?.rails ?? Rails())
        settings.limits.expectedDeletes = expectDeletes
        settings.limits.expectedUpdates = expectUpdates
        settings.filter = try KeyFilter(asked: only, from: from, to: to, context)
        settings.prunesEdited = pruneEdited
        settings.includesToday = includeToday
        settings.restore = Set(restore.flatMap { $0.split(separator: ",").map(String.init) })
        settings.until = until?.date(from: connection.today) ?? plan?.rolloutDays.map { connection.today + $0 }
        settings.moves = (plan?.moved ?? []).map { KeyMove(from: $0.from, to: $0.to) }
        settings.remoteWasEmptied = remoteWasEmptied
        settings.acceptsOlder = acceptOlder
        for choice in onConflict {
            if let key = choice.key {
                settings.onConflictByKey[key] = choice.policy
            } else {
                settings.onConflict = choice.policy
            }
        }
        return settings
    }
}

extension KeyFilter {
    /// The filter of `--only`, `--from` and `--to`; patterns that name nothing are a mistake, not a wish for everything.
    init(asked only: [String], from: CivilDate?, to: CivilDate?, _ context: CommandContext) throws {
        self.init(only: only, from: from, to: to)
        if !only.isEmpty, patterns.isEmpty { throw context.failure(.usage, "--only names no key") }
    }
}

extension RailLimits {
    /// The limits of a plan file.
    fileprivate init(_ rails: Rails) {
        self.init()
        deletes = rails.deletes
        updates = rails.updates
        operations = rails.operations
        freezeDays = rails.freezeDays
    }
}

extension ComparisonOptions {
    /// Takes over what lifts a rail.
    mutating func acknowledge(_ other: ComparisonOptions) {
        expectDeletes = other.expectDeletes ?? expectDeletes
        expectUpdates = other.expectUpdates ?? expectUpdates
        acceptOlder = acceptOlder || other.acceptOlder
        remoteWasEmptied = remoteWasEmptied || other.remoteWasEmptied
    }

    /// The options as they would be typed, for making the comparison again.
    var arguments: [String] {
        func each(_ name: String, _ values: [String]) -> [String] { values.flatMap { [name, $0] } }
        func flag(_ name: String, _ isSet: Bool) -> [String] { isSet ? [name] : [] }
        let policies = onConflict.map { ($0.key.map { "\($0)=" } ?? "") + $0.policy.rawValue }
        return each("--only", only) + each("--from", [from].compactMap { $0?.description })
            + each("--to", [to].compactMap { $0?.description }) + each("--on-conflict", policies)
            + each("--expect-deletes", [expectDeletes].compactMap { $0.map(String.init) })
            + each("--expect-updates", [expectUpdates].compactMap { $0.map(String.init) })
            + flag("--prune-edited", pruneEdited) + flag("--include-today", includeToday) + each("--restore", restore)
            + each("--until", [until].compactMap { $0?.text }) + flag("--remote-was-emptied", remoteWasEmptied)
            + flag("--accept-older", acceptOlder)
    }
}

/// A day to reach: a date, or so many days or weeks from today.
enum Reach: ExpressibleByArgument, Sendable {
    case date(CivilDate)
    case days(Int)

    init?(argument: String) {
        if let date = CivilDate(argument) {
            self = .date(date)
            return
        }
        let size = ["d": 1, "w": 7][argument.suffix(1)]
        let digits = argument.hasPrefix("+") ? argument.dropFirst().dropLast() : argument.dropLast()
        guard let size, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(digits), count <= 1000 else {
            return nil
        }
        self = .days(count * size)
    }

    /// The day, counted from today where it is.
    func date(from today: CivilDate) -> CivilDate {
        switch self {
        case .date(let date): date
        case .days(let days): today + days
        }
    }

    /// As it would be typed.
    var text: String {
        switch self {
        case .date(let date): date.description
        case .days(let days): "+\(days)d"
        }
    }
}

/// `skip`, `ours`, `theirs` or `fail`, for all keys or as `KEY=ours` for one.
struct ConflictChoice: ExpressibleByArgument {
    let key: String?
    let policy: ConflictPolicy

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard let last = parts.last, let policy = ConflictPolicy(rawValue: String(last)), parts.count <= 2 else {
            return nil
        }
        key = parts.count == 2 ? String(parts[0]) : nil
        self.policy = policy
    }
}
