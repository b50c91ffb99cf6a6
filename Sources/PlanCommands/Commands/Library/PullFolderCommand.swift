import ArgumentParser
import Diagnostics
import IntervalsICU
import PlanSpec
import WorkoutFiles
import Workouts

/// A library folder as a template file.
struct PullFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Write a folder's workouts as templates.",
        discussion: """
            Example: plan library pull Intervals -o Templates/intervals.yaml

            A file that exists is never overwritten. Workouts without steps are left out and named.
            """)

    @Argument(help: "The folder's id or name.")
    var folder: String

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        if let path = destination.file, context.files.exists(path) {
            throw context.failure(.failed, "\(path) exists already; nothing was written")
        }
        let access = try ServiceAccess(service, output, context)
        let id = try await access.folder(folder, context).id
        let workouts = try await access.ask { try await $0.libraryWorkouts(athlete: access.athlete) }
            .filter { $0.folderID == id }.sorted { ($0.day ?? 0, $0.name, $0.id) < ($1.day ?? 0, $1.name, $1.id) }
        var templates = TemplateFile()
        for workout in workouts {
            let read = Workout.read(workout.description ?? "").workout
            guard !read.items.isEmpty, let sport = workout.type.flatMap({ Sport(name: $0) }) else {
                if !output.quiet { context.console.say("\(oneLine(workout.name)) has no steps and was left out\n") }
                continue
            }
            let file = WorkoutFile(name: workout.name, sport: sport, workout: read)
            context.show(templates.add(file, from: folder), sources: [], output)
        }
        guard templates.count > 0 else {
            throw context.failure(.failed, "the folder \(folder) has no workouts with steps; nothing was written")
        }
        try destination.write(templates.text, context)
    }
}
