import Reports
import ArgumentParser
import CivilDates
import IntervalsICU

/// Completed sessions.
struct ActivitiesCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "activities", abstract: "List completed sessions; the last four weeks unless told.",
        discussion: "Example: plan activities --from 2026-10-01 --to 2026-12-31 --format csv -o autumn.csv")

    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    @OptionGroup var days: DayRangeOptions

    @Option(help: "text, csv or json.")
    var format: Format = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(service, output, context)
        let range = try days.range(from: access.today - 27, to: access.today, context)
        if format == .csv {
            let bytes = try await access.ask {
                try await $0.activitiesCSV(
                    athlete: access.athlete, oldest: range.lowerBound, newest: range.upperBound)
            }
            return try destination.write(CSVDays(bytes).within(range), isText: true, context)
        }
        let activities = try await access.ask(range, daysAtOnce: 90) {
            try await $0.activityRecords(athlete: access.athlete, oldest: $1, newest: $2)
        }
        try destination.write(
            listed(
                activities, format == .json ? .json : .text,
                columns: [
                    ("id", "id", .left), ("start_date_local", "start", .left), ("type", "type", .left),
                    ("name", "name", .left), ("moving_time", "seconds", .right),
                    ("icu_training_load", "load", .right), ("paired_event_id", "planned as", .right),
                ], none: "no activities"), context)
    }
}
