import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: writes that break off leave nothing twice, and the next run makes them good.
@Suite struct BrokenWriteTests {
    @Test("4: a POST that was carried out and whose connection was cut", arguments: Behaviours.both, [0, 1])
    func cut(behaviour: String, chunk: Int) async throws {
        for effect in [Fault.Effect.dropAfter, .cut(afterBytes: 100)] {
            var scenario = try Behaviours.scenario(behaviour, workouts: 72)
            await scenario.sandbox.script([.when(method: "POST", skip: chunk, effect)])
            #expect(try await scenario.applyAndRemember().exitStatus == 5)
            await scenario.sandbox.resetLog()
            let next = try await scenario.applyAndRemember()
            #expect(next.exitStatus == 0 && next.changes.totals.create == 0)
            #expect(await scenario.writes().isEmpty)
            let markers = await scenario.sandbox.events().compactMap(\.externalID)
            #expect(markers.count == 72 && Set(markers).count == 72)
        }
    }

    @Test("5: a POST that wrote 20 of 50 and then failed leaves 30 to the next run", arguments: Behaviours.both)
    func partial(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 50)
        await scenario.sandbox.script([.when(method: "POST", .commitOnly(items: 20))])
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 5)
        #expect(await scenario.sandbox.events().count == 20)
        #expect(report.changes.changes.count { $0.result == .done } == 20)
        let next = try await scenario.applyAndRemember()
        #expect(next.exitStatus == 0 && next.changes.totals.create == 30)
        let markers = await scenario.sandbox.events().compactMap(\.externalID)
        #expect(markers.count == 50 && Set(markers).count == 50)
    }

    /// A calendar in step, and a plan that wants creates, two updates and two deletes: six requests with up to 50 creates.
    private func changed(_ behaviour: String, creates: Int) async throws -> SandboxScenario {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        scenario.plan.edit("base.w1.d1") { $0.name = "Coach" }
        scenario.plan.edit("base.w1.d2") { $0.date = Scenario.day(70) }
        scenario.plan.remove("base.w2.d1", "base.w2.d2")
        scenario.plan.desired += (0..<creates).map { Scenario.workout("x\($0)", on: 30 + $0) }
        return scenario
    }

    /// The same once more, on a service of its own.
    private func again(_ scenario: SandboxScenario, _ behaviour: String) async throws -> SandboxScenario {
        let switches = try #require(Behaviours.all[behaviour])
        let service = SandboxService(
            data: await scenario.sandbox.data, switches: switches, clock: SandboxClock(today: Scenario.day(0)))
        return SandboxScenario(service, plan: scenario.plan)
    }

    @Test("6: killed after any request, one clean apply ends where an undisturbed run does", arguments: Behaviours.both)
    func killed(behaviour: String) async throws {
        let creates = behaviour == "plain" ? 60 : 5
        let start = try await changed(behaviour, creates: creates)
        var undisturbed = try await again(start, behaviour)
        #expect(try await undisturbed.applyAndRemember().exitStatus == 0)
        let wanted = await undisturbed.calendar()
        #expect(wanted.count == 10 + creates)
        var (requests, hasMore) = (0, true)
        while hasMore {
            var scenario = try await again(start, behaviour)
            let moved = await scenario.event("base.w1.d2")?.id
            hasMore = try await scenario.applyAndDie(after: requests)
            #expect(try await scenario.applyAndRemember().exitStatus == 0, "after \(requests)")
            #expect(await scenario.calendar() == wanted, "after \(requests)")
            #expect(await scenario.event("base.w1.d2")?.id == moved)
            #expect(try await scenario.diff().changes.isEmpty, "after \(requests)")
            #expect(try await scenario.diff().kept.isEmpty, "after \(requests)")
            requests += 1
        }
        // Creates, two updates, the deletes and the read-back, and one for the run that died before the first.
        #expect(requests >= (behaviour == "plain" ? 7 : 6))
    }

    @Test(
        "34: Ctrl-C during any request of six: it finishes, exit 130, and the next run completes",
        arguments: Behaviours.both)
    func interrupted(behaviour: String) async throws {
        let start = try await changed(behaviour, creates: 5)
        var undisturbed = try await again(start, behaviour)
        let before = undisturbed.wire.sent
        try await undisturbed.applyAndRemember()
        let (wanted, all) = (await undisturbed.calendar(), undisturbed.wire.sent - before)
        #expect(behaviour == "(c) PUT replaces" ? all > 6 : all == 6)
        for request in 1...all {
            var scenario = try await again(start, behaviour)
            let (wire, begin) = (scenario.wire, scenario.wire.sent)
            await scenario.sandbox.resetLog()
            let report = try await scenario.applyAndRemember { wire.sent - begin >= request }
            #expect(report.exitStatus == 130, "during request \(request)")
            // The request in flight was answered, and none was sent after it, but for those that give back and
            // look at what a replacing PUT took away.
            let log = await scenario.sandbox.requestLog
            if behaviour == "(c) PUT replaces" {
                #expect((request...request + 2).contains(log.count), "during request \(request)")
            } else {
                #expect(log.count == request && log.allSatisfy { $0.status == 200 }, "during request \(request)")
                let results = report.changes.changes.map(\.result)
                #expect(results.allSatisfy { $0 == .done || $0 == .skipped })
            }
            let done = report.changes.changes.filter { $0.result == .done }
            for change in done where change.action == .create {
                #expect(await scenario.event(change.key)?.id == change.eventID)
            }
            #expect(try await scenario.applyAndRemember().exitStatus == 0)
            #expect(await scenario.calendar() == wanted, "during request \(request)")
            #expect(try await scenario.diff().changes.isEmpty)
        }
    }

    @Test("28: of six PUTs one is refused with 422: five are applied, nothing is deleted", arguments: Behaviours.both)
    func refusedUpdate(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 20)
        try await scenario.applyAndRemember()
        for number in 1...6 { scenario.plan.edit("base.w1.d\(number)") { $0.name = "New \(number)" } }
        scenario.plan.remove("base.w2.d1")
        let sick = try #require(await scenario.event("base.w1.d3")).id
        await scenario.sandbox.script([
            .when(method: "PUT", path: "events/\(sick)", times: nil, .answer(status: 422, body: #"{"error":"no"}"#))
        ])
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 5)
        let failed = report.changes.changes.filter { $0.result == .failed }
        #expect(failed.map(\.key) == ["base.w1.d3"] && failed.first?.error?.contains("422") == true)
        #expect(failed.first?.source == "demo.plan.yaml:3")
        #expect(report.changes.changes.count { $0.action == .update && $0.result == .done } == 5)
        #expect(report.changes.changes.filter { $0.action == .delete }.map(\.result) == [.skipped])
        #expect(await scenario.sandbox.events().count == 20)
        for number in 1...6 {
            let name = await scenario.event("base.w1.d\(number)")?.name
            #expect((name == "New \(number)") == (number != 3))
        }
        await scenario.sandbox.script([])
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        #expect(await scenario.sandbox.events().count == 19)
    }

    @Test("28: one event that the service refuses to create stays out alone", arguments: Behaviours.both)
    func refusedCreate(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 20)
        scenario.plan.edit("base.w2.d1") { $0.type = "Jousting" }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.filter { $0.result == .failed }.map(\.key) == ["base.w2.d1"])
        #expect(await scenario.sandbox.events().count == 19)
        scenario.plan.edit("base.w2.d1") { $0.type = "Ride" }
        #expect(try await scenario.applyAndRemember().changes.totals.create == 1)
        #expect(await scenario.sandbox.events().count == 20)
    }
}
