import ArgumentParser
import CalendarDiff
import Reports

/// What apply would do.
struct DiffCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what apply would do; writes nothing.",
        discussion: "Example: plan diff Plans/gran-fondo-26.plan.yaml --sandbox")

    /// How the change set is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, md
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "text, json or md.")
    var format: Format = .text

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 where changes are pending.")
    var detailedExitCode = false

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var squad: SquadOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try await diff(squad, context) }
        try self.squad.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        let result = try await PlanComparison.make(
            plan.spec, plan.schedule, file: file, service: service, comparison: comparison, verbose: output.verbose,
            context)
        result.sayRemarks(output, context)
        var changes = result.changes
        changes.options = planning.arguments + changes.options
        try write(changes, context)
        try ExitStatus.end(result.changes.exitStatus)
        if detailedExitCode, !result.changes.changes.isEmpty { throw CommandFailure(status: .pending) }
    }

    /// A file is for apply, so it holds the change set whatever is shown; text is shown beside it.
    private func write(_ changes: ChangeSet, _ context: CommandContext) throws {
        try write(
            try changes.written(as: format, ink: context.ink(output)), saved: { try changes.json() }, context)
    }

    private func write(_ shown: String, saved: () throws -> String, _ context: CommandContext) throws {
        guard destination.output != nil, format == .text else { return try destination.write(shown, context) }
        try destination.write(try saved(), context)
        context.console.print(shown)
    }

    private func diff(_ loading: SquadLoading, _ context: CommandContext) async throws {
        let members = try loading.valid(squad.selection, context, output)
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, failFast: squad.failFast, output: output, context),
            comparison, verbose: output.verbose)
        var compared = await run.compared()
        if detailedExitCode { compared.notePending() }
        for place in compared.changes.athletes.indices {
            compared.changes.athletes[place].changes?.options.insert(contentsOf: planning.arguments, at: 0)
        }
        try write(
            try compared.changes.written(as: format, name: loading.name, context.ink(output)),
            saved: { try compared.changes.json() }, context)
        try ExitStatus.end(compared.changes.exitStatus)
    }
}

extension ChangeSet {
    /// The change set in a format.
    func written(as format: DiffCommand.Format, ink: Ink) throws -> String {
        switch format {
        case .text: ChangeSetReport(self, ink: ink).text
        case .json: try json()
        case .md: markdown
        }
    }
}
