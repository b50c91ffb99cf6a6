import Diagnostics
import Periodization
import PlanSpec
import Reports

/// A roster that was read, with the plan of each of its athletes.
struct SquadLoading {
    /// An athlete with the plan as it is for this one.
    struct Member: Sendable {
        let athlete: RosterAthlete
        let spec: Plan
        let schedule: Schedule
    }

    /// The roster; nil where errors left too little.
    let roster: Roster?
    /// The roster's own findings.
    let findings: [Diagnostic]
    /// The file of the roster.
    let file: SourceFile
    /// What was read for each athlete, in the order of the roster.
    let loadings: [(athlete: RosterAthlete, plan: PlanLoading)]

    /// Reads a roster and every plan that it names.
    init(_ file: SourceFile, _ context: CommandContext) {
        let reading = Roster.read(file)
        self.file = file
        roster = reading.roster
        findings = reading.diagnostics
        loadings = (reading.roster?.athletes ?? []).map { athlete in
            (athlete, PlanLoading(planOf: athlete, context))
        }
    }

    /// Findings of the roster and of the plans of some athletes, each once, in the order of the files.
    ///
    /// What holds for some of the athletes who share a plan names one of them.
    ///
    /// - Parameter read: what a plan has to say; its faults by default.
    func diagnostics(
        of athletes: [RosterAthlete], _ read: (PlanLoading) -> [Diagnostic] = { $0.diagnostics }
    ) -> [Diagnostic] {
        let wanted = Set(athletes.map(\.seat))
        let chosen = loadings.filter { wanted.contains($0.athlete.seat) }
        var counts: [Diagnostic: Int] = [:]
        let found = chosen.map { (athlete: $0.athlete, diagnostics: read($0.plan)) }
        for diagnostic in found.flatMap(\.diagnostics) { counts[diagnostic, default: 0] += 1 }
        let sharers = Dictionary(grouping: chosen, by: \.athlete.plan.value).mapValues(\.count)
        var seen: Set<Diagnostic> = []
        var result = findings
        for (athlete, diagnostics) in found {
            for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
                var diagnostic = diagnostic
                let isShared = counts[diagnostic] == sharers[athlete.plan.value]
                if !isShared, diagnostic.range?.file != file.path {
                    diagnostic.notes.append(Diagnostic.Note("for \(athlete.title)", at: athlete.id.range))
                }
                result.append(diagnostic)
            }
        }
        return result.sorted(byFiles: sources.map(\.path)) + duplicates(chosen.map { ($0.athlete, $0.plan) })
    }

    /// Findings of all athletes.
    var diagnostics: [Diagnostic] { diagnostics(of: loadings.map(\.athlete)) }

    /// The roster, then the plans and their templates.
    var sources: [SourceFile] {
        var seen: Set<String> = []
        return ([file] + loadings.flatMap(\.plan.sources)).filter { seen.insert($0.path).inserted }
    }

    /// Two files with one plan id would take each other's events away.
    private func duplicates(_ chosen: [(athlete: RosterAthlete, plan: PlanLoading)]) -> [Diagnostic] {
        var first: [String: RosterAthlete] = [:]
        return chosen.compactMap { athlete, loading in
            guard let id = loading.plan?.spec.id.value else { return nil }
            let seat = athlete.id.value + " " + id
            guard let other = first.updateValue(athlete, forKey: seat), other.plan.value != athlete.plan.value else {
                return nil
            }
            return Diagnostic(
                PlanRule.duplicateAthlete.rawValue,
                "`\(athlete.id.value)` follows two plans with the id `\(id)`", at: athlete.id.range,
                notes: [Diagnostic.Note("the first is here", at: other.id.range)])
        }
    }

    /// The chosen athletes with their plans, or the end of the command where the files are at fault.
    func valid(_ selection: AthleteOptions, _ context: CommandContext, _ output: OutputOptions) throws -> [Member] {
        let chosen = roster == nil ? [] : try selection.selected(loadings.map(\.athlete), context)
        let all = diagnostics(of: chosen)
        context.show(output.quiet ? all.filter { $0.severity == .error } : all, sources: sources, output)
        guard roster != nil, !all.hasErrors else { throw CommandFailure(status: .invalid) }
        let wanted = Set(chosen.map(\.seat))
        return loadings.compactMap { athlete, loading in
            guard wanted.contains(athlete.seat), let plan = loading.plan else { return nil }
            return Member(athlete: athlete, spec: plan.spec, schedule: plan.schedule)
        }
    }
}

extension RosterAthlete {
    /// What tells the entries of a roster apart.
    fileprivate var seat: String { "\(id.value) \(plan.value) \(id.range.start.line) \(id.range.start.column)" }
}

extension SquadLoading {
    /// What the roster is called.
    var name: String { roster?.id.value ?? file.path }
}

extension SquadPlansReport.Member {
    /// The member with a schedule of its plan, or a part of one.
    init(_ member: SquadLoading.Member, _ schedule: Schedule) {
        self.init(
            athlete: member.athlete.id.value, name: member.athlete.name, planName: member.spec.name, schedule: schedule)
    }
}
