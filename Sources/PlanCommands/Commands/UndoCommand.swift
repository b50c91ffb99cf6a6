import ArgumentParser
import CalendarDiff
import CivilDates
import IntervalsICU
import PlanSpec
import Publishing

/// Takes an apply back.
struct UndoCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take an apply back: an ordinary change set under the same rules, so what people did since stays.",
        discussion: "Example: plan undo --sandbox --yes")

    @Argument(help: "The apply, by its id in plan history; by default the last one that wrote.")
    var apply: String?

    @Option(
        name: .customLong("plan"), help: "The plan file that .plan/ lies beside; by default .plan/ here or in Plans/.")
    var planFile: String?

    @OptionGroup var service: ServiceOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var how: ApplyOptions

    func run(_ context: CommandContext) async throws {
        try how.checkForConsent(context)
        // A plan file in the place of the id means its last apply.
        let isFile = apply.map { context.files.exists($0) } ?? false
        let file = isFile ? apply : planFile
        let history = ApplyHistory(service, planFile: file, context)
        let search = UndoSearch(
            id: isFile ? nil : apply, planFile: file, history: history, service: service, output: how.output)
        let comparison = try await search.comparison(self.comparison, context)
        try await how.carryOut(
            comparison.value, PlanComparison.Consent(command: "undo", undoes: comparison.apply.id), context)
    }
}
