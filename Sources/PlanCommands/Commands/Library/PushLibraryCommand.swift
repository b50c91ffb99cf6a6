import CivilDates
import ArgumentParser
import CalendarDiff
import Diagnostics
import IntervalsICU
import PlanSpec
import Publishing
import Reports
import Workouts

/// Templates, or a plan by day offset, as workouts of a library folder.
struct PushLibraryCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "push", abstract: "Bring a library folder in step with templates, or with a plan by day offset.",
        discussion: "Example: plan library push Templates/ride.yaml --folder Intervals")

    @Argument(help: "A template file, or a plan file with --as-plan.")
    var file: String

    @Option(help: "The folder's id or name; it is made where there is none.")
    var folder: String

    @Flag(name: .customLong("as-plan"), help: "Push a plan as a library plan.")
    var asPlan = false

    @Flag(help: "Don't ask.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "Only show what would be done.")
    var dryRun = false

    @Option(name: .customLong("expect-deletes"), help: "The exact number of deletes that is all right.")
    var expectDeletes: Int?

    @Option(name: .customLong("expect-updates"), help: "The exact number of updates that is all right.")
    var expectUpdates: Int?

    @Option(name: .customLong("on-conflict"), help: "skip, ours, theirs or fail.")
    var onConflict: [ConflictChoice] = []

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let wish = try LibraryWish(file: file, asPlan: asPlan, context, asked.output)
        if !yes, !dryRun, !context.console.isInputTerminal {
            throw context.failure(.usage, "nobody is there to confirm; add --yes to push without asking, or --dry-run")
        }
        let access = try ServiceAccess(asked, context)
        let folders = try await access.ask { try await $0.folders(athlete: access.athlete) }
        var target = try access.match(folder, in: folders, context)
        if let target, target.canEdit == false {
            throw context.failure(.rail, "this key may not change the folder \(target.name)")
        }
        if asPlan, let target, target.type != nil, target.type != "PLAN" {
            throw context.failure(.rail, "the folder \(target.name) is no library plan; push to another name")
        }
        let (changes, live, shown) = try await compare(wish, target?.id, access)
        guard !dryRun, !changes.isRefused, !changes.changes.isEmpty else {
            try asked.destination.write(LibraryChangesReport(changes, asPlan: asPlan).written(asked.format), context)
            return try end(changes.exitStatus)
        }
        if !yes { context.console.say(LibraryChangesReport(changes, asPlan: asPlan).text) }
        try context.confirm("\nPush these changes to the library?", yes: yes)
        if target == nil {
            let body = LibraryFolderBody(type: asPlan ? "PLAN" : "FOLDER", name: folder)
            target = try await access.ask { try await $0.createFolder(athlete: access.athlete, body) }
        }
        guard let target else { return }
        // The folder as it was read knows the tags of other people, which each change sends again.
        let library = shown ?? folderService(target.id, wish, access)
        let journal = LibraryJournal(
            folder: PlanFolder(asked.service, planFile: file, context), athlete: changes.athlete)
        let run = try journal.begin(changes, context)
        var report = await Publisher(library, athlete: changes.athlete).apply(
            changes, live: live, recorder: journal.recorder(of: run, context.files),
            isInterrupted: context.interrupts())
        report.applyID = run
        journal.end(run, status: report.exitStatus, &report, context.files)
        try asked.destination.write(LibraryChangesReport(report, asPlan: asPlan).written(asked.format), context)
        // A folder that was made stands, whatever became of its workouts.
        let isNew = shown == nil && report.exitStatus == Int(ExitStatus.failed.rawValue)
        try end(isNew ? Int(ExitStatus.partly.rawValue) : report.exitStatus)
    }

    private func folderService(_ folder: Int, _ wish: LibraryWish, _ access: ServiceAccess) -> LibraryFolderService {
        LibraryFolderService(access.client, folder: folder, hasDays: asPlan, owner: wish.owner)
    }

    private func compare(
        _ wish: LibraryWish, _ folder: Int?, _ access: ServiceAccess
    ) async throws -> (ChangeSet, [LiveEvent], LibraryFolderService?) {
        let athlete = try await access.ask { try await $0.athlete(access.athlete) }.id
        let first = LibraryFolderService.firstDay
        let window = ChangeSet.Window(oldest: first, newest: wish.events.map(\.content.date).max() ?? first)
        var settings = ComparisonSettings(
            plan: wish.owner, athlete: athlete, today: first - 1, window: window)
        settings.limits.expectedDeletes = expectDeletes
        settings.limits.expectedUpdates = expectUpdates
        for choice in onConflict {
            if let key = choice.key {
                settings.onConflictByKey[key] = choice.policy
            } else {
                settings.onConflict = choice.policy
            }
        }
        let library = folder.map { folderService($0, wish, access) }
        var live: [LiveEvent] = []
        if let library {
            live = try await access.ask { _ in try await Publisher(library, athlete: athlete).read(window) }
        }
        var changes = ChangeSet(desired: wish.events, live: live, settings: settings)
        changes.file = file
        return (changes, live, library)
    }

    private func end(_ status: Int) throws {
        if let status = ExitStatus(rawValue: Int32(status)), status != .done { throw CommandFailure(status: status) }
    }
}

/// What a file wants in a library folder, and under whose name.
private struct LibraryWish {
    /// The owner in the markers: the plan's id, or the file's name.
    let owner: String
    let events: [DesiredEvent]

    init(file: String, asPlan: Bool, _ context: CommandContext, _ output: OutputOptions) throws {
        guard let bytes = context.files.read(file) else {
            throw context.failure(.invalid, "\(file) doesn't exist or can't be read")
        }
        let source = SourceFile(path: file, bytes: bytes)
        switch (FileKind(of: source), asPlan) {
        case (.plan, true):
            let plan = try PlanLoading(path: file, context).valid(context, output)
            owner = plan.spec.id.value
            events = plan.schedule.libraryWorkouts
        case (.plan, false):
            throw context.failure(.usage, "\(file) is a plan; add --as-plan to push it by day offset")
        case (_, true): throw context.failure(.usage, "\(file) is no plan; leave out --as-plan to push its templates")
        case (_, false):
            let reading = TemplatesReading(source)
            context.show(reading.diagnostics, sources: [source], output)
            guard !reading.diagnostics.hasErrors else { throw CommandFailure(status: .invalid) }
            owner = LibraryWish.owner(of: file)
            if !output.quiet { LibraryWish.standIns(reading.templates).forEach { context.console.say($0 + "\n") } }
            events = reading.templates.map { DesiredEvent(template: $0, sport: .ride) }
        }
    }

    /// What the library is given although no template says so, one line a matter.
    private static func standIns(_ templates: [WorkoutTemplate]) -> [String] {
        func told(_ names: [String], _ one: String, _ several: String) -> [String] {
            guard !names.isEmpty else { return [] }
            return ["\(oneLine(names.joined(separator: ", "))): \(names.count == 1 ? one : several)"]
        }
        return told(
            templates.filter { $0.sport == nil }.map(\.id.value), "names no sport and goes as a Ride",
            "name no sport and go as Rides")
            + told(
                templates.filter { !$0.parameters.isEmpty }.map(\.id.value), "goes with the defaults of its parameters",
                "go with the defaults of their parameters")
    }

    /// The file's name without its extension, as an id may be written.
    private static func owner(of path: String) -> String {
        let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "templates"
        let id = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(id.prefix(24))
    }
}

extension LibraryChangesReport {
    /// The report in a format.
    fileprivate func written(_ format: ListFormat) throws -> String {
        format == .json ? try json() : text
    }
}
