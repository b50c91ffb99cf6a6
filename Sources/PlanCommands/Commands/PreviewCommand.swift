import ArgumentParser
import Periodization
import Reports
import PlanSpec
import Diagnostics

/// CTL, ATL and form of a plan.
struct PreviewCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Preview fitness, fatigue and form, day by day.",
        discussion: "Example: plan preview Plans/gran-fondo-26.plan.yaml")

    /// How the curve is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "text or json.")
    var format: Format = .text

    @Flag(
        help:
            "Start from the service's fitness of yesterday and the calendar from today on, and solve the weeks to come again."
    )
    var live = false

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var athletes: AthleteOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad {
            return try await live ? previewLive(squad, context) : preview(squad, context)
        }
        try athletes.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        let schedule =
            live ? try await LivePlan.make(plan, file: file, service, output, context).schedule : plan.schedule
        let report = PreviewReport(name: plan.spec.name, schedule, ink: context.ink(output))
        try destination.write(format == .json ? report.json.text : report.text, context)
    }

    private func preview(_ squad: SquadLoading, _ context: CommandContext) throws {
        let members = try squad.valid(athletes, context, output).map { SquadPlansReport.Member($0, $0.schedule) }
        try write(squad.name, members, [], context)
    }

    /// Every athlete's own figures of yesterday and own calendar.
    private func previewLive(_ squad: SquadLoading, _ context: CommandContext) async throws {
        let members = try squad.valid(athletes, context, output)
        let run = try await SquadService(
            squad, members, service: service, failFast: false, output: output, context)
        let (file, output) = (squad.file.path, output)
        let outcomes = await run.outcomes("read") { member, service, own in
            try await LivePlan.make((member.spec, member.schedule), file: file, service, output, own).schedule
        }
        let found = outcomes.compactMap { outcome in
            outcome.value.map { SquadPlansReport.Member(outcome.member, $0) }
        }
        let failures = outcomes.enumerated().filter { $0.element.value == nil }.map { place, outcome in
            SquadPlansReport.Failure(
                place: place, athlete: outcome.member.athlete.id.value, name: outcome.member.athlete.name,
                plan: outcome.member.spec.id.value, status: Int(outcome.status.rawValue),
                error: outcome.error ?? "failed")
        }
        try write(squad.name, found, failures, context)
        try SquadValues.end(outcomes)
    }

    private func write(
        _ name: String, _ members: [SquadPlansReport.Member], _ failures: [SquadPlansReport.Failure],
        _ context: CommandContext
    ) throws {
        let ink = context.ink(output)
        let squadReport = SquadPlansReport(name: name, members, failures: failures, ink: ink)
        func report(_ member: SquadPlansReport.Member) -> PreviewReport {
            PreviewReport(name: member.planName, member.schedule, ink: ink)
        }
        let text =
            format == .json ? squadReport.json { report($0).json }.text : squadReport.text { report($0).text }
        try destination.write(text, context)
    }
}
