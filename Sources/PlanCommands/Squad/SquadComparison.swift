import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Publishing
import Reports
import Sandbox

/// The plans of a squad held against their calendars, and carried there.
struct SquadComparison: Sendable {
    private let members: [SquadLoading.Member]
    private let rosterFile: String
    private let comparison: Comparing
    private let failFast: Bool
    private let isQuiet: Bool
    private let context: CommandContext
    private let isInterrupted: @Sendable () -> Bool

    /// The options that each athlete's comparison takes.
    private struct Comparing: Sendable {
        let service: ServiceOptions
        let comparison: ComparisonOptions
        let isVerbose: Bool
    }

    init(
        _ loading: SquadLoading, _ members: [SquadLoading.Member], service: ServiceOptions,
        comparison: ComparisonOptions, squad: SquadOptions, output: OutputOptions, _ context: CommandContext
    ) async throws {
        if service.athlete != nil {
            throw context.failure(.usage, "a roster names its athletes; choose among them with --athletes")
        }
        self.members = members
        rosterFile = loading.file.path
        self.comparison = Comparing(service: service, comparison: comparison, isVerbose: output.verbose)
        failFast = squad.failFast
        isQuiet = output.quiet
        var context = context
        if service.sandbox {
            context.sandbox = try await .squad(members, service, rosterFile: loading.file.path, context)
        } else {
            try SquadComparison.checkKeys(members, context)
        }
        self.context = context
        isInterrupted = context.interrupts()
    }

    /// Without any key for anybody there is nothing to begin with.
    private static func checkKeys(_ members: [SquadLoading.Member], _ context: CommandContext) throws {
        let names = context.environment.filter { !$0.value.isEmpty }.keys
        let isKnown =
            names.contains { $0 == "INTERVALS_ACCESS_TOKEN" || $0.hasPrefix("INTERVALS_API_KEY") }
            || members.contains { $0.athlete.credential != nil || $0.athlete.sharedCredential != nil }
        guard !isKnown else { return }
        throw context.failure(
            .usage,
            "no key: set INTERVALS_API_KEY, give the roster a `credential`, or try --sandbox first")
    }

    // MARK: Comparing

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
        let options = comparison
        let file = rosterFile
        let outcomes = await SquadRun(members, failFast: failFast, context).outcomes(
            isInterrupted: isInterrupted, progress: progress("compared")
        ) { member, own in
            var service = options.service
            service.athlete = member.athlete.id.value
            let result = try await PlanComparison.make(
                member.spec, member.schedule, file: file, service: service, comparison: options.comparison,
                verbose: options.isVerbose, own)
            own.console.say(result.remarks.map { $0 + "\n" }.joined())
            return result
        }
        sayTalk(of: outcomes)
        let athletes = outcomes.map { outcome in
            var athlete = AthleteChanges(outcome.member)
            athlete.changes = outcome.value?.changes
            athlete.status = outcome.value?.changes.exitStatus ?? Int(outcome.status.rawValue)
            athlete.error = outcome.error
            return athlete
        }
        return Compared(changes: SquadChanges(athletes), comparisons: outcomes.map(\.value))
    }

    // MARK: Applying

    /// Writes what is to be done; what failed to be compared stays as it is.
    func applied(_ compared: Compared) async -> SquadChanges {
        let waiting = zip(members, compared.comparisons).filter { $0.1 != nil }.map(\.0)
        let comparisons = compared.comparisons.compactMap(\.self)
        let places = Dictionary(
            zip(waiting.map(\.place), comparisons), uniquingKeysWith: { first, _ in first })
        let outcomes = await SquadRun(waiting, failFast: failFast, context).outcomes(
            isInterrupted: isInterrupted, progress: progress("applied")
        ) { member, own -> ApplyReport? in
            guard let comparison = places[member.place] else { return nil }
            return await comparison.publisher.apply(
                comparison.changes, planned: comparison.planned, isInterrupted: own.interrupts())
        }
        var result = compared.changes
        var next = outcomes.makeIterator()
        for index in result.athletes.indices where compared.comparisons[index] != nil {
            guard let outcome = next.next() else { break }
            result.athletes[index].report = outcome.value ?? nil
            result.athletes[index].status = outcome.value??.exitStatus ?? Int(outcome.status.rawValue)
            result.athletes[index].error = outcome.error ?? outcome.value??.failure
        }
        return result
    }

    // MARK: Talking

    /// What was said for each athlete, under the name of each.
    private func sayTalk(of outcomes: [SquadRun.Outcome<PlanComparison>]) {
        for outcome in outcomes where !outcome.talk.isEmpty && (!isQuiet || outcome.error != nil) {
            let lines = outcome.lines.map { "\(outcome.member.athlete.title): \($0)\n" }
            context.console.say(lines.joined())
        }
    }

    /// Counts athletes on a terminal and keeps silent in a pipe.
    private func progress(_ what: String) -> @Sendable (Int) -> Void {
        let (console, total, isQuiet) = (context.console, members.count, isQuiet)
        return { done in
            guard console.isErrorTerminal, !isQuiet else { return }
            console.say("\r\(done) of \(total) athletes \(what)\(done == total ? "\n" : "")")
        }
    }
}

extension SquadLoading.Member {
    /// What tells the members of a squad apart.
    fileprivate var place: String { athlete.id.value + " " + spec.id.value }
}

extension AthleteChanges {
    fileprivate init(_ member: SquadLoading.Member) {
        self.init(athlete: member.athlete.id.value, name: member.athlete.name, plan: member.spec.id.value)
    }
}

extension SandboxService {
    /// The service of our own with every athlete of a squad; its key is a coach's.
    fileprivate static func squad(
        _ members: [SquadLoading.Member], _ options: ServiceOptions, rosterFile: String, _ context: CommandContext
    ) async throws -> SandboxService {
        let sandbox = try ServiceConnection.sandbox(
            options, planFile: rosterFile, today: try options.day.stated(context), fresh: .fresh(), context)
        let athletes = members.map { member in
            SquadSeat(
                id: member.athlete.id.value, name: member.athlete.name ?? member.athlete.id.value,
                zone: member.spec.athlete.timezone ?? "Europe/Rome", day: member.spec.start.value - 1,
                ctl: member.schedule.fitness.ctl, atl: member.schedule.fitness.atl)
        }
        do {
            try await sandbox.change { data in
                for athlete in athletes where !data.knows(athlete.id) {
                    data.addAthlete(id: athlete.id, name: athlete.name, timezone: athlete.zone)
                    data.grant(.write, to: "i1", on: athlete.id)
                    data.setFitness(athlete: athlete.id, on: athlete.day, ctl: athlete.ctl, atl: athlete.atl)
                }
            }
        } catch {
            throw context.failure(.failed, "the sandbox can't keep its athletes: \(error)")
        }
        return sandbox
    }
}

/// An athlete as the sandbox is told.
private struct SquadSeat: Sendable {
    let id: String
    let name: String
    let zone: String
    let day: CivilDate
    let ctl: Double
    let atl: Double
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
