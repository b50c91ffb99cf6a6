import ArgumentParser
import IntervalsICU

/// New events, from text or from workout files.
struct CreateEventCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create an event from text, or one of each workout file.",
        discussion: "Example: plan events create --text openers.txt --date 2027-07-03 --sport Ride --name Openers")

    @Option(help: "A zwo, mrc, erg or fit file that the service reads; give it again for more events.")
    var file: [String] = []

    @OptionGroup var fields: EventFieldOptions

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        var body = try fields.body(context)
        body.category = body.category ?? "WORKOUT"
        guard body.startDateLocal != nil else {
            throw context.failure(.usage, "an event needs a day: --date YYYY-MM-DD")
        }
        if body.type == nil, body.category == "WORKOUT" || body.category?.hasPrefix("RACE") == true {
            throw context.failure(.usage, "a workout or race needs a sport, such as --sport Ride")
        }
        if file.isEmpty { body.name = body.name ?? fields.nameOfText }
        if file.isEmpty, body.name == nil { throw context.failure(.usage, "an event needs a name: --name TEXT") }
        if !file.isEmpty, body.description != nil {
            throw context.failure(.usage, "the service writes the text of a file's workout itself; leave out --text")
        }
        let uploads = try file.map { try upload($0, body, context) }
        let access = try ServiceAccess(asked, context)
        let ids = try await access.ask { client in
            switch uploads.count {
            case 0: [try await client.createEvent(athlete: access.athlete, body).id]
            case 1: [try await client.createEvent(athlete: access.athlete, file: uploads[0]).id]
            default: try await client.createEvents(athlete: access.athlete, files: uploads).map(\.id)
            }
        }
        try await show(ids, access, context)
    }

    private func upload(_ path: String, _ body: EventBody, _ context: CommandContext) throws -> EventUpload {
        guard let bytes = context.files.read(path) else {
            throw context.failure(.invalid, "\(path) doesn't exist or can't be read")
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let kind = name.split(separator: ".").last, WorkoutFileKind(rawValue: kind.lowercased()) != nil else {
            throw context.failure(.usage, "\(path) is no zwo, mrc, erg or fit file by its name")
        }
        return EventUpload(event: body, filename: name, contents: bytes)
    }

    private func show(_ ids: [Int], _ access: ServiceAccess, _ context: CommandContext) async throws {
        var records: [ServiceValue] = []
        for id in ids {
            records.append(
                try await access.ask(after: "created \(ServiceAccess.told(ids))") {
                    try await $0.eventRecord(athlete: access.athlete, id: id)
                })
        }
        try asked.destination.write(
            listed(records, asked.format, columns: eventColumns, none: "nothing was created"), context)
    }
}
