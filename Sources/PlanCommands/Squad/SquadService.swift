import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Sandbox

/// The service as it is asked for several athletes of a roster.
struct SquadService: Sendable {
    /// The athletes with their plans.
    let members: [SquadLoading.Member]
    /// Where `.plan/` lies beside.
    let rosterFile: String
    /// Tells whether Ctrl-C was pressed.
    let isInterrupted: @Sendable () -> Bool
    private let options: ServiceOptions
    /// Whether one athlete's failure ends the run for all.
    let failFast: Bool
    private let isQuiet: Bool
    private let context: CommandContext

    /// Gets the service ready: one of our own with all athletes, or the keys to a real one.
    init(
        _ loading: SquadLoading, _ members: [SquadLoading.Member], service: ServiceOptions, failFast: Bool,
        output: OutputOptions, _ context: CommandContext
    ) async throws {
        if service.athlete != nil {
            throw context.failure(.usage, "a roster names its athletes; choose among them with --athletes")
        }
        self.members = members
        rosterFile = loading.file.path
        options = service
        self.failFast = failFast
        isQuiet = output.quiet
        var context = context
        if service.sandbox, context.sandbox == nil {
            context.sandbox = try await .squad(members, service, rosterFile: loading.file.path, context)
        } else if !service.sandbox {
            try SquadService.checkKeys(members, context)
        }
        // One moment for all, so that the journals of all athletes call this run by one name.
        let start = context.now()
        context.now = { start }
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
            .usage, "no key: set INTERVALS_API_KEY, give the roster a `credential`, or try --sandbox first")
    }

    /// Does the same for several athletes side by side, and says what was said for each under the athlete's name.
    ///
    /// - Parameters:
    ///   - verb: what is done, as in `3 of 9 athletes compared`.
    ///   - chosen: the athletes; nil for all.
    ///   - isFailure: whether what came of it is a failure of its own kind.
    func outcomes<Value: Sendable>(
        _ verb: String, among chosen: [SquadLoading.Member]? = nil,
        isFailure: @escaping @Sendable (Value) -> Bool = { _ in false },
        _ body: @escaping @Sendable (SquadLoading.Member, ServiceOptions, CommandContext) async throws -> Value
    ) async -> [SquadRun.Outcome<Value>] {
        let options = options
        let chosen = chosen ?? members
        let outcomes = await SquadRun(chosen, failFast: failFast, context).outcomes(
            isInterrupted: isInterrupted, progress: progress(verb, chosen.count), isFailure: isFailure
        ) { member, own in
            var service = options
            service.athlete = member.athlete.id.value
            return try await body(member, service, own)
        }
        for outcome in outcomes where !outcome.talk.isEmpty && (!isQuiet || outcome.error != nil) {
            context.console.say(outcome.lines.map { "\(outcome.member.athlete.title): \($0)\n" }.joined())
        }
        return outcomes
    }

    /// Counts athletes on a terminal and keeps silent in a pipe.
    private func progress(_ verb: String, _ total: Int) -> @Sendable (Int) -> Void {
        let (console, isQuiet) = (context.console, isQuiet)
        return { done in
            guard console.isErrorTerminal, !isQuiet else { return }
            console.say("\r\(done) of \(total) athletes \(verb)\(done == total ? "\n" : "")")
        }
    }
}

extension SandboxService {
    /// The service of our own with every athlete of a squad; its key is a coach's.
    fileprivate static func squad(
        _ members: [SquadLoading.Member], _ options: ServiceOptions, rosterFile: String, _ context: CommandContext
    ) async throws -> SandboxService {
        let sandbox = try ServiceConnection.sandbox(
            options, planFile: rosterFile, today: try options.day.stated(context), fresh: .fresh(), context)
        let seats = members.map(SquadSeat.init)
        do {
            try await sandbox.change { data in
                for seat in seats where !data.knows(seat.id) {
                    data.addAthlete(id: seat.id, name: seat.name, timezone: seat.zone)
                    data.grant(.write, to: "i1", on: seat.id)
                    data.setFitness(athlete: seat.id, on: seat.day, ctl: seat.ctl, atl: seat.atl)
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

    init(_ member: SquadLoading.Member) {
        id = member.athlete.id.value
        name = member.athlete.name ?? member.athlete.id.value
        zone = member.spec.athlete.timezone ?? "Europe/Rome"
        day = member.spec.start.value - 1
        ctl = member.schedule.fitness.ctl
        atl = member.schedule.fitness.atl
    }
}
