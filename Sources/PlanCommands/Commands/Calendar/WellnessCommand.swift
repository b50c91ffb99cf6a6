import CivilDates
import Reports
import IntervalsICU
import ArgumentParser

/// Fitness, fatigue and the rest of the daily records.
struct WellnessCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "wellness",
        abstract: "List the daily records: fitness, fatigue, loads; the last week unless told.",
        discussion: "Example: plan wellness --from 2027-01-01 --to 2027-01-31 --format json")

    @OptionGroup var days: DayRangeOptions

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let range = try days.range(from: access.today - 6, to: access.today, context)
        let pages = try await access.ask(range, daysAtOnce: 366) {
            try await $0.wellnessRecords(athlete: access.athlete, oldest: $1, newest: $2)
        }
        let records = pages.sorted { ($0["id"].text ?? "") < ($1["id"].text ?? "") }
        try asked.destination.write(
            listed(
                records, asked.format,
                columns: [
                    ("id", "day", .left), ("ctl", "ctl", .right), ("atl", "atl", .right),
                    ("rampRate", "ramp", .right), ("ctlLoad", "load", .right), ("restingHR", "rest HR", .right),
                    ("weight", "kg", .right),
                ], none: "no records"), context)
    }
}
