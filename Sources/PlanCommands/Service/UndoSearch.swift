import CalendarDiff
import CivilDates
import IntervalsICU
import Periodization
import PlanSpec
import Publishing

/// Finds the apply to take back and holds the calendar against how it was before.
struct UndoSearch: Sendable {
    let id: String?
    /// The plan whose last apply is meant where no id is given; nil for any.
    let planID: String?
    let planFile: String?
    /// The plan itself where it is known, as in a roster.
    var plan: Plan?
    let history: ApplyHistory
    let service: ServiceOptions
    let output: OutputOptions

    /// The apply, and what takes it back.
    func comparison(
        _ options: ComparisonOptions, _ context: CommandContext
    ) async throws -> (value: PlanComparison, apply: RecordedApply) {
        // The journal tells the plan, the plan the zone, the service the athlete whose journal it is.
        let likely = history.athletes.compactMap { find(in: history.journal($0)) }.last
        let plan = plan ?? plan(named: planFile ?? likely?.begin.file, context)
        let connection = try await ServiceConnection.open(
            service, planFile: planFile ?? path("any", in: folder(of: history.folder.top)),
            planZone: plan?.athlete.timezone, fitness: nil, verbose: output.verbose, context)
        let athlete = connection.athlete.id
        guard let apply = find(in: history.journal(athlete)) else {
            let what = id.map { "there is no apply \($0)" } ?? "there is no apply to take back"
            throw context.failure(.failed, "\(what) for athlete \(athlete); plan history lists them")
        }
        let name = apply.begin.plan ?? ""
        let state = try PlanState.load(history.folder, athlete: athlete, plan: name, context)
        let undoing = Undoing(apply, today: connection.today)
        let memory = state.memory ?? Memory()
        let window = undoing.window(today: connection.today).reaching(memory, today: connection.today)
        var settings = try options.settings(plan, name, connection, window: window, context)
        undoing.adjust(&settings)
        let publisher = Publisher(connection.client, athlete: athlete)
        let live = try await publisher.read(
            window, expecting: memory, plan: name, today: connection.today, context)
        var changes = ChangeSet(desired: undoing.desired, live: live, settings: settings, memory: memory)
        changes.file = apply.begin.file
        let comparison = PlanComparison(
            changes: changes, publisher: publisher, planned: [:], remarks: [], state: state, live: live,
            desired: undoing.desired
        ) {
            try await self.comparison(options, context).value
        }
        return (comparison, apply)
    }

    private func find(in journal: Journal) -> RecordedApply? {
        id.map(journal.apply) ?? journal.lastUndoable(plan: planID)
    }

    /// The plan, for its zone and rails, where its file is still there and sound.
    private func plan(named file: String?, _ context: CommandContext) -> Plan? {
        guard let file, context.files.exists(file) else { return nil }
        return PlanLoading(path: file, context).plan?.spec
    }
}
