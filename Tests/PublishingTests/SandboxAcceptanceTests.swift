import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance scenarios over the real client against the service in miniature, whichever way it behaves.
@Suite struct SandboxAcceptanceTests {
    /// One switch set the other way at a time.
    static let behaviours: [String: Switches] = {
        var result = ["plain": Switches()]
        func vary(_ name: String, _ change: (inout Switches) -> Void) {
            var switches = Switches()
            change(&switches)
            result[name] = switches
        }
        vary("(a) 64 ASCII characters at most") { $0.externalID = .init(maxLength: 64, asciiOnly: true) }
        vary("(b) PUT keeps the external id") { $0.putChangesExternalID = false }
        vary("(c) PUT replaces") { $0.putReplaces = true }
        vary("(c) upsert replaces") { $0.upsertReplaces = true }
        vary("(d) upsert matches nothing") { $0.upsertScope = .none }
        vary("(e) bulk is not atomic") { $0.bulkIsAtomic = false }
        vary("(f) copies lose their external id") { $0.copiesKeepExternalID = false }
        vary("(g) updated moves on read") { $0.updatedMovesOnRead = true }
        vary("(h) CR LF") { $0.descriptions = .carriageReturns }
        vary("(h) trimmed") { $0.descriptions = .trimmed }
        vary("(h) trailing blank") { $0.descriptions = .trailingBlank }
        vary("no category means workout") { $0.putWithoutCategoryMeansWorkout = true }
        vary("lists by start only") { $0.listsByStartOnly = true }
        return result
    }()

