import IntervalsICU
import ArgumentParser

/// Thresholds and zones as the service has them.
struct SettingsCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show the service's thresholds and zones, sport by sport.",
        discussion: "Example: plan settings --format json")

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let settings = try await access.ask { try await $0.sportSettingsRecords(athlete: access.athlete) }
        if asked.format == .json {
            return try asked.destination.write(listed(settings, .json, columns: [], none: ""), context)
        }
        let groups = settings.map { group in
            let sports = group["types"].elements.compactMap(\.text).joined(separator: ", ")
            return (sports.isEmpty ? "all other sports" : sports) + "\n" + described(group)
        }
        try asked.destination.write(groups.joined(separator: "\n"), context)
    }
}
