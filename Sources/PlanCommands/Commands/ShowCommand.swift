import ArgumentParser
import CivilDates
import Periodization
import Reports
import PlanSpec
import Diagnostics

/// The expanded calendar.
struct ShowCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the expanded calendar: weeks and days, then sessions.",
        discussion: "Example: plan show Plans/gran-fondo-26.plan.yaml --week 3")

    /// How the calendar is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, md
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "Only the week of that number, or the week that holds a date.")
    var week: String?

    @Option(help: "Only from this date on.")
    var from: CivilDate?

    @Option(help: "Only up to this date.")
    var to: CivilDate?

    @Option(help: "text, json, csv or md.")
    var format: Format = .text

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var athletes: AthleteOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try show(squad, context) }
        try athletes.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        let schedule = try cut(plan.schedule, context)
        let ink = context.ink(output)
        let text =
            switch format {
            case .text: ShowReport(name: plan.spec.name, schedule, ink: ink).text
            case .json: schedule.json.text
            case .csv: schedule.csv
            case .md: schedule.markdown
            }
        try destination.write(text, context)
    }

    private func show(_ squad: SquadLoading, _ context: CommandContext) throws {
        let ink = context.ink(output)
        let members = try squad.valid(athletes, context, output).map { member in
            SquadPlansReport.Member(member, try cut(member.schedule, context))
        }
        let report = SquadPlansReport(name: squad.name, members, ink: ink)
        let text =
            switch format {
            case .text: report.text { ShowReport(name: $0.planName, $0.schedule, ink: ink).text }
            case .json: report.json(\.schedule.json).text
            case .csv: report.csv
            case .md: report.markdown
            }
        try destination.write(text, context)
    }

    /// The part of the calendar that was asked for.
    private func cut(_ schedule: Schedule, _ context: CommandContext) throws -> Schedule {
        if let from, let to, to < from { throw context.failure(.usage, "--to \(to) lies before --from \(from)") }
        var schedule = schedule
        if let week {
            guard let number = number(of: week, in: schedule) else {
                throw context.failure(
                    .usage,
                    "the plan has no week \(week); it has weeks 1 to \(schedule.weeks.count),"
                        + " \(schedule.start) to \(schedule.end)")
            }
            schedule.weeks.removeAll { $0.number != number }
            schedule.entries.removeAll { $0.week != number }
        }
        if let from {
            schedule.weeks.removeAll { $0.start + 6 < from }
            schedule.entries.removeAll { ($0.lastDate ?? $0.date) < from }
        }
        if let to {
            schedule.weeks.removeAll { to < $0.start }
            schedule.entries.removeAll { to < $0.date }
        }
        return schedule
    }

    private func number(of week: String, in schedule: Schedule) -> Int? {
        if let number = Int(week) { return schedule.weeks.contains { $0.number == number } ? number : nil }
        guard let date = CivilDate(week), schedule.start <= date, date <= schedule.end else { return nil }
        return (date - schedule.start) / 7 + 1
    }
}
