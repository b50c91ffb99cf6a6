import ArgumentParser
import CalendarDiff
import Publishing
import Reports

/// Brings the calendar in step with the plan.
struct ApplyCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Create, update and delete events until the calendar is as the plan says.",
        discussion: "Example: plan apply Plans/gran-fondo-26.plan.yaml --sandbox --yes")

    /// How the outcome is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Flag(help: "Don't ask.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "Only show what would be done, as plan diff does.")
    var dryRun = false

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var squad: SquadOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try await apply(squad, context) }
        try self.squad.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        try checkForConsent(context)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, verbose: output.verbose,
            context)
        if !output.quiet { context.console.say(result.remarks.map { $0 + "\n" }.joined()) }
        let changes = result.changes
        let ink = context.ink(output)
        if dryRun || changes.isRefused {
            try destination.write(changes.written(as: format == .json ? .json : .text, ink: ink), context)
            try end(changes.exitStatus)
            return
        }
        if !changes.changes.isEmpty, !yes {
            context.console.say(ChangeSetReport(changes, ink: ink).text)
            try confirm(context)
        }
        let report = await result.publisher.apply(
            changes, planned: result.planned, isInterrupted: context.interrupts(),
            progress: { progress($0, context) })
        try destination.write(format == .json ? report.json() : ApplyText(report, ink: ink).text, context)
        try end(report.exitStatus)
    }

    /// Without a terminal somebody must have said yes beforehand.
    private func checkForConsent(_ context: CommandContext) throws {
        guard yes || dryRun || context.console.isInputTerminal else {
            throw context.failure(
                .usage, "nobody is there to confirm; add --yes to apply without asking, or --dry-run to look")
        }
    }

    /// Compares every athlete, asks once, and then writes side by side.
    private func apply(_ loading: SquadLoading, _ context: CommandContext) async throws {
        let members = try loading.valid(squad.selection, context, output)
        try checkForConsent(context)
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, squad: squad, output: output, context),
            comparison, verbose: output.verbose)
        let compared = await run.compared()
        let ink = context.ink(output)
        let format: DiffCommand.Format = self.format == .json ? .json : .text
        guard !dryRun, compared.hasWork else {
            try destination.write(compared.changes.written(as: format, name: loading.name, ink), context)
            return try end(compared.changes.exitStatus)
        }
        if !yes {
            context.console.say(SquadChangesReport(compared.changes, name: loading.name, ink: ink).text)
            try confirm(context)
        }
        let applied = await run.applied(compared)
        try destination.write(applied.written(as: format, name: loading.name, ink), context)
        try end(applied.exitStatus)
    }

    private func end(_ status: Int) throws {
        if let status = ExitStatus(rawValue: Int32(status)), status != .done { throw CommandFailure(status: status) }
    }

    private func confirm(_ context: CommandContext) throws {
        context.console.say("\nApply these changes? Only \"yes\" goes on: ")
        guard context.console.readLine() == "yes" else {
            throw context.failure(.failed, "nothing was written")
        }
    }

    /// Counts on a terminal and keeps silent in a pipe.
    private func progress(_ progress: Publisher.Progress, _ context: CommandContext) {
        guard context.console.isOutputTerminal, !output.quiet, progress.total > 0 else { return }
        context.console.say("\r\(progress.done) of \(progress.total)\(progress.done == progress.total ? "\n" : "")")
    }
}
