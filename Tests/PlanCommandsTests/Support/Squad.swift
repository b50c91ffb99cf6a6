import CivilDates
import Foundation
import Sandbox

@testable import PlanCommands

/// A roster of three over the small plan, and a service of our own that keeps its requests.
struct Squad {
    /// The roster's path.
    static let file = "Plans/three.roster.yaml"

    static let roster = """
        format: 1
        id: three
        plan: small.plan.yaml
        athletes:
          - {id: i101, name: Anna, groups: [women, a]}
          - {id: i102, name: Ben, groups: [a], override: {load_factor: 80%}}
          - {id: i103, name: Cleo, groups: [women], override: {availability: {sun: 2h}}}

        """

    /// The service.
    let service: SandboxService

    /// A service whose key `coach` may write to the roster's athletes, and `own` only to the last.
    init(_ switches: Switches = Switches()) async throws {
        var data = SandboxData()
        data.addAthlete(id: "i1", name: "Coach", key: "coach")
        for (id, name) in [("i101", "Anna"), ("i102", "Ben"), ("i103", "Cleo")] {
            data.addAthlete(id: id, name: name, key: "key-\(id)")
            data.grant(.write, to: "i1", on: id)
        }
        // The key `sandbox` is what commands use on a service in the same process.
        data.addAthlete(id: "i2", name: "Sandbox", key: "sandbox")
        for id in ["i101", "i102", "i103"] { data.grant(.write, to: "i2", on: id) }
        service = SandboxService(
            data: data, switches: switches, clock: SandboxClock(today: CivilDate("2026-12-28") ?? .distantDay))
    }

    /// A world with the roster and the plan, whose commands ask the service.
    func world(
        roster: String = Squad.roster, isTerminal: Bool = false, environment: [String: String] = [:],
        answers: [String] = []
    ) -> World {
        World(
            [
                Squad.file: roster, "Plans/small.plan.yaml": smallPlan, "Templates/t.yaml": smallTemplates,
            ], environment: environment, isTerminal: isTerminal, answers: answers, sandbox: service)
    }

    /// Runs a command on the roster, on 2026-12-28.
    func run(_ world: World, _ command: String, _ more: String...) async -> Int32 {
        await world.run([command, Squad.file, "--sandbox", "--today", "2026-12-28"] + more)
    }

    /// Requests that wrote to an athlete's calendar or tried to, since the log was emptied.
    func writes(to athlete: String) async -> [LoggedRequest] {
        await service.requestLog.filter { $0.method != "GET" && $0.path.contains("athlete/\(athlete)/events") }
    }

    /// Requests of a method to an athlete since the log was emptied.
    func count(_ method: String, of athlete: String) async -> Int {
        await service.requestLog.count { $0.method == method && $0.path.contains("athlete/\(athlete)/events") }
    }
}

extension CivilDate {
    /// A day for what can't be otherwise.
    static var distantDay: CivilDate { CivilDate(daysSinceEpoch: 0) }
}
