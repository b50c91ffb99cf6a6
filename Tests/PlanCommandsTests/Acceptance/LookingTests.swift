import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance: commands that look leave everything alone, and those that write don't begin unasked.
@Suite struct LookingTests {
    private static let file = Rehearsal.file

    /// A calendar on which everything is pending: creates, updates and deletes, edits, a double and an event in the way.
    private func pending(_ behaviour: String) async throws -> Rehearsal {
        let fitness = (day: try #require(CivilDate("2026-12-27")), ctl: 40.0, atl: 40.0)
        let rehearsal = try Rehearsal(behaviour, data: .fresh(fitness: fitness)) {
            $0 + "rails: {updates: 100%, deletes: 100%}\n"
        }
        #expect(await rehearsal.apply() == 0)
        let service = rehearsal.service
        try await service.edit(event: rehearsal.event("base.w1.easy").id, #"{"name": "Mine"}"#)
        try await service.copy(event: rehearsal.event("base.w1.long").id, to: rehearsal.event("base.w1.long").day)
        try await service.delete(event: rehearsal.event("base.w2.easy").id)
        try await service.add(
            #"{"category":"WORKOUT","type":"Ride","name":"Ride","start_date_local":"2027-01-21T00:00:00","moving_time":3600}"#
        )
        try rehearsal.edit("weeks: 2\n    load: [300, 320]", "weeks: 3\n    load: [330, 300, 320]")
        await service.resetLog()
        return rehearsal
    }

    private static let looks: [[String]] = [
        ["diff", file], ["diff", file, "--format", "json"], ["diff", file, "--format", "md"],
        ["diff", file, "-o", "c.json"], ["diff", file, "--prune-edited", "--restore", "*", "--on-conflict", "ours"],
        ["apply", file, "--dry-run"], ["apply", file, "--dry-run", "--yes", "--format", "json"], ["drift", file],
        ["drift", file, "--format", "json"], ["status", file], ["preview", file, "--live"],
        ["remove", file, "--dry-run"], ["dedupe", file, "--dry-run"], ["adopt", file, "--dry-run"],
        ["undo", file, "--dry-run"], ["pull", "--from", "2027-01-04"], ["state", "rebuild", file], ["calendars"],
        ["athletes"], ["events", "list"], ["settings"], ["wellness"], ["activities"], ["library", "list"],
    ]

    @Test("2: looking sends no POST, PUT or DELETE, whatever is looked at", arguments: Rehearsal.few)
    func looks(behaviour: String) async throws {
        let rehearsal = try await pending(behaviour)
        let (before, files) = (await rehearsal.service.events(), rehearsal.world.paths)
        for look in Self.looks {
            await rehearsal.service.resetLog()
            let status = await rehearsal.run(look)
            #expect([0, 2, 3, 4].contains(status), "\(look): \(status) \(rehearsal.world.talk)")
            #expect(await rehearsal.writes().isEmpty, "\(look)")
            #expect(await !rehearsal.service.requestLog.isEmpty, "\(look)")
        }
        #expect(await rehearsal.service.events() == before)
        let made = Set(rehearsal.world.paths).subtracting(files).filter { !$0.contains("/cache/") }
        #expect(made == ["c.json"])
    }

    @Test("2: with everything pending there is something to look at")
    func somethingPending() async throws {
        let rehearsal = try await pending("plain")
        #expect(await rehearsal.run("diff", Self.file, "--format", "json") == 0)
        let totals = try #require(try rehearsal.json()["totals"] as? [String: Int])
        #expect(
            totals.filter { $0.value == 0 }.keys.sorted() == ["conflicts", "delete", "locked", "unchanged"], "\(totals)"
        )
        #expect(await rehearsal.run("dedupe", Self.file, "--dry-run", "--format", "json") == 0)
        #expect(try rehearsal.list("changes").count == 1)
    }

    private static let writers: [[String]] = [
        ["apply", file], ["apply", Squad.file], ["remove", file], ["dedupe", file], ["adopt", file], ["undo"],
        ["undo", file], ["library", "push", "Templates/t.yaml", "--folder", "Mine"],
    ]

    @Test("36: without a terminal and without --yes, what would write is refused before any request")
    func unasked() async throws {
        for words in Self.writers {
            let squad = try await Squad()
            // Somebody's "yes" in a pipe is no word from a person.
            let world = squad.world(answers: ["yes", "yes"])
            let before = world.paths
            let status = await world.run(words + ["--sandbox", "--today", "2026-12-28"])
            #expect(status == 64, "\(words): \(status)")
            #expect(await squad.service.requestLog.isEmpty, "\(words)")
            #expect(world.paths == before && world.output == "", "\(words)")
            #expect(world.talk.contains("--yes"), "\(words): \(world.talk)")
        }
    }
}
