import ArgumentParser

/// Takes a plan off the calendar.
struct RemoveCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Delete the plan's own future events; what the athlete edited stays.",
        discussion: "Example: plan remove Plans/gran-fondo-26.plan.yaml --sandbox --expect-deletes 40")

    @Argument(help: "A plan file.")
    var file: String

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var how: ApplyOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let plan = try PlanLoading(path: file, context).valid(context, how.output)
        try how.checkForConsent(context)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, for: .remove,
            verbose: how.output.verbose, context)
        try await how.carryOut(result, PlanComparison.Consent(command: "remove"), context)
    }
}

/// Deletes exact doubles.
struct DedupeCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Delete exact doubles of the plan's future events; copies that somebody moved, edited or did stay.",
        discussion: "Example: plan dedupe Plans/gran-fondo-26.plan.yaml --sandbox")

    @Argument(help: "A plan file.")
    var file: String

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var how: ApplyOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let plan = try PlanLoading(path: file, context).valid(context, how.output)
        try how.checkForConsent(context)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, for: .dedupe,
            verbose: how.output.verbose, context)
        try await how.carryOut(result, PlanComparison.Consent(command: "dedupe"), context)
    }
}
