import ArgumentParser
import Periodization
import Reports
import PlanSpec
import Diagnostics

/// CTL, ATL and form of a plan.
struct PreviewCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Preview fitness, fatigue and form, day by day.",
        discussion: """
            Example: plan preview Plans/gran-fondo-26.plan.yaml --format html -o preview.html

            md, svg and html need nothing from elsewhere: put them into a pull request, a page or a mail.
            """)

    /// How the curve is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, md, svg, html
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "text, json, md, svg or html.")
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
        let text =
            switch format {
            case .text: report.text
            case .json: report.json.text
            case .md: report.markdown
            case .svg: SeasonDrawing(name: plan.spec.name, schedule).svg()
            case .html: PreviewPage(title: plan.spec.name, [PreviewPage.Part(report)]).html()
            }
        try destination.write(text, context)
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
        if format == .svg, members.count != 1 {
            throw context.failure(
                .usage, "an image shows one athlete; name one with --athletes, or write --format html")
        }
        let text =
            switch format {
            case .text: squadReport.text { report($0).text }
            case .json: squadReport.json { report($0).json }.text
            case .md:
                (members.map { report($0).markdown(for: $0.title) }
                    + failures.map { "### \($0.name ?? $0.athlete)\n\n\($0.error)\n" }).joined(separator: "\n")
            case .svg: members.map { SeasonDrawing(name: $0.planName, $0.schedule).svg() }.joined()
            case .html:
                PreviewPage(title: name, members.map { PreviewPage.Part(title: $0.title, report($0)) }).html()
            }
        try destination.write(text, context)
    }
}
