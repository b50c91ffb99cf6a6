import ArgumentParser

/// What commands take that change whose a plan's events are, or whether they are there, and nothing in them.
struct OwnEventOptions: ParsableArguments {
    @Argument(help: "A plan file.")
    var file: String

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var how: ApplyOptions

    /// Compares for the purpose, asks, and does what was found.
    func run(_ purpose: PlanComparison.Purpose, named command: String, _ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let plan = try PlanLoading(path: file, context).valid(context, how.output)
        try how.checkForConsent(context)
        let found = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, for: purpose,
            verbose: how.output.verbose, context)
        try await how.carryOut(found, PlanComparison.Consent(command: command), context)
    }
}
