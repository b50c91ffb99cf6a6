import Foundation
import Sandbox
import Testing

@testable import PlanCommands

@Suite struct SquadCommandTests {
    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func athletes(_ text: String) throws -> [[String: Any]] {
        try #require(try json(text)["athletes"] as? [[String: Any]])
    }

    @Test("one apply asks once and fills every calendar; the next does nothing")
    func applied() async throws {
        let squad = try await Squad()
        let world = squad.world(isTerminal: true, answers: ["yes"])
        #expect(await squad.run(world, "apply", "--format", "json") == 0)
        let members = try athletes(world.output)
        #expect(members.map { $0["athlete"] as? String } == ["i101", "i102", "i103"])
        #expect(members.map { $0["status"] as? Int } == [0, 0, 0])
        let totals = try #require(try json(world.output)["totals"] as? [String: Int])
        #expect(totals["create"] == 18)
        await squad.service.resetLog()
        let again = squad.world()
        #expect(await squad.run(again, "apply", "--yes") == 0)
        #expect(await squad.service.requestLog.allSatisfy { $0.method == "GET" })
        for id in ["i101", "i102", "i103"] { #expect(await squad.count("GET", of: id) == 1) }
    }

    @Test("an athlete whom the key may not see fails alone: 5 after writes, 1 for a look")
    func forbidden() async throws {
        let squad = try await Squad()
        try await squad.service.change { $0.grant(.read, to: "i2", on: "i102") }
        let world = squad.world()
        await squad.service.script([
            .when(path: "athlete/i102", times: nil, .answer(status: 403, headers: [:], body: "{}"))
        ])
        #expect(await squad.run(world, "diff", "--format", "json") == 1)
        let members = try athletes(world.output)
        #expect(members.map { $0["status"] as? Int } == [0, 1, 0])
        #expect(members[1]["totals"] is NSNull)
        #expect((members[1]["error"] as? String)?.contains("403") == true)
        #expect(members[0]["error"] is NSNull)
        #expect(await squad.run(squad.world(), "apply", "--yes") == 5)
        await squad.service.script([])
        await squad.service.resetLog()
        #expect(await squad.run(squad.world(), "apply", "--yes") == 1)
        #expect(await squad.count("POST", of: "i101") == 0)
    }

    @Test("--athletes takes ids, groups and globs", arguments: [("i101", 1), ("women", 2), ("i10*,a", 3), ("i10?", 3)])
    func chosen(pattern: String, count: Int) async throws {
        let squad = try await Squad()
        let world = squad.world()
        #expect(await squad.run(world, "diff", "--format", "json", "--athletes", pattern) == 0)
        #expect(try athletes(world.output).count == count)
    }

    @Test("the shards of a roster are its parts")
    func shards() async throws {
        let squad = try await Squad()
        var seen: [String] = []
        for shard in ["1/2", "2/2"] {
            let world = squad.world()
            #expect(await squad.run(world, "diff", "--format", "json", "--shard", shard) == 0)
            seen += try athletes(world.output).compactMap { $0["athlete"] as? String }
        }
        #expect(seen.sorted() == ["i101", "i102", "i103"])
        #expect(await squad.run(squad.world(), "diff", "--shard", "3/2") == 64)
    }

    @Test("changes pending are 2 where asked for, and rails of one refuse that one")
    func statuses() async throws {
        let squad = try await Squad()
        #expect(await squad.run(squad.world(), "diff", "--detailed-exitcode") == 2)
        #expect(await squad.run(squad.world(), "apply", "--yes") == 0)
        #expect(await squad.run(squad.world(), "diff", "--detailed-exitcode") == 0)
    }

    @Test("nobody there and no --yes is 64 without a request; no at the prompt is 1")
    func consent() async throws {
        let squad = try await Squad()
        #expect(await squad.run(squad.world(), "apply") == 64)
        #expect(await squad.service.requestLog.isEmpty)
        #expect(await squad.run(squad.world(isTerminal: true, answers: ["no"]), "apply") == 1)
        #expect(await squad.service.requestLog.allSatisfy { $0.method == "GET" })
    }

    @Test("an athlete's override is that athlete's alone")
    func overrides() async throws {
        let squad = try await Squad()
        let world = squad.world()
        #expect(await world.run(["show", Squad.file, "--format", "json"]) == 0)
        let loads = try athletes(world.output).map { athlete in
            (athlete["weeks"] as? [[String: Any]])?.first.flatMap { $0["target"] as? [String: Any] }?["load"] as? Int
        }
        #expect(loads == [300, 240, 300])
    }

    @Test("check names the athlete for whom a plan is at fault, and ends with 65")
    func faults() async throws {
        let squad = try await Squad()
        let world = squad.world(roster: Squad.roster.replacing("sun: 2h", with: "sun: never"))
        #expect(await world.run(["check", Squad.file]) == 65)
        #expect(world.talk.contains("Plans/three.roster.yaml:7:76: error"))
        #expect(await squad.run(world, "apply", "--yes") == 65)
        #expect(await squad.service.requestLog.isEmpty)
    }

    @Test("a plan alone has no athletes to choose from")
    func planAlone() async throws {
        #expect(await smallWorld().run("show", "Plans/small.plan.yaml", "--athletes", "i1") == 64)
    }
}

@Suite struct CredentialTests {
    private func environment(
        of credential: String, _ world: World,
        runProgram: @escaping @Sendable ([String]) throws -> [UInt8] = { _ in [] },
        mode: Int? = nil
    ) async throws -> [String: String] {
        var context = world.context
        context.runProgram = runProgram
        context.files.mode = { _ in mode }
        world.set(
            "Plans/r.yaml",
            "format: 1\nid: r\nplan: small.plan.yaml\ncredential: \(credential)\nathletes: [{id: i101}]\n")
        let squad = try #require(PlanLoading(path: "Plans/r.yaml", context).squad)
        return try squad.loadings[0].athlete.environment(context)
    }

    @Test("a command's output without its line end is the key, and nothing tells it")
    func command() async throws {
        let world = smallWorld()
        let found = try await environment(of: "{command: [pass, show]}", world) { words in
            #expect(words == ["pass", "show"])
            return Array("  canary\n".utf8)
        }
        #expect(found["INTERVALS_API_KEY"] == "canary")
        #expect(!world.talk.contains("canary"))
    }

    @Test("a key file that others may read is refused", arguments: [0o644, 0o640, 0o604])
    func wideFile(mode: Int) async throws {
        let world = smallWorld()
        world.set("Plans/coach.key", "canary\n")
        await #expect(throws: CommandFailure.self) {
            try await environment(of: "{file: coach.key}", world, mode: mode)
        }
        #expect(world.talk.contains("Plans/coach.key") && world.talk.contains("chmod 600"))
        #expect(!world.talk.contains("canary"))
    }

    @Test("a key file of its owner alone is read")
    func narrowFile() async throws {
        let world = smallWorld()
        world.set("Plans/coach.key", "canary\n")
        #expect(try await environment(of: "{file: coach.key}", world, mode: 0o600)["INTERVALS_API_KEY"] == "canary")
    }

    @Test("the variable of an athlete wins over the roster's")
    func ownVariable() async throws {
        let world = smallWorld(environment: ["COACH": "coach", "INTERVALS_API_KEY_I101": "own"])
        #expect(try await environment(of: "{env: COACH}", world)["INTERVALS_API_KEY"] == "own")
        let other = smallWorld(environment: ["COACH": "coach", "INTERVALS_API_KEY": "everybody's"])
        #expect(try await environment(of: "{env: COACH}", other)["INTERVALS_API_KEY"] == "coach")
    }
}
