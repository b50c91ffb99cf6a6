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

    /// The comparison of a plan with an athlete's calendar.
    func settings(_ plan: Plan, _ connection: ServiceConnection, window: ChangeSet.Window) -> ComparisonSettings {
        var settings = ComparisonSettings(
            plan: plan.id.value, athlete: connection.athlete.id, today: connection.today, timezone: connection.zone,
            window: window)
        settings.limits.deletes = plan.rails.deletes
        settings.limits.updates = plan.rails.updates
        settings.limits.operations = plan.rails.operations
        settings.limits.freezeDays = plan.rails.freezeDays
        settings.limits.expectedDeletes = expectDeletes
        settings.limits.expectedUpdates = expectUpdates
        settings.filter = KeyFilter(only: only, from: from, to: to)
        settings.prunesEdited = pruneEdited
        settings.includesToday = includeToday
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
