import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: an older plan, and keys that got another name.
@Suite struct GenerationTests {
    @Test("30: an older commit after a newer one is refused with 4 and no write", arguments: Behaviours.both)
    func older(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        let older = scenario.plan.desired
        for name in ["Newer", "Newest"] {
            scenario.plan.edit("base.w1.d1") { $0.name = name }
            try await scenario.applyAndRemember()
        }
        #expect(scenario.plan.memory.generation == 3)
        scenario.plan.desired = older
        await scenario.sandbox.resetLog()
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 4 && report.changes.rails.map(\.id) == [.generation])
        #expect(report.changes.rails.first?.value == 1 && report.changes.rails.first?.limit == 3)
        #expect(await scenario.writes().isEmpty)
        #expect(await scenario.event("base.w1.d1")?.name == "Newest")
        scenario.plan.adjust = { $0.acceptsOlder = true }
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        #expect(scenario.plan.memory.generation == 4)
        #expect(await scenario.event("base.w1.d1")?.name == "Endurance base.w1.d1")
    }

    /// Without (b): what comes of a marker that can't be changed is told in `ForeignEventTests`.
    @Test(
        "31: a renamed key is proposed, not deleted and created; with `moved` it is one PUT that keeps the number",
        arguments: Behaviours.both.filter { !$0.hasPrefix("(b)") })
    func renamed(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        let id = try #require(await scenario.event("base.w1.d3")).id
        let name = scenario.plan.desired[2].content.name
        scenario.plan.remove("base.w1.d3")
        scenario.plan.desired.append(Scenario.workout("base.w1.tempo", on: 3))
        scenario.plan.edit("base.w1.tempo") { $0.name = name }
        await scenario.sandbox.resetLog()
        let proposed = try await scenario.applyAndRemember()
        #expect(proposed.changes.proposals.map(\.from) == ["base.w1.d3"] && proposed.changes.changes.isEmpty)
        #expect(proposed.changes.proposals.map(\.to) == ["base.w1.tempo"] && proposed.exitStatus == 0)
        #expect(await scenario.writes().isEmpty)
        scenario.plan.adjust = { $0.moves = [KeyMove(from: "base.w1.d3", to: "base.w1.tempo")] }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.changes.changes.map(\.reason) == [.keyMoved])
        #expect(await scenario.sandbox.event(id)?.name == name)
        #expect(await scenario.sandbox.events().count == 12)
        #expect(await scenario.writes().allSatisfy { $0.method == "PUT" && $0.path.hasSuffix("/\(id)") })
        if behaviour == "plain" { #expect(await scenario.writes().count == 1) }
        for _ in 0..<2 { #expect(try await scenario.applyAndRemember().changes.changes.isEmpty) }
    }
}
