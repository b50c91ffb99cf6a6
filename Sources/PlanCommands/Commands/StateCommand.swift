import ArgumentParser
import CalendarDiff
import CivilDates
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Publishing

/// What `.plan/` remembers.
struct StateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state", abstract: "What is remembered of a published plan.", subcommands: [RebuildCommand.self])

    /// Makes the state anew from the calendar.
    struct RebuildCommand: PlanSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "rebuild",
            abstract: "Make the state file anew from the calendar; writes nothing to the calendar.",
            discussion: "Example: plan state rebuild Plans/gran-fondo-26.plan.yaml --sandbox")

        /// How the outcome is written.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @Argument(help: "A plan file.")
        var file: String

        @Option(help: "text or json.")
        var format: Format = .text

        @OptionGroup var planning: PlanningOptions
        @OptionGroup var service: ServiceOptions
        @OptionGroup var destination: DestinationOptions
        @OptionGroup var output: OutputOptions

        func run(_ context: CommandContext) async throws {
            let context = planning.applied(to: context)
            let plan = try PlanLoading(path: file, context).valid(context, output)
            let connection = try await ServiceConnection.open(
                service, planFile: file, planZone: plan.spec.athlete.timezone,
                fitness: (plan.spec.start.value - 1, plan.schedule.fitness.ctl, plan.schedule.fitness.atl),
                verbose: output.verbose, context)
            let state = PlanState.unread(
                PlanFolder(service, planFile: file, context), athlete: connection.athlete.id, plan: plan.spec.id.value)
            let lock = try await state.lock(context)
            defer { withExtendedLifetime(lock) {} }
            let old = state.stillReadable(context)
            let window = Publisher.window(
                planStart: plan.schedule.start, planEnd: plan.schedule.end, today: connection.today
            ).reaching(old ?? Memory(), today: connection.today)
            let live = try await Publisher(connection.client, athlete: connection.athlete.id)
                .read(
                    window, expecting: old ?? Memory(), plan: plan.spec.id.value, today: connection.today, context)
            let settings = ComparisonSettings(
                plan: plan.spec.id.value, athlete: connection.athlete.id, today: connection.today, window: window)
            let memory = Memory(rebuiltFrom: live, desired: plan.schedule.desiredEvents, settings, keeping: old)
            let known = old?.presentCount(after: connection.today, in: window) ?? 0
            if known >= 2, !memory.records.values.contains(where: { $0.fate == .present }) {
                throw context.failure(
                    .rail,
                    "the calendar shows none of the \(known) events that \(state.file) knows; the state stays as it is"
                        + " (remove the file first if the calendar was emptied on purpose)")
            }
            do {
                try state.save(memory, context.files)
            } catch {
                throw context.failure(.failed, "can't write the state: \(error)")
            }
            try destination.write(try text(memory, state, hadState: old != nil), context)
        }

        private func text(_ memory: Memory, _ state: PlanState, hadState: Bool) throws -> String {
            if format == .json { return try memory.json(plan: state.plan, athlete: state.athlete) }
            let present = memory.records.values.count { $0.fate == .present }
            let deleted = memory.records.values.count { $0.fate == .deleted }
            let lost = hadState ? "" : " What the athlete deleted before is not known: look at plan diff."
            return "\(state.file): \(present) events on the calendar, \(deleted) deleted by the athlete.\(lost)\n"
        }
    }
}

extension PlanState {
    /// What the file says, where it can be read and is about this plan and athlete.
    fileprivate func stillReadable(_ context: CommandContext) -> Memory? {
        context.files.read(file).flatMap {
            try? Memory(json: String(decoding: $0, as: UTF8.self), plan: plan, athlete: athlete)
        }
    }
}
