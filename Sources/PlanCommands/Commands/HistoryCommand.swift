import ArgumentParser
import CalendarDiff
import Publishing
import Reports

/// What was applied when.
struct HistoryCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the runs that wrote to a calendar, oldest first; asks no service.",
        discussion: "Example: plan history Plans/gran-fondo-26.plan.yaml --sandbox")

    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The plan file that .plan/ lies beside; by default .plan/ here or in Plans/.")
    var file: String?

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let history = ApplyHistory(service, planFile: file, context)
        let asked = service.athlete ?? context.environment["INTERVALS_ATHLETE_ID"]
        let athletes = asked.map { $0 == "0" ? history.athletes : [$0] } ?? history.athletes
        let applies = athletes.flatMap { history.journal($0).applies }
            .sorted { ($0.begin.at ?? "", $0.id) < ($1.begin.at ?? "", $1.id) }
        let report = HistoryReport(applies.map(HistoryReport.Entry.init))
        try destination.write(format == .json ? report.json : report.text, context)
    }
}

extension HistoryReport.Entry {
    fileprivate init(_ apply: RecordedApply) {
        self.init(
            id: apply.id, at: apply.begin.at, command: apply.begin.command ?? "apply", plan: apply.begin.plan ?? "",
            athlete: apply.begin.athlete ?? "", digest: apply.begin.digest, generation: apply.begin.generation,
            undoes: apply.begin.undoes, created: apply.count(.create), updated: apply.count(.update),
            deleted: apply.count(.delete), failed: apply.operations.count { $0.isDone == false },
            unknown: apply.operations.count { $0.isDone == nil }, status: apply.status)
    }
}
