import Testing
import CivilDates
import LoadSimulation
import Workouts
import Diagnostics

@testable import Periodization
@testable import PlanSpec

@Suite struct WeekTargetsTests {
    private func targets(_ phases: String) throws -> [Int] {
        let schedule = try expand("phases:\n" + phases)
        return schedule.weeks.map { Int((($0.target ?? -1) + 0.5).rounded(.down)) }
    }

    private let week = "week: [{id: a, template: fine}]"

    @Test("the contract's example: 320 to 520 over twelve weeks, three up and one down")
    func linear() throws {
        let loads = try targets("  - {id: a, kind: base, weeks: 12, load: {start: 320, end: 520}, \(week)}")
        #expect(loads == [320, 345, 370, 224, 395, 420, 445, 273, 470, 495, 520, 322])
    }

    @Test("growth goes from loading week to loading week")
    func growth() throws {
        let loads = try targets(
            "  - {id: a, kind: build, weeks: 5, rhythm: 2:1, load: {start: 300, growth: 10%}, \(week)}")
        #expect(loads == [300, 330, 205, 363, 399])
    }

    @Test("a cycle that the phase's end cuts has no recovery week; the mean reaches across phases")
    func cutCycle() throws {
        let loads = try targets(
            """
              - {id: a, kind: base, weeks: 2, load: {start: 300, end: 400}, \(week)}
              - {id: b, kind: build, weeks: 2, rhythm: 1:1, recovery: 50%, load: {start: 500, end: 500}, \(week)}
            """)
        #expect(loads == [300, 400, 500, 200])
    }

    @Test("explicit numbers stay as written, also in recovery weeks")
    func list() throws {
        let loads = try targets("  - {id: a, kind: base, weeks: 4, load: [300, 330, 360, 200], \(week)}")
        #expect(loads == [300, 330, 360, 200])
    }

    @Test("a recovery week before any loading week rests on seven times the starting CTL")
    func recoveryFirst() throws {
        let loads = try targets(
            "  - {id: a, kind: base, weeks: 2, rhythm: [recovery, load], recovery: 60%, load: {start: 300, end: 300}, \(week)}"
        )
        #expect(loads == [210, 300])
    }

    @Test("a week's own load and recovery go before the rhythm")
    func overrides() throws {
        let loads = try targets(
            """
              - id: a
                kind: base
                weeks: 4
                rhythm: none
                load: {start: 300, end: 400}
                \(week)
                weeks_override: {2: {load: 200, recovery: true}, 3: {load: 250}}
            """)
        #expect(loads == [300, 200, 250, 400])
    }

    @Test("a phase without load has no target, and its sessions keep their defaults")
    func noTarget() throws {
        let schedule = try expand("phases:\n  - {id: a, kind: transition, weeks: 1, \(week)}")
        #expect(schedule.weeks[0].target == nil)
        #expect(schedule.entry("a.w1.a")?.planned.duration == 3600)
    }

    @Test("without stated fitness the curve starts from the first week's load over seven, and says so")
    func assumedFitness() throws {
        let head = "format: 1\nid: p\nname: P\nsport: Ride\nstart: 2027-01-04\ntemplates: [t.yaml]\n"
        let schedule = Schedule(
            try readPlan("phases:\n  - {id: a, kind: base, weeks: 1, load: [350], \(week)}", head: head))
        #expect(schedule.fitness.ctl == 50)
        #expect(schedule.findings == ["no-fitness"])
    }
}
