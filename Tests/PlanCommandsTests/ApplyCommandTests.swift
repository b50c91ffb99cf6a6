import ArgumentParser
import Foundation
import Testing

@testable import PlanCommands

private let file = "Plans/small.plan.yaml"

/// A folder of its own for one embedded service.
private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("plan-tests-\(UUID().uuidString)").path
}

@Suite struct ApplyCommandTests {
    private func apply(_ world: World, _ folder: String, _ more: String...) async -> Int32 {
        try? FileManager.default.createDirectory(atPath: folder + "/sandbox", withIntermediateDirectories: true)
        let arguments = ["apply", file, "--sandbox", "--state-dir", folder, "--today", "2026-12-28"] + more
        guard let command = try? PlanCommand.parseAsRoot(arguments) as? ApplyCommand else { return -1 }
        do {
            try await command.run(world.context)
            return 0
        } catch {
            return (error as? CommandFailure)?.status.rawValue ?? -2
        }
    }

    @Test("a first apply adds everything, a second one does nothing with one GET of events")
    func twice() async {
        let folder = temporaryFolder()
        let first = smallWorld()
        #expect(await apply(first, folder, "--yes") == 0)
        #expect(first.output.hasSuffix("Applied: 6 added, 0 changed, 0 deleted (1 GET, 1 POST).\n"))
        let second = smallWorld()
        #expect(await apply(second, folder, "--yes") == 0)
        #expect(second.output == "Nothing to do: the calendar is as the plan says, 6 unchanged (1 GET).\n")
    }

    @Test("without a terminal and without --yes it refuses before the first request")
    func nobodyThere() async {
        let folder = temporaryFolder()
        let world = smallWorld()
        #expect(await apply(world, folder) == 64)
        #expect(world.output == "")
        #expect(!FileManager.default.fileExists(atPath: folder + "/sandbox/service.json"))
    }

    @Test("only yes goes on", arguments: ["no", "y", "YES", ""])
    func refused(answer: String) async {
        let folder = temporaryFolder()
        let world = smallWorld(isTerminal: true, answers: [answer])
        #expect(await apply(world, folder) == 1)
        let after = smallWorld()
        #expect(await apply(after, folder, "--dry-run") == 0)
        #expect(after.output.contains("6 to add"))
    }

    @Test("yes at the prompt applies")
    func confirmed() async {
        let folder = temporaryFolder()
        #expect(await apply(smallWorld(isTerminal: true, answers: ["yes"]), folder) == 0)
        let after = smallWorld()
        #expect(await apply(after, folder, "--dry-run") == 0)
        #expect(after.output.contains("0 to add"))
    }

    @Test("a plan with faults is refused with 65 before anything else")
    func invalid() async {
        let world = smallWorld { $0 + "finish: 2027-07-04\n" }
        #expect(await apply(world, temporaryFolder(), "--yes") == 65)
        #expect(world.talk.contains("[one-anchor]"))
    }

    @Test("without a key it says how to get one, 64")
    func noKey() async {
        let world = smallWorld()
        #expect(await world.run("diff", file) == 64)
        #expect(world.talk.contains("INTERVALS_API_KEY"))
    }

    @Test("the key never leaves this machine unencrypted")
    func plainHTTP() async {
        let world = smallWorld(environment: ["INTERVALS_API_KEY": "canary"])
        #expect(await world.run("diff", file, "--base-url", "http://example.org") == 64)
        #expect(!world.talk.contains("canary"))
    }

    @Test("an earlier day than the real one is only for services on this machine")
    func earlierDay() async {
        let world = smallWorld(environment: ["INTERVALS_API_KEY": "canary"])
        #expect(await world.run("diff", file, "--base-url", "https://example.org", "--today", "2020-01-01") == 64)
        #expect(world.talk.contains("2020-01-01"))
    }

    @Test("diff --detailed-exitcode ends with 2 where changes are pending")
    func detailed() async {
        let folder = temporaryFolder()
        try? FileManager.default.createDirectory(atPath: folder + "/sandbox", withIntermediateDirectories: true)
        let world = smallWorld()
        #expect(
            await world.run(
                "diff", file, "--sandbox", "--state-dir", folder, "--today", "2026-12-28", "--detailed-exitcode") == 2)
        #expect(world.output.contains("Plan: 6 to add, 0 to change, 0 to delete."))
    }
}
