public import ArgumentParser

/// Training plans as code for Intervals.icu.
public struct PlanCommand: AsyncParsableCommand {
    /// The program's name and commands.
    public static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Training plans as code for Intervals.icu.",
        version: "0.1.0",
        subcommands: [
            NewCommand.self, CheckCommand.self, ShowCommand.self, PreviewCommand.self, DiffCommand.self,
            ApplyCommand.self, WorkoutCommand.self, SchemaCommand.self, SandboxCommand.self,
        ])

    /// Made by the argument parser.
    public init() {}

    /// Runs the program with the process's arguments.
    public static func start() async {
        await main()
    }
}
