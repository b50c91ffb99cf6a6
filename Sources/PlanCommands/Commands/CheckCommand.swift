import ArgumentParser
import Diagnostics

/// Faults of plans and templates, and what the coach's rules say of plans, offline.
struct CheckCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find the faults of plans, templates and rosters, and what a coach would object to; offline.",
        discussion: "Example: plan check Plans/*.plan.yaml --strict")

    /// How the findings are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github
    }

    @Argument(help: "Plans, templates and rosters.")
    var files: [String]

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(help: "text, json, or github for annotations in a pull request.")
    var format: Format = .text

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loadings = files.map { PlanLoading(path: $0, context) }
        let diagnostics = unique(loadings.flatMap(\.linted))
        let sources = loadings.flatMap(\.sources)
        switch format {
        case .json: context.console.print(try JSONRenderer().render(diagnostics))
        case .github: context.console.print(GitHubAnnotations().render(diagnostics))
        case .text:
            context.show(diagnostics, sources: sources, output)
            if diagnostics.isEmpty, !output.quiet {
                context.console.print(loadings.map { $0.praise + "\n" }.joined())
            }
        }
        let isBad = diagnostics.contains { $0.severity == .error || (strict && $0.severity == .warning) }
        if isBad { throw CommandFailure(status: .invalid) }
    }

    /// Templates that several plans share are reported once.
    private func unique(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.filter { seen.insert($0).inserted }
    }
}
