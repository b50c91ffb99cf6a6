import ArgumentParser

/// A command that runs in any context; the argument parser's own `run()` takes the live one.
protocol PlanSubcommand: AsyncParsableCommand {
    /// Does the work; throws `CommandFailure` for any status but 0.
    func run(_ context: CommandContext) async throws
}

extension PlanSubcommand {
    mutating func run() async throws {
        do {
            try await run(.live())
        } catch let failure as CommandFailure {
            throw ExitCode(failure.status.rawValue)
        }
    }
}
