import ArgumentParser
import CivilDates
import Diagnostics
import Periodization
import PlanSpec
import Reports

/// Why a week or a session is as it is.
struct ExplainCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain why a week has its load, or why a session is on its day.",
        discussion: "Example: plan explain Plans/gran-fondo-26.plan.yaml base-1.w3.long")

    /// How the explanation is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A plan file.")
    var file: String

    @Argument(help: "A session's key, or a week: its number, a date in it, or base.w3.")
    var subject: String

    @Option(help: "text or json.")
    var format: Format = .text

    @Flag(help: "Start from the service's fitness of yesterday and solve the weeks to come again.")
    var live = false

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let plan = try PlanLoading(path: file, context).valid(context, output)
        let schedule =
            live ? try await LivePlan.make(plan, file: file, service, output, context).schedule : plan.schedule
        let ink = context.ink(output)
        if let week = week(of: schedule) {
            let report = WeekExplanation(week, of: schedule, limits: plan.spec.limits, ink: ink)
            return try destination.write(format == .json ? report.json.text : report.text, context)
        }
        guard let reason = schedule.reason(for: subject) else { throw context.failure(.usage, hint(schedule)) }
        let report = SessionExplanation(reason, of: schedule, ink: ink)
        try destination.write(format == .json ? report.json.text : report.text, context)
    }

    /// The week that the subject names.
    private func week(of schedule: Schedule) -> PlannedWeek? {
        if let number = Int(subject) { return schedule.weeks.first { $0.number == number } }
        if let date = CivilDate(subject) { return schedule.weeks.first { $0.start <= date && date <= $0.start + 6 } }
        return schedule.weeks.first { "\($0.phase).w\($0.phaseWeek)" == subject }
    }

    private func hint(_ schedule: Schedule) -> String {
        if Int(subject) != nil || CivilDate(subject) != nil {
            return "the plan has no week \(subject); it has weeks 1 to \(schedule.weeks.count),"
                + " \(schedule.start) to \(schedule.end)"
        }
        let keys = schedule.entries.filter { $0.category.isSession }.map(\.key)
        let guess = closestMatch(to: subject, in: keys).map { "; did you mean \($0)?" } ?? ""
        return "the plan has no session and no week \(subject)\(guess)"
    }
}
