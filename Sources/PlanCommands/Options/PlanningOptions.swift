import ArgumentParser
import CivilDates
import PlanSpec

/// What a command makes of a plan's targets and dates.
struct Planning: Sendable {
    /// What takes the place of the plan's own `start` or `finish`.
    var anchor: PlanAnchor?
    /// Whether a target that can't be met is only a warning.
    var isBestEffort = false
}

/// Where the plan hangs, and how strict its targets are.
struct PlanningOptions: ParsableArguments {
    @Option(help: "The first week's first day, in place of the plan's start or finish.")
    var start: CivilDate?

    @Option(help: "A day of the last week, from which the weeks are counted back.")
    var finish: CivilDate?

    @Flag(name: .customLong("best-effort"), help: "Plan the best that can be reached where a target can't be met.")
    var bestEffort = false

    func validate() throws {
        if start != nil, finish != nil { throw ValidationError("write either --start or --finish") }
    }

    /// The options as they would be typed, for making the plan again.
    var arguments: [String] {
        (start.map { ["--start", $0.description] } ?? []) + (finish.map { ["--finish", $0.description] } ?? [])
            + (bestEffort ? ["--best-effort"] : [])
    }

    /// The context with these options.
    func applied(to context: CommandContext) -> CommandContext {
        var context = context
        context.planning = Planning(
            anchor: start.map { .start($0) } ?? finish.map { .finish($0) }, isBestEffort: bestEffort)
        return context
    }
}
