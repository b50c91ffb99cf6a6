import CivilDates
import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

@Suite struct LifeTests {
    private static let base = """
        availability: {default: 1h30, mon: off, sat: 3h, sun: 5h}
        phases:
          - id: base
            kind: base
            weeks: 6
            rhythm: none
            load: {start: 380, end: 480}
            week:
              - {id: long, role: long, template: ride, day: sun, share: 38%}
              - {id: vo2, template: hard, day: tue}
              - {id: easy, template: ride, count: 2}
              - {id: gym, template: gym, day: sat}

        """

    private func plan(_ more: String) throws -> Schedule { try expand(Self.base + more) }

    private func differing(_ left: Schedule, _ right: Schedule) -> [CivilDate] {
        let days = Set((left.entries + right.entries).filter { $0.category.isSession }.map(\.date)).sorted()
        func day(_ schedule: Schedule, _ date: CivilDate) -> [String] {
            schedule.entries.filter { $0.date == date && $0.category.isSession }.map {
                "\($0.key) \($0.name) \($0.description) \($0.planned)"
            }
        }
        return days.filter { day(left, $0) != day(right, $0) }
    }

    @Test("a holiday is off: its days lose their sessions, all other days stay as they were")
    func holiday() throws {
        let plain = try plan("")
        let away = try plan("life: [{id: ski, kind: holiday, from: 2027-01-12, to: 2027-01-16}]")
        let first = try #require(CivilDate("2027-01-12"))
        #expect(!differing(plain, away).isEmpty)
        #expect(differing(plain, away).allSatisfy { (first...first + 4).contains($0) })
        #expect(away.entries.filter { (first...first + 4).contains($0.date) && $0.category.isSession }.isEmpty)
        #expect(away.weeks[1].binding == ["life.ski"])
        let event = try #require(away.entry("life.ski"))
        #expect(event.category == .holiday && event.date == first && event.lastDate == first + 4)
        #expect(event.name == "Holiday")
    }

    @Test("an overlay's availability cuts to the day's limit, drops what can't be that small and keeps what fits")
    func cut() throws {
        let plain = try plan("")
        let away = try plan(
            "life: [{id: trip, kind: travel, from: 2027-01-12, to: 2027-01-17, availability: {default: 45m, tue: 20m}}]"
        )
        #expect(away.entry("base.w2.vo2") == nil)
        #expect(away.entry("base.w2.long")?.planned.duration == 2700)
        #expect((plain.entry("base.w2.long")?.planned.duration ?? 0) > 2700)
        #expect(away.entry("base.w2.gym") != nil)
        #expect(away.entry("life.trip")?.category == .note)
        #expect(away.findings.contains("session-dropped") && away.findings.contains("session-resized"))
    }

    @Test("travel and a camp without availability change nothing but the calendar")
    func unchanged() throws {
        let away = try plan("life: [{id: trip, kind: travel, from: 2027-01-12, to: 2027-01-17}]")
        #expect(differing(try plan(""), away).isEmpty)
    }

    @Test("respread places and sizes the week again with the same target, and no other week")
    func respread() throws {
        let plain = try plan("")
        let away = try plan(
            "life: [{id: ski, kind: holiday, from: 2027-01-16, to: 2027-01-17, respread: true}]")
        #expect(away.weeks[1].target == plain.weeks[1].target)
        #expect(away.weeks[1].load > plain.weeks[1].load / 2)
        let week = try #require(CivilDate("2027-01-11"))
        #expect(differing(plain, away).allSatisfy { (week...week + 6).contains($0) })
        #expect(away.day("base.w2.long") != "sun" && away.entry("base.w2.long") != nil)
        let sessions = away.entries.filter { $0.week == 2 && $0.category.isSession }
        #expect(sessions.allSatisfy { $0.planned.duration <= 5400 && $0.date < week + 5 })
    }

    @Test("a camp's load is the target of its days, those of the others stay")
    func camp() throws {
        let plain = try plan("")
        let camp = try plan(
            """
            life:
              - {id: spain, kind: camp, from: 2027-01-16, to: 2027-01-19, availability: {default: 5h}, load: 400}
            """)
        let (before, after) = (plain.weeks[1].target ?? 0, camp.weeks[1].target ?? 0)
        #expect(abs(after - (before * 5 / 7 + 200)) < 1e-9)
        #expect(abs((camp.weeks[2].target ?? 0) - ((plain.weeks[2].target ?? 0) * 5 / 7 + 200)) < 1e-9)
        let first = try #require(CivilDate("2027-01-16"))
        #expect(differing(plain, camp).allSatisfy { (first...first + 3).contains($0) })
        let days = camp.entries.filter { $0.week == 2 && $0.date >= first && $0.category.isSession }
        let load = days.reduce(0) { $0 + ($1.planned.load ?? 0) }
        #expect(abs(load - 200) <= 3)
        #expect(camp.weeks[1].binding == ["life.spain"])
    }

