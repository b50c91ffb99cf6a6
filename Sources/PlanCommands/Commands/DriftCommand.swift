import ArgumentParser
import CalendarDiff
import Reports

/// What people changed on the calendar.
struct DriftCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Show what people changed on the calendar since the last apply.",
        discussion: "Example: plan drift Plans/gran-fondo-26.plan.yaml --sandbox")

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "text, json or md.")
    var format: DiffCommand.Format = .text

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 where people changed something.")
    var detailedExitCode = false

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var part: PartOptions
    @OptionGroup var squad: SquadOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try await drift(squad, context) }
        try squad.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: try part.comparison(context),
            for: .drift, verbose: output.verbose, context)
        result.sayRemarks(output, context)
        let drift = result.changes
        let text =
            switch format {
            case .text: ChangeSetReport(drift, ink: context.ink(output)).driftText
            case .json: try drift.json()
            case .md: drift.driftMarkdown
            }
        try destination.write(text, context)
        if drift.emptiedCount != nil { throw CommandFailure(status: .rail) }
        if detailedExitCode, drift.hasDrift { throw CommandFailure(status: .pending) }
    }

    private func drift(_ loading: SquadLoading, _ context: CommandContext) async throws {
        let members = try loading.valid(squad.selection, context, output)
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, failFast: squad.failFast, output: output, context),
            try part.comparison(context), verbose: output.verbose)
        var compared = await run.compared(for: .drift)
        compared.noteDrift(counts: detailedExitCode)
        let report = SquadChangesReport(compared.changes, name: loading.name, ink: context.ink(output))
        let text =
            switch format {
            case .text: report.driftText
            case .json: try compared.changes.json()
            case .md: report.driftMarkdown
            }
        try destination.write(text, context)
        try ExitStatus.end(compared.changes.exitStatus)
    }
}

/// Which part of a plan is looked at.
struct PartOptions: ParsableArguments {
    @Option(help: "Only these keys: * any characters, ? one, several parted by commas; base.w3 is a week.")
    var only: [String] = []

    @Option(help: "Only from this date on.")
    var from: String?

    @Option(help: "Only up to this date.")
    var to: String?

    /// The options of a comparison of this part.
    func comparison(_ context: CommandContext) throws -> ComparisonOptions {
        let words =
            only.flatMap { ["--only", $0] } + (from.map { ["--from", $0] } ?? []) + (to.map { ["--to", $0] } ?? [])
        do {
            return try ComparisonOptions.parse(words)
        } catch {
            throw context.failure(.usage, "--from and --to take dates such as 2027-01-04")
        }
    }
}
