import ArgumentParser

/// Takes events that already match into the plan's ownership.
struct AdoptCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Make events that match the plan its own, by day, sport and name; nothing of them is rewritten.",
        discussion: "Example: plan adopt Plans/gran-fondo-26.plan.yaml --sandbox --yes")

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
        let found = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, for: .adopt,
            verbose: how.output.verbose, context)
        try await how.carryOut(found, PlanComparison.Consent(command: "adopt"), context)
    }
}
