import CalendarDiff
import CivilDates
import IntervalsICU
import Testing

@testable import Publishing

/// The publisher's acceptance scenarios on a service that fails; the numbers are those of the documentation.
@Suite struct PublishingFaultTests {
    @Test("4: a POST whose answer is lost is not sent again: the calendar tells that it arrived", arguments: [1, 2])
    func cut(write: Int) async throws {
        let scenario = Scenario(workouts: 72)
        scenario.calendar.with { $0.faults = [write: .cut] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.allSatisfy { $0.result == .done })
        #expect(scenario.calendar.events.count == 72)
        let next = try await scenario.apply()
        #expect(next.changes.changes.isEmpty && next.exitStatus == 0)
    }

    @Test("5: of a POST that broke in the middle the rest is left to the next run")
    func partial() async throws {
        let scenario = Scenario(workouts: 50)
        scenario.calendar.with { $0.faults = [1: .partial(20)] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.count { $0.result == .done } == 20)
        #expect(report.changes.changes.filter { $0.result == .failed }.allSatisfy { $0.error != nil })
        #expect(scenario.calendar.events.count == 20)
        #expect(try await scenario.apply().changes.totals.create == 30)
        #expect(scenario.calendar.events.count == 50)
    }

    @Test("a POST that never arrived has written nothing: exit 1")
    func lost() async throws {
        let scenario = Scenario(workouts: 3)
        scenario.calendar.with { $0.faults = [1: .lost] }
        #expect(try await scenario.apply().exitStatus == 1)
        #expect(try await scenario.apply().exitStatus == 0)
        #expect(scenario.calendar.events.count == 3)
    }

    @Test("where not even reading works, nothing more is tried")
    func blind() async throws {
        let scenario = Scenario(workouts: 72)
        scenario.calendar.with { $0.faults = [1: .cut] }
        scenario.calendar.with { $0.failingReads = [2] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5 && report.failure != nil)
        #expect(scenario.calendar.log.count == 1)
        #expect(report.changes.changes.count { $0.result == .skipped } == 22)
        #expect(try await scenario.apply().changes.totals.create == 22)
    }

    @Test("6: killed after any request, one more apply ends where an undisturbed one does")
    func killed() async throws {
        for requests in 0...8 {
            var scenario = Scenario(workouts: 60)
            try await scenario.apply()
            scenario.edit("base.w1.d1") { $0.name = "Coach" }
            scenario.edit("base.w1.d2") { $0.date = Scenario.day(70) }
            scenario.remove("base.w2.d1", "base.w2.d2")
            scenario.desired += (0..<60).map { Scenario.workout("x\($0)", on: 30 + $0) }
            let publisher = Publisher(scenario.calendar, athlete: "i1")
            var run = PublishingRun(try await scenario.diff(), planned: scenario.figures)
            for _ in 0..<requests {
                guard let request = run.next() else { break }
                run.receive(await publisher.reply(to: request, in: scenario.window))
            }
            try await scenario.apply()
            let wanted = scenario.desired.map { "\($0.key) \($0.content.name) \($0.content.date)" }
            let found = scenario.calendar.events.map { event in
                let key = event.externalID.flatMap(Marker.init)?.identifier ?? ""
                return "\(key) \(event.name ?? "") \(event.startDateLocal.date)"
            }
            #expect(found.sorted() == wanted.sorted(), "after \(requests) requests")
            #expect(try await scenario.apply().changes.changes.isEmpty)
        }
    }

    @Test("26: a service that asks to wait for ever ends the run, and no write went twice")
    func rateLimited() async throws {
        let scenario = Scenario(workouts: 72)
        scenario.calendar.with { $0.faults = [2: .status(429)] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5 && report.failure?.contains("429") == true)
        #expect(scenario.calendar.log.count == 2)
        #expect(scenario.calendar.events.count == 50)
    }

    @Test("27: without the right to write everything stops, nothing is deleted", arguments: [401, 403])
    func denied(status: Int) async throws {
        var scenario = Scenario(workouts: 20)
        try await scenario.apply()
        scenario.edit("base.w1.d1") { $0.name = "One" }
        scenario.edit("base.w1.d2") { $0.name = "Two" }
        scenario.remove("base.w1.d3")
        scenario.calendar.with { $0.faults = [3: .status(status)] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.map(\.result) == [.done, .failed, .skipped])
        scenario.calendar.with { $0.faults = [4: .status(status)] }
        #expect(try await scenario.apply().exitStatus == 1)
    }

