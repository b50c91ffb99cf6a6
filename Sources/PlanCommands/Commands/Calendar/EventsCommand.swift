import ArgumentParser

/// Single events of the calendar; a plan's own events are for `plan apply`.
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "List, show, create, change and delete single events.",
        subcommands: [
            ListEventsCommand.self, GetEventCommand.self, CreateEventCommand.self, UpdateEventCommand.self,
            DeleteEventCommand.self, FitnessModelCommand.self,
        ])
}
