import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance: a change set that was saved and looked at.
@Suite struct SavedSetTests {
    /// A published plan whose first week changed since, and the change set of that.
    private func saved(_ behaviour: String) async throws -> Rehearsal {
        let rehearsal = try await Rehearsal.published(behaviour)
        try rehearsal.edit("[300, 320]", "[340, 320]")
        #expect(await rehearsal.run("diff", Rehearsal.file, "-o", "c.json") == 0)
        await rehearsal.service.resetLog()
        return rehearsal
    }

    private func keys(_ rehearsal: Rehearsal) throws -> [String] {
        let set = try JSON(text: try #require(rehearsal.world.file("c.json")))
        return try #require(set.members?["changes"]).items.flatMap { $0.members?["key"]?.choices ?? [] }
    }

    @Test(
        "22: a workout that was done, edited, moved or deleted between plan and apply: exit 6, 0 writes",
        arguments: Rehearsal.few)
    func stale(behaviour: String) async throws {
        for disturbance in 0..<4 {
            let rehearsal = try await saved(behaviour)
            let key = try #require(try keys(rehearsal).first)
            let event = try await rehearsal.event(key)
            switch disturbance {
            case 0: try await rehearsal.service.pair(event: event.id)
            case 1: try await rehearsal.service.edit(event: event.id, #"{"description": "- 20m 50%"}"#)
            case 2: try await rehearsal.service.move(event: event.id, to: event.day + 1)
            default: try await rehearsal.service.delete(event: event.id)
            }
            let before = await rehearsal.calendar()
            #expect(await rehearsal.run("apply", "c.json") == 6, "\(disturbance)")
            #expect(rehearsal.world.talk.contains("stale") && rehearsal.world.talk.contains(key), "\(disturbance)")
            #expect(await rehearsal.writes().isEmpty, "\(disturbance)")
            #expect(await rehearsal.calendar() == before, "\(disturbance)")
        }
    }

    @Test("22: nor after the plan file or the day changed, or another run published")
    func movedOn() async throws {
        let behaviour = "plain"
        let edited = try await saved(behaviour)
        try edited.edit("[340, 320]", "[341, 330]")
        #expect(await edited.run("apply", "c.json") == 6)
        let later = try await saved(behaviour)
        #expect(await later.world.run(["apply", "c.json", "--sandbox", "--today", "2026-12-29"]) == 6)
        let published = try await saved(behaviour)
        #expect(await published.apply("--only", "base.w1.long") == 0)
        await published.service.resetLog()
        #expect([0, 6].contains(await published.run("apply", "c.json")))
        for rehearsal in [edited, later] { #expect(await rehearsal.writes().isEmpty) }
    }

    @Test("23: an edit of an event that the saved set doesn't touch is no obstacle", arguments: Rehearsal.both)
    func elsewhere(behaviour: String) async throws {
        let rehearsal = try await saved(behaviour)
        let touched = try keys(rehearsal)
        #expect(!touched.isEmpty && !touched.contains("base.w2.long"))
        let other = try await rehearsal.event("base.w2.long")
        try await rehearsal.service.edit(event: other.id, #"{"name": "Mine", "description": "- 10m 50%"}"#)
        try await rehearsal.service.add(
            #"{"category":"NOTE","name":"Tired","start_date_local":"2027-01-10T00:00:00"}"#)
        let before = await rehearsal.service.event(other.id)
        #expect(await rehearsal.run("apply", "c.json", "--format", "json") == 0, "\(rehearsal.world.talk)")
        let done = try rehearsal.list("changes").filter { $0["result"] as? String == "done" }
        #expect(done.compactMap { $0["key"] as? String } == touched)
        #expect(await rehearsal.service.event(other.id) == before)
        #expect(await rehearsal.run("diff", Rehearsal.file, "--format", "json") == 0)
        #expect(try rehearsal.list("changes").isEmpty)
        #expect(try rehearsal.list("kept").compactMap { $0["key"] as? String } == ["base.w2.long"])
    }

    @Test("24: applied twice, the second time does nothing with 0 writes", arguments: Rehearsal.few)
    func twice(behaviour: String) async throws {
        let first = try Rehearsal(behaviour)
        #expect(await first.run("diff", Rehearsal.file, "-o", "c.json") == 0)
        for rehearsal in [first, try await saved(behaviour)] {
            #expect(await rehearsal.run("apply", "c.json") == 0, "\(rehearsal.world.talk)")
            #expect(await !rehearsal.writes().isEmpty)
            let (calendar, state) = (await rehearsal.calendar(), rehearsal.world.file(Rehearsal.state))
            await rehearsal.service.resetLog()
            for _ in 0..<2 {
                #expect(await rehearsal.run("apply", "c.json") == 0)
                #expect(rehearsal.world.output.hasPrefix("Nothing to do"))
            }
            #expect(await rehearsal.writes().isEmpty)
            #expect(await rehearsal.calendar() == calendar)
            #expect(rehearsal.world.file(Rehearsal.state) == state)
        }
    }
}
