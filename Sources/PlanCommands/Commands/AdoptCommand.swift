import ArgumentParser
import CalendarDiff
import CivilDates
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Publishing
import Reports

/// Takes events that already match into the plan's ownership.
struct AdoptCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Make events that match the plan its own, by day, sport and name; nothing of them is rewritten.",
        discussion: "Example: plan adopt Plans/gran-fondo-26.plan.yaml --sandbox --yes")

    @Argument(help: "A plan file.")
    var file: String

    @Flag(help: "Don't ask.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "Only show what would be adopted.")
    var dryRun = false

    @Option(help: "text or json.")
    var format: ApplyCommand.Format = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let plan = try PlanLoading(path: file, context).valid(context, output)
        guard yes || dryRun || context.console.isInputTerminal else {
            throw context.failure(
                .usage, "nobody is there to confirm; add --yes to adopt without asking, or --dry-run to look")
        }
        let (changes, publisher) = try await found(plan.spec, plan.schedule, context)
        let ink = context.ink(output)
        if dryRun || changes.isRefused || changes.changes.isEmpty {
            try destination.write(changes.written(as: format == .json ? .json : .text, ink: ink), context)
            return try end(changes.exitStatus)
        }
        if !yes {
            context.console.say(ChangeSetReport(changes, ink: ink).text)
            context.console.say("\nAdopt these events? Only \"yes\" goes on: ")
            guard context.console.readLine() == "yes" else { throw context.failure(.failed, "nothing was written") }
        }
        let report = await publisher.apply(changes, isInterrupted: context.interrupts())
        try destination.write(format == .json ? report.json() : ApplyText(report, ink: ink).text, context)
        try end(report.exitStatus)
    }

    /// What may be adopted, and who would do it.
    private func found(
        _ plan: Plan, _ schedule: Schedule, _ context: CommandContext
    ) async throws -> (ChangeSet, Publisher) {
        let connection = try await ServiceConnection.open(
            service, planFile: file, planZone: plan.athlete.timezone,
            fitness: (plan.start.value - 1, schedule.fitness.ctl, schedule.fitness.atl), verbose: output.verbose,
            context)
        let publisher = Publisher(connection.client, athlete: connection.athlete.id)
        let window = Publisher.window(planStart: schedule.start, planEnd: schedule.end, today: connection.today)
        do {
            let live = try await publisher.read(window)
            let changes = ChangeSet(
                adopting: schedule.desiredEvents, live: live,
                settings: comparison.settings(plan, connection, window: window))
            return (changes, publisher)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }

    private func end(_ status: Int) throws {
        if let status = ExitStatus(rawValue: Int32(status)), status != .done { throw CommandFailure(status: status) }
    }
}
