import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec
import Testing
import Workouts

@testable import Periodization

@Suite struct SolvedTargetTests {
    /// A week whose sessions can take any load.
    private let week = "week: [{id: a, template: fine, count: 4}, {id: l, role: long, template: fine, day: sun}]"

    private func curve(_ schedule: Schedule) -> [Double] { schedule.weeks.map(\.reason.after) }

    @Test("a CTL by the phase's last evening is met by the curve of the targets, with equal loading weeks")
    func ctl() throws {
        let schedule = try expand("phases: [{id: a, kind: base, weeks: 8, load: {ctl: 60}, \(week)}]")
        #expect(abs((curve(schedule).last ?? 0) - 60) < 1e-9)
        let loading = schedule.weeks.filter { !$0.recovery }.compactMap(\.target)
        #expect(loading.allSatisfy { abs($0 - loading[0]) < 1e-6 })
        let recovery = schedule.weeks.filter(\.recovery)
        #expect(recovery.allSatisfy { abs(($0.target ?? 0) - 0.65 * loading[0]) < 1e-6 })
        #expect(recovery.allSatisfy { $0.binding == ["rhythm"] })
        #expect(schedule.findings == [])
        let sized = try #require(schedule.curve.days.last)
        #expect(abs(sized.evening.ctl - 60) < 1)
    }

    @Test("the author's shape is kept, one factor is solved")
    func shape() throws {
        let schedule = try expand(
            "phases: [{id: a, kind: build, weeks: 8, load: {ctl: 60, shape: [1, 1.1, 1.2, 0.7]}, \(week)}]")
        let targets = schedule.weeks.compactMap(\.target)
        for (index, part) in [1, 1.1, 1.2, 0.7, 1, 1.1, 1.2, 0.7].enumerated() {
            #expect(abs(targets[index] / targets[0] - part) < 1e-9)
        }
        #expect(abs((curve(schedule).last ?? 0) - 60) < 1e-9)
    }

    @Test("limits hold in every solved week, and say where they bind")
    func limits() throws {
        let schedule = try expand(
            """
            limits: {ramp: 2, growth: 15%, load: 480}
            phases: [{id: a, kind: base, weeks: 12, load: {ctl: 58}, \(week)}]
            """)
        var before = 50.0
        for week in schedule.weeks {
            #expect(week.reason.after - before <= 2 + 1e-9)
            #expect((week.target ?? 0) <= 480 + 1e-9)
            before = week.reason.after
        }
        #expect(!schedule.diagnostics.hasErrors)
        #expect(abs(before - 58) < 1e-9)
    }

