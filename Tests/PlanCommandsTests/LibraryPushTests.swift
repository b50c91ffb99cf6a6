import CalendarDiff
import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Pushes into a library that other people use too.
@Suite struct LibraryPushTests {
    private let sandbox = SandboxService(clock: SandboxClock(today: CivilDate(daysSinceEpoch: 20_822)))
    private let file = "Templates/mine.yaml"

    private func templates(_ names: String..., minutes: Int = 60) -> [String: String] {
        let list = names.map { name in
            """
              \(name):
                name: \(name)
                sport: Ride
                text: |
                  - \(minutes)m 65%

            """
        }
        return [file: "format: 1\ntemplates:\n" + list.joined()]
    }

    private func push(
        _ files: [String: String], _ more: String..., sabotage: [String] = []
    ) async -> (status: Int32, world: World) {
        let world = World(files, sandbox: sandbox)
        world.unwritable = sabotage
        let arguments = ["library", "push", file, "--folder", "Mine", "--yes", "--sandbox", "--today", "2027-01-04"]
        return (await world.run(arguments + more), world)
    }

    /// Asks the service past the program, as other people do.
    private func ask(_ method: String, _ path: String, _ body: String = "") async -> [[String: Any]] {
        let key = Data("API_KEY:sandbox".utf8).base64EncodedString()
        let answer = await sandbox.handle(
            SandboxRequest(
                method: method, path: "/api/v1/athlete/i1" + path,
                headers: ["Authorization": "Basic \(key)", "Content-Type": "application/json"],
                body: Array(body.utf8)))
        let value = try? JSONSerialization.jsonObject(with: Data(answer.body))
        return value as? [[String: Any]] ?? (value as? [String: Any]).map { [$0] } ?? []
    }

