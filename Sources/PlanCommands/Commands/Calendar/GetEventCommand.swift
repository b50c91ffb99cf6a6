import IntervalsICU
import ArgumentParser

/// One event.
struct GetEventCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show one event.", discussion: "Example: plan events get 1234")

    @Argument(help: "The event's id.")
    var id: Int

    @Option(help: "text or json.")
    var format: ListFormat = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(service, output, context)
        let event = try await access.ask { try await $0.eventRecord(athlete: access.athlete, id: id) }
        try destination.write(format == .json ? event.json : described(event), context)
    }
}
