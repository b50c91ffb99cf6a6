import CivilDates
import LoadSimulation
import PlanSpec
import Testing
import Workouts

@testable import Periodization

/// Plans that go on from a live state, with events on the calendar.
@Suite struct CalendarLoadsTests {
    private let week =
        "week: [{id: l, role: long, template: fine, share: 40%}, {id: e, template: fine, count: 3}]"

    /// The plan from a day of it on, day 0 being its first.
    private func live(
        _ plan: Plan, today: Int, others: [Int: Double] = [:], own: [Int: Double]? = nil
    ) -> Schedule {
        let first = plan.start.value
        var calendar = CalendarLoads(begun: first + today...first + (today / 7 * 7 + 6))
        for (day, load) in others { calendar.others[first + day] = DailyLoad(load) }
        calendar.own = own.map { own in
            Dictionary(uniqueKeysWithValues: own.map { (first + $0.key, DailyLoad($0.value)) })
        }
        return Schedule(
            plan, bestEffort: true,
            resumption: Resumption(
                day: first + (today - 1), fitness: Fitness(ctl: 50, atl: 52), calendar: calendar, of: Schedule(plan)))
    }

    @Test("the athlete's own events in later weeks make a solved plan smaller, and the goal is met with them")
    func goal() throws {
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 8, rhythm: none, load: {ctl: 58}, \(week)}]")
        let alone = live(plan, today: 3)
        let events = [16: 80.0, 23: 80, 30: 80, 45: 120]
        let beside = live(plan, today: 3, others: events)
        for schedule in [alone, beside] { #expect(abs((schedule.curve.days.last?.evening.ctl ?? 0) - 58) < 0.5) }
        #expect(beside.weeks[0].target == alone.weeks[0].target)
        for index in 1..<8 {
            #expect((beside.weeks[index].target ?? 0) < (alone.weeks[index].target ?? 0) - 20)
        }
        let day = try #require(beside.curve[plan.start.value + 45])
        let planned = beside.entries.filter { $0.date == day.date }.reduce(0) { $0 + ($1.planned.load ?? 0) }
        #expect(day.load == Double(planned) + 120)
    }

    @Test("`hold`, `ramp` and limits of the curve see them; the limit on load doesn't")
    func limits() throws {
        let events = [9: 100.0, 11: 100]
        let hold = try readPlan("phases: [{id: a, kind: base, weeks: 3, load: hold, \(week)}]")
        let (alone, beside) = (live(hold, today: 0), live(hold, today: 0, others: events))
        #expect(abs((alone.weeks[1].target ?? 0) - (beside.weeks[1].target ?? 0) - 200) < 25)
        let load = try readPlan(
            "limits: {load: 400}\nphases: [{id: a, kind: base, weeks: 4, rhythm: none, load: {ctl: 80}, \(week)}]")
        #expect(live(load, today: 0, others: events).weeks[1].target == 400)
        let ramp = try readPlan(
            "limits: {ramp: 3}\nphases: [{id: a, kind: base, weeks: 4, rhythm: none, load: {ctl: 80}, \(week)}]")
        let reasons = live(ramp, today: 0, others: events).weeks.map(\.reason)
        #expect(reasons.dropFirst().allSatisfy { abs($0.after - $0.before - 3) < 1e-9 })
    }

    @Test("a taper's form is met with an event inside it")
    func taper() throws {
        let plan = try readPlan(
            """
            races: [{id: r, date: 2027-01-31, priority: A, duration: 3h, load: 200}]
            phases:
              - {id: a, kind: build, weeks: 2, load: [450, 450], \(week)}
              - {id: t, kind: taper, weeks: 2, load: {form: 12}, \(week)}
            """)
        let (alone, beside) = (live(plan, today: 2), live(plan, today: 2, others: [20: 90]))
        for schedule in [alone, beside] { #expect(abs((schedule.tapers.first?.morning.form ?? 0) - 12) < 1e-9) }
        let cut = beside.weeks.map { $0.target ?? 0 }
        #expect(cut[2] + cut[3] < (alone.weeks[2].target ?? 0) + (alone.weeks[3].target ?? 0) - 30)
    }

    @Test("in the week that began the calendar's events stand for the plan's, where any are there")
    func begunWeek() throws {
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 3, load: [350, 360, 370], \(week)}]")
        let first = plan.start.value
        let schedule = live(plan, today: 8, own: [9: 33, 12: 44])
        let loads = schedule.curve.days.map(\.load)
        #expect(Array(loads.prefix(6)) == [0, 33, 0, 0, 44, 0])
        #expect(schedule.curve.days[0].date == first + 8)
        let last = schedule.entries.filter { $0.week == 3 }.reduce(0) { $0 + Double($1.planned.load ?? 0) }
        #expect(loads.dropFirst(6).reduce(0, +) == last)
        let planned = live(plan, today: 8).curve.days.prefix(6).map(\.load)
        let entries = schedule.entries.filter { $0.week == 2 && $0.date >= first + 8 }
        #expect(planned.reduce(0, +) == entries.reduce(0) { $0 + Double($1.planned.load ?? 0) })
    }

    @Test("a service's factors weigh the sports")
    func weights() throws {
        let plan = try readPlan("phases: [{id: a, kind: base, weeks: 1, load: [350], \(week)}]")
        var schedule = Schedule(plan)
        schedule.weights = [Sport.ride: DailyLoad(fitness: 0.5, fatigue: 0)]
        let total = Double(schedule.weeks[0].load)
        #expect(schedule.curve.days.reduce(0) { $0 + $1.load } == total / 2)
        #expect((schedule.curve.days.last?.evening.atl ?? 0) < 20)
    }
}
