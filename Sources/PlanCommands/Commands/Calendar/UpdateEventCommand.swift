import ArgumentParser
import CivilDates
import IntervalsICU

/// Changes fields of one event.
struct UpdateEventCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change fields of one event; the others stay.",
        discussion: "Example: plan events update 1234 --date 2027-01-12 --name 'Long ride'")

    @Argument(help: "The event's id.")
    var id: Int

    @OptionGroup var fields: EventFieldOptions

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        var body = try fields.body(context, isNew: false)
        guard body != EventBody() || fields.time != nil else {
            throw context.failure(.usage, "nothing to change: give --name, --date, --text or another field")
        }
        let access = try ServiceAccess(asked, context)
        let old = try await access.ask { try await $0.event(athlete: access.athlete, id: id) }
        // The service takes an update without a category for a workout, and forgets the length of a moved event.
        body.category = body.category ?? (old.category.isEmpty ? nil : old.category)
        body.type = body.type ?? old.type
        move(&body, from: old)
        let change = body
        _ = try await access.ask { try await $0.updateEvent(athlete: access.athlete, id: id, change) }
        let event = try await access.ask(after: "changed \(id)") {
            try await $0.eventRecord(athlete: access.athlete, id: id)
        }
        try asked.destination.write(
            asked.format == .json ? event.json : listed([event], .text, columns: eventColumns, none: ""), context)
    }

    /// A new day keeps the time of day, a new time the day, and either the length.
    private func move(_ body: inout EventBody, from old: Event) {
        guard fields.date != nil || fields.time != nil else { return }
        let start = LocalDateTime(fields.date ?? old.startDateLocal.date, fields.time ?? old.startDateLocal.time)
        body.startDateLocal = start
        guard let end = old.endDateLocal else { return }
        let moved = LocalDateTime(start.date + (end.date - old.startDateLocal.date), end.time)
        body.endDateLocal = start < moved ? moved : LocalDateTime(start.date + 1)
    }
}
