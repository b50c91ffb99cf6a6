import Reports
import IntervalsICU
import ArgumentParser

/// The athlete's calendars.
struct CalendarsCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "calendars", abstract: "List the athlete's calendars.",
        discussion: "Example: plan calendars --format json")

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let calendars = try await access.ask { try await $0.calendars(athlete: access.athlete) }
        try asked.destination.write(
            listed(
                calendars, asked.format,
                columns: [
                    ("id", "id", .right), ("name", "name", .left), ("type", "type", .left),
                    ("enabled", "enabled", .left), ("external", "external", .left),
                ], none: "no calendars"), context)
    }
}
