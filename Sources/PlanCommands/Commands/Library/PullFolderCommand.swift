import ArgumentParser
import CivilDates
import Diagnostics
import IntervalsICU
import PlanSpec
import Publishing
import WorkoutFiles
import Workouts

/// A library folder as a template file, a library plan as a plan file.
struct PullFolderCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Write a folder's workouts as templates, a library plan as a plan file.",
        discussion: """
            Example: plan library pull Intervals -o Templates/intervals.yaml

            A library plan's days count from --from. A file that exists is never overwritten. Workouts without steps are left out and named.
            """)

    @Argument(help: "The folder's id or name.")
    var folder: String

    @Option(help: "The day of a library plan's first; by default the Monday of this week.")
    var from: CivilDate?

    @Option(help: "The id of a library plan's plan file.")
    var id = "pulled"

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        if let path = destination.file, context.files.exists(path) {
            throw context.failure(.failed, "\(path) exists already; nothing was written")
        }
        let access = try ServiceAccess(service, output, context)
        let found = try await access.folder(folder, context)
        guard found.type != "PLAN" else {
            let first = from ?? access.today - access.today.weekday.offset(from: .mon)
            let plan = try await PulledPlan(found, from: first, id: id, access)
            return try plan.write("in the folder \(folder)", destination, output, context)
        }
        let workouts = try await access.ask { try await $0.libraryWorkouts(athlete: access.athlete) }
            .filter { $0.folderID == found.id }.sorted { ($0.day ?? 0, $0.name, $0.id) < ($1.day ?? 0, $1.name, $1.id) }
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
