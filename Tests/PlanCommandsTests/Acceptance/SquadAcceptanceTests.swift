import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance of runs over a roster.
@Suite struct SquadAcceptanceTests {
    private func athletes(_ world: World) throws -> [[String: Any]] {
        let value = try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any]
        return try #require(value?["athletes"] as? [[String: Any]], "\(world.output)\(world.talk)")
    }

    private func statuses(_ world: World) throws -> [Int] {
        try athletes(world).compactMap { $0["status"] as? Int }
    }

    /// The plan as it is next week: everything renamed, Thursdays gone.
    private func change(_ world: World) {
        world.set("Templates/t.yaml", smallTemplates.replacing("name: Ride", with: "name: Spin"))
        let plan = smallPlan.replacing("count: 2, day: [tue, thu]", with: "day: tue")
        world.set("Plans/small.plan.yaml", plan + "rails: {updates: 100%, deletes: 100%}\n")
    }

    /// A squad whose calendars are filled, a world that remembers, and a changed plan.
    private func changed(_ behaviour: String = "plain") async throws -> (squad: Squad, world: World) {
        let squad = try await Squad(try #require(Rehearsal.behaviours[behaviour]))
        let world = squad.world()
        #expect(await squad.run(world, "apply", "--yes") == 0, "\(world.talk)")
        change(world)
        world.clear()
        await squad.service.resetLog()
        return (squad, world)
    }

    private func names(_ squad: Squad, of athlete: String) async -> [String] {
        await squad.service.events(of: athlete).map(\.name)
    }

    @Test(
        "27: a 401 in the middle of three athletes: that one ends with 5 and no delete, the others are done",
        arguments: Rehearsal.both)
    func unauthorized(behaviour: String) async throws {
        let (squad, world) = try await changed(behaviour)
        // Where a PUT replaces the event, the first one is refused, unless another athlete's run has learnt it before.
        let skip = behaviour == "(c) PUT replaces" ? 2 : 1
        await squad.service.script([
            .when(
                method: "PUT", path: "athlete/i102/events/", skip: skip, times: nil,
                .answer(status: 401, headers: [:], body: "{}"))
        ])
        #expect(await squad.run(world, "apply", "--yes", "--format", "json") == 5)
        #expect(try statuses(world) == [0, 5, 0], "\(world.output)\(world.talk)")
        let results = try athletes(world).map { athlete in
            (athlete["changes"] as? [[String: Any]] ?? []).filter { $0["action"] as? String == "delete" }
                .compactMap { $0["result"] as? String }
        }
        #expect(results == [["done", "done"], ["skipped", "skipped"], ["done", "done"]])
        #expect(await !squad.writes(to: "i102").contains { $0.path.contains("bulk-delete") && $0.status == 200 })
        #expect(await names(squad, of: "i101") == Array(repeating: "Spin", count: 4))
        #expect(await names(squad, of: "i103") == Array(repeating: "Spin", count: 4))
        let hit = await names(squad, of: "i102")
        #expect(hit.count == 6 && hit.count { $0 == "Spin" } <= skip)
        // Nothing was tried after the refusal.
        #expect(await squad.writes(to: "i102").count { $0.status == 401 } == 1)
        await squad.service.script([])
        await squad.service.resetLog()
        world.clear()
        #expect(await squad.run(world, "apply", "--yes", "--format", "json") == 0, "\(world.talk)")
        #expect(await squad.writes(to: "i101").isEmpty)
        #expect(await squad.writes(to: "i103").isEmpty)
        #expect(await names(squad, of: "i102") == Array(repeating: "Spin", count: 4))
    }

    /// A roster whose athletes of one lane come one after the other: the first fails.
    private func failing(_ words: String...) async throws -> (status: Int32, world: World, squad: Squad) {
        let roster =
            "format: 1\nid: many\nplan: small.plan.yaml\nathletes:\n"
            + ["i101", "i102", "i103"].map { "  - {id: \($0)}\n" }.joined()
        let squad = try await Squad()
        await squad.service.script([
            .when(path: "athlete/i101", times: nil, .answer(status: 403, headers: [:], body: "{}"))
        ])
        let world = squad.world(roster: roster)
        let status = await world.run(words + [Squad.file, "--sandbox", "--today", "2026-12-28", "--format", "json"])
        return (status, world, squad)
    }

    @Test("--fail-fast: after one athlete failed before the first write nothing is written for anybody")
    func failFast() async throws {
        let slow = try await failing("apply", "--yes")
        #expect(slow.status == 5)
        #expect(try statuses(slow.world) == [1, 0, 0])
        #expect(await slow.squad.service.events().count == 12)
        let fast = try await failing("apply", "--yes", "--fail-fast")
        #expect(fast.status == 1)
        #expect(try statuses(fast.world).first == 1)
        #expect(await fast.squad.service.events().isEmpty)
        #expect(await !fast.squad.service.requestLog.contains { $0.method != "GET" })
    }

    @Test("--fail-fast: a rail that refuses one athlete stops all as well")
    func failFastRail() async throws {
        let (squad, world) = try await changed()
        // Anna's calendar shows nothing.
        await squad.service.script([.when(method: "GET", path: "athlete/i101/events", times: nil, .emptyList)])
        // An athlete with whom it did not begin counts as failed.
        #expect([1, 4].contains(await squad.run(world, "apply", "--yes", "--fail-fast", "--format", "json")))
        #expect(try statuses(world).first == 4)
        for id in ["i101", "i102", "i103"] { #expect(await squad.writes(to: id).isEmpty) }
        world.clear()
        #expect(await squad.run(world, "apply", "--yes", "--format", "json") == 5)
        #expect(try statuses(world) == [4, 0, 0])
    }

    @Test("a saved squad is applied without asking, once, and per athlete refused where something moved on")
    func savedSquad() async throws {
        let (squad, world) = try await changed()
        #expect(await squad.run(world, "diff", "-o", "c.json", "--format", "json") == 0)
        let bens = try #require(await squad.service.events(of: "i102").first)
        try await squad.service.edit(event: bens.id, #"{"description": "- 20m 50%"}"#)
        await squad.service.resetLog()
        let apply = ["apply", "c.json", "--sandbox", "--today", "2026-12-28", "--format", "json"]
        world.clear()
        #expect(await world.run(apply) == 5, "\(world.talk)")
        #expect(try statuses(world) == [0, 6, 0])
        #expect(await squad.writes(to: "i102").isEmpty)
        #expect(await names(squad, of: "i101") == Array(repeating: "Spin", count: 4))
        await squad.service.resetLog()
        world.clear()
        _ = await world.run(apply)
        #expect(try statuses(world) == [0, 6, 0])
        #expect(await squad.service.requestLog.allSatisfy { $0.method == "GET" })
    }

    @Test("a saved squad holds to the rails, and takes an acknowledgement", arguments: [true, false])
    func savedRails(isAcknowledged: Bool) async throws {
        let (squad, world) = try await changed()
        let plan = try #require(world.file("Plans/small.plan.yaml"))
        world.set("Plans/small.plan.yaml", plan.replacing("rails: {updates: 100%, deletes: 100%}\n", with: ""))
        #expect(await squad.run(world, "diff", "-o", "c.json", "--format", "json") == 4)
        await squad.service.resetLog()
        let more = isAcknowledged ? ["--expect-updates", "4"] : []
        let status = await world.run(["apply", "c.json", "--sandbox", "--today", "2026-12-28"] + more)
        #expect(status == (isAcknowledged ? 0 : 4), "\(world.talk)")
        #expect(await squad.service.requestLog.contains { $0.method != "GET" } == isAcknowledged)
    }

    @Test("undo of a roster takes the last run back for everybody, but for what one athlete edited")
    func undo() async throws {
        let (squad, world) = try await changed()
        let before = await squad.service.events().map { "\($0.athleteID) \($0.name) \($0.start)" }.sorted()
        #expect(await squad.run(world, "apply", "--yes") == 0, "\(world.talk)")
        let edited = try #require(await squad.service.events(of: "i102").first)
        try await squad.service.edit(event: edited.id, #"{"name": "Mine"}"#)
        world.clear()
        let undo = ["--yes", "--format", "json"]
        let words = ["undo", Squad.file, "--sandbox", "--today", "2026-12-28"]
        #expect(await world.run(words + undo) == 0, "\(world.output)\(world.talk)")
        #expect(try statuses(world) == [0, 0, 0])
        let after = await squad.service.events().map { "\($0.athleteID) \($0.name) \($0.start)" }.sorted()
        let expected = before.map { $0 == "i102 Ride \(edited.start)" ? "i102 Mine \(edited.start)" : $0 }.sorted()
        #expect(after == expected)
    }

    @Test("drift of a roster tells who changed what, and ends with 2 if asked to")
    func drift() async throws {
        let squad = try await Squad()
        let world = squad.world()
        #expect(await squad.run(world, "apply", "--yes") == 0)
        #expect(await squad.run(world, "drift", "--detailed-exitcode") == 0)
        let edited = try #require(await squad.service.events(of: "i102").first)
        try await squad.service.edit(event: edited.id, #"{"name": "Mine"}"#)
        let gone = try #require(await squad.service.events(of: "i103").first)
        try await squad.service.delete(event: gone.id)
        await squad.service.resetLog()
        world.clear()
        #expect(await squad.run(world, "drift", "--detailed-exitcode", "--format", "json") == 2)
        #expect(try statuses(world) == [0, 2, 2])
        let whys = try athletes(world).map { athlete in
            (athlete["kept"] as? [[String: Any]] ?? []).compactMap { $0["why"] as? String }
        }
        #expect(whys == [[], ["edited_by_athlete"], ["deleted_by_athlete"]])
        world.clear()
        #expect(await squad.run(world, "drift") == 0)
        #expect(world.output.contains("Ben") && world.output.contains("Cleo"))
        #expect(await squad.service.requestLog.allSatisfy { $0.method == "GET" })
    }
}
