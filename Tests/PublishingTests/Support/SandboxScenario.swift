import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Workouts

@testable import Publishing

/// A plan, the service in miniature and a client between them, all in this process.
struct SandboxScenario {
    var plan = Scenario(workouts: 0)
    let sandbox: SandboxService
    let client: IntervalsClient
    /// What lies between client and service.
    let wire: SandboxWire
    /// The clock of the client, on which waits are noted.
    let clock = NotingClock()

    init(_ switches: Switches = Switches(), workouts: Int = 12) {
        self.init(
            SandboxService(switches: switches, clock: SandboxClock(today: Scenario.day(0))),
            plan: Scenario(workouts: workouts))
    }

    /// A scenario over a service that is there already, as another program or another key sees it.
    init(_ sandbox: SandboxService, plan: Scenario, key: String = "sandbox") {
        self.sandbox = sandbox
        self.plan = plan
        wire = SandboxWire(sandbox)
        client = IntervalsClient(
            baseURL: "http://sandbox.invalid", credential: .apiKey(Secret(key)), transport: wire,
            limiter: RateLimiter(perSecond: 10_000, burst: 1, clock: clock), clock: clock, random: { 0.5 })
    }

    /// What our own model makes of the workouts with the sandbox's thresholds.
    var figures: [String: PlannedFigures] {
        let thresholds = Thresholds(ftp: 250, lthr: 160)
        let pairs = plan.desired.filter(\.hasSteps).map { event -> (String, PlannedFigures) in
            let workout = Workout.read(event.content.description).workout
            let planned = workout.planned(sport: .ride, thresholds: thresholds)
            return (
                event.key,
                PlannedFigures(steps: workout.stepCount, duration: planned.duration, load: planned.load)
            )
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// What an apply would do now.
    func diff() async throws -> ChangeSet {
        plan.changeSet(try await plan.read(Publisher(client, athlete: "i1")))
    }

    /// Applies and forgets.
    @discardableResult func apply() async throws -> ApplyReport {
        let publisher = Publisher(client, athlete: "i1")
        let live = try await publisher.read(plan.window)
        return await publisher.apply(plan.changeSet(live), live: live, planned: figures)
    }

    /// Applies as the program does: what is remembered goes through the text of the state file.
    @discardableResult mutating func applyAndRemember(
        isInterrupted: @Sendable () -> Bool = { false }
    ) async throws -> ApplyReport {
        let publisher = Publisher(client, athlete: "i1")
        let live = try await plan.read(publisher)
        let changes = plan.changeSet(live)
        guard !changes.isRefused, !changes.changes.isEmpty else {
            let report = await publisher.apply(changes)
            if !changes.isRefused { try plan.remember(plan.memory.after(report, live: live, desired: plan.desired)) }
            return report
        }
        let before = plan.memory
        try plan.remember(before.intending(changes))
        let report = await publisher.apply(changes, live: live, planned: figures, isInterrupted: isInterrupted)
        try plan.remember(before.after(report, live: live, desired: plan.desired))
        return report
    }

    /// Begins to apply and dies after so many requests of the run; tells whether the run had more to ask.
    mutating func applyAndDie(after requests: Int) async throws -> Bool {
        let publisher = Publisher(client, athlete: "i1")
        let live = try await plan.read(publisher)
        let changes = plan.changeSet(live)
        try plan.remember(plan.memory.intending(changes))
        var run = PublishingRun(changes, live: live, planned: figures)
        for _ in 0..<requests {
            guard let request = run.next() else { return false }
            run.receive(await publisher.reply(to: request, in: plan.window))
        }
        return run.next() != nil
    }

    /// The event of a key; of copies the one with the lowest number.
    func event(_ key: String) async -> SandboxEvent? {
        let identifier = Marker.identifier(plan: plan.plan, key: key)
        return await sandbox.events().filter { $0.externalID.flatMap(Marker.init)?.identifier == identifier }
            .min { $0.id < $1.id }
    }

    /// The calendar as far as the plan decides it: one line an event, without the service's numbers.
    func calendar() async -> [String] {
        await sandbox.events().map { event in
            let key = event.externalID.flatMap(Marker.init)?.identifier ?? "-"
            let text = (event.description ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return "\(key) \(event.category) \(event.type ?? "") \(event.name) \(event.start) \(event.end) \(text)"
        }.sorted()
    }

    /// Requests that wrote or tried to, since the log was emptied.
    func writes() async -> [LoggedRequest] {
        await sandbox.requestLog.filter { $0.method != "GET" }
    }
}
