import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: what is not ours, and what is over, is left alone.
@Suite struct ForeignEventTests {
    @Test(
        "14: a copy in the next week is untouched, also after its original left file and calendar",
        arguments: Behaviours.every, [true, false])
    func copied(behaviour: String, isEdited: Bool) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        let original = try #require(await scenario.event("base.w1.d3")).id
        let copy = try await scenario.sandbox.copy(event: original, to: Scenario.day(10))
        if isEdited { try await scenario.sandbox.edit(event: copy, #"{"name": "My copy"}"#) }
        let before = try #require(await scenario.sandbox.event(copy))
        #expect((before.externalID == nil) == (behaviour == "(f) copies lose their external id"))
        scenario.plan.edit("base.w1.d3") { $0.name = "Changed" }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.changes.changes.map(\.eventID) == [original])
        #expect(report.changes.copies.map(\.eventID) == (before.externalID == nil ? [] : [copy]))
        scenario.plan.remove("base.w1.d3")
        #expect(try await scenario.applyAndRemember().changes.keys(.delete) == ["base.w1.d3"])
        #expect(await scenario.sandbox.event(original) == nil)
        for _ in 0..<2 { #expect(try await scenario.applyAndRemember().changes.changes.isEmpty) }
        let after = try #require(await scenario.sandbox.event(copy))
        #expect(after.externalID == before.externalID && after.name == before.name && after.start == before.start)
        #expect(after.description == before.description)
        if behaviour != "(g) updated moves on read" { #expect(after.json == before.json) }
    }

    @Test(
        "15: the athlete's own workout of that day and name is untouched; adopting adds the marker alone",
        arguments: Behaviours.both)
    func own(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 3)
        let name = scenario.plan.desired[1].content.name
        let own = try await scenario.sandbox.add(
            """
            {"category": "WORKOUT", "type": "Ride", "name": "\(name)", "start_date_local": "2027-01-03T00:00:00",
             "description": "- 1h 60% my own words", "color": "red"}
            """)
        let before = await scenario.sandbox.event(own)
        let report = try await scenario.applyAndRemember()
        #expect(report.changes.standins.map(\.eventID) == [own] && report.changes.totals.create == 2)
        #expect(await scenario.sandbox.event(own) == before)
        #expect(await scenario.sandbox.events().count == 3)
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
        // Where a marker can't be put on an event, adopting says so and leaves it as it is.
        let takesMarkers = !behaviour.hasPrefix("(b)")
        try await adopt(scenario, status: takesMarkers ? 0 : 1)
        let after = try #require(await scenario.sandbox.event(own))
        #expect(await scenario.sandbox.events().count == 3)
        let identifier = after.externalID.flatMap(Marker.init)?.identifier
        #expect(identifier == (takesMarkers ? "base.w1.d2" : nil))
        #expect(after.name == before?.name && after.description == before?.description && after.start == before?.start)
        #expect(after.json.contains(#""color":"red""#) || after.json.contains(#""color": "red""#))
    }

    private func adopt(_ scenario: SandboxScenario, status: Int) async throws {
        let publisher = Publisher(scenario.client, athlete: "i1")
        let live = try await scenario.plan.read(publisher)
        let settings = ComparisonSettings(
            plan: "demo", athlete: "i1", today: scenario.plan.today, window: scenario.plan.window)
        let changes = ChangeSet(
            adopting: scenario.plan.desired, live: live, settings: settings, memory: scenario.plan.memory)
        #expect(changes.changes.map(\.action) == [.update] && changes.changes.map(\.reason) == [.adopted])
        #expect(await publisher.apply(changes, live: live).exitStatus == status)
    }

    @Test(
        "19: deleting 26 % of our own with 200 others around takes the exact number; 25 % is the limit",
        arguments: Behaviours.both)
    func manyDeletes(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 100)
        for index in 0..<200 {
            let day = Scenario.day(1 + index % 100)
            try await scenario.sandbox.add(
                #"{"category": "NOTE", "name": "Mine \#(index)", "start_date_local": "\#(day)T00:00:00"}"#)
        }
        try await scenario.applyAndRemember()
        scenario.plan.desired.removeLast(25)
        #expect(try await scenario.diff().rails.isEmpty)
        scenario.plan.desired.removeLast(1)
        await scenario.sandbox.resetLog()
        let refused = try await scenario.applyAndRemember()
        #expect(refused.exitStatus == 4)
        #expect(refused.changes.rails.map(\.acknowledge) == ["--expect-deletes 26"])
        for wrong in [25, 27] {
            scenario.plan.adjust = { $0.limits.expectedDeletes = wrong }
            #expect(try await scenario.applyAndRemember().exitStatus == 4)
        }
        #expect(await scenario.writes().isEmpty)
        #expect(await scenario.sandbox.events().count == 300)
        scenario.plan.adjust = { $0.limits.expectedDeletes = 26 }
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        let left = await scenario.sandbox.events()
        #expect(left.count == 274 && left.count { $0.externalID == nil } == 200)
    }

    @Test(
        "20: a past, a today's and a completed workout that left the file stay as they are", arguments: Behaviours.every
    )
    func locked(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 20)
        try await scenario.applyAndRemember()
        scenario.plan.today = Scenario.day(2)
        let keys = ["base.w1.d1", "base.w1.d2", "base.w1.d5"]
        let completed = try #require(await scenario.event("base.w1.d5")).id
        try await scenario.sandbox.pair(event: completed)
        let before = await names(keys, scenario)
        // Changed, then gone: neither is written.
        for key in keys { scenario.plan.edit(key) { $0.name = "Too late" } }
        scenario.plan.edit("base.w1.d6") { $0.name = "In time" }
        let changed = try await scenario.applyAndRemember()
        #expect(changed.changes.locked.map(\.why) == [.past, .today, .completed])
        #expect(changed.changes.keys(.update) == ["base.w1.d6"])
        for key in keys { scenario.plan.remove(key) }
        scenario.plan.remove("base.w1.d6")
        let report = try await scenario.applyAndRemember()
        #expect(report.changes.locked.map(\.why) == [.past, .today, .completed])
        #expect(report.changes.locked.map(\.key) == keys)
        #expect(report.changes.changes.map(\.key) == ["base.w1.d6"])
        #expect(await names(keys, scenario) == before)
        #expect(await scenario.sandbox.events().count == 19)
    }

    private func names(_ keys: [String], _ scenario: SandboxScenario) async -> [String] {
        var result: [String] = []
        for key in keys {
            let event = await scenario.event(key)
            result.append("\(event?.id ?? 0) \(event?.name ?? "") \(event?.start ?? "") \(event?.externalID ?? "")")
        }
        return result
    }
}
