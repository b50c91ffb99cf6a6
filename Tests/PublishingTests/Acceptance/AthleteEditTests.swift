import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: what the athlete changed on our events stays.
@Suite struct AthleteEditTests {
    private func published(_ behaviour: String) async throws -> SandboxScenario {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        return scenario
    }

    @Test(
        "10: a workout moved by two days stays there; intervals of the plan arrive, its date untouched",
        arguments: Behaviours.every)
    func moved(behaviour: String) async throws {
        var scenario = try await published(behaviour)
        let id = try #require(await scenario.event("base.w1.d3")).id
        try await scenario.sandbox.move(event: id, to: Scenario.day(5))
        let kept = try await scenario.applyAndRemember()
        #expect(kept.changes.changes.isEmpty && kept.changes.kept.map(\.why) == [.movedByAthlete])
        for minutes in [90, 75] {
            scenario.plan.edit("base.w1.d3") { $0.description = "- \(minutes)m 60%\n" }
            let report = try await scenario.applyAndRemember()
            #expect(report.exitStatus == 0 && report.changes.keys(.update) == ["base.w1.d3"])
            let update = try #require(report.changes.changes.first)
            #expect(Set(update.fields.keys).isDisjoint(with: [.date, .endDate, .time]))
            let event = try #require(await scenario.sandbox.event(id))
            #expect(event.day == Scenario.day(5) && event.movingTime == 60 * minutes)
            #expect(try await scenario.diff().changes.isEmpty)
        }
    }

    @Test("11: the athlete edited the description, the plan the name: both survive", arguments: Behaviours.every)
    func merged(behaviour: String) async throws {
        var scenario = try await published(behaviour)
        let id = try #require(await scenario.event("base.w1.d4")).id
        try await scenario.sandbox.edit(event: id, #"{"description": "- 20m 50%"}"#)
        scenario.plan.edit("base.w1.d4") { $0.name = "Tempo" }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.changes.keys(.update) == ["base.w1.d4"])
        #expect(report.changes.kept.map(\.why) == [.editedByAthlete])
        let event = try #require(await scenario.sandbox.event(id))
        #expect(event.name == "Tempo" && event.description?.hasPrefix("- 20m 50%") == true && event.movingTime == 1200)
        #expect(try await scenario.diff().changes.isEmpty)
        #expect(try await scenario.diff().kept.count == 1)
    }

    /// The athlete and the plan changed one name, the plan another event's.
    private func disputed(_ behaviour: String) async throws -> (scenario: SandboxScenario, id: Int) {
        var scenario = try await published(behaviour)
        let id = try #require(await scenario.event("base.w1.d3")).id
        try await scenario.sandbox.edit(event: id, #"{"name": "Mine"}"#)
        scenario.plan.edit("base.w1.d3") { $0.name = "Tempo" }
        scenario.plan.edit("base.w1.d4") { $0.name = "Long" }
        return (scenario, id)
    }

    @Test("12: both changed the same field: exit 3, that event as it was, others applied", arguments: Behaviours.both)
    func conflict(behaviour: String) async throws {
        var (scenario, id) = try await disputed(behaviour)
        let before = await scenario.sandbox.event(id)?.json
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 3 && report.changes.keys(.update) == ["base.w1.d4"])
        let conflict = try #require(report.changes.conflicts.first)
        #expect(conflict.key == "base.w1.d3" && conflict.field == .name)
        #expect(conflict.live == .text("Mine") && conflict.desired == .text("Tempo"))
        #expect(await scenario.sandbox.event(id)?.json == before)
        #expect(await scenario.event("base.w1.d4")?.name == "Long")
        #expect(try await scenario.applyAndRemember().exitStatus == 3)
    }

    @Test(
        "12: `ours` and `theirs` do as named, for all or for one key, and `fail` writes nothing",
        arguments: Behaviours.both)
    func decided(behaviour: String) async throws {
        for isByKey in [true, false] {
            for policy in [ConflictPolicy.ours, .theirs] {
                var (scenario, id) = try await disputed(behaviour)
                scenario.plan.adjust = { settings in
                    if isByKey {
                        settings.onConflictByKey = ["base.w1.d3": policy]
                    } else {
                        settings.onConflict = policy
                    }
                }
                #expect(try await scenario.applyAndRemember().exitStatus == 0)
                #expect(await scenario.sandbox.event(id)?.name == (policy == .ours ? "Tempo" : "Mine"))
                scenario.plan.adjust = { _ in }
                let next = try await scenario.applyAndRemember()
                #expect(next.exitStatus == 0 && next.changes.changes.isEmpty && next.changes.conflicts.isEmpty)
                #expect(await scenario.sandbox.event(id)?.name == (policy == .ours ? "Tempo" : "Mine"))
            }
        }
        var (scenario, _) = try await disputed(behaviour)
        scenario.plan.adjust = { $0.onConflict = .fail }
        await scenario.sandbox.resetLog()
        #expect(try await scenario.applyAndRemember().exitStatus == 3)
        #expect(await scenario.writes().isEmpty)
    }

    @Test(
        "13: what the athlete deleted is listed and stays away; restored it has another number",
        arguments: Behaviours.both)
    func deleted(behaviour: String) async throws {
        var scenario = try await published(behaviour)
        let id = try #require(await scenario.event("base.w1.d3")).id
        try await scenario.sandbox.delete(event: id)
        for name in ["A", "B"] {
            scenario.plan.edit("base.w1.d3") { $0.name = name }
            scenario.plan.edit("base.w1.d4") { $0.name = name }
            let report = try await scenario.applyAndRemember()
            #expect(report.exitStatus == 0 && report.changes.keys(.update) == ["base.w1.d4"])
            #expect(report.changes.kept.map(\.why) == [.deletedByAthlete])
            #expect(report.changes.kept.map(\.key) == ["base.w1.d3"])
        }
        #expect(await scenario.sandbox.events().count == 11)
        scenario.plan.adjust = { $0.restore = ["base.w1.d3"] }
        let restored = try await scenario.applyAndRemember()
        #expect(restored.changes.changes.map(\.reason) == [.restored] && restored.exitStatus == 0)
        let event = try #require(await scenario.event("base.w1.d3"))
        #expect(event.id != id && event.name == "B")
        scenario.plan.adjust = { _ in }
        #expect(try await scenario.diff().changes.isEmpty)
        #expect(try await scenario.diff().kept.isEmpty)
    }
}
