import ArgumentParser
import Diagnostics
import PlanSpec
import WorkoutFiles
import Workouts

/// Workout files as templates.
struct ImportCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn zwo, mrc, erg and fit workouts into templates.",
        discussion: """
            Example: plan import intervals.zwo threshold.fit -o Templates/imported.yaml

            A file that exists is never overwritten. One file that can't be read stops the whole run, unless \
            --best-effort leaves it out.
            """)

    @Argument(help: "zwo, mrc, erg or fit files, or - for stdin.")
    var files: [String]

    @OptionGroup var stated: ThresholdOptions

    @Flag(name: .customLong("best-effort"), help: "Leave out files that can't be read; the exit status still says so.")
    var bestEffort = false

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        if let path = destination.file, context.files.exists(path) {
            throw context.failure(.failed, "\(path) exists already; nothing was written")
        }
        let thresholds = try stated.stated(context)
        var templates = TemplateFile()
        var failed = 0
        for path in files {
            if let file = read(path, thresholds, context) {
                show(templates.add(file, from: path == "-" ? "stdin" : path), [], context)
            } else {
                failed += 1
            }
        }
        guard templates.count > 0, failed == 0 || bestEffort else {
            throw context.failure(.invalid, "\(failed) of \(files.count) files can't be read; nothing was written")
        }
        try check(templates.text, context)
        try destination.write(templates.text, context)
        if failed > 0 {
            throw context.failure(.invalid, "\(failed) of \(files.count) files can't be read and were left out")
        }
    }

    private func read(_ path: String, _ thresholds: Thresholds, _ context: CommandContext) -> WorkoutFile? {
        guard let bytes = path == "-" ? context.console.readAll() : context.files.read(path) else {
            context.console.say("plan: \(path) doesn't exist or can't be read\n")
            return nil
        }
        let source = SourceFile(path: path == "-" ? "stdin" : path, bytes: bytes)
        guard let reading = WorkoutFile.read(source, thresholds: thresholds) else {
            context.show([FileReading.unknownFormat(source)], sources: [], output)
            return nil
        }
        show(reading.diagnostics, reading.format.isBinary ? [] : [source], context)
        return reading.file
    }

    private func show(_ diagnostics: [Diagnostic], _ sources: [SourceFile], _ context: CommandContext) {
        let shown = output.quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        context.show(shown, sources: sources, output)
    }

    /// What is written must be a template file without faults.
    private func check(_ text: String, _ context: CommandContext) throws {
        let source = SourceFile(path: destination.file ?? "stdout", text: text)
        let errors = TemplatesReading(source).diagnostics.filter { $0.severity == .error }
        guard !errors.isEmpty else { return }
        context.show(errors, sources: [source], output)
        throw context.failure(.failed, "the templates would have faults; nothing was written")
    }
}
