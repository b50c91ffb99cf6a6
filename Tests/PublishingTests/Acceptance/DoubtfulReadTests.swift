import CalendarDiff
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: lists of events that cannot be trusted.
@Suite struct DoubtfulReadTests {
    private func published(_ behaviour: String, workouts: Int) async throws -> SandboxScenario {
        var scenario = try Behaviours.scenario(behaviour, workouts: workouts)
        try await scenario.applyAndRemember()
        await scenario.sandbox.resetLog()
        return scenario
    }

    @Test("17: an empty list where 40 are known is read once more, then refused with 4", arguments: Behaviours.both)
    func emptied(behaviour: String) async throws {
        var scenario = try await published(behaviour, workouts: 40)
        scenario.plan.remove("base.w1.d1")
        scenario.plan.desired.append(Scenario.workout("x", on: 50))
        await scenario.sandbox.script([.when(method: "GET", times: 2, .emptyList)])
        let memory = scenario.plan.memory
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 4 && report.changes.rails.map(\.id) == [.emptied])
        #expect(report.changes.rails.first?.value == 40)
        #expect(await scenario.sandbox.requestLog.map(\.method) == ["GET", "GET"])
        #expect(scenario.plan.memory == memory)
        // Once is a hiccup: the second look shows the calendar.
        await scenario.sandbox.script([.when(method: "GET", times: 1, .emptyList)])
        let next = try await scenario.applyAndRemember()
        #expect(next.exitStatus == 0 && next.changes.keys(.delete) == ["base.w1.d1"])
        #expect(next.changes.keys(.create) == ["x"])
        #expect(await scenario.sandbox.events().count == 40)
    }

    @Test("17: told that it was emptied on purpose, the plan is put there again", arguments: Behaviours.both)
    func refilled(behaviour: String) async throws {
        var scenario = try await published(behaviour, workouts: 5)
        for event in await scenario.sandbox.events() { try await scenario.sandbox.delete(event: event.id) }
        #expect(try await scenario.applyAndRemember().exitStatus == 4)
        scenario.plan.adjust = { $0.remoteWasEmptied = true }
        #expect(try await scenario.applyAndRemember().changes.totals.create == 5)
        scenario.plan.adjust = { _ in }
        #expect(try await scenario.diff().changes.isEmpty)
        #expect(await scenario.sandbox.events().count == 5)
    }

    @Test("18: an answer that is cut short is no calendar: nothing is written", arguments: [1, 900, 4000])
    func truncated(bytes: Int) async throws {
        for effect in [Fault.Effect.truncate(toBytes: bytes), .cut(afterBytes: bytes)] {
            var scenario = try await published("plain", workouts: 12)
            scenario.plan.edit("base.w1.d1") { $0.name = "New" }
            await scenario.sandbox.script([.when(method: "GET", times: nil, effect)])
            await #expect(throws: ServiceError.self) { try await scenario.applyAndRemember() }
            #expect(await scenario.writes().isEmpty)
        }
    }

    @Test(
        "18: of a list that is valid but short what is missing is listed as deleted; nothing is created",
        arguments: Behaviours.both, [6, 11])
    func short(behaviour: String, rows: Int) async throws {
        var scenario = try await published(behaviour, workouts: 12)
        await scenario.sandbox.script([.when(method: "GET", times: 2, .shortList(rows: rows))])
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.changes.changes.isEmpty)
        #expect(report.changes.kept.count == 12 - rows)
        #expect(report.changes.kept.allSatisfy { $0.why == .deletedByAthlete })
        #expect(await scenario.writes().isEmpty)
        await scenario.sandbox.script([])
        let next = try await scenario.applyAndRemember()
        #expect(next.changes.changes.isEmpty && next.changes.kept.isEmpty && next.changes.unchanged == 12)
    }
}