    @Test("what can't be reached names the best, what binds where, and the changes that would do")
    func outOfReach() throws {
        let schedule = try expand(
            """
            limits: {ramp: 2}
            phases: [{id: a, kind: base, weeks: 6, rhythm: none, load: {ctl: 70}, \(week)}]
            """)
        let finding = try #require(schedule.diagnostics.first { $0.id == "target-out-of-reach" })
        #expect(finding.severity == .error)
        #expect(
            finding.message
                == "CTL 70 by 2027-02-14 is out of reach: 62.0 is the most (ramp 2 binds in weeks 1-6)."
                + " Nearest changes, each enough alone: 4 more weeks, ramp 3.34")
        #expect(finding.value.map { abs($0 - 62) < 1e-9 } ?? false)
        let plan = try readPlan(
            "limits: {ramp: 2}\nphases: [{id: a, kind: base, weeks: 6, rhythm: none, load: {ctl: 70}, \(week)}]")
        let effort = Schedule(plan, bestEffort: true)
        #expect(!effort.diagnostics.hasErrors)
        #expect(effort.weeks.allSatisfy { $0.binding == ["limits.ramp"] })
    }

    @Test("a ramp raises CTL by its points in every loading week")
    func ramp() throws {
        let schedule = try expand("phases: [{id: a, kind: build, weeks: 4, load: {ramp: 3}, \(week)}]")
        var before = 50.0
        for week in schedule.weeks {
            if !week.recovery { #expect(abs(week.reason.after - before - 3) < 1e-9) }
            before = week.reason.after
        }
        #expect(schedule.weeks[3].recovery)
    }

    @Test("hold ends every week at the CTL that the phase began with, and knows no recovery week")
    func hold() throws {
        let schedule = try expand(
            """
            phases:
              - {id: a, kind: base, weeks: 3, load: [400, 450, 500], \(week)}
              - {id: b, kind: base, weeks: 4, load: hold, \(week)}
            """)
        let kept = schedule.weeks[2].reason.after
        #expect(schedule.weeks[3...].allSatisfy { abs($0.reason.after - kept) < 1e-9 && !$0.recovery })
    }

    @Test("hours and distance phases are sized in that quantity")
    func quantities() throws {
        let schedule = try expand(
            """
            phases:
              - {id: a, kind: base, weeks: 4, hours: {start: 8, end: 9h30}, \(week)}
            """)
        #expect(schedule.weeks[0].target == 28_800.0)
        #expect(schedule.weeks[2].target == 34_200.0)
        #expect(abs((schedule.weeks[3].target ?? 0) - 0.65 * 8.75 * 3600) < 1e-6)
        for week in schedule.weeks.prefix(4) { #expect(abs(Double(week.duration) - (week.target ?? 0)) <= 300) }
    }

    @Test("distances of a runner's weeks come out to a session's step")
    func distances() throws {
        let head = """
            format: 1
            id: p
            name: P
            sport: Run
            start: 2027-01-04
            templates: [t.yaml]
            athlete: {thresholds: {Run: {pace: 4:30/km}}, fitness: {ctl: 50, atl: 50}}

            """
        let plan = try readPlan(
            """
            phases:
              - id: b
                kind: base
                weeks: 3
                distance: [40, 30mi, 52.5]
                week: [{id: r, count: 3, template: run-far}, {id: l, role: long, template: run-far}]
            """, head: head)
        let weeks = Schedule(plan).weeks
        #expect(weeks.map(\.measure) == [.distance, .distance, .distance])
        for (week, metres) in zip(weeks, [40_000, 48_280.2, 52_500]) {
            #expect(abs((week.target ?? 0) - metres) < 1e-6)
            #expect(abs((week.distance ?? 0) - metres) <= 50)
        }
    }

    @Test("a solved phase after an hours phase starts from the curve of its sized sessions")
    func chained() throws {
        let schedule = try expand(
            """
            phases:
              - {id: a, kind: base, weeks: 3, rhythm: none, hours: [6, 7, 8], \(week)}
              - {id: b, kind: build, weeks: 4, load: {ctl: 56}, \(week)}
            """)
        let day = try #require(schedule.curve[schedule.start + 20])
        #expect(abs(schedule.weeks[2].reason.after - day.evening.ctl) < 1e-9)
        #expect(abs((curve(schedule).last ?? 0) - 56) < 1e-9)
    }

    @Test("a week's own load stands in a solved phase, the others make up for it")
    func ownLoad() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 6
                rhythm: none
                load: {ctl: 58}
                \(week)
                weeks_override: {3: {load: 250, recovery: true}}
            """)
        #expect(schedule.weeks[2].target == 250)
        #expect(abs((curve(schedule).last ?? 0) - 58) < 1e-9)
    }

    @Test("several A races: taper, race, recovery and rebuild, each from the curve of what came before")
    func severalRaces() throws {
        let schedule = try expand(
            """
            races:
              - {id: one, date: 2027-02-14, priority: A, duration: 3h, load: 200}
              - {id: two, date: {weeks_out: 0, day: sun}, priority: A, duration: 3h, load: 200}
            phases:
              - {id: build, kind: build, weeks: 4, load: {ctl: 58}, \(week)}
              - {id: taper, kind: taper, weeks: 2, load: {form: 12}, taper: {cut: 50%}, \(week)}
              - {id: rest, kind: recovery, weeks: 2, load: [250, 300], \(week)}
              - {id: again, kind: build, weeks: 8, load: {ctl: 60}, \(week)}
              - {id: taper-2, kind: taper, weeks: 1, load: {cut: 45%}, taper: {shape: step}, \(week)}
            """)
        #expect(schedule.tapers.count == 2)
        #expect(abs(schedule.tapers[0].morning.form - 12) < 1e-9)
        #expect(abs(schedule.tapers[1].cut - 0.45) < 1e-9)
        #expect(abs(schedule.weeks[3].reason.after - 58) < 1e-9)
        #expect(abs(schedule.weeks[15].reason.after - 60) < 1e-9)
        #expect(!schedule.diagnostics.hasErrors)
        let morning = try #require(schedule.curve[schedule.start + 41])
        #expect(abs(morning.morningForm - 12) < 3)
    }

    @Test("a taper that can't get so fresh says how fresh it can get")
    func tooFresh() throws {
        let schedule = try expand(
            """
            races: [{id: one, date: 2027-01-07, priority: A, duration: 3h, load: 200}]
            phases: [{id: taper, kind: taper, weeks: 1, load: {form: 40}, \(week)}]
            """)
        let finding = try #require(schedule.diagnostics.first { $0.id == "target-out-of-reach" })
        #expect(finding.message.contains("form +40.0 on the morning of 2027-01-07"))
    }

    @Test("from a live state only the weeks that begin after today are solved again")
    func live() throws {
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 8, rhythm: none, load: {ctl: 60}, \(week)}]")
        let offline = Schedule(plan)
        let yesterday = plan.start.value + 15
        let live = Schedule(
            plan,
            resumption: Resumption(day: yesterday, fitness: Fitness(ctl: 48, atl: 40), of: offline))
        for week in 0..<3 { #expect(live.weeks[week].target == offline.weeks[week].target) }
        #expect((live.weeks[3].target ?? 0) > (offline.weeks[3].target ?? 0))
        #expect(abs((live.weeks[7].reason.after) - 60) < 1e-9)
        #expect(live.curve.days.first?.date == yesterday + 1)
        #expect(live.curve.start.ctl == 48)
    }

    @Test("a plan that is counted back from its finish places nothing after it")
    func finish() throws {
        let head = """
            format: 1
            id: p
            name: P
            sport: Ride
            finish: 2027-01-30
            templates: [t.yaml]
            athlete: {fitness: {ctl: 50, atl: 50}}

            """
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 2, load: [350, 300], \(week)}]", head: head)
        let schedule = Schedule(plan)
        #expect(schedule.start == CivilDate("2027-01-18"))
        #expect(schedule.end == CivilDate("2027-01-31"))
        #expect(schedule.entries.allSatisfy { $0.date <= plan.lastDay })
    }

    @Test("hours limit a solved phase, and rounding doesn't pass them")
    func hoursLimit() throws {
        let schedule = try expand(
            """
            limits: {hours: 8h}
            phases: [{id: a, kind: base, weeks: 6, rhythm: none, load: {ctl: 70}, \(week)}]
            """)
        #expect(schedule.weeks.allSatisfy { $0.duration <= 8 * 3600 })
        #expect(schedule.findings.first == "target-out-of-reach")
        #expect(!schedule.findings.contains("limit-hours"))
        #expect(schedule.weeks.allSatisfy { $0.binding.contains("limits.hours") })
    }

    @Test("hours bind the solver where days have room enough, and the error names them")
    func hoursBindTargets() throws {
        let schedule = try expand(
            """
            limits: {ramp: 3, growth: 20%, hours: 12h}
            phases: [{id: a, kind: base, weeks: 12, load: {ctl: 78}, \(week)}]
            """)
        let error = try #require(schedule.diagnostics.first { $0.id == "target-out-of-reach" })
        #expect(error.message.contains("hours 12h in weeks"))
        #expect(schedule.weeks.contains { $0.reason.binding.contains(.hours) })
        for week in schedule.weeks { #expect(abs(Double(week.load) - (week.target ?? 0)) < 4, "\(week.number)") }
        #expect(schedule.weeks.allSatisfy { $0.duration <= 12 * 3600 })
    }

    @Test("another product's bug: a later goal date lowered CTL from 50 to 43; here it never falls far below its start")
    func laterGoal() throws {
        for weeks in [8, 16, 30, 50] {
            let schedule = try expand("phases: [{id: a, kind: base, weeks: \(weeks), load: {ctl: 54}, \(week)}]")
            #expect(curve(schedule).allSatisfy { $0 > 48.5 })
            #expect(abs((curve(schedule).last ?? 0) - 54) < 1e-9)
        }
    }

    @Test("another product's bug: targets of past weeks changed, and a new run lost the goal")
    func pastTargets() throws {
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 8, rhythm: none, load: {ctl: 58}, \(week)}]")
        let offline = Schedule(plan)
        for today in [0, 10, 30, 44] {
            let live = Schedule(
                plan,
                resumption: Resumption(
                    day: plan.start.value + (today - 1), fitness: Fitness(ctl: 49, atl: 52), of: offline))
            for (before, after) in zip(offline.weeks, live.weeks) where after.start <= plan.start.value + today {
                #expect(before.target == after.target || today == 0)
            }
            #expect(abs(live.weeks[7].reason.after - 58) < 1e-9)
        }
    }

    @Test("a solved week is never planned below what its fixed and pinned sessions bring")
    func committed() throws {
        let schedule = try expand(
            """
            fixed: [{id: club, every: [tue, thu], role: easy, duration: 2h, load: 120, sport: Ride}]
            events: [{id: big, date: 2027-01-27, template: fine, role: long, load: 160}]
            phases: [{id: a, kind: base, weeks: 8, load: {ctl: 52}, \(week)}]
            """)
        for week in schedule.weeks {
            let given = schedule.entries.filter {
                $0.week == week.number && ($0.key.hasPrefix("fixed.") || $0.key.hasPrefix("event."))
            }.reduce(0) { $0 + Double($1.planned.load ?? 0) }
            #expect((week.target ?? 0) >= given - 1e-6, "week \(week.number)")
        }
        let recovery = schedule.weeks[3]
        #expect(recovery.target == 400 && recovery.binding.isEmpty && recovery.reason.raised != nil)
        #expect(abs((curve(schedule).last ?? 0) - 52) < 1e-9)
        #expect(schedule.diagnostics.contains { $0.id == "week-over-target" && $0.message.contains("was to have") })
    }

    @Test("holding with fixed sessions that bring more ends above, and says so; sessions that may go don't count")
    func committedHold() throws {
        let schedule = try expand(
            """
            fixed: [{id: club, every: [tue, thu, sat], role: easy, duration: 2h, load: 130, sport: Ride}]
            phases: [{id: a, kind: base, weeks: 2, load: hold, week: [{id: e, template: fine, load: 90, role: easy}]}]
            """)
        #expect(schedule.weeks.map(\.target) == [390, 390])
        #expect(schedule.findings.contains("week-over-target"))
        #expect(schedule.weeks[1].reason.after > 50)
    }

    @Test("fixed sessions beyond a limit of a solved phase are an error that names it")
    func committedBeyondLimits() throws {
        let body = """
            fixed: [{id: club, every: [tue, thu, sat], role: easy, duration: 2h, load: 190, sport: Ride}]
            phases: [{id: a, kind: base, weeks: 3, rhythm: none, load: {ctl: 60}, \(week)}]

            """
        #expect(try expand(body + "limits: {ramp: 4}").findings.contains("limit-ramp"))
        #expect(try expand(body + "limits: {growth: 20%}").findings.contains("limit-growth"))
        #expect(try expand(body + "limits: {load: 500}").findings.contains("limit-load"))
    }

    @Test("a CTL below what fixed sessions alone keep is out of reach, and the error says what keeps it up")
    func committedTooMuch() throws {
        let schedule = try expand(
            """
            fixed: [{id: club, every: [tue, thu, sat], role: easy, duration: 2h, load: 120, sport: Ride}]
            phases: [{id: a, kind: base, weeks: 6, rhythm: none, load: {ctl: 30}, \(week)}]
            """)
        let error = try #require(schedule.diagnostics.first { $0.id == "target-out-of-reach" })
        #expect(error.message.contains("with nothing but races, fixed and pinned sessions it is still 5"))
    }
}
