import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
import Periodization
import PlanSpec
import Reports
import WorkoutFiles
import Workouts

/// A plan's sessions as files for devices, other calendars and sheets.
struct ExportCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write files for devices, other calendars and sheets.",
        discussion: """
            Example: plan export Plans/gran-fondo-26.plan.yaml --format zwo -o zwift

            zwo, mrc, erg and fit make a file of each workout, named by its date and key; ics, csv and json make one.
            A roster makes a folder of each athlete, named by the id.
            """)

    /// What is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case zwo, mrc, erg, fit, ics, csv, json
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "zwo, mrc, erg, fit, ics, csv or json.")
    var format: Format

    @Option(help: "Only these keys: * any characters, ? one, several parted by commas; base.w3 is a week.")
    var only: [String] = []

    @Option(help: "Only from this date on.")
    var from: CivilDate?

    @Option(help: "Only up to this date.")
    var to: CivilDate?

    @Flag(help: "In an ics feed say when, and not what.")
    var busy = false

    @Option(
        name: [.short, .long], help: "The folder of the workouts, or the file; ics, csv and json go to stdout else.")
    var output: String?

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var athletes: AthleteOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var talk: OutputOptions

    func run(_ context: CommandContext) async throws {
        if busy, format != .ics { throw context.failure(.usage, "--busy is for --format ics") }
        let workoutFormat = WorkoutFormat(rawValue: format.rawValue)
        if workoutFormat != nil, output == nil {
            throw context.failure(.usage, "each workout becomes a file; say in which folder with -o")
        }
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try export(squad, workoutFormat, context) }
        try athletes.refuseForPlan(context)
        let plan = try loading.valid(context, talk)
        let schedule = try told(plan.schedule, context)
        if let workoutFormat {
            try write(WorkoutExport(schedule, plan.spec.athlete, workoutFormat), output, context)
        } else {
            var destination = DestinationOptions()
            destination.output = output
            try destination.write(try table(schedule, plan.spec.name), isText: true, context)
        }
    }

    /// A folder of each athlete, with one of each plan below where somebody follows several.
    private func export(_ squad: SquadLoading, _ workoutFormat: WorkoutFormat?, _ context: CommandContext) throws {
        guard let output, output != "-" else {
            throw context.failure(.usage, "each athlete gets a folder; say in which folder with -o")
        }
        let members = try squad.valid(athletes, context, talk)
        let counts = Dictionary(grouping: members, by: \.athlete.id.value).mapValues(\.count)
        for member in members {
            var folder = path(PlanFolder.name(member.athlete.id.value), in: output)
            if counts[member.athlete.id.value] != 1 { folder = path(member.spec.id.value, in: folder) }
            let schedule = try told(member.schedule, context)
            if let workoutFormat {
                try write(WorkoutExport(schedule, member.spec.athlete, workoutFormat), folder, context)
            } else {
                let file = path("\(member.spec.id.value).\(format.rawValue)", in: folder)
                try context.write(file, try table(schedule, member.spec.name))
                if !talk.quiet { context.console.say("\(file)\n") }
            }
        }
    }

    /// The part that was asked for; that nothing is in it is said.
    private func told(_ whole: Schedule, _ context: CommandContext) throws -> Schedule {
        let schedule = try cut(whole, context)
        if schedule.entries.isEmpty, !whole.entries.isEmpty, !talk.quiet {
            context.console.say("nothing in the plan matches --only, --from and --to\n")
        }
        return schedule
    }

    private func cut(_ schedule: Schedule, _ context: CommandContext) throws -> Schedule {
        let filter = try KeyFilter(asked: only, from: from, to: to, context)
        guard !filter.isEmpty else { return schedule }
        var schedule = schedule
        schedule.entries.removeAll { !filter.admits(key: $0.key, date: $0.date) }
        let weeks = Set(schedule.entries.map(\.week))
        schedule.weeks.removeAll { !weeks.contains($0.number) }
        return schedule
    }

    private func table(_ schedule: Schedule, _ name: String) throws -> [UInt8] {
        switch format {
        case .csv: Array(schedule.csv.utf8)
        case .json: Array(schedule.json.text.utf8)
        default: CalendarFeed(schedule, name: name, detail: busy ? .busy : .full).bytes
        }
    }

    private func write(_ export: WorkoutExport, _ output: String?, _ context: CommandContext) throws {
        show(export, context)
        guard let output else { return }
        if export.files.count == 1, output.lowercased().hasSuffix("." + format.rawValue) {
            try context.write(output, export.files[0].bytes)
        } else {
            for file in export.files { try context.write(path(file.name, in: output), file.bytes) }
        }
        if !talk.quiet {
            context.console.say("\(export.files.count) file\(export.files.count == 1 ? "" : "s") in \(output)\n")
        }
    }

    private func show(_ export: WorkoutExport, _ context: CommandContext) {
        guard !talk.quiet else { return }
        let shown = talk.verbose ? export.diagnostics : export.diagnostics.filter { $0.severity == .warning }
        context.show(shown, sources: [], talk)
        let notes = export.diagnostics.count - shown.count
        if notes > 0 {
            context.console.say(
                "\(notes) note\(notes == 1 ? "" : "s") on what was written otherwise; --verbose shows\n")
        }
        for note in export.skipped { context.console.say(note + "\n") }
    }
}
