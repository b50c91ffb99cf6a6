import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Faults that users of other planners have reported, as far as they concern calendars.
@Suite struct FieldBugCommandTests {
    private let file = "Plans/small.plan.yaml"
    private let today = "2026-12-28"

    private func world(_ plan: String = smallPlan, switches: Switches = Switches()) throws -> World {
        let service = SandboxService(
            switches: switches, clock: SandboxClock(today: try #require(CivilDate(today))))
        return World([file: plan, "Templates/t.yaml": smallTemplates], sandbox: service)
    }

    private func run(_ world: World, _ words: String...) async -> Int32 {
        world.clear()
        return await world.run(words + ["--sandbox", "--today", today])
    }

    @Test("`start_date_local` came with and without a time: both are read as the athlete's day")
    func dates() async throws {
        let world = try world()
        let service = try #require(world.sandbox)
        for text in ["2027-01-05T00:00:00", "2027-01-05T23:59:00", "2027-01-05"] {
            _ = try? await service.add(
                #"{"start_date_local": "\#(text)", "category": "WORKOUT", "type": "Ride", "name": "Own"}"#)
        }
        #expect(
            await run(world, "events", "list", "--from", "2027-01-05", "--to", "2027-01-05", "--format", "json") == 0)
        let events = try #require(
            try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [[String: Any]])
        #expect(events.count >= 2)
        #expect(await run(world, "apply", file, "--yes") == 0)
        #expect(
            await service.events().filter { $0.name == "Own" && $0.day.description == "2027-01-05" }.count
                == events.count)
    }

    @Test("a NOTE without a time was refused: notes are created with a date and a time")
    func note() async throws {
        let world = try world(
            smallPlan.replacing(
                "phases:", with: "events: [{id: n, date: 2027-01-06, kind: note, name: Look}]\nphases:"))
        #expect(await run(world, "apply", file, "--yes") == 0)
        let note = try #require(await world.sandbox?.events().first { $0.category == "NOTE" })
        #expect(note.start == "2027-01-06T00:00:00")
    }

    @Test("two runs in a row: the second writes nothing")
    func twice() async throws {
        let world = try world()
        #expect(await run(world, "apply", file, "--yes") == 0)
        await world.sandbox?.resetLog()
        #expect(await run(world, "apply", file, "--yes") == 0)
        let log = try #require(await world.sandbox?.requestLog)
        #expect(!log.isEmpty && log.allSatisfy { $0.method == "GET" })
    }

    @Test("deletions touch own ids only: the athlete's event of the same name and day stays")
    func deletions() async throws {
        let world = try world()
        let service = try #require(world.sandbox)
        #expect(await run(world, "apply", file, "--yes") == 0)
        let own = try #require(await service.events().first)
        let other = try await service.add(
            #"{"start_date_local": "\#(own.start)", "category": "WORKOUT", "type": "Ride", "name": "\#(own.name)"}"#)
        await service.resetLog()
        #expect(await run(world, "remove", file, "--yes", "--expect-deletes", "6") == 0)
        #expect(await service.events().map(\.id) == [other])
        #expect(await service.requestLog.allSatisfy { !$0.path.hasSuffix("/\(other)") })
    }

    @Test("a jump of the service's FTP by 13 % is told and rewrites nothing")
    func threshold() async throws {
        let world = try world(smallPlan.replacing("ftp: 250", with: "ftp: 221"))
        #expect(await run(world, "apply", file, "--yes") == 0)
        #expect(world.talk.contains("has FTP 250, the file 221"))
        #expect(await run(world, "diff", file, "--detailed-exitcode") == 0)
    }

    @Test("a holiday on the calendar that began 50 days ago still blocks", arguments: [false, true])
    func holiday(listsByStartOnly: Bool) async throws {
        var switches = Switches()
        switches.listsByStartOnly = listsByStartOnly
        let world = try world(
            smallPlan.replacing("phases:", with: "availability: {from_calendar: true}\nphases:"), switches: switches)
        let service = try #require(world.sandbox)
        try await service.add(
            #"{"start_date_local": "2026-11-08T00:00:00", "end_date_local": "2027-01-09T00:00:00", "category": "HOLIDAY", "name": "Away"}"#
        )
        #expect(await run(world, "apply", file, "--yes") == 0)
        let days = await service.events().filter { $0.category == "WORKOUT" }.map(\.day.description).sorted()
        #expect(days.first == "2027-01-10" && days.count == 4, "\(days)")
    }

    @Test(
        "in UTC+13 it is tomorrow already, and daylight saving moves no date",
        arguments: [
            ("Pacific/Tongatapu", 1_798_714_800, "2027-01-01"), ("America/Los_Angeles", 1_798_714_800, "2026-12-31"),
            ("Europe/Rome", 1_806_193_800, "2027-03-28"), ("Europe/Rome", 1_806_184_740, "2027-03-27"),
            ("Pacific/Auckland", 1_798_714_800, "2027-01-01"),
        ])
    func zones(_ item: (String, Int, String)) {
        #expect(CommandContext.live().date(item.1, item.0)?.description == item.2)
    }
}