    @Test("an update leaves the tags of people and the markers of other plans on the workout")
    func tags() async throws {
        #expect(await push(templates("ride")).status == 0)
        let workout = try #require(await ask("GET", "/workouts").first)
        let id = try #require(workout["id"] as? Int)
        let ours = try #require((workout["tags"] as? [String])?.first)
        let content = EventContent(date: CivilDate(daysSinceEpoch: 0), category: "WORKOUT", type: "Ride", name: "x")
        let theirs = Marker(plan: "other", key: "x", hashes: GroupHashes(of: content)).text
        // Theirs first: whoever takes the first marker for its own loses the workout.
        _ = await ask("PUT", "/workouts/\(id)", #"{"tags": ["favourite", "\#(theirs)", "\#(ours)"]}"#)
        let second = await push(templates("ride", minutes: 90))
        #expect(second.status == 0)
        #expect(second.world.output.contains("1 to change"))
        let after = try #require(await ask("GET", "/workouts").first)
        let tags = try #require(after["tags"] as? [String])
        #expect(after["description"] as? String == "- 90m 65%\n")
        #expect(tags.contains("favourite") && tags.contains(theirs) && tags.count == 3)
        #expect(await push(templates("ride", minutes: 90)).world.output.contains("unchanged 1"))
    }

    @Test("each push is written down before it is sent, apart from what undo takes back")
    func journal() async throws {
        let world = await push(templates("ride")).world
        let path = try #require(world.paths.first { $0.hasSuffix("library/i1.jsonl") })
        let lines = try #require(world.file(path)).split(separator: "\n")
        let kinds = lines.map { line in
            ["begin", "intent", "done", "end"].first { line.contains("\"kind\":\"\($0)\"") }
        }
        #expect(kinds == ["begin", "intent", "done", "end"])
        #expect(!world.paths.contains { $0.hasSuffix("log/i1.jsonl") })
    }

    @Test("a disk that takes no journal keeps every workout from being written")
    func fullDisk() async {
        let refused = await push(templates("ride"), sabotage: ["library/"])
        #expect(refused.status != 0)
        #expect(await ask("GET", "/workouts").isEmpty)
    }

    @Test("a push that deleted one workout and not the other ends with 5, and the next one completes it")
    func halfDeleted() async {
        #expect(await push(templates("a", "b", "c")).status == 0)
        await sandbox.script([.when(method: "DELETE", skip: 1, .answer(status: 500, body: "{}"))])
        let half = await push(templates("a"), "--expect-deletes", "2")
        #expect(half.status == 5)
        #expect(await ask("GET", "/workouts").count == 2)
        #expect(await push(templates("a"), "--expect-deletes", "1").status == 0)
        #expect(await ask("GET", "/workouts").count == 1)
    }

    @Test("what the templates leave open is said")
    func standIns() async {
        let text = smallTemplates.replacingOccurrences(of: "    sport: Ride\n", with: "")
        let world = await push([file: text]).world
        #expect(world.talk.contains("ride: names no sport and goes as a Ride"))
        #expect(world.talk.contains("ride: goes with the defaults of its parameters"))
    }

    // MARK: Commands on single things

    private func run(_ arguments: String..., files: [String: String] = [:]) async -> (status: Int32, world: World) {
        let world = World(files, sandbox: sandbox)
        return (await world.run(arguments + ["--sandbox", "--today", "2027-01-04"]), world)
    }

    private func event() async throws -> Int {
        let body = """
            {"category": "WORKOUT", "type": "Ride", "name": "x", "start_date_local": "2027-01-06T06:30:00"}
            """
        return try #require(await ask("POST", "/events", body).first?["id"] as? Int)
    }

    @Test("deletes that found only some of their events end with 5, with none of them 1")
    func deletes() async throws {
        let id = try await event()
        #expect(await run("events", "delete", "\(id)", "999999").status == 5)
        #expect(await run("events", "delete", "\(id)", "999999").status == 1)
    }

    @Test("library workouts deleted before a refusal end with 5 and are told")
    func libraryDeletes() async throws {
        _ = await push(templates("a", "b"))
        let ids = await ask("GET", "/workouts").compactMap { $0["id"] as? Int }
        await sandbox.script([.when(method: "DELETE", skip: 1, .answer(status: 403, body: "{}"))])
        let half = await run("library", "workouts", "delete", "\(ids[0])", "\(ids[1])")
        #expect(half.status == 5)
        #expect(half.world.talk.hasPrefix("plan: deleted \(ids[0]), but then: DELETE"))
    }

    @Test("an event that was created but can't be shown ends with 5 and its id")
    func createdUnseen() async {
        await sandbox.script([.when(method: "GET", path: "/events/", .answer(status: 404, body: "{}"))])
        let made = await run(
            "events", "create", "--text", "o.txt", "--date", "2027-01-06", "--sport", "Ride", "--name", "O",
            files: ["o.txt": "- 20m 60%\n"])
        #expect(made.status == 5)
        #expect(made.world.talk.contains("plan: created "))
    }

    @Test("an answer to a write that can't be read ends with 5: it may stand")
    func garbled() async {
        await sandbox.script([.when(method: "POST", .truncate(toBytes: 7))])
        let made = await run(
            "events", "create", "--text", "o.txt", "--date", "2027-01-06", "--sport", "Ride", "--name", "O",
            files: ["o.txt": "- 20m 60%\n"])
        #expect(made.status == 5)
    }

    @Test("a new day keeps the time of day, a new time the day")
    func times() async throws {
        let id = try await event()
        func start() async -> String? { await ask("GET", "/events/\(id)").first?["start_date_local"] as? String }
        #expect(await run("events", "update", "\(id)", "--date", "2027-01-08").status == 0)
        #expect(await start() == "2027-01-08T06:30:00")
        #expect(await run("events", "update", "\(id)", "--time", "18:00").status == 0)
        #expect(await start() == "2027-01-08T18:00:00")
        #expect(await run("events", "update", "\(id)", "--date", "2027-01-09", "--time", "07:00").status == 0)
        #expect(await start() == "2027-01-09T07:00:00")
    }
}
