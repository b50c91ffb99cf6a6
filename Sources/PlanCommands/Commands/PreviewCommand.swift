import ArgumentParser
import Reports
import PlanSpec
import Diagnostics

/// CTL, ATL and form of a plan.
struct PreviewCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Preview fitness, fatigue and form, day by day.",
        discussion: "Example: plan preview Plans/gran-fondo-26.plan.yaml")

    /// How the curve is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A plan file.")
    var file: String

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let plan = try PlanLoading(path: file, context).valid(context, output)
        let report = PreviewReport(name: plan.spec.name, plan.schedule, ink: context.ink(output))
        try destination.write(format == .json ? report.json.text : report.text, context)
    }
}
