import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

@Suite struct PullCommandTests {
    private static let file = "Plans/pulled.plan.yaml"

    /// A calendar that people filled by hand.
    private static let events = [
        #"{"category": "WORKOUT", "type": "Ride", "name": "Tempo: 2 x 20", "start_date_local": "2027-01-05T18:30:00", "description": "Even and calm.\n\n- 10m 60%\n- 20m 80%\n", "target": "POWER"}"#,
        #"{"category": "WORKOUT", "type": "Ride", "name": "Tempo: 2 x 20", "start_date_local": "2027-01-07T00:00:00", "description": "- 1h 65%"}"#,
        #"{"category": "WORKOUT", "type": "WeightTraining", "name": "Gym", "start_date_local": "2027-01-06T00:00:00", "description": "• Squat 3x5\n• Plank 40″\n", "moving_time": 2715}"#,
        ##"{"category": "WORKOUT", "type": "Run", "name": "#1 [club], \"fast\"", "start_date_local": "2027-01-09T09:00:00", "moving_time": 3600, "icu_training_load": 55}"##,
        #"{"category": "WORKOUT", "type": "VirtualRide", "name": "Costs ${5}", "start_date_local": "2027-01-10T00:00:00", "description": "Pay ${5}\n- 30m 55%\n", "indoor": true}"#,
        #"{"category": "NOTE", "name": "Call", "start_date_local": "2027-01-08T00:00:00", "description": "Ask about sleep."}"#,
        #"{"category": "NOTE", "name": "Easy week", "start_date_local": "2027-01-11T00:00:00", "for_week": true}"#,
        #"{"category": "SEASON_START", "name": "New season", "start_date_local": "2027-01-04T00:00:00"}"#,
        #"{"category": "RACE_B", "type": "Ride", "name": "Hill climb", "start_date_local": "2027-01-17T10:00:00", "moving_time": 3600, "icu_training_load": 90, "description": "Bring lights."}"#,
    ]

    private func service(
        _ events: [String] = events, _ behaviour: String = "plain"
    ) async throws -> SandboxService {
        let today = try #require(CivilDate("2026-12-28"))
        let switches = try #require(Rehearsal.behaviours[behaviour])
        let service = SandboxService(data: .fresh(), switches: switches, clock: SandboxClock(today: today))
        for event in events { try await service.add(event) }
        return service
    }

    private func run(_ world: World, _ command: String, _ more: String...) async -> Int32 {
        await world.run([command] + more + ["--sandbox", "--today", "2026-12-28"])
    }

    /// Without (b): where a PUT can't put a marker on an event there is no adopting.
    @Test(
        "39: after adopt the plan that was pulled changes nothing, and fmt leaves it as it is",
        arguments: Rehearsal.both.filter { !$0.hasPrefix("(b)") })
    func roundTrip(behaviour: String) async throws {
        let service = try await service(Self.events, behaviour)
        let world = World(sandbox: service)
        #expect(await run(world, "pull", "--from", "2027-01-04", "-o", Self.file) == 0, "\(world.talk)")
        #expect(world.talk == "")
        #expect(await world.run("check", Self.file) == 0, "\(world.talk)\(world.file(Self.file) ?? "")")
        #expect(await world.run("fmt", "--check", Self.file) == 0, "\(world.output)")
        let before = await service.events()
        #expect(await run(world, "adopt", Self.file, "--yes") == 0, "\(world.talk)")
        let after = await service.events()
        #expect(after.map(\.id) == before.map(\.id))
        #expect(after.map(\.description) == before.map(\.description))
        let puts = await service.requestLog.count { $0.method == "PUT" }
        // Where a PUT replaces the event, the first one shows it and is sent again as a whole.
        #expect(puts == Self.events.count + (behaviour == "(c) PUT replaces" ? 1 : 0))
        #expect(await service.requestLog.allSatisfy { $0.method == "GET" || $0.method == "PUT" })
        let diff = World(["Plans/pulled.plan.yaml": world.file(Self.file) ?? ""], sandbox: service)
        #expect(await run(diff, "diff", Self.file, "--detailed-exitcode") == 0, "\(diff.output)")
        #expect(diff.output.contains("Unchanged \(Self.events.count)"), "\(diff.output)")
    }

