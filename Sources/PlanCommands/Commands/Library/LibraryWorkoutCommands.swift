import ArgumentParser
import Diagnostics
import FoundationEssentials
import IntervalsICU
import Reports

/// The columns of library workouts in a table.
let libraryWorkoutColumns: [(field: String, title: String, TextTable.Alignment)] = [
    ("id", "id", .right), ("folder_id", "folder", .right), ("day", "day", .right), ("type", "type", .left),
    ("name", "name", .left), ("moving_time", "seconds", .right), ("icu_training_load", "load", .right),
]

/// All workouts of the library.
struct ListLibraryWorkoutsCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all workouts of the library.",
        discussion: "Example: plan library workouts list --format json")

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let workouts = try await access.ask { try await $0.libraryWorkoutRecords(athlete: access.athlete) }
        try asked.destination.write(
            listed(workouts, asked.format, columns: libraryWorkoutColumns, none: "the library has no workouts"), context
        )
    }
}

/// One library workout.
struct GetLibraryWorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show one workout of the library.",
        discussion: "Example: plan library workouts get 77")

    @Argument(help: "The workout's id.")
    var id: Int

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let workout = try await access.ask { try await $0.libraryWorkoutRecord(athlete: access.athlete, id: id) }
        try asked.destination.write(asked.format == .json ? workout.json : described(workout), context)
    }
}

/// What to write into a library workout, field by field.
struct LibraryWorkoutFields: ParsableArguments {
    @Option(help: "The title.")
    var name: String?

    @Option(help: "The sport, by the service's names.")
    var sport: String?

    @Option(help: "The day of a library plan, from 0.")
    var day: Int?

    /// The fields that were given, with the file's content.
    func body(file: String?, _ context: CommandContext) throws -> LibraryWorkoutBody {
        var body = LibraryWorkoutBody()
        body.type = try sport.map { try knownSport($0, context) }
        body.day = day
        body.name = name
        guard let file else { return body }
        guard let bytes = file == "-" ? context.console.readAll() : context.files.read(file) else {
            throw context.failure(.invalid, "\(file) doesn't exist or can't be read")
        }
        let last = file.split(separator: "/").last.map(String.init) ?? file
        if let kind = last.split(separator: ".").last, WorkoutFileKind(rawValue: kind.lowercased()) != nil {
            body.filename = last
            body.fileContents = Data(bytes).base64EncodedString()
        } else if let text = String(validating: bytes, as: UTF8.self) {
            body.description = text
        } else {
            throw context.failure(.invalid, "\(file) isn't UTF-8 text, nor a zwo, mrc, erg or fit file by its name")
        }
        return body
    }
}

/// A new library workout.
struct CreateLibraryWorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create library workouts from text or workout files.",
        discussion: "Example: plan library workouts create openers.txt --folder Intervals --sport Ride --name Openers")

    @Argument(help: "Workout text (- for stdin), or zwo, mrc, erg and fit files.")
    var files: [String]

    @Option(help: "The folder's id or name.")
    var folder: String

    @OptionGroup var fields: LibraryWorkoutFields

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        var bodies = try files.map { try fields.body(file: $0, context) }
        guard fields.sport != nil else {
            throw context.failure(.usage, "a workout needs a sport, such as --sport Ride")
        }
        if fields.name == nil, bodies.contains(where: { $0.filename == nil }) {
            throw context.failure(.usage, "a workout of text needs a name: --name TEXT")
        }
        let access = try ServiceAccess(asked, context)
        let id = try await access.folder(folder, context).id
        for index in bodies.indices { bodies[index].folderID = id }
        let wanted = bodies
        let made = try await access.ask { client in
            wanted.count == 1
                ? [try await client.createLibraryWorkout(athlete: access.athlete, wanted[0])]
                : try await client.createLibraryWorkouts(athlete: access.athlete, wanted)
        }
        try await showWorkouts("created", made.map(\.id), asked.format, access, asked.destination, context)
    }
}

/// Changes a library workout.
struct UpdateLibraryWorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a library workout; what isn't given stays.",
        discussion: "Example: plan library workouts update 77 openers.txt")

    @Argument(help: "The workout's id.")
    var id: Int

    @Argument(help: "New text (- for stdin), or a zwo, mrc, erg or fit file.")
    var file: String?

    @OptionGroup var fields: LibraryWorkoutFields

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let body = try fields.body(file: file, context)
        guard body != LibraryWorkoutBody() else {
            throw context.failure(.usage, "nothing to change: name a file, or give --name, --sport or --day")
        }
        let access = try ServiceAccess(asked, context)
        _ = try await access.ask { try await $0.updateLibraryWorkout(athlete: access.athlete, id: id, body) }
        try await showWorkouts("changed", [id], asked.format, access, asked.destination, context)
    }
}

/// Deletes a library workout.
struct DeleteLibraryWorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete workouts of the library.",
        discussion: "Example: plan library workouts delete 77")

    @Argument(help: "The workouts' ids.")
    var ids: [Int]

    @Flag(help: "Don't ask; without a terminal nobody is asked.")
    var yes = false

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        if context.console.isInputTerminal {
            try context.confirm("Delete \(ServiceAccess.told(ids)) for ever?", yes: yes)
        }
        for (count, id) in ids.enumerated() {
            let done = count == 0 ? nil : "deleted \(ServiceAccess.told(Array(ids.prefix(count))))"
            try await access.ask(after: done) { try await $0.deleteLibraryWorkout(athlete: access.athlete, id: id) }
        }
        let json: JSONValue = ["deleted": .integer(ids.count), "ids": JSONValue(ids, JSONValue.integer)]
        let text = ids.map { "deleted \($0)\n" }.joined()
        try asked.destination.write(asked.format == .json ? json.text : text, context)
    }
}

/// Shows workouts as the service has them now.
private func showWorkouts(
    _ done: String, _ ids: [Int], _ format: ListFormat, _ access: ServiceAccess, _ destination: DestinationOptions,
    _ context: CommandContext
) async throws {
    var records: [ServiceValue] = []
    for id in ids {
        records.append(
            try await access.ask(after: "\(done) \(ServiceAccess.told(ids))") {
                try await $0.libraryWorkoutRecord(athlete: access.athlete, id: id)
            })
    }
    try destination.write(listed(records, format, columns: libraryWorkoutColumns, none: ""), context)
}
