import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: services that match or merge otherwise than most reports say.
@Suite struct ServiceKindTests {
    @Test(
        "32: a foreign upsert scope and another credential make no duplicate: events are found by their marker",
        arguments: [Switches.UpsertScope.none, .creator, .application], [true, false])
    func foreignScope(scope: Switches.UpsertScope, hasMemory: Bool) async throws {
        var switches = Switches()
        switches.upsertScope = scope
        var first = SandboxScenario(switches)
        try await first.sandbox.change { data in
            data.addAthlete(id: "i9", name: "Coach", key: "coach")
            data.grant(.write, to: "i9", on: "i1")
        }
        #expect(try await first.applyAndRemember().exitStatus == 0)
        var second = SandboxScenario(first.sandbox, plan: first.plan, key: "coach")
        if !hasMemory { second.plan.memory = Memory() }
        await first.sandbox.resetLog()
        let idle = try await second.applyAndRemember()
        #expect(idle.changes.changes.isEmpty && idle.changes.unchanged == 12)
        #expect(await second.writes().isEmpty)
        let id = await second.event("base.w1.d1")?.id
        second.plan.edit("base.w1.d1") { $0.name = "By the other key" }
        second.plan.desired.append(Scenario.workout("x", on: 30))
        #expect(try await second.applyAndRemember().exitStatus == 0)
        #expect(await second.sandbox.events().count == 13)
        #expect(await second.event("base.w1.d1")?.id == id)
        #expect(await second.event("base.w1.d1")?.name == "By the other key")
    }

    @Test("32: nor does a POST whose answer was lost, taken up by the other credential")
    func lostAnswer() async throws {
        var switches = Switches()
        switches.upsertScope = .creator
        let first = SandboxScenario(switches)
        try await first.sandbox.change { data in
            data.addAthlete(id: "i9", name: "Coach", key: "coach")
            data.grant(.write, to: "i9", on: "i1")
        }
        await first.sandbox.script([
            .when(method: "POST", .dropAfter), .when(method: "GET", skip: 1, times: nil, .dropBefore),
        ])
        #expect(try await first.apply().exitStatus == 5)
        await first.sandbox.script([])
        var second = SandboxScenario(first.sandbox, plan: first.plan, key: "coach")
        #expect(try await second.applyAndRemember().changes.changes.isEmpty)
        #expect(await second.sandbox.events().count == 12)
    }

    /// What people set beside the plan and the service keeps; attachments are held to in `StateAcceptanceTests`.
    private let ownFields = [
        #""color":"red""#, #""carbs_per_hour":40"#, #""not_on_fitness_chart":true"#, #""sub_type":"COMMUTE""#,
    ]

    @Test("33: colour, other fields and the athlete's tags survive an update", arguments: Behaviours.every)
    func replacing(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        var before: [Int: SandboxEvent] = [:]
        for key in ["base.w1.d1", "base.w1.d2"] {
            let event = try #require(await scenario.event(key))
            let tags = (event.tags + ["mine"]).map { "\"\($0)\"" }.joined(separator: ",")
            try await scenario.sandbox.edit(
                event: event.id, "{\(ownFields.joined(separator: ",")),\"tags\":[\(tags)]}")
            before[event.id] = await scenario.sandbox.event(event.id)
        }
        scenario.plan.edit("base.w1.d1") { $0.name = "New" }
        scenario.plan.edit("base.w1.d2") { $0.description = "- 45m 75%\n" }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.changes.totals.update == 2)
        #expect(report.putReplaces == (behaviour == "(c) PUT replaces"))
        for (id, event) in before {
            let after = try #require(await scenario.sandbox.event(id))
            for field in ownFields {
                #expect(event.json.contains(field) && after.json.contains(field), "\(field) of \(after.json)")
            }
            #expect(after.tags == event.tags && after.tags.contains("mine"))
            #expect(after.category == event.category && after.type == event.type && after.start == event.start)
        }
        #expect(await scenario.event("base.w1.d1")?.name == "New")
        #expect(await scenario.event("base.w1.d1")?.description?.contains("60m 65%") == true)
        #expect(await scenario.event("base.w1.d2")?.movingTime == 2700)
        #expect(try await scenario.diff().changes.isEmpty)
    }
}