    @Test("a library plan comes back as a plan that wants the same workouts on the same days")
    func folder() async throws {
        let world = World(
            ["Plans/small.plan.yaml": smallPlan, "Templates/t.yaml": smallTemplates], sandbox: try await service([]))
        let push = ["library", "push", "Plans/small.plan.yaml", "--as-plan", "--folder", "Block", "--yes"]
        #expect(await world.run(push + ["--sandbox", "--today", "2026-12-28"]) == 0, "\(world.talk)")
        #expect(await run(world, "pull", "--folder", "Block") == 64)
        #expect(await run(world, "pull", "--folder", "Block", "--from", "2027-01-04", "-o", Self.file) == 0)
        func events(_ file: String) async throws -> [String] {
            world.clear()
            #expect(await world.run(["show", file, "--format", "json"]) == 0, "\(world.talk)")
            let value = try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any]
            return try #require(value?["events"] as? [[String: Any]]).map { event in
                ["date", "type", "name", "description", "load"].map { "\(event[$0] ?? "")" }.joined(separator: "|")
            }.sorted()
        }
        #expect(try await events(Self.file) == events("Plans/small.plan.yaml"))
        #expect(await run(world, "pull", "--folder", "None", "--from", "2027-01-04") == 1)
    }

    @Test("the same calendar gives the same bytes")
    func deterministic() async throws {
        let worlds = [World(sandbox: try await service()), World(sandbox: try await service())]
        for world in worlds { #expect(await run(world, "pull", "--from", "2027-01-04") == 0) }
        #expect(worlds[0].output == worlds[1].output)
        #expect(worlds[0].output.contains("start: 2027-01-04\n"))
    }

    @Test("what no plan can say stays out, and is told")
    func leftOut() async throws {
        let service = try await service([
            Self.events[0],
            #"{"category": "NOTE", "name": "List", "start_date_local": "2027-01-08T00:00:00", "description": "- a dash"}"#,
            #"{"category": "TARGET", "type": "Ride", "name": "Week", "start_date_local": "2027-01-04T00:00:00", "load_target": 300}"#,
            #"{"category": "WORKOUT", "type": "Ride", "name": "Just a name", "start_date_local": "2027-01-09T00:00:00"}"#,
        ])
        let world = World(sandbox: service)
        #expect(await run(world, "pull", "--from", "2027-01-04") == 0)
        #expect(world.talk.contains("left out: 1 TARGET"))
        #expect(world.talk.contains("List: a plan can't say its description"))
        #expect(!world.output.contains("List"))
    }

    @Test("an empty calendar makes no plan")
    func empty() async throws {
        #expect(await run(World(sandbox: try await service([])), "pull", "--from", "2027-01-04") == 1)
    }

    @Test("adopt asks first, and diff points to it where an event stands in the way")
    func hint() async throws {
        let service = try await service([
            #"{"category": "WORKOUT", "type": "Ride", "name": "Ride", "start_date_local": "2027-01-10T00:00:00", "description": "- 1h 65%"}"#
        ])
        let world = World(
            ["Plans/small.plan.yaml": smallPlan, "Templates/t.yaml": smallTemplates], isTerminal: true,
            answers: ["no"], sandbox: service)
        #expect(await run(world, "diff", "Plans/small.plan.yaml") == 0)
        #expect(world.output.contains("plan adopt"))
        #expect(await run(world, "adopt", "Plans/small.plan.yaml") == 1)
        #expect(await service.requestLog.allSatisfy { $0.method == "GET" })
    }
}
