import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

private let file = "Plans/small.plan.yaml"

/// Commands with a memory, against a service of their own in this process.
@Suite struct StateCommandTests {
    /// A world whose service lives as long as the world.
    private func world(isTerminal: Bool = false) throws -> World {
        let today = try #require(CivilDate("2026-12-28"))
        return World(
            [file: smallPlan, "Templates/t.yaml": smallTemplates], isTerminal: isTerminal,
            sandbox: SandboxService(clock: SandboxClock(today: today)))
    }

    private func run(_ world: World, _ words: String...) async -> Int32 {
        world.clear()
        return await world.run(words + ["--sandbox", "--today", "2026-12-28"])
    }

    private func apply(_ world: World, _ more: String...) async -> Int32 {
        world.clear()
        return await world.run(["apply", file, "--yes", "--sandbox", "--today", "2026-12-28"] + more)
    }

    private let state = "Plans/.plan/sandbox/state/i1/small.json"

    @Test("an apply leaves state, journal and .gitignore beside the plan; a second one leaves them alone")
    func files() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        let text = try #require(world.file(state))
        #expect(text.contains("\"generation\": 1") && text.split(separator: "\n").count { $0.contains("\"key\"") } == 6)
        #expect(world.file("Plans/.plan/.gitignore")?.contains("!state/") == true)
        #expect(world.file("Plans/.plan/sandbox/log/i1.jsonl")?.split(separator: "\n").count == 14)
        #expect(await apply(world) == 0)
        #expect(world.file(state) == text)
    }

    @Test("a diff writes nothing at all")
    func diff() async throws {
        let world = try world()
        let before = world.paths.sorted()
        #expect(await run(world, "diff", file) == 0)
        #expect(world.paths.sorted() == before)
    }

    @Test("7: what can't be written down is not sent", arguments: ["/log/", "/state/"])
    func unwritable(place: String) async throws {
        let world = try world()
        world.unwritable = [place]
        #expect(await apply(world) == 1)
        #expect(world.talk.contains("No space left on device") && world.talk.contains("nothing was written"))
        #expect(await world.sandbox?.events().isEmpty == true)
        world.unwritable = []
        #expect(await apply(world) == 0)
    }

    @Test("9: a state of another plan or athlete, or a broken one, is refused; rebuilding is the way out")
    func foreignState() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        let text = try #require(world.file(state))
        for wrong in [text.replacing("\"i1\"", with: "\"i2\""), text.replacing("small", with: "large"), "{", ""] {
            world.set(state, wrong)
            #expect(await apply(world) == 1)
            #expect(world.talk.contains(state))
        }
        #expect(await run(world, "state", "rebuild", file) == 0)
        #expect(await apply(world) == 0)
        #expect(world.output.contains("6 unchanged"))
    }

    @Test("13: what the athlete deleted is listed, not made again, until it is restored")
    func deleted() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        let sandbox = try #require(world.sandbox)
        let id = try #require(await sandbox.events().first { $0.externalID?.contains("base.w1.long") == true }).id
        try await sandbox.delete(event: id)
        #expect(await apply(world) == 0)
        #expect(world.output.contains("x base.w1.long"))
        #expect(await sandbox.events().count == 5)
        #expect(await apply(world, "--restore", "base.w1.long") == 0)
        #expect(await sandbox.events().count == 6)
    }

    @Test("30: an older plan is refused until it is accepted")
    func older() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        let text = try #require(world.file(file))
        world.set(file, text.replacing("[300, 320]", with: "[300, 340]"))
        #expect(await apply(world) == 0)
        world.set(file, text)
        #expect(await apply(world) == 4)
        #expect(world.output.contains("--accept-older"))
        #expect(await apply(world, "--accept-older") == 0)
    }

    @Test("undo takes the last apply back, history lists both")
    func undo() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        #expect(await run(world, "undo", "--yes") == 4)
        #expect(world.output.contains("--expect-deletes 6"))
        #expect(await run(world, "undo", "--yes", "--expect-deletes", "6") == 0)
        #expect(await world.sandbox?.events().isEmpty == true)
        world.clear()
        #expect(await world.run("history", "--sandbox") == 0)
        #expect(world.output.split(separator: "\n").count == 3 && world.output.contains("undo"))
        #expect(await apply(world) == 0)
    }

    @Test("drift ends with 2 where people changed something, if asked to")
    func drift() async throws {
        let world = try world()
        #expect(await apply(world) == 0)
        #expect(await run(world, "drift", file, "--detailed-exitcode") == 0)
        let sandbox = try #require(world.sandbox)
        let id = try #require(await sandbox.events().first).id
        try await sandbox.edit(event: id, #"{"name": "Mine"}"#)
        #expect(await run(world, "drift", file, "--detailed-exitcode") == 2)
        #expect(world.output.contains("1 edited"))
    }

    @Test("the folder of a service is named by host and port")
    func hosts() {
        #expect(PlanFolder.host(of: "http://127.0.0.1:8080") == "127.0.0.1-8080")
        #expect(PlanFolder.host(of: "https://Intervals.ICU/") == PlanFolder.host(of: "https://intervals.icu:443"))
        #expect(PlanFolder.host(of: "http://[::1]:99/api/v1") == "---1--99")
        #expect(PlanFolder.host(of: "http://localhost") == "localhost-80")
    }
}
