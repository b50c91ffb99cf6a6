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

        /// Whether anything may be written for anybody.
        var hasWork: Bool {
            comparisons.contains { $0.map { !$0.changes.isRefused && !$0.changes.changes.isEmpty } ?? false }
        }

        /// Pending changes count as a status of their own.
        mutating func notePending() {
            for index in changes.athletes.indices where changes.athletes[index].status == 0 {
                if changes.athletes[index].changes?.changes.isEmpty == false { changes.athletes[index].status = 2 }
            }
        }
    }

    /// Compares every athlete's calendar.
    func compared() async -> Compared {
        let (options, isVerbose, file) = (comparison, isVerbose, service.rosterFile)
        let outcomes = await service.outcomes("compared") { member, service, own in
            let result = try await PlanComparison.make(
                member.spec, member.schedule, file: file, service: service, comparison: options, verbose: isVerbose, own
            )
            own.console.say(result.remarks.map { $0 + "\n" }.joined())
            return result
        }
        let athletes = outcomes.map { outcome in
            var athlete = AthleteChanges(
                athlete: outcome.member.athlete.id.value, name: outcome.member.athlete.name,
                plan: outcome.member.spec.id.value)
            athlete.changes = outcome.value?.changes
            athlete.status = outcome.value?.changes.exitStatus ?? Int(outcome.status.rawValue)
            athlete.error = outcome.error
            return athlete
        }
        return Compared(changes: SquadChanges(athletes), comparisons: outcomes.map(\.value))
    }

    /// Writes what is to be done; what failed to be compared stays as it is.
    func applied(_ compared: Compared) async -> SquadChanges {
        let places = compared.comparisons.indices.filter { compared.comparisons[$0] != nil }
        let waiting = places.map { service.members[$0] }
        let comparisons = Dictionary(
            zip(waiting.map(\.place), compared.comparisons.compactMap(\.self)), uniquingKeysWith: { first, _ in first })
        let outcomes = await service.outcomes("applied", among: waiting) { member, _, own -> ApplyReport? in
            guard let comparison = comparisons[member.place] else { return nil }
            return try await comparison.apply(own, isInterrupted: own.interrupts())
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
    fileprivate var place: String { athlete.id.value + " " + spec.id.value }
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
