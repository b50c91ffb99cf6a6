import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
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
    @OptionGroup var squad: SquadOptions
    @OptionGroup var how: ApplyOptions

    func run(_ context: CommandContext) async throws {
        try how.checkForConsent(context)
        // A plan file in the place of the id means its last apply.
        let isFile = apply.map { context.files.exists($0) } ?? false
        let file = isFile ? apply : planFile
        if isFile, let file, let squad = PlanLoading(path: file, context).squad {
            return try await undo(squad, context)
        }
        try squad.refuseForPlan(context)
        let history = ApplyHistory(service, planFile: file, context)
        let search = UndoSearch(
            id: isFile ? nil : apply, planID: file.flatMap { PlanLoading(path: $0, context).plan?.spec.id.value },
            planFile: file, history: history, service: service, output: how.output)
        let comparison = try await search.comparison(self.comparison, context)
        if !how.output.quiet {
            let begin = comparison.apply.begin
            let what = [begin.command, begin.plan, begin.at].compactMap(\.self).joined(separator: " ")
            context.console.say("takes back \(comparison.apply.id) (\(what))\n")
        }
        try await how.carryOut(
            comparison.value, PlanComparison.Consent(command: "undo", undoes: comparison.apply.id), context)
    }

    /// Takes back the last run over the roster: of every athlete for whom it wrote.
    private func undo(_ loading: SquadLoading, _ context: CommandContext) async throws {
        let history = ApplyHistory(service, planFile: loading.file.path, context)
        let runs = try loading.valid(squad.selection, context, how.output).compactMap { member in
            history.journal(member.athlete.id.value).lastUndoable(plan: member.spec.id.value).map { (member, $0) }
        }
        // A run over a roster is of one moment for everybody.
        guard let moment = runs.compactMap(\.1.begin.at).max() else {
            throw context.failure(.failed, "there is no apply to take back; plan history lists them")
        }
        let last = runs.filter { $0.1.begin.at == moment }
        let members = last.map(\.0)
        let ids = Dictionary(last.map { ($0.0.place, $0.1.id) }, uniquingKeysWith: { first, _ in first })
        let run = SquadComparison(
            try await SquadService(
                loading, members, service: service, failFast: squad.failFast, output: how.output, context),
            comparison, verbose: how.output.verbose)
        let (file, options, output) = (loading.file.path, comparison, how.output)
        let compared = await run.compared { member, service, own in
            let search = UndoSearch(
                id: ids[member.place], planID: member.spec.id.value, planFile: file, plan: member.spec,
                history: ApplyHistory(service, planFile: file, own), service: service,
                output: output)
            let found = try await search.comparison(options, own)
            return (found.value, PlanComparison.Consent(command: "undo", undoes: found.apply.id))
        }
        try await how.carryOut(run, compared, name: loading.name, context)
    }
}
