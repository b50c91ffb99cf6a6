import CivilDates
import ArgumentParser
import IntervalsICU
import Reports

/// The events of a span of days.
struct ListEventsCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the events of some days; a week from today unless told.",
        discussion: "Example: plan events list --from 2027-01-04 --to 2027-01-31")

    @OptionGroup var days: DayRangeOptions

    @Option(help: "Only these kinds, such as WORKOUT,NOTE.")
    var category: String?

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let range = try days.range(from: access.today, to: access.today + 6, context)
        let pages = try await access.ask(range, daysAtOnce: 366) {
            try await $0.eventRecords(athlete: access.athlete, oldest: $1, newest: $2, category: category)
        }
        try asked.destination.write(
            listed(eventsInOrder(pages), asked.format, columns: eventColumns, none: "no events"), context)
    }
}

/// The columns of events in a table.
let eventColumns: [(field: String, title: String, TextTable.Alignment)] = [
    ("id", "id", .right), ("start_date_local", "start", .left), ("category", "category", .left),
    ("type", "type", .left), ("name", "name", .left), ("moving_time", "seconds", .right),
    ("icu_training_load", "load", .right),
]

/// Each event once, by day and number: an event of several days stands in more than one page.
func eventsInOrder(_ events: [ServiceValue]) -> [ServiceValue] {
    var seen: Set<String> = []
    return events.filter { seen.insert($0["id"].text ?? "").inserted }.sorted { one, other in
        let (first, second) = (one["start_date_local"].text ?? "", other["start_date_local"].text ?? "")
        return first == second ? (one["id"].integer ?? 0) < (other["id"].integer ?? 0) : first < second
    }
}