    @Test("28: one refused PUT of six does not stop its siblings, but the deletes")
    func refusedUpdate() async throws {
        var scenario = Scenario(workouts: 20)
        try await scenario.apply()
        for number in 1...6 { scenario.edit("base.w1.d\(number)") { $0.name = "New \(number)" } }
        scenario.remove("base.w2.d1")
        scenario.calendar.with { $0.refusedNames = ["New 3"] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.count { $0.result == .done } == 5)
        let failed = try #require(report.changes.changes.first { $0.result == .failed })
        #expect(
            failed.key == "base.w1.d3" && failed.source == "demo.plan.yaml:3" && failed.error?.contains("422") == true)
        #expect(report.changes.changes.first { $0.action == .delete }?.result == .skipped)
        #expect(scenario.event("base.w2.d1") != nil)
    }

    @Test("28: of a refused bulk call only the sick events stay out", arguments: [true, false])
    func refusedCreate(isAtomic: Bool) async throws {
        let scenario = Scenario(workouts: 72)
        let sick = [scenario.desired[7], scenario.desired[31]].map(\.content.name)
        scenario.calendar.with { $0.refusedNames = Set(sick) }
        scenario.calendar.with { $0.isAtomic = isAtomic }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.changes.changes.filter { $0.result == .failed }.map(\.name) == sick)
        #expect(scenario.calendar.events.count == 70)
        #expect(scenario.calendar.log.count < 30)
    }

    @Test("34: asked to stop, the run finishes the request in flight and exits with 130; the next one completes")
    func interrupted() async throws {
        for requests in 0...4 {
            var scenario = Scenario(workouts: 60)
            try await scenario.apply()
            scenario.edit("base.w1.d1") { $0.name = "One" }
            scenario.edit("base.w1.d2") { $0.name = "Two" }
            scenario.remove("base.w1.d3")
            scenario.desired += (0..<60).map { Scenario.workout("x\($0)", on: 30 + $0) }
            let calendar = scenario.calendar
            let before = calendar.log.count
            let report = try await scenario.apply { calendar.log.count - before >= requests }
            #expect(report.exitStatus == 130)
            #expect(calendar.log.count - before == requests)
            #expect(report.changes.changes.allSatisfy { $0.result == .done || $0.result == .skipped })
            #expect(try await scenario.apply().exitStatus == 0)
            #expect(try await scenario.apply().changes.changes.isEmpty)
        }
    }

    @Test("34: asked to stop while a refused bulk call is looked into, the run writes no more")
    func interruptedSplit() async throws {
        let scenario = Scenario(workouts: 20)
        scenario.calendar.with { $0.refusedNames = [scenario.desired[7].content.name] }
        let calendar = scenario.calendar
        let report = try await scenario.apply { calendar.log.count >= 1 }
        #expect(report.exitStatus == 130 && calendar.log.count == 1 && calendar.events.isEmpty)
        #expect(report.changes.changes.allSatisfy { $0.result != nil && $0.result != .done })
    }

    @Test("a delete whose answer is lost is settled by reading")
    func cutDelete() async throws {
        var scenario = Scenario(workouts: 20)
        try await scenario.apply()
        scenario.remove("base.w1.d1", "base.w1.d2")
        scenario.calendar.with { $0.faults = [2: .partial(1)] }
        let report = try await scenario.apply()
        #expect(report.changes.changes.map(\.result) == [.done, .failed] && report.exitStatus == 5)
        #expect(try await scenario.apply().exitStatus == 0)
        #expect(scenario.calendar.events.count == 18)
    }

    @Test("a PUT whose answer is lost is settled by reading", arguments: [true, false])
    func cutUpdate(arrives: Bool) async throws {
        var scenario = Scenario(workouts: 4)
        try await scenario.apply()
        scenario.edit("base.w1.d1") { $0.name = "One" }
        scenario.calendar.with { $0.faults = [2: arrives ? .cut : .lost] }
        let report = try await scenario.apply()
        #expect(report.changes.changes.map(\.result) == [arrives ? .done : .failed])
        #expect(report.exitStatus == (arrives ? 5 : 1))
        #expect(try await scenario.apply().changes.totals.update == (arrives ? 0 : 1))
    }

    @Test("an event that the athlete deletes meanwhile fails alone")
    func goneMeanwhile() async throws {
        var scenario = Scenario(workouts: 4)
        try await scenario.apply()
        scenario.edit("base.w1.d1") { $0.name = "One" }
        scenario.edit("base.w1.d2") { $0.name = "Two" }
        let gone = try #require(scenario.event("base.w1.d1")).id
        scenario.calendar.with { $0.before = [2: { $0.events[gone] = nil }] }
        let report = try await scenario.apply()
        #expect(report.changes.changes.map(\.result) == [.failed, .done] && report.exitStatus == 5)
    }

    @Test("another writer's marker on an event that we just wrote is reported: exit 5")
    func otherWriter() async throws {
        var scenario = Scenario(workouts: 4)
        try await scenario.apply()
        scenario.edit("base.w1.d1") { $0.name = "One" }
        scenario.edit("base.w1.d2") { $0.name = "Two" }
        let first = try #require(scenario.event("base.w1.d1")).id
        scenario.calendar.with { $0.before = [3: { $0.events[first]?.externalID = "tp1:demo:other" }] }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5 && report.warnings.contains { $0.contains("another writer") })
    }

    @Test("steps that the service does not read are exit 5, other figures a line")
    func readBack() async throws {
        let scenario = Scenario(workouts: 4)
        scenario.calendar.with { $0.readsSteps = false }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 5)
        #expect(report.readBack.count { $0.figure == .steps && $0.service == 0 } == 4)
        let other = Scenario(workouts: 1)
        let set = try await other.diff()
        let planned = ["base.w1.d1": PlannedFigures(steps: 2, duration: 4200, load: 60)]
        let lighter = await Publisher(other.calendar, athlete: "i1").apply(set, planned: planned)
        #expect(lighter.exitStatus == 0)
        #expect(lighter.readBack == [ReadBackDifference(key: "base.w1.d1", figure: .load, planned: 60, service: 58)])
    }

    @Test("a load that differs by one is no difference")
    func tolerance() async throws {
        let scenario = Scenario(workouts: 1)
        let planned = ["base.w1.d1": PlannedFigures(steps: 2, duration: 4200, load: 59)]
        let report = await Publisher(scenario.calendar, athlete: "i1").apply(
            try await scenario.diff(), planned: planned)
        #expect(report.readBack.isEmpty)
    }
}
