import CalendarDiff
import Periodization
import PlanSpec
import Publishing
import Reports

/// The plans of a squad held against their calendars, and carried there.
struct SquadComparison: Sendable {
    private let service: SquadService
    private let comparison: ComparisonOptions
    private let isVerbose: Bool

    init(_ service: SquadService, _ comparison: ComparisonOptions, verbose: Bool) {
        self.service = service
        self.comparison = comparison
        isVerbose = verbose
    }

    /// What is to be done for each athlete, and who would do it.
    struct Compared: Sendable {
        /// The squad's change sets.
        var changes: SquadChanges
        /// The comparison behind each, nil where it failed.
        fileprivate var comparisons: [PlanComparison?]
        /// What each run is for, as its journal tells it.
        fileprivate var consents: [PlanComparison.Consent?]

        /// Whether anything may be written for anybody.
        var hasWork: Bool {
            comparisons.contains { $0.map { !$0.changes.isRefused && !$0.changes.changes.isEmpty } ?? false }
        }

        /// What people changed is no conflict, for nothing is to be decided; where it counts, it is a status of its own.
        mutating func noteDrift(counts: Bool) {
            for index in changes.athletes.indices where [0, 3].contains(changes.athletes[index].status) {
                changes.athletes[index].status = changes.athletes[index].changes?.hasDrift == true && counts ? 2 : 0
            }
        }

        /// Of nobody's changes anything is done.
        mutating func leave() {
            for index in changes.athletes.indices {
                changes.athletes[index].report = comparisons[index].map { $0.publisher.leaving($0.changes) }
            }
        }

        /// Pending changes count as a status of their own.
        mutating func notePending() {
            for index in changes.athletes.indices where changes.athletes[index].status == 0 {
                if changes.athletes[index].changes?.changes.isEmpty == false { changes.athletes[index].status = 2 }
            }
        }
    }

    /// Compares every athlete's calendar with the plan.
    func compared(for purpose: PlanComparison.Purpose = .publish) async -> Compared {
        let (options, isVerbose, file) = (comparison, isVerbose, service.rosterFile)
        return await compared { member, service, own in
            let result = try await PlanComparison.make(
                member.spec, member.schedule, file: file, service: service, comparison: options, for: purpose,
                verbose: isVerbose, own)
            return (result, PlanComparison.Consent())
        }
    }

    /// Compares every athlete's calendar in a way of its own.
    func compared(
        by make:
            @escaping @Sendable (SquadLoading.Member, ServiceOptions, CommandContext) async throws -> (
                PlanComparison, PlanComparison.Consent
            )
    ) async -> Compared {
        let outcomes = await service.outcomes("compared", isFailure: { $0.0.changes.isRefused }) {
            member, service, own in
            let result = try await make(member, service, own)
            own.console.say(result.0.remarks.map { $0 + "\n" }.joined())
            return result
        }
        let athletes = outcomes.map { outcome in
            var athlete = AthleteChanges(
                athlete: outcome.member.athlete.id.value, name: outcome.member.athlete.name,
                plan: outcome.member.spec.id.value)
            athlete.changes = outcome.value?.0.changes
            athlete.status = outcome.value?.0.changes.exitStatus ?? Int(outcome.status.rawValue)
            athlete.error = outcome.error
            return athlete
        }
        return Compared(
            changes: SquadChanges(athletes), comparisons: outcomes.map { $0.value?.0 },
            consents: outcomes.map { $0.value?.1 })
    }

    /// Whether a failure before the first write ends the run for all.
    func isStopped(_ compared: Compared) -> Bool {
        service.failFast && compared.changes.athletes.contains { ![0, 3].contains($0.status) }
    }

    /// Writes what is to be done; what failed to be compared stays as it is.
    ///
    /// - Parameter isAgreed: whether somebody looked at these very changes.
    func applied(_ compared: Compared, isAgreed: Bool) async -> SquadChanges {
        let places = compared.comparisons.indices.filter { compared.comparisons[$0] != nil }
        let waiting = places.map { service.members[$0] }
        let comparisons = Dictionary(
            zip(
                waiting.map(\.place), zip(compared.comparisons.compactMap(\.self), compared.consents.compactMap(\.self))
            ),
            uniquingKeysWith: { first, _ in first })
        let outcomes = await service.outcomes(
            "applied", among: waiting, isFailure: { ![nil, 0, 3].contains($0?.exitStatus) }
        ) { member, _, own -> ApplyReport? in
            guard let (comparison, consent) = comparisons[member.place] else { return nil }
            var agreed = consent
            agreed.isForTheseChanges = isAgreed
            return try await comparison.apply(agreed, own, isInterrupted: own.interrupts(), progress: { _ in })
        }
        var result = compared.changes
        for (place, outcome) in zip(places, outcomes) {
            let report = outcome.value.flatMap(\.self)
            result.athletes[place].report = report
            result.athletes[place].status = report?.exitStatus ?? Int(outcome.status.rawValue)
            result.athletes[place].error = outcome.error ?? report?.failure
        }
        return result
    }
}

extension SquadLoading.Member {
    /// What tells the members of a squad apart.
    var place: String { athlete.id.value + " " + spec.id.value }
}

extension ApplyOptions {
    /// Shows what would be done for a squad, asks once where nobody said yes yet, does it and tells how it went.
    ///
    /// - Parameter isAgreed: whether these very changes were agreed to, as a saved set was.
    func carryOut(
        _ run: SquadComparison, _ compared: SquadComparison.Compared, name: String, isAgreed: Bool = false,
        _ context: CommandContext
    ) async throws {
        let ink = context.ink(output)
        let format: DiffCommand.Format = self.format == .json ? .json : .text
        guard !dryRun, compared.hasWork, !run.isStopped(compared) else {
            var compared = compared
            if !dryRun, self.format == .json { compared.leave() }
            try destination.write(compared.changes.written(as: format, name: name, ink), context)
            return try ExitStatus.end(compared.changes.exitStatus)
        }
        if !yes, !isAgreed {
            context.console.say(SquadChangesReport(compared.changes, name: name, ink: ink).text)
            try confirm(context)
        }
        let applied = await run.applied(compared, isAgreed: isAgreed || !yes)
        try destination.write(applied.written(as: format, name: name, ink), context)
        try ExitStatus.end(applied.exitStatus)
    }
}

extension SquadChanges {
    /// The squad's changes in a format.
    func written(as format: DiffCommand.Format, name: String, _ ink: Ink) throws -> String {
        switch format {
        case .text: SquadChangesReport(self, name: name, ink: ink).text
        case .json: try json()
        case .md: SquadChangesReport(self, name: name).markdown
        }
    }
}
