import IntervalsICU
import ArgumentParser

/// One event.
struct GetEventCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show one event.", discussion: "Example: plan events get 1234")

    @Argument(help: "The event's id.")
    var id: Int

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let event = try await access.ask { try await $0.eventRecord(athlete: access.athlete, id: id) }
        try asked.destination.write(asked.format == .json ? event.json : described(event), context)
    }
}
