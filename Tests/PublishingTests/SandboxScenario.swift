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

    init(_ switches: Switches = Switches(), workouts: Int = 12) {
        sandbox = SandboxService(switches: switches, clock: SandboxClock(today: Scenario.day(0)))
        client = IntervalsClient(
            baseURL: "http://sandbox.invalid", credential: .apiKey(Secret("sandbox")),
            transport: SandboxTransport(sandbox: sandbox),
            limiter: RateLimiter(perSecond: 10_000, burst: 10_000), clock: HastyClock(), random: { 0 })
        plan = Scenario(workouts: workouts)
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

    @discardableResult func apply() async throws -> ApplyReport {
        let publisher = Publisher(client, athlete: "i1")
        let live = try await publisher.read(plan.window)
        return await publisher.apply(plan.changeSet(live), live: live, planned: figures)
    }

    /// The event of a key; of copies the one with the lowest number.
    func event(_ key: String) async -> SandboxEvent? {
        let identifier = Marker.identifier(plan: plan.plan, key: key)
        return await sandbox.events().filter { $0.externalID.flatMap(Marker.init)?.identifier == identifier }
            .min { $0.id < $1.id }
    }
}

/// Carries requests to a sandbox in the same process.
private struct SandboxTransport: HTTPTransport {
    let sandbox: SandboxService

    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        let headers = Dictionary(request.headers.fields.map { ($0.name, $0.value) }) { _, last in last }
        let answer = await sandbox.handle(
            SandboxRequest(method: request.method, path: request.target, headers: headers, body: request.body ?? []))
        guard answer.delivery == .whole else { throw .unknownOutcome("the connection ended early") }
        let fields = answer.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return HTTPResponse(status: answer.status, headers: HTTPHeaders(fields), body: answer.body)
    }
}

/// A clock on which every wait is over at once.
private struct HastyClock: ServiceClock {
    var uptime: Duration { .zero }
    var secondsSinceEpoch: Int { 0 }
    func sleep(for duration: Duration) async throws {}
}
