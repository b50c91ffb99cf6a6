import ArgumentParser
import CalendarDiff
import PlanSpec
import Publishing
import Reports

/// Brings the calendar in step with the plan.
struct ApplyCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Create, update and delete events until the calendar is as the plan says.",
        discussion: "Example: plan apply Plans/gran-fondo-26.plan.yaml --sandbox --yes")

    @Argument(help: "A plan, a roster, or a change set that plan diff -o saved.")
    var file: String

    @Option(help: "Apply only if the changes are those whose digest plan diff told; nobody is asked then.")
    var digest: String?

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var squad: SquadOptions
    @OptionGroup var how: ApplyOptions

    func run(_ context: CommandContext) async throws {
        if let saved = try SavedSquad(path: file, context) {
            return try await saved.apply(service, comparison, squad, how, context)
        }
        if let saved = try SavedChanges(path: file, context) {
            return try await saved.apply(service, comparison, how, context)
        }
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try await apply(squad, context) }
        try self.squad.refuseForPlan(context)
        let plan = try loading.valid(context, how.output)
        try how.checkForConsent(context, isGiven: digest != nil)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, verbose: how.output.verbose,
            context)
        result.sayRemarks(how.output, context)
        if let digest, digest != result.changes.digest, !result.changes.changes.isEmpty {
            throw context.failure(
                .stale,
                "the changes are others now (digest \(result.changes.digest), not \(digest)); nothing was written")
        }
        try await how.carryOut(result, isAgreed: digest != nil, context)
    }

    /// Compares every athlete, asks once, and then writes side by side.
    private func apply(_ loading: SquadLoading, _ context: CommandContext) async throws {
        if digest != nil { throw context.failure(.usage, "--digest is for one plan; for a roster save the changes") }
        let members = try loading.valid(squad.selection, context, how.output)
        try how.checkForConsent(context)
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, failFast: squad.failFast, output: how.output, context),
            comparison, verbose: how.output.verbose)
        try await how.carryOut(run, await run.compared(), name: loading.name, context)
    }
}

extension PlanComparison {
    /// Says what the reader should know beforehand.
    func sayRemarks(_ output: OutputOptions, _ context: CommandContext) {
        if !output.quiet { context.console.say(remarks.map { $0 + "\n" }.joined()) }
    }
}
