import ArgumentParser
import CalendarDiff
import Publishing
import Reports

/// How changes are shown, agreed to and written.
struct ApplyOptions: ParsableArguments {
    /// How the outcome is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Flag(help: "Don't ask.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "Only show what would be done.")
    var dryRun = false

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    /// Without a terminal somebody must have said yes beforehand.
    func checkForConsent(_ context: CommandContext, isGiven: Bool = false) throws {
        guard yes || dryRun || isGiven || context.console.isInputTerminal else {
            throw context.failure(
                .usage, "nobody is there to confirm; add --yes to apply without asking, or --dry-run to look")
        }
    }

    /// Shows what would be done, asks where nobody said yes yet, does it and tells how it went.
    ///
    /// - Parameter isAgreed: whether these very changes were agreed to, as a saved set was.
    func carryOut(
        _ comparison: PlanComparison, _ consent: PlanComparison.Consent = PlanComparison.Consent(),
        isAgreed: Bool = false, _ context: CommandContext
    ) async throws {
        var consent = consent
        let changes = comparison.changes
        let ink = context.ink(output)
        if dryRun || changes.isRefused {
            let text =
                format == .json && !dryRun
                ? try comparison.publisher.leaving(changes).json()
                : try changes.written(as: format == .json ? .json : .text, ink: ink)
            try destination.write(text, context)
            return try ExitStatus.end(changes.exitStatus)
        }
        if !changes.changes.isEmpty, !yes, !isAgreed {
            context.console.say(ChangeSetReport(changes, ink: ink).text)
            try confirm(context)
            consent.isForTheseChanges = true
        }
        if isAgreed { consent.isForTheseChanges = true }
        let report = try await comparison.apply(
            consent, context, isInterrupted: context.interrupts(), progress: { [self] in progress($0, context) })
        try destination.write(format == .json ? report.json() : ApplyText(report, ink: ink).text, context)
        try ExitStatus.end(report.exitStatus)
    }

    /// Asks; anything but "yes" ends the command.
    func confirm(_ context: CommandContext) throws {
        context.console.say("\nApply these changes? Only \"yes\" goes on: ")
        guard context.console.readLine() == "yes" else {
            throw context.failure(.failed, "nothing was written")
        }
    }

    /// Counts on a terminal and keeps silent in a pipe.
    private func progress(_ progress: Publisher.Progress, _ context: CommandContext) {
        guard context.console.isErrorTerminal, !output.quiet, progress.total > 0 else { return }
        context.console.say("\r\(progress.done) of \(progress.total)\(progress.done == progress.total ? "\n" : "")")
    }
}
