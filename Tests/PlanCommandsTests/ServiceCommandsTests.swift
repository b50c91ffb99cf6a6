import Foundation
import Testing

@testable import PlanCommands

/// Commands that ask the service and no plan, against the service in this process.
@Suite struct ServiceCommandsTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("plan-tests-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder + "/sandbox", withIntermediateDirectories: true)
    }

    private func run(
        _ arguments: String..., files: [String: String] = [:], answers: [String] = [], isTerminal: Bool = false
    ) async -> (status: Int32, output: String, talk: String) {
        await runAll(arguments, files: files, answers: answers, isTerminal: isTerminal)
    }

    private func runAll(
        _ arguments: [String], files: [String: String] = [:], answers: [String] = [], isTerminal: Bool = false
    ) async -> (status: Int32, output: String, talk: String) {
        let world = World(files, isTerminal: isTerminal, answers: answers)
        let all = arguments + ["--sandbox", "--state-dir", folder, "--today", "2027-01-04"]
        let status = await world.run(all)
        return (status, world.output, world.talk)
    }

    @Test("an event is created from text, listed, moved and deleted")
    func events() async {
        let made = await run(
            "events", "create", "--text", "o.txt", "--date", "2027-01-06", "--sport", "Ride", "--name", "Openers",
            files: ["o.txt": "- 20m 60%\n"])
        #expect(made.status == 0)
        #expect(made.output.contains("Openers"))
        let id = made.output.split(separator: "\n")[1].split(separator: " ")[0]
        #expect(await run("events", "list").output.contains("2027-01-06T00:00:00"))
        #expect(await run("events", "update", String(id), "--date", "2027-01-07").status == 0)
        let one = await run("events", "get", String(id), "--format", "json").output
        #expect(one.contains(#""start_date_local" : "2027-01-07T00:00:00""#))
        #expect(one.contains(#""description" : "- 20m 60%\n""#))
        #expect(await run("events", "delete", String(id)).output == "deleted 1 of 1\n")
        let gone = await run("events", "get", String(id))
        #expect(gone.status == 1)
        #expect(gone.talk.contains("404"))
    }

    @Test("what the service would refuse is refused before it is asked")
    func usage() async {
        #expect(await run("events", "create", "--sport", "Ride", "--name", "x").status == 64)
        #expect(await run("events", "create", "--date", "2027-01-06", "--name", "x").status == 64)
        #expect(
            await run("events", "create", "--date", "2027-01-06", "--sport", "Rid", "--name", "x").talk.contains(
                "did you mean Ride?"))
        #expect(await run("events", "update", "1").status == 64)
        #expect(await run("events", "list", "--from", "2027-02-01", "--to", "2027-01-01").status == 64)
    }

    @Test("an empty list is said in words and is an empty list in JSON")
    func empty() async {
        #expect(await run("events", "list").output == "no events\n")
        #expect(await run("events", "list", "--format", "json").output == "[\n\n]\n")
        #expect(await run("activities").output == "no activities\n")
    }

    @Test("settings and wellness are shown")
    func shown() async {
        #expect(await run("settings").output.contains("ftp"))
        #expect(await run("wellness", "--from", "2027-01-04", "--to", "2027-01-04").output.contains("2027-01-04"))
    }

    @Test("the visit finds a missing key, and the probe leaves nothing behind")
    func doctor() async {
        let world = World()
        #expect(await world.run(["doctor", "--state-dir", folder]) == 1)
        #expect(world.output.contains("INTERVALS_API_KEY"))
        let probed = await run("doctor", "--write-probe", "--format", "json")
        #expect(probed.status == 0)
        #expect(probed.output.contains(#""probe" : "e""#))
        #expect(await run("events", "list", "--from", "2028-01-01", "--to", "2030-01-01").output == "no events\n")
    }

    @Test("templates are pushed to a library folder, a second push changes nothing, and pull gives them back")
    func library() async {
        let files = ["Templates/t.yaml": smallTemplates]
        let push = ["library", "push", "Templates/t.yaml", "--folder", "Mine", "--yes"]
        let first = await runAll(push, files: files)
        #expect(first.status == 0)
        #expect(first.output.contains("1 to add"))
        let second = await runAll(push, files: files)
        #expect(second.output.contains("0 to add, 0 to change, 0 to delete. Kept 0, conflicts 0, unchanged 1."))
        #expect(await run("library", "list").output.contains("Mine"))
        #expect(await run("library", "show", "Mine").output.contains("3600"))
        let pulled = await run("library", "pull", "Mine")
        #expect(pulled.status == 0)
        #expect(pulled.output.contains("65%"))
        #expect(await run("library", "remove", "Mine", "--yes").status == 0)
        #expect(await run("library", "show", "Mine").status == 1)
    }

    @Test("without a terminal nothing is pushed or removed unasked")
    func unasked() async {
        let files = ["Templates/t.yaml": smallTemplates]
        #expect(await run("library", "push", "Templates/t.yaml", "--folder", "Mine", files: files).status == 64)
        #expect(await run("library", "create", "Mine").status == 0)
        #expect(await run("library", "remove", "Mine").status == 64)
        #expect(await run("library", "list").output.contains("Mine"))
    }

    @Test("the service converts a workout that it doesn't keep")
    func byService() async {
        let made = await run("workout", "o.txt", "--format", "zwo", "--by-service", files: ["o.txt": "- 20m 60%\n"])
        #expect(made.status == 0)
        #expect(made.output.contains("<workout_file>"))
        #expect(await run("workout", "o.txt", "--by-service", files: ["o.txt": "- 20m 60%\n"]).status == 64)
    }
}
