import IntervalsICU
import ArgumentParser
import Diagnostics

/// Deletes events by id.
struct DeleteEventCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete events by id.", discussion: "Example: plan events delete 1234 1235")

    @Argument(help: "The events' ids.")
    var ids: [Int]

    @Flag(help: "Don't ask; without a terminal nobody is asked.")
    var yes = false

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        if context.console.isInputTerminal {
            try context.confirm("Delete \(ServiceAccess.told(ids)) for ever?", yes: yes)
        }
        let deleted = try await access.ask { client in
            guard ids.count > 1 else {
                try await client.deleteEvent(athlete: access.athlete, id: ids[0])
                return 1
            }
            return try await client.deleteEvents(athlete: access.athlete, ids: ids)
        }
        let json: JSONValue = ["deleted": .integer(deleted), "ids": JSONValue(ids, JSONValue.integer)]
        try asked.destination.write(asked.format == .json ? json.text : "deleted \(deleted) of \(ids.count)\n", context)
        if deleted < ids.count {
            throw context.failure(deleted == 0 ? .failed : .partly, "some of these events do not exist")
        }
    }
}
