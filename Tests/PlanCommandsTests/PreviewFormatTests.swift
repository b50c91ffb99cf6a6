import ArgumentParser
import Foundation
import FoundationXML
import Testing

@testable import PlanCommands

@Suite struct PreviewFormatTests {
    private let file = "Plans/small.plan.yaml"

    @Test("each format is written to a file or stdout", arguments: ["md", "svg", "html"])
    func formats(format: String) async throws {
        let world = smallWorld()
        #expect(await world.run("preview", file, "--format", format) == 0)
        let start = ["md": "# Small\n", "svg": "<svg xmlns=", "html": "<!doctype html>\n"][format] ?? "?"
        #expect(world.output.hasPrefix(start))
        #expect(await world.run("preview", file, "--format", format, "-o", "out") == 0)
        #expect(world.file("out") == world.output)
        if format == "svg" { #expect(XMLParser(data: Data(world.output.utf8)).parse()) }
    }

    @Test("a roster has a page and Markdown of all, an image of one")
    func roster() async throws {
        let squad = try await Squad()
        let page = squad.world()
        #expect(await page.run("preview", Squad.file, "--format", "html") == 0)
        #expect(page.output.components(separatedBy: "<article>").count == 4)
        let text = squad.world()
        #expect(await text.run("preview", Squad.file, "--format", "md") == 0)
        #expect(text.output.contains("# Ben (i102): Small"))
        #expect(await squad.world().run("preview", Squad.file, "--format", "svg") == 64)
        #expect(await squad.world().run("preview", Squad.file, "--format", "svg", "--athletes", "i102") == 0)
    }

    @Test("a roster is exported into a folder of each athlete")
    func export() async throws {
        let squad = try await Squad()
        let world = squad.world()
        #expect(await world.run("export", Squad.file, "--format", "zwo", "-o", "out", "--only", "base.w1.long") == 0)
        let made = world.paths.filter { $0.hasPrefix("out/") }
        #expect(made == ["i101", "i102", "i103"].map { "out/\($0)/2027-01-10-base.w1.long.zwo" })
        #expect(await world.run("export", Squad.file, "--format", "ics", "-o", "cal", "--athletes", "women") == 0)
        #expect(world.paths.filter { $0.hasPrefix("cal/") } == ["cal/i101/small.ics", "cal/i103/small.ics"])
        #expect(await world.run("export", Squad.file, "--format", "ics") == 64)
        #expect(await world.run("export", file, "--format", "csv", "--athletes", "i101") == 64)
    }

    @Test("adopt hangs the plan where --start or --finish says")
    func adopt() async {
        let arguments = ["adopt", file, "--sandbox", "--today", "2026-12-28", "--dry-run", "--format", "json"]
        for more in [["--start", "2027-02-01"], ["--finish", "2027-02-14"]] {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)").path
            try? FileManager.default.createDirectory(atPath: folder + "/sandbox", withIntermediateDirectories: true)
            let world = smallWorld()
            _ = await world.run(arguments + more + ["--state-dir", folder])
            // Six weeks after the plan's last day.
            #expect(world.output.contains("\"newest\" : \"2027-03-28\""), "\(more): \(world.talk)")
        }
    }

    @Test("progress is told where stderr is a terminal, wherever stdout goes", arguments: [true, false])
    func progress(onTerminal: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/sandbox", withIntermediateDirectories: true)
        let world = smallWorld()
        var context = world.context
        context.console.isErrorTerminal = onTerminal
        context.console.isOutputTerminal = !onTerminal
        let arguments = ["apply", file, "--sandbox", "--state-dir", folder, "--today", "2026-12-28", "--yes"]
        let command = try #require(try PlanCommand.parseAsRoot(arguments) as? any PlanSubcommand)
        try await command.run(context)
        #expect(world.talk.contains("6 of 6") == onTerminal)
    }
}