    private func scenario(_ behaviour: String, workouts: Int = 12) throws -> SandboxScenario {
        SandboxScenario(try #require(Self.behaviours[behaviour]), workouts: workouts)
    }

    @Test(
        "1, 3: 72 workouts take one GET and two POSTs, the next run one GET; loads are as planned",
        arguments: behaviours.keys.sorted())
    func firstPublish(behaviour: String) async throws {
        let scenario = try scenario(behaviour, workouts: behaviour == "plain" ? 72 : 12)
        let count = scenario.plan.desired.count
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0 && report.readBack.isEmpty && report.warnings.isEmpty)
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 1, "POST": count == 72 ? 2 : 1])
        #expect(await scenario.sandbox.events().count == count)
        await scenario.sandbox.resetLog()
        let next = try await scenario.apply()
        #expect(next.changes.changes.isEmpty && next.changes.unchanged == count)
        #expect(await scenario.sandbox.requestLog.map(\.method) == ["GET"])
    }

    @Test(
        "10, 11: the athlete's move and text stay, the plan's name and steps arrive",
        arguments: behaviours.keys.sorted())
    func merged(behaviour: String) async throws {
        var scenario = try scenario(behaviour)
        try await scenario.apply()
        let moved = try #require(await scenario.event("base.w1.d3")).id
        let edited = try #require(await scenario.event("base.w1.d4")).id
        try await scenario.sandbox.move(event: moved, to: Scenario.day(5))
        try await scenario.sandbox.edit(event: edited, #"{"description": "- 20m 50%"}"#)
        scenario.plan.edit("base.w1.d3") { $0.description = "- 90m 60%\n" }
        scenario.plan.edit("base.w1.d4") { $0.name = "Tempo" }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0 && report.changes.changes.count == 2)
        #expect(await scenario.sandbox.event(moved)?.day == Scenario.day(5))
        #expect(await scenario.sandbox.event(moved)?.movingTime == 5400)
        #expect(await scenario.sandbox.event(edited)?.name == "Tempo")
        #expect(await scenario.sandbox.event(edited)?.description?.hasPrefix("- 20m 50%") == true)
        #expect(try await scenario.apply().changes.changes.isEmpty)
    }

    @Test("14, 15, 20: copies, own events and completed ones are left as they are", arguments: behaviours.keys.sorted())
    func untouched(behaviour: String) async throws {
        var scenario = try scenario(behaviour)
        try await scenario.apply()
        let original = try #require(await scenario.event("base.w1.d3")).id
        let completed = try #require(await scenario.event("base.w1.d4")).id
        let copy = try await scenario.sandbox.copy(event: original, to: Scenario.day(30))
        let own = try await scenario.sandbox.add(
            #"{"category": "WORKOUT", "type": "Ride", "name": "Mine", "start_date_local": "2027-01-20T00:00:00"}"#)
        try await scenario.sandbox.pair(event: completed)
        let watched = [copy, completed, own]
        let before = await snapshot(scenario, watched)
        scenario.plan.edit("base.w1.d4") { $0.name = "Too late" }
        scenario.plan.remove("base.w1.d3")
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0 && report.changes.keys(.delete) == ["base.w1.d3"])
        #expect(report.changes.locked.map(\.key) == ["base.w1.d4"])
        #expect(try await scenario.apply().changes.changes.isEmpty)
        #expect(await snapshot(scenario, watched) == before)
    }

    private func snapshot(_ scenario: SandboxScenario, _ ids: [Int]) async -> [String?] {
        var result: [String?] = []
        for id in ids { result.append(await scenario.sandbox.event(id)?.start) }
        for id in ids { result.append(await scenario.sandbox.event(id)?.name) }
        return result
    }

    @Test("4, 5: a POST cut off or broken in the middle makes no duplicate", arguments: behaviours.keys.sorted())
    func brokenPosts(behaviour: String) async throws {
        for effect in [Fault.Effect.dropAfter, .dropBefore, .commitOnly(items: 5), .cut(afterBytes: 100)] {
            let scenario = try scenario(behaviour)
            await scenario.sandbox.script([.when(method: "POST", effect)])
            #expect(try await scenario.apply().exitStatus == (effect == .dropBefore ? 1 : 5))
            #expect(try await scenario.apply().exitStatus == 0)
            #expect(await scenario.sandbox.events().count == 12, "\(effect)")
            #expect(try await scenario.apply().changes.changes.isEmpty)
        }
    }

    @Test("28: one event that the service refuses stays out alone", arguments: behaviours.keys.sorted())
    func refused(behaviour: String) async throws {
        var scenario = try scenario(behaviour, workouts: 20)
        scenario.plan.edit("base.w2.d1") { $0.type = "Jousting" }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.filter { $0.result == .failed }.map(\.key) == ["base.w2.d1"])
        #expect(await scenario.sandbox.events().count == 19)
    }

    @Test("18: an answer that is cut short is no calendar: nothing is written")
    func truncated() async throws {
        let scenario = try scenario("plain")
        try await scenario.apply()
        await scenario.sandbox.script([.when(method: "GET", times: nil, .truncate(toBytes: 900))])
        await scenario.sandbox.resetLog()
        await #expect(throws: ServiceError.self) { try await scenario.apply() }
        #expect(await !scenario.sandbox.requestLog.contains { $0.method != "GET" })
    }

    @Test("26: 429 with its wait is waited out, and no write goes twice")
    func rateLimited() async throws {
        let scenario = try scenario("plain", workouts: 72)
        await scenario.sandbox.script([
            .when(method: "POST", times: 3, .answer(status: 429, headers: ["Retry-After": "3"]))
        ])
        #expect(try await scenario.apply().exitStatus == 0)
        #expect(await scenario.sandbox.requestLog.count { $0.method == "POST" && $0.status == 200 } == 2)
    }

    @Test("kinds of events other than workouts come back as they were sent", arguments: behaviours.keys.sorted())
    func kinds(behaviour: String) async throws {
        var scenario = try scenario(behaviour, workouts: 2)
        scenario.plan.desired += [
            kind("phase.base", "PLAN") { $0.content.lastDate = Scenario.day(23) },
            kind("event.note", "NOTE") { $0.content.description = "Weigh in." },
            kind("event.week", "NOTE") { $0.forWeek = true },
            kind("event.season", "SEASON_START") { _ in },
            kind("target.base.w1", "TARGET") { ($0.content.type, $0.content.load) = ("Ride", 380) },
            kind("race.b", "RACE_B") { event in
                (event.content.type, event.content.load, event.content.duration) = ("Ride", 300, 14_400)
                event.content.time = ClockTime(hour: 9, minute: 30)
                event.content.description = "Seven passes."
            },
            kind("base.w1.gym", "WORKOUT") { ($0.content.type, $0.content.description) = ("WeightTraining", "Squats") },
        ]
        #expect(try await scenario.apply().exitStatus == 0)
        let next = try await scenario.apply()
        #expect(next.changes.changes.isEmpty && next.changes.kept.isEmpty, "\(next.changes.kept)")
        scenario.plan.edit("race.b") { $0.date = Scenario.day(41) }
        scenario.plan.edit("phase.base") { $0.lastDate = Scenario.day(30) }
        scenario.plan.edit("event.note") { $0.name = "New note" }
        let changed = try await scenario.apply()
        #expect(changed.exitStatus == 0 && changed.changes.totals.update == 3)
        #expect(try await scenario.apply().changes.changes.isEmpty)
        #expect(await scenario.event("race.b")?.start == "2027-02-11T09:30:00")
        #expect(await scenario.event("phase.base")?.end == "2027-02-01T00:00:00")
    }

    private func kind(_ key: String, _ category: String, _ change: (inout DesiredEvent) -> Void) -> DesiredEvent {
        var event = DesiredEvent(
            key: key, content: EventContent(date: Scenario.day(10), category: category, name: "A \(key)"))
        change(&event)
        return event
    }
}

extension ChangeSet {
    /// Keys of the changes with an action.
    func keys(_ action: Change.Action) -> [String] {
        changes.filter { $0.action == action }.map(\.key)
    }
}
