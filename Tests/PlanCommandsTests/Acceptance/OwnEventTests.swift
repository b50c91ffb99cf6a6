import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance: events of the athlete's own beside the plan's, and what the reader is told of them.
@Suite struct OwnEventTests {
    @Test(
        "15: the athlete's own workout is untouched, diff hints at adopt, and adopt only adds the marker",
        arguments: Rehearsal.both)
    func adopted(behaviour: String) async throws {
        let rehearsal = try Rehearsal(behaviour)
        let own = try await rehearsal.service.add(
            """
            {"category":"WORKOUT","type":"Ride","name":"Ride","start_date_local":"2027-01-10T00:00:00",
             "description":"- 1h 60% my own words","color":"red","tags":["mine"]}
            """)
        let before = try #require(await rehearsal.service.event(own))
        #expect(await rehearsal.apply() == 0)
        #expect(rehearsal.world.output.contains("plan adopt"))
        #expect(await rehearsal.service.event(own) == before)
        #expect(await rehearsal.service.events().count == 6)
        await rehearsal.service.resetLog()
        // Where a marker can't be put on an event, adopting says so and leaves it as it is.
        let takesMarkers = !behaviour.hasPrefix("(b)")
        let status = await rehearsal.run("adopt", Rehearsal.file, "--yes")
        #expect(status == (takesMarkers ? 0 : 1), "\(rehearsal.world.talk)")
        #expect(rehearsal.world.output.contains("can't be adopted") == !takesMarkers)
        let writes = await rehearsal.writes()
        #expect(writes.allSatisfy { $0.method == "PUT" && $0.path.hasSuffix("/events/\(own)") } && !writes.isEmpty)
        let after = try #require(await rehearsal.service.event(own))
        #expect((after.externalID?.hasPrefix("tp1:small:base.w1.long:") == true) == takesMarkers)
        #expect(try fields(after.json) == fields(before.json))
        #expect(await rehearsal.service.events().count == 6)
        // From now on it is the plan's, and the athlete's words on it are an edit to be kept.
        #expect(await rehearsal.run("diff", Rehearsal.file, "--format", "json") == 0)
        let creates = try rehearsal.list("changes").filter { $0["action"] as? String != "update" }
        #expect(creates.isEmpty)
    }

    /// The fields of an event but for the marker and what follows from writing at all.
    private func fields(_ json: String) throws -> [String: JSON] {
        try #require(try JSON(text: json).members).filter { !["external_id", "updated"].contains($0.key) }
    }

    @Test(
        "13: what the athlete deleted is listed with an x and comes back when it is restored",
        arguments: Rehearsal.both)
    func deleted(behaviour: String) async throws {
        let rehearsal = try await Rehearsal.published(behaviour)
        let id = try await rehearsal.event("base.w1.long").id
        try await rehearsal.service.delete(event: id)
        for _ in 0..<2 {
            #expect(await rehearsal.apply() == 0)
            #expect(rehearsal.world.output.contains("x base.w1.long"))
            #expect(await rehearsal.writes().isEmpty)
        }
        #expect(await rehearsal.apply("--restore", "base.w1.long") == 0)
        #expect(try await rehearsal.event("base.w1.long").id != id)
        #expect(await rehearsal.apply() == 0)
        #expect(rehearsal.world.output.hasPrefix("Nothing to do"))
    }

    @Test(
        "17: a calendar that shows nothing is asked twice, then refused with 4 and no write",
        arguments: Rehearsal.both)
    func emptied(behaviour: String) async throws {
        let rehearsal = try await Rehearsal.published(behaviour)
        await rehearsal.service.script([.when(method: "GET", path: "/events?", times: 2, .emptyList)])
        let state = rehearsal.world.file(Rehearsal.state)
        #expect(await rehearsal.apply() == 4)
        #expect(rehearsal.world.output.contains("--remote-was-emptied"))
        #expect(await rehearsal.writes().isEmpty)
        #expect(await rehearsal.service.requestLog.count { $0.path.contains("/events?") } == 2)
        #expect(rehearsal.world.file(Rehearsal.state) == state)
        #expect(await rehearsal.apply() == 0)
    }

    @Test(
        "20: past, today's and completed workouts that left the file are shown with # and stay",
        arguments: Rehearsal.both)
    func locked(behaviour: String) async throws {
        let rehearsal = try await Rehearsal.published(behaviour)
        let done = try await rehearsal.event("base.w1.long")
        try await rehearsal.service.pair(event: done.id)
        try rehearsal.edit("count: 2, day: [tue, thu]", "count: 1, day: sat")
        try rehearsal.edit("id: long,", "id: longer,")
        let before = await rehearsal.service.events()
        rehearsal.world.clear()
        #expect(
            await rehearsal.world.run([
                "apply", Rehearsal.file, "--yes", "--sandbox", "--today", "2027-01-07", "--expect-deletes", "2",
            ]) == 0, "\(rehearsal.world.output)\(rehearsal.world.talk)")
        // Tuesday is past, Thursday is today, Sunday is done.
        for key in ["base.w1.easy", "base.w1.easy-2", "base.w1.long"] {
            let line = rehearsal.world.output.split(separator: "\n").first { $0.contains(key) && $0.contains("#") }
            #expect(line != nil, "\(key): \(rehearsal.world.output)")
            let id = try #require(before.first { $0.externalID?.contains(":\(key):") == true }).id
            let after = await rehearsal.service.event(id)
            #expect(after?.start == before.first { $0.id == id }?.start && after?.name == "Ride")
        }
    }

    @Test("28: of a refused PUT the message names the key and the line of the plan", arguments: Rehearsal.both)
    func refused(behaviour: String) async throws {
        let rehearsal = try await Rehearsal.published(behaviour)
        rehearsal.world.set("Templates/t.yaml", smallTemplates.replacing("name: Ride", with: "name: Spin"))
        try rehearsal.edit(
            "{id: easy, template: ride, count: 2, day: [tue, thu]}", "{id: easy, template: ride, day: tue}")
        let sick = try await rehearsal.event("base.w1.long").id
        await rehearsal.service.script([
            .when(method: "PUT", path: "/events/\(sick)", times: nil, .answer(status: 422, body: #"{"error":"funny"}"#))
        ])
        let status = await rehearsal.apply("--expect-updates", "4")
        #expect(status == 5, "\(rehearsal.world.output)\(rehearsal.world.talk)")
        let lines = smallPlan.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("id: long") }) + 1
        let said = rehearsal.world.output + rehearsal.world.talk
        let message = said.split(separator: "\n").filter { $0.contains("base.w1.long") }.joined(separator: "\n")
        #expect(message.contains("small.plan.yaml:\(line)"), "\(said)")
        #expect(said.contains("422") && said.contains("funny"))
        #expect(await rehearsal.service.events().count == 6)
        #expect(await rehearsal.service.events().count { $0.name == "Spin" } == 3)
    }
}
