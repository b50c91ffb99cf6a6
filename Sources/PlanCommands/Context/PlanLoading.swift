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
    /// The athletes, where the file is a roster.
    var squad: SquadLoading?

    /// Reads a file and what it names, and expands it if it is a plan that can be.
    init(path: String, _ context: CommandContext) {
        let start = SourcePosition(line: 1, column: 1)
        let top = SourceRange(file: path, start: start, end: start)
        guard let bytes = context.files.read(path) else {
            self.init([], [Diagnostic("file-not-found", "the file doesn't exist or can't be read", at: top)])
            return
        }
        let file = SourceFile(path: path, bytes: bytes)
        switch FileKind(of: file) {
        case .plan: self.init(plan: file, context)
        case .templates:
            let reading = TemplatesReading(file)
            self.init(
                [file], reading.diagnostics,
                praise: "\(path): no faults, \(reading.names.count) template\(reading.names.count == 1 ? "" : "s")")
        case .roster:
            let squad = SquadLoading(file, context)
            let count = squad.loadings.count
            self.init(
                squad.sources, squad.diagnostics,
                praise: "\(path): no faults, \(count) athlete\(count == 1 ? "" : "s")")
            self.squad = squad
        case .changes:
            self.init([file], [Diagnostic("wrong-file", "this is a saved change set; plan apply takes it", at: top)])
        }
    }

    private init(
        _ sources: [SourceFile], _ diagnostics: [Diagnostic], plan: (spec: Plan, schedule: Schedule)? = nil,
        praise: String = ""
    ) {
        self.sources = sources
        self.diagnostics = diagnostics
        self.praise = praise
        self.plan = plan
    }

    /// Reads the plan of a roster's athlete as it is for this one.
    init(planOf athlete: RosterAthlete, _ context: CommandContext) {
        guard let bytes = context.files.read(athlete.plan.value) else {
            let message = "there is no readable file `\(athlete.plan.value)`"
            self.init([], [Diagnostic(PlanRule.missingFile.rawValue, message, at: athlete.plan.range)])
            return
        }
        self.init(plan: SourceFile(path: athlete.plan.value, bytes: bytes), as: athlete.variant, context)
    }

    private init(plan file: SourceFile, as variant: PlanVariant = PlanVariant(), _ context: CommandContext) {
        let reading = Plan.read(file, as: variant, anchor: context.planning.anchor, open: context.files.read)
        guard let spec = reading.plan, !reading.diagnostics.hasErrors else {
            self.init(reading.files, reading.diagnostics)
            return
        }
        let schedule = Schedule(spec, bestEffort: context.planning.isBestEffort)
        let findings = reading.diagnostics + schedule.diagnostics + unknownZone(spec, context)
        self.init(
            reading.files, findings.sorted(byFiles: reading.files.map(\.path)), plan: (spec, schedule),
            praise: "\(file.path): no faults, \(schedule.weeks.count) weeks, \(schedule.entries.count) entries")
    }

    /// The plan, or the end of the command where the files are at fault; findings are shown either way.
    func valid(_ context: CommandContext, _ output: OutputOptions) throws -> (spec: Plan, schedule: Schedule) {
        let shown = output.quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        context.show(shown, sources: sources, output)
        if squad != nil { throw context.failure(.usage, "this command takes a plan, not a roster") }
        if plan == nil, diagnostics.isEmpty {
            throw context.failure(.invalid, "\(sources.first?.path ?? "the file") holds templates, not a plan")
        }
        guard let plan, !diagnostics.hasErrors else { throw CommandFailure(status: .invalid) }
        return plan
    }
}

/// A zone that this machine's list of zones lacks; the list is the world's, so only a command can ask it.
private func unknownZone(_ plan: Plan, _ context: CommandContext) -> [Diagnostic] {
    guard let zone = plan.athlete.timezone, context.date(context.now(), zone) == nil else { return [] }
    return [
        Diagnostic(
            "unknown-timezone", "there is no zone \(zone); write one such as Europe/Rome",
            at: plan.athlete.timezoneRange)
    ]
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
