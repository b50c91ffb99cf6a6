public import ArgumentParser
import Diagnostics

/// Training plans as code for Intervals.icu.
public struct PlanCommand: AsyncParsableCommand {
    /// The program's name and commands.
    public static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Training plans as code for Intervals.icu.",
        version: "0.1.0",
        subcommands: [
            NewCommand.self, CheckCommand.self, FormatCommand.self, ShowCommand.self, ExplainCommand.self,
            PreviewCommand.self, SolveCommand.self, DiffCommand.self, ApplyCommand.self, DriftCommand.self,
            StatusCommand.self, UndoCommand.self, HistoryCommand.self, RemoveCommand.self, DedupeCommand.self,
            StateCommand.self, AdoptCommand.self, PullCommand.self, ExportCommand.self, ImportCommand.self,
            WorkoutCommand.self,
            SchemaCommand.self, SandboxCommand.self, ServeCommand.self,
            CalendarsCommand.self, AthletesCommand.self, EventsCommand.self, DownloadCommand.self,
            ActivitiesCommand.self, ActivityCommand.self, WellnessCommand.self, SettingsCommand.self,
            LibraryCommand.self, DoctorCommand.self,
        ])

    /// Made by the argument parser.
    public init() {}

    /// Runs the program with the process's arguments.
    public static func start() async {
        if let word = CommandLine.arguments.dropFirst().first, let hint = unknownCommand(word) {
            exit(withError: ValidationError(hint))
        }
        await main()
    }

    /// What to say about a first word that is no command; nil for one that is, and for options.
    static func unknownCommand(_ word: String) -> String? {
        let names = configuration.subcommands.map { $0.configuration.commandName ?? "" } + ["help"]
        guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let guess = closestMatch(to: word, in: names).map { "did you mean \($0)?" } ?? "plan --help lists them"
        return "there is no command \(word); \(guess)"
    }
}
