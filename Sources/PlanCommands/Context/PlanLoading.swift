import Diagnostics
import Periodization
import PlanSpec

/// A file that was read as a plan, or as templates where that is what it holds.
struct PlanLoading {
    /// The plan with its schedule; nil for templates and where errors left too little.
    let plan: (spec: Plan, schedule: Schedule)?
    /// Every finding, in the order of files, lines and columns.
    let diagnostics: [Diagnostic]
    /// The files that were read.
    let sources: [SourceFile]
    /// One line about a file without faults.
    let praise: String

    /// Reads a file and what it names, and expands it if it can be.
    init(path: String, _ context: CommandContext) {
        guard let bytes = context.files.read(path) else {
            plan = nil
            sources = []
            praise = ""
            let start = SourcePosition(line: 1, column: 1)
            diagnostics = [
                Diagnostic(
                    "file-not-found", "the file doesn't exist or can't be read",
                    at: SourceRange(file: path, start: start, end: start))
            ]
            return
        }
        let reading = Plan.read(SourceFile(path: path, bytes: bytes), open: context.files.read)
        sources = reading.files
        guard let spec = reading.plan, !reading.diagnostics.hasErrors else {
            plan = nil
            praise = "\(path): no faults"
            diagnostics = reading.diagnostics
            return
        }
        let schedule = Schedule(spec)
        plan = (spec, schedule)
        diagnostics = (reading.diagnostics + schedule.diagnostics).sorted(byFiles: reading.files.map(\.path))
        praise = "\(path): no faults, \(schedule.weeks.count) weeks, \(schedule.entries.count) entries"
    }

    /// The plan, or the end of the command where the files are at fault; findings are shown either way.
    func valid(_ context: CommandContext, _ output: OutputOptions) throws -> (spec: Plan, schedule: Schedule) {
        let shown = output.quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        context.show(shown, sources: sources, output)
        guard let plan, !diagnostics.hasErrors else { throw CommandFailure(status: .invalid) }
        return plan
    }
}

extension CommandContext {
    /// Shows findings on stderr with their lines and carets, and counts them.
    func show(_ diagnostics: [Diagnostic], sources: [SourceFile], _ output: OutputOptions) {
        guard !diagnostics.isEmpty else { return }
        let isColoured = output.wantsColour(environment, onTerminal: console.isErrorTerminal)
        console.say(TextRenderer(sources: sources, isColoured: isColoured).render(diagnostics))
        console.say(diagnostics.summary + "\n")
    }
}
