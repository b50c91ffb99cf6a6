import Reports
import IntervalsICU
import ArgumentParser

/// The events that set fitness, its time constants and the estimated FTP.
struct FitnessModelCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "List the events that set fitness, its time constants and the estimated FTP.",
        discussion: "Example: plan events model")

    @Option(help: "text or json.")
    var format: ListFormat = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(service, output, context)
        let events = try await access.ask { try await $0.fitnessModelRecords(athlete: access.athlete) }
        try destination.write(
            listed(
                events, format,
                columns: [
                    ("id", "id", .right), ("start_date_local", "start", .left), ("category", "category", .left),
                    ("icu_ctl", "ctl", .right), ("icu_atl", "atl", .right), ("ctl_days", "ctl days", .right),
                    ("atl_days", "atl days", .right), ("icu_ftp", "ftp", .right),
                ], none: "no events that set the fitness model"), context)
    }
}
