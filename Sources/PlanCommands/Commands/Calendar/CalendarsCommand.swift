import Reports
import IntervalsICU
import ArgumentParser

/// The athlete's calendars.
struct CalendarsCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "calendars", abstract: "List the athlete's calendars.",
        discussion: "Example: plan calendars --format json")

    @Option(help: "text or json.")
    var format: ListFormat = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(service, output, context)
        let calendars = try await access.ask { try await $0.calendars(athlete: access.athlete) }
        try destination.write(
            listed(
                calendars, format,
                columns: [
                    ("id", "id", .right), ("name", "name", .left), ("type", "type", .left),
                    ("enabled", "enabled", .left), ("external", "external", .left),
                ], none: "no calendars"), context)
    }
}
