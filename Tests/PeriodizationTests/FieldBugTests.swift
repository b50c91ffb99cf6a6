import CivilDates
import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// Faults that users of other planners have reported, as far as they concern weeks.
@Suite struct FieldBugTests {
    private func week(_ sessions: String, head: String = "", load: Int = 600, weeks: Int = 1) throws -> Schedule {
        try expand(
            head
                + "phases: [{id: a, kind: race, weeks: \(weeks), load: [\((0..<weeks).map { _ in "\(load)" }.joined(separator: ", "))], week: [\(sessions)]}]"
        )
    }

    @Test("no session is longer than its day: never four hours on a day of ninety minutes")
    func longerThanItsDay() throws {
        let schedule = try week(
            "{id: long, role: long, template: ride, day: sun, share: 60%}, {id: easy, template: ride}",
            head: "availability: {default: 1h30}\n")
        #expect(schedule.entries.allSatisfy { $0.planned.duration <= 5400 })
        #expect(schedule.weeks[0].binding == ["availability"])
    }

    @Test("taking a day away costs one session, the first of the drop order, and the others keep their days")
    func removedDay() throws {
        let sessions = ["mon", "tue", "wed", "thu", "fri"].map { "{id: \($0), template: fine, day: \($0)}" }
        let all = try week(sessions.joined(separator: ", "), head: "availability: {sat: off, sun: off}\n", load: 300)
        let without = try week(
            sessions.joined(separator: ", "), head: "availability: {sat: off, sun: off, wed: off}\n", load: 300)
        #expect(all.weeks[0].sessions == 5 && without.weeks[0].sessions == 4)
        #expect(without.day("a.w1.wed") == "fri" && without.entry("a.w1.fri") == nil)
        for day in ["mon", "tue", "thu"] { #expect(without.day("a.w1.\(day)") == day) }
    }

    @Test("a week may have more than five sessions")
    func manySessions() throws {
        let schedule = try week(
            "{id: easy, template: ride, count: 12}", head: "availability: {default: {sessions: 2}}\n", load: 900)
        #expect(schedule.weeks[0].sessions == 12)
        #expect(schedule.entries.filter { $0.key.hasPrefix("a.") }.count == 12)
    }

    @Test("planning again gives the same sessions, and the sum is the target's")
    func again() throws {
        let text = "{id: long, role: long, template: fine, share: 40%}, {id: easy, template: fine, count: 3}"
        let (first, second) = (try week(text, load: 645), try week(text, load: 645))
        #expect(first.entries.map { "\($0)" } == second.entries.map { "\($0)" })
        #expect(abs(first.weeks[0].load - 645) <= 2)
        #expect(first.weeks[0].load == first.entries.reduce(0) { $0 + ($1.planned.load ?? 0) })
    }

    @Test("a C race brings no taper, but no hard day follows it")
    func trainedThrough() throws {
        let sessions = "{id: q, template: hard, day: [mon, thu]}, {id: easy, template: fine, count: 2}"
        let plain = try week(sessions, load: 300, weeks: 2)
        let race = try week(
            sessions, head: "races: [{id: cup, date: 2027-01-10, priority: C, duration: 1h, load: 90}]\n", load: 300,
            weeks: 2)
        #expect(plain.day("a.w2.q") == "mon" && race.day("a.w2.q") == "thu")
        #expect(race.weeks.map(\.target) == plain.weeks.map(\.target))
        #expect(race.weeks[1].load >= 290)
    }

    @Test("prose with inches, minutes and repeats never becomes steps")
    func prose() throws {
        let schedule = try week(
            """
            {id: core, role: strength, sport: WeightTraining, duration: 30m, load: 10, prose: "- Plank 37\\"\\n- 5m easy\\n3x\\n- Squat 5x8"}, {id: easy, template: fine}
            """, load: 100)
        let core = try #require(schedule.entry("a.w1.core"))
        #expect(core.workout == nil)
        #expect(Workout.read(core.description).workout.items.isEmpty)
        #expect(core.description.contains("37") && core.sentDuration == 1800)
    }

    @Test("a step by heart rate alone has a known load, or is an error")
    func heartRate() throws {
        let sessions = "{id: hr, role: easy, duration: 1h, text: \"- 1h 75-80% LTHR\"}, {id: easy, template: fine}"
        let unknown = try week(sessions, load: 100)
        #expect(unknown.diagnostics.contains { $0.id == "unknown-load" && $0.severity == .error })
    }

    @Test("a fixed match shrinks the plan for its own weeks only")
    func fixedMatch() throws {
        let sessions = "{id: run, template: run, count: 3}, {id: long, role: long, template: run}"
        let plain = try week(sessions, load: 250, weeks: 4)
        let match = try week(
            sessions,
            head:
                "fixed: [{id: match, every: sat, sport: Soccer, role: quality, duration: 90m, load: 90, to: 2027-01-10}]\n",
            load: 250, weeks: 4)
        for week in 2...4 {
            let own = { (schedule: Schedule) in
                schedule.entries.filter { $0.week == week && $0.category.isSession }.map {
                    "\($0.date) \($0.key) \($0.planned)"
                }
            }
            #expect(own(plain) == own(match))
        }
        #expect(match.entry("fixed.match.2027-01-09")?.planned.load == 90)
        #expect(abs(match.weeks[0].load - 250) <= 12)
    }
}
