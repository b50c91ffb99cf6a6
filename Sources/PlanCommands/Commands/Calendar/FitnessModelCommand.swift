import Reports
import IntervalsICU
import ArgumentParser

/// The events that set fitness, its time constants and the estimated FTP.
struct FitnessModelCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "List the events that set fitness, its time constants and the estimated FTP.",
        discussion: "Example: plan events model")

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let events = try await access.ask { try await $0.fitnessModelRecords(athlete: access.athlete) }
        try asked.destination.write(
            listed(
                events, asked.format,
                columns: [
                    ("id", "id", .right), ("start_date_local", "start", .left), ("category", "category", .left),
                    ("icu_ctl", "ctl", .right), ("icu_atl", "atl", .right), ("ctl_days", "ctl days", .right),
                    ("atl_days", "atl days", .right), ("icu_ftp", "ftp", .right),
                ], none: "no events that set the fitness model"), context)
    }
}