    @Test("after 6 to 28 days off come half, then three quarters of the sizes, at first without hard sessions")
    func comeback() throws {
        let plain = try plan("")
        // Six days off, Tuesday to Sunday; the first half is Monday to Wednesday, the second Thursday to Saturday.
        let flu = try plan("life: [{id: flu, kind: sick, from: 2027-01-12, to: 2027-01-17}]")
        #expect(flu.entry("base.w3.vo2") == nil)
        let first = try #require(CivilDate("2027-01-18"))
        for entry in plain.entries where (first...first + 5).contains(entry.date) && entry.role == .easy {
            let factor = entry.date < first + 3 ? 0.5 : 0.75
            let now = try #require(flu.entry(entry.key))
            let wanted = factor * Double(entry.planned.load ?? 0)
            // 30 minutes are the least.
            #expect(abs(Double(now.planned.load ?? 0) - max(21, wanted)) <= 3)
        }
        #expect(flu.entry("base.w3.long")?.planned == plain.entry("base.w3.long")?.planned)
        #expect(flu.entry("life.flu")?.category == .sick)
        let short = try plan("life: [{id: flu, kind: sick, from: 2027-01-12, to: 2027-01-16}]")
        #expect(short.entry("base.w3.vo2") != nil)
        let none = try plan("life: [{id: flu, kind: sick, from: 2027-01-12, to: 2027-01-17, return: none}]")
        #expect(none.entry("base.w3.vo2") != nil)
        let holiday = try plan("life: [{id: flu, kind: holiday, from: 2027-01-12, to: 2027-01-17, return: auto}]")
        #expect(holiday.entry("base.w3.vo2") == nil)
    }

    @Test("a race or a pinned workout on a blocked day stays, with a warning; a fixed session falls away")
    func blocked() throws {
        let schedule = try plan(
            """
            races: [{id: cup, date: 2027-01-24, priority: C, duration: 1h, load: 80}]
            events: [{id: test, date: 2027-01-20, template: test}]
            fixed: [{id: club, every: [thu, fri], role: easy, duration: 30m, load: 20}]
            life: [{id: away, kind: holiday, from: 2027-01-20, to: 2027-01-24, availability: {default: off, fri: 1h}}]
            """)
        #expect(schedule.entry("race.cup") != nil && schedule.entry("event.test") != nil)
        #expect(schedule.findings.contains("race-on-blocked-day"))
        #expect(schedule.findings.contains("event-on-blocked-day"))
        #expect(schedule.entry("fixed.club.2027-01-21") == nil)
        #expect(schedule.entry("fixed.club.2027-01-22") != nil)
        #expect(schedule.entry("fixed.club.2027-01-28") != nil)
    }

    @Test("a holiday begun 50 days ago still blocks")
    func longHoliday() throws {
        let schedule = try plan("life: [{id: far, kind: holiday, from: 2026-11-20, to: 2027-01-20}]")
        let last = try #require(CivilDate("2027-01-20"))
        #expect(schedule.entries.allSatisfy { !$0.category.isSession || $0.date > last })
        #expect(schedule.entries.contains { $0.category.isSession })
    }

    @Test("overlays can be left out of the calendar")
    func unpublished() throws {
        let schedule = try plan(
            "life: [{id: ski, kind: holiday, from: 2027-01-12, to: 2027-01-16}]\npublish: {life: false}")
        #expect(schedule.entry("life.ski")?.publish == false)
    }

    @Test("a camp beside a holiday that spreads its week anew: the week keeps its target, the camp its load")
    func campAndRespread() throws {
        let camp = "{id: spain, kind: camp, from: 2027-01-15, to: 2027-01-17, load: 300"
        let off = "{id: ski, kind: holiday, from: 2027-01-12, to: 2027-01-12, respread: true}"
        for life in ["[\(camp)}, \(off)]", "[\(camp), respread: true}]"] {
            let both = try expand(
                """
                life: \(life)
                phases:
                  - id: base
                    kind: base
                    weeks: 3
                    rhythm: none
                    load: [420, 420, 420]
                    week: [{id: long, role: long, template: fine, day: sun, share: 38%}, {id: easy, template: fine, count: 5}]
                """)
            let target = try #require(both.weeks[1].target)
            #expect(abs(target - 540) < 1e-9)
            #expect(abs(Double(both.weeks[1].load) - target) <= 4, "\(life)")
            let first = try #require(CivilDate("2027-01-15"))
            let days = both.entries.filter { (first...first + 2).contains($0.date) && $0.category.isSession }
            #expect(abs(days.reduce(0) { $0 + ($1.planned.load ?? 0) } - 300) <= 4, "\(life)")
            #expect(both.weeks[1].binding.allSatisfy { $0.hasPrefix("life.") })
            #expect(!both.findings.contains("week-under-target"))
        }
    }

    @Test("a camp whose load its days can't carry says how far they come and what holds them")
    func campOutOfReach() throws {
        let camp = try plan(
            "life: [{id: spain, kind: camp, from: 2027-01-15, to: 2027-01-17, availability: {default: 2h}, load: 900}]")
        let finding = try #require(camp.diagnostics.first { $0.id == "week-under-target" })
        #expect(finding.message.hasPrefix("life.spain: its days in week 2"))
        #expect(finding.limit == 900 && camp.weeks[1].binding.contains("availability"))
        let empty = try plan(
            "life: [{id: spain, kind: camp, from: 2027-01-11, to: 2027-01-11, availability: {default: 2h}, load: 100}]")
        #expect(empty.diagnostics.contains { $0.message.contains("none of the week's sessions that could change") })
    }

    @Test("a week that is spread anew has its hard session after the days of coming back, not none")
    func respreadComingBack() throws {
        // Off from Monday to Sunday of week 2 by two overlays; four days of coming back without hard sessions.
        let flu = try plan(
            """
            life:
              - {id: flu, kind: sick, from: 2027-01-11, to: 2027-01-17}
              - {id: trip, kind: travel, from: 2027-01-18, to: 2027-01-18, availability: {default: 1h30}, respread: true}
            """)
        let hard = try #require(flu.entry("base.w3.vo2"))
        #expect(hard.date >= (try #require(CivilDate("2027-01-22"))))
    }
}
