import ArgumentParser
import Diagnostics
import IntervalsICU
import Reports

/// The columns of folders in a table.
private let folderColumns: [(field: String, title: String, TextTable.Alignment)] = [
    ("id", "id", .right), ("type", "type", .left), ("name", "name", .left), ("num_workouts", "workouts", .right),
    ("duration_weeks", "weeks", .right), ("sharedWithCount", "shared with", .right),
]

/// The folders and plans of the library.
struct ListFoldersCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List folders and library plans.", discussion: "Example: plan library list")

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let folders = try await access.ask { try await $0.folderRecords(athlete: access.athlete) }
        try asked.destination.write(
            listed(folders, asked.format, columns: folderColumns, none: "the library is empty"), context)
    }
}

/// A folder's workouts.
struct ShowFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the workouts of a folder.",
        discussion: "Example: plan library show Intervals")

    @Argument(help: "The folder's id or name.")
    var folder: String

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let id = try await access.folder(folder, context).id
        let workouts = try await access.ask { try await $0.libraryWorkoutRecords(athlete: access.athlete) }
        try asked.destination.write(
            listed(
                workouts.filter { $0["folder_id"].integer == id }, asked.format, columns: libraryWorkoutColumns,
                none: "the folder is empty"), context)
    }
}

/// A new folder.
struct CreateFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a folder, or a library plan.",
        discussion: "Example: plan library create Intervals")

    @Argument(help: "The folder's name.")
    var name: String

    @Flag(name: .customLong("as-plan"), help: "Make a library plan, whose workouts lie on days.")
    var asPlan = false

    @Option(help: "What the folder says of itself.")
    var description: String?

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let body = LibraryFolderBody(type: asPlan ? "PLAN" : "FOLDER", name: name, description: description)
        let folder = try await access.ask { try await $0.createFolder(athlete: access.athlete, body) }
        try asked.destination.write(asked.format == .json ? folder.json.text : "\(folder.id)\n", context)
    }
}

/// A folder's name and description.
struct UpdateFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a folder's name or description.",
        discussion: "Example: plan library update Intervals --name 'Hard intervals'")

    @Argument(help: "The folder's id or name.")
    var folder: String

    @Option(help: "The new name.")
    var name: String?

    @Option(help: "What the folder says of itself.")
    var description: String?

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        guard name != nil || description != nil else {
            throw context.failure(.usage, "nothing to change: give --name or --description")
        }
        let access = try ServiceAccess(asked, context)
        let id = try await access.folder(folder, context).id
        let body = LibraryFolderBody(name: name, description: description)
        let changed = try await access.ask { try await $0.updateFolder(athlete: access.athlete, id: id, body) }
        if asked.format == .json { try asked.destination.write(changed.json.text, context) }
    }
}

/// Deletes a folder with its workouts.
struct RemoveFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Delete a folder with all workouts in it.",
        discussion: "Example: plan library remove 'Old intervals'")

    @Argument(help: "The folder's id or name.")
    var folder: String

    @Flag(help: "Don't ask.")
    var yes = false

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        try context.checkForConsent(yes: yes)
        let access = try ServiceAccess(asked, context)
        let folder = try await access.folder(folder, context)
        let workouts = try await access.ask { try await $0.libraryWorkouts(athlete: access.athlete) }
        let count = workouts.count { $0.folderID == folder.id }
        try context.confirm("Delete the folder \(folder.name) and \(count) workouts for ever?", yes: yes)
        try await access.ask { try await $0.deleteFolder(athlete: access.athlete, id: folder.id) }
        // The service answers the same whether or not it deleted anything.
        let left = try await access.ask(after: "the folder \(folder.name) is to be deleted") {
            try await $0.folders(athlete: access.athlete)
        }
        if left.contains(where: { $0.id == folder.id }) {
            throw context.failure(.failed, "the service still has the folder \(folder.name)")
        }
        let json: JSONValue = [
            "deleted": .integer(folder.id), "name": .string(folder.name), "workouts": .integer(count),
        ]
        let text = "deleted \(folder.name) with \(count) workouts\n"
        try asked.destination.write(asked.format == .json ? json.text : text, context)
    }
}

extension LibraryFolder {
    /// The folder for scripts.
    fileprivate var json: JSONValue {
        ["id": .integer(id), "type": JSONValue(type), "name": .string(name)]
    }
}

/// Who sees a folder.
struct ShareFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "share", abstract: "Show or change who sees a folder.",
        discussion: "Example: plan library share Intervals --with i102 --can-edit")

    @Argument(help: "The folder's id or name.")
    var folder: String

    @Option(name: .customLong("with"), help: "Share it with this athlete.")
    var with: [String] = []

    @Flag(name: .customLong("can-edit"), help: "Let those named by --with change it.")
    var canEdit = false

    @Option(help: "Stop sharing it with this athlete.")
    var remove: [String] = []

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let id = try await access.folder(folder, context).id
        var shares = try await access.ask { try await $0.sharedWith(athlete: access.athlete, folder: id) }
        if !with.isEmpty || !remove.isEmpty {
            let others = shares.filter { !remove.contains($0.id) && !with.contains($0.id) }
            let wanted = others + with.map { FolderShare(id: $0, canEdit: canEdit) }
            _ = try await access.ask {
                try await $0.setSharedWith(athlete: access.athlete, folder: id, wanted)
            }
            shares = try await access.ask(after: "changed who sees the folder") {
                try await $0.sharedWith(athlete: access.athlete, folder: id)
            }
        }
        let json = JSONValue(shares) { share in
            ["id": .string(share.id), "name": JSONValue(share.name), "canEdit": .bool(share.canEdit)]
        }
        try asked.destination.write(asked.format == .json ? json.text : text(shares), context)
    }

    private func text(_ shares: [FolderShare]) -> String {
        guard !shares.isEmpty else { return "shared with nobody\n" }
        var table = TextTable([.left, .left, .left], heading: ["id", "name", "may"])
        for share in shares { table.add([share.id, oneLine(share.name ?? "–"), share.canEdit ? "edit" : "see"]) }
        return table.lines().joined(separator: "\n") + "\n"
    }
}
