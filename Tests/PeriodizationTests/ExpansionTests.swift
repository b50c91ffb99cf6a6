import Testing
import CivilDates
import LoadSimulation
import Workouts
import Diagnostics

@testable import Periodization
@testable import PlanSpec

@Suite struct ExpansionTests {
    private let plain = """
        availability: {default: 1h30, mon: off, fri: off, sat: 3h, sun: 5h}
        phases:
          - id: base
            kind: base
            weeks: 4
            load: {start: 380, end: 420}
            week:
              - {id: long, role: long, template: ride, day: sun, share: 38%}
              - {id: vo2, template: [hard, other], day: [tue, wed]}
              - {id: easy, template: ride, count: 2}
              - {id: gym, template: gym, day: sat}
        """

    @Test("keys name phase, week and session, copies are numbered in date order")
    func keys() throws {
        let schedule = try expand(plain)
        #expect(
            Set(schedule.entries.filter { $0.week == 1 }.map(\.key)) == [
                "base.w1.long", "base.w1.vo2", "base.w1.easy", "base.w1.easy-2", "base.w1.gym",
            ])
        let first = try #require(schedule.entry("base.w1.easy"))
        let second = try #require(schedule.entry("base.w1.easy-2"))
        #expect(first.date < second.date)
        #expect(schedule.day("base.w1.long") == "sun")
        #expect(schedule.day("base.w1.vo2") == "tue")
        #expect(schedule.day("base.w1.gym") == "sat")
    }

    @Test("week sums are within 5 % of the target or explained")
    func sums() throws {
        let schedule = try expand(plain)
        for week in schedule.weeks {
            let target = try #require(week.target)
            #expect(abs(Double(week.load) - target) <= 0.05 * target || !week.binding.isEmpty)
        }
    }

    @Test("a list of templates rotates by loading weeks; a recovery week keeps the one before")
    func rotation() throws {
        let schedule = try expand(plain)
        let templates = (1...4).map { schedule.entry("base.w\($0).vo2")?.template }
        #expect(templates == ["hard", "other", "hard", "hard"])
    }

    @Test("hard sessions keep 48 hours, also from Sunday to Monday")
    func spacing() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 3
                load: {start: 500, end: 500}
                week:
                  - {id: q1, template: hard}
                  - {id: q2, template: hard}
                  - {id: long, role: long, template: ride, day: sun}
            """)
        let dates = schedule.entries.filter { $0.role?.isHard ?? false }.map(\.date)
        for (earlier, later) in zip(dates, dates.dropFirst()) { #expect(later - earlier >= 2) }
        #expect(dates.count == 9)
    }

    @Test("a recovery week keeps the first quality session, smaller own sizes, and no progress")
    func recoveryWeek() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 4
                recovery: 50%
                load: {start: 500, end: 500}
                week:
                  - {id: q1, template: hard, day: tue, progress: {reps: [3, 4, 5]}}
                  - {id: q2, template: hard, day: thu}
                  - {id: own, template: ride, day: wed, load: 60}
                  - {id: gym, template: gym, load: 30}
                  - {id: long, role: long, template: ride, day: sun}
            """)
        #expect(schedule.entry("a.w4.q1") != nil)
        #expect(schedule.entry("a.w4.q2") == nil)
        #expect(schedule.entry("a.w3.q1")?.name == "Hard 5 x 5")
        #expect(abs((schedule.entry("a.w4.own")?.planned.load ?? 0) - 30) <= 2)
        #expect(schedule.entry("a.w4.gym")?.planned.load == 30)
    }

    @Test("a race has its day to itself and keeps hard and strength sessions away")
    func race() throws {
        let schedule = try expand(
            """
            races: [{id: r, date: 2027-01-10, name: Race, priority: A, duration: 3h, load: 200}]
            phases:
              - id: a
                kind: build
                weeks: 2
                load: {start: 500, end: 500}
                week:
                  - {id: q1, template: hard, day: fri}
                  - {id: long, role: long, template: ride, day: sun}
                  - {id: gym, template: gym, day: sat}
                  - {id: easy, template: ride, count: 3}
            """)
        let race = try #require(schedule.entry("race.r"))
        #expect(race.category == .raceA)
        #expect(schedule.entries.filter { $0.date == race.date }.count == 1)
        for entry in schedule.entries where entry.date < race.date && race.date - entry.date <= 2 {
            #expect(entry.role == .easy)
        }
        for entry in schedule.entries where race.date < entry.date && entry.date - race.date <= 7 {
            #expect(entry.role?.isHard != true)
        }
        #expect(schedule.findings.contains("pinned-day-blocked"))
    }

    @Test("a pinned event takes its day and stands in for the week's first session of a role")
    func pinnedEvent() throws {
        let schedule = try expand(
            """
            events: [{id: ftp, date: 2027-01-07, template: test, instead: quality}]
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [400]
                week:
                  - {id: q1, template: hard, day: tue}
                  - {id: q2, template: hard, day: [fri, sat]}
                  - {id: easy, template: ride, count: 2}
            """)
        #expect(schedule.day("event.ftp") == "thu")
        #expect(schedule.entry("a.w1.q1") == nil)
        #expect(schedule.entries.filter { $0.date.weekday.code == "thu" }.count == 1)
        let q2 = try #require(schedule.entry("a.w1.q2"))
        #expect(abs(q2.date - (schedule.entry("event.ftp")?.date ?? q2.date)) >= 2)
    }

    @Test("no day is longer than its availability, whatever the load asks")
    func availabilityIsHard() throws {
        let schedule = try expand(
            """
            availability: {default: 45m, sun: {max: 2h, sessions: 2}}
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [900]
                week:
                  - {id: long, role: long, template: ride, day: sun}
                  - {id: two, template: ride, day: sun}
                  - {id: easy, template: ride, count: 4}
            """)
        let byDay = Dictionary(grouping: schedule.entries, by: \.date)
        for (date, entries) in byDay {
            let limit = date.weekday.code == "sun" ? 7200 : 2700
            #expect(entries.reduce(0) { $0 + $1.planned.duration } <= limit)
        }
        #expect(schedule.weeks[0].binding == ["availability"])
    }

    @Test("a week that is too full drops recovery, technique and easy sessions, the last first, never the hard ones")
    func drops() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [100]
                week:
                  - {id: q, template: hard}
                  - {id: easy, template: ride, count: 3}
                  - {id: spin, role: recovery, template: ride}
            """)
        #expect(schedule.entry("a.w1.spin") == nil)
        #expect(schedule.entry("a.w1.easy-3") == nil)
        #expect(schedule.entry("a.w1.q") != nil)
        #expect(schedule.findings.contains("session-dropped"))
    }

    @Test("hard days that the file puts side by side stay, with a warning")
    func adjacentByAuthor() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [400]
                week:
                  - {id: q, template: hard, day: sat}
                  - {id: long, role: long, template: ride, day: sun}
            """)
        #expect(schedule.day("a.w1.q") == "sat")
        #expect(schedule.findings == ["hard-days-adjacent"])
    }

    @Test("so do a hard day and a race of the next week that are too near, once")
    func adjacentToRace() throws {
        func findings(priority: String) throws -> [String] {
            try expand(
                """
                limits: {hard: {per_week: 3, spacing: 72h}}
                races: [{id: r, date: 2027-01-12, name: R, priority: \(priority), duration: 2h, load: 100}]
                phases:
                  - id: a
                    kind: base
                    weeks: 2
                    week:
                      - {id: long, role: long, template: ride, day: sun}
                """
            ).findings.filter { $0 == "hard-days-adjacent" || $0 == "event-near-race" }
        }
        #expect(try findings(priority: "C") == ["hard-days-adjacent"])
    }

    @Test("changing one week moves nothing in another")
    func locality() throws {
        let changed = try expand(plain + "\n    weeks_override: {2: {availability: {tue: off, sun: 1h}}}")
        let before = try expand(plain)
        for week in [1, 3, 4] {
            let key = { (schedule: Schedule) in
                schedule.entries.filter { $0.week == week }.map { "\($0.date) \($0.key) \($0.description)" }
            }
            #expect(key(before) == key(changed))
        }
        #expect(changed.day("base.w2.vo2") == "wed")
    }

    @Test("limits are checked: ramp, load, hours, growth and form")
    func limits() throws {
        let schedule = try expand(
            """
            limits: {ramp: 3, load: 600, hours: 9h, growth: 20%, form: -20}
            phases:
              - {id: a, kind: build, weeks: 1, load: [700], week: [{id: a, template: ride, count: 5}]}
            """)
        let ids = ["limit-load", "limit-hours", "limit-growth", "limit-ramp", "limit-form"]
        #expect(schedule.findings.filter { $0.hasPrefix("limit") } == ids)
    }

    @Test("the description is the template's text, and what is sent beside it only for sessions without steps")
    func contents() throws {
        let schedule = try expand(plain)
        let ride = try #require(schedule.entry("base.w1.long"))
        #expect(ride.description.hasSuffix(" 65%\n"))
        #expect(ride.sentLoad == nil)
        let gym = try #require(schedule.entry("base.w1.gym"))
        #expect(gym.description == "Squats\n")
        #expect(gym.sentLoad == 20)
        #expect(gym.sentDuration == 2700)
    }

    @Test("the curve gives strength no weight, though it counts in the week's load")
    func factors() throws {
        let schedule = try expand(plain)
        let gym = try #require(schedule.entry("base.w1.gym"))
        #expect(schedule.curve[gym.date]?.load == 0)
        #expect(
            schedule.weeks[0].load == schedule.entries.filter { $0.week == 1 }.reduce(0) { $0 + ($1.planned.load ?? 0) }
        )
    }

    @Test("phases and targets become PLAN and TARGET entries when asked for")
    func blocks() throws {
        let schedule = try expand("publish: {phases: true, targets: true}\n" + plain)
        let phase = try #require(schedule.entry("phase.base"))
        #expect(phase.category == .phase)
        #expect(phase.lastDate == schedule.end)
        #expect(schedule.entry("target.base.w2")?.sentLoad == 400)
    }

    @Test("what fits on no day takes no room from the others")
    func unplacedTakesNoRoom() throws {
        let schedule = try expand(
            """
            availability: {default: 1h30, sat: off}
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [231]
                week:
                  - {id: long, role: long, template: ride, day: sun, duration: 2h}
                  - {id: q, template: hard, day: tue}
                  - {id: easy, template: ride, count: 3}
            """)
        #expect(schedule.entry("a.w1.long") == nil)
        #expect(schedule.entry("a.w1.easy-3") != nil)
        #expect(!schedule.findings.contains("session-dropped"))
    }

    @Test("a session of fixed length leaves the rest of its day to the others")
    func sharedDay() throws {
        let schedule = try expand(
            """
            availability: {default: off, wed: {max: 2h, sessions: 2}}
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [300]
                week:
                  - {id: gym, template: gym}
                  - {id: easy, template: ride}
            """)
        #expect(schedule.entry("a.w1.easy")?.planned.duration == 75 * 60)
        #expect(schedule.weeks[0].binding == ["availability"])
        #expect(schedule.findings == ["week-under-target"])
    }

    @Test("a second recovery week in a row rests on the same mean")
    func recoveryAfterRecovery() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 4
                load: {start: 400, end: 440}
                week: [{id: a, template: fine}, {id: b, template: fine}]
                weeks_override: {3: {recovery: true, load: 260}}
            """)
        #expect(schedule.weeks[3].target == 0.65 * 420)
    }

    @Test("growth is measured against the largest loading target, only the first against what the athlete is used to")
    func growthLimit() throws {
        let schedule = try expand(
            """
            limits: {growth: 20%}
            phases:
              - {id: a, kind: base, weeks: 3, load: [150, 200, 230], week: [{id: a, template: fine}]}
            """)
        let finding = try #require(schedule.diagnostics.first { $0.id == "limit-growth" })
        #expect(finding.message.contains("week 2"))
        #expect(finding.notes.count == 1)
    }

    @Test("a race of unknown load is an error in a load week; a workout pinned on a race day is left out")
    func raceFindings() throws {
        let schedule = try expand(
            """
            races: [{id: r, date: 2027-01-10, priority: B, duration: 1h}]
            events: [{id: e, date: 2027-01-10, template: ride}]
            phases:
              - {id: a, kind: base, weeks: 1, load: [300], week: [{id: a, template: ride, count: 3}]}
            """)
        #expect(schedule.findings.contains("unknown-load"))
        #expect(schedule.findings.contains("event-on-race-day"))
        #expect(schedule.entry("event.e") == nil)
    }

    @Test("a stated load that the service will not confirm is a warning")
    func statedLoad() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [300]
                week:
                  - {id: t, role: quality, sport: Ride, name: X, text: "- 20m 60%", load: 150}
                  - {id: e, template: fine}
            """)
        #expect(schedule.findings.contains("load-differs"))
    }
}
