import CivilDates
import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

@Suite struct WeekFeatureTests {
    private func phase(_ week: String, _ more: String = "", load: String = "[400, 400]", head: String = "") throws
        -> Schedule
    {
        try expand(
            head + "phases:\n  - id: a\n    kind: race\n    weeks: 2\n    load: \(load)\n\(more)    week:\n"
                + week.split(separator: "\n").map { "      \($0)\n" }.joined())
    }

    @Test("a fixed session takes its place, its time and its load, under a key with its date")
    func fixed() throws {
        let schedule = try phase(
            """
            - {id: long, role: long, template: fine, day: sun, share: 40%}
            - {id: easy, template: fine, count: 2}
            """,
            head: """
                availability: {default: 5h, wed: {max: 2h}}
                fixed:
                  - {id: club, every: wed, time: "18:30", role: quality, duration: 1h30, load: 85, except: [2027-01-13], publish: false}

                """)
        let club = try #require(schedule.entry("fixed.club.2027-01-06"))
        #expect(club.planned.load == 85 && club.planned.duration == 5400 && !club.publish)
        #expect(club.time?.description == "18:30" && club.name == "club")
        #expect(schedule.entry("fixed.club.2027-01-13") == nil)
        #expect(schedule.entries.filter { $0.date == club.date }.count == 1)
        #expect(abs(schedule.weeks[0].load - 400) <= 2 && abs(schedule.weeks[1].load - 400) <= 2)
        #expect(abs((schedule.entry("a.w1.long")?.planned.load ?? 0) - 160) <= 1)
    }

    @Test("a fixed session happens beyond the availability, with a warning, but not on a race day")
    func fixedBeyond() throws {
        let schedule = try phase(
            "- {id: easy, template: fine, count: 2}",
            head: """
                availability: {default: 1h, tue: off}
                races: [{id: cup, date: 2027-01-12, priority: C, duration: 1h, load: 80}]
                fixed: [{id: club, every: [tue, thu], role: easy, duration: 1h30, load: 60}]

                """)
        #expect(schedule.entry("fixed.club.2027-01-05") != nil && schedule.entry("fixed.club.2027-01-07") != nil)
        #expect(schedule.entry("fixed.club.2027-01-12") == nil)
        let warning = try #require(schedule.diagnostics.first { $0.id == "fixed-over-availability" })
        #expect(warning.severity == .warning && warning.notes.count == 2)
    }

    @Test("a recovery week keeps no quality session beside a fixed one")
    func fixedQuality() throws {
        let schedule = try phase(
            """
            - {id: q1, template: hard, day: tue}
            - {id: long, role: long, template: ride, day: sun}
            """, "    rhythm: [load, recovery]\n",
            head: "fixed: [{id: club, every: fri, role: quality, duration: 1h, load: 50, from: 2027-01-11}]\n")
        #expect(schedule.entry("a.w1.q1") != nil)
        #expect(schedule.entry("a.w2.q1") == nil)
    }

    @Test("an event without a match for `instead` says so and comes on top")
    func insteadOfNothing() throws {
        let schedule = try phase(
            "- {id: easy, template: fine, count: 2}",
            head: "events: [{id: test, date: 2027-01-06, template: test, instead: quality}]\n")
        let finding = try #require(schedule.diagnostics.first { $0.id == "instead-of-nothing" })
        #expect(finding.severity == .warning && finding.range?.start.line == 8)
        #expect(schedule.entry("event.test") != nil && schedule.entry("a.w1.easy-2") != nil)
    }

    @Test("a brick is one hard session on one day in two parts that share its slot and follow in time")
    func brick() throws {
        let schedule = try phase(
            """
            - {id: brick, role: quality, name: Brick, share: 30%, time: "09:00", day: sat, brick: [{template: fine, share: 70%}, {sport: Run, template: run}]}
            - {id: long, role: long, template: fine}
            - {id: easy, template: fine}
            """)
        let first = try #require(schedule.entry("a.w1.brick.1"))
        let second = try #require(schedule.entry("a.w1.brick.2"))
        #expect(schedule.entry("a.w1.brick") == nil)
        #expect(first.name == "Brick (1/2)" && second.name == "Brick (2/2)")
        #expect(first.sport == .ride && second.sport == .run && first.date == second.date)
        #expect(first.date.weekday == .sat && first.role == .quality && second.role == .quality)
        #expect(first.time?.description == "09:00")
        #expect(second.time == first.time?.adding(seconds: first.planned.duration))
        #expect(abs((first.planned.load ?? 0) - 84) <= 2 && abs((second.planned.load ?? 0) - 36) <= 3)
        let long = try #require(schedule.entry("a.w1.long"))
        #expect(abs(long.date - first.date) >= 2)
        #expect(schedule.weeks[0].sessions == 3)
        #expect(abs(schedule.weeks[0].load - 400) <= 2)
    }

    @Test("a brick fits its day as a whole, and its later parts take no second place on it")
    func brickInTime() throws {
        let schedule = try phase(
            "- {id: brick, role: long, day: sat, brick: [{template: fine}, {sport: Run, template: run}]}",
            head:
                "availability: {default: off, sat: 2h}\npublish: {time_of_day: {default: \"07:00\", second: \"17:00\"}}\n"
        )
        let parts = schedule.entries.filter { $0.week == 1 && $0.category.isSession }
        #expect(parts.count == 2)
        #expect(parts.reduce(0) { $0 + $1.planned.duration } <= 7200)
        #expect(parts.reduce(0) { $0 + $1.planned.duration } >= 6600)
        #expect(parts[0].time?.description == "07:00")
        #expect(parts[1].time == parts[0].time?.adding(seconds: parts[0].planned.duration))
        #expect(schedule.weeks[0].binding == ["availability"])
    }

    @Test("morning and evening sessions stay two, and a third gets a later time of its own")
    func several() throws {
        let schedule = try phase(
            """
            - {id: a, template: fine, day: sat}
            - {id: b, template: run, day: sat}
            - {id: gym, template: gym, day: sat}
            """,
            head: """
                availability: {default: off, sat: {sessions: 2}}
                publish: {time_of_day: {default: "07:00", second: "17:30"}}

                """)
        let times = schedule.entries.filter { $0.week == 1 }.compactMap { $0.time?.description }
        #expect(times.count == 3 && Set(times).count == 3)
        #expect(times[0] == "07:00" && times[1] == "17:30" && times[2] > "17:30")
    }

    @Test("optional sessions are the first to go where the target is too small")
    func optional() throws {
        let schedule = try phase(
            """
            - {id: easy, template: ride}
            - {id: extra, template: ride, optional: true}
            - {id: rest, role: recovery, template: ride}
            - {id: long, role: long, template: ride}
            """, load: "[80, 400]")
        #expect(schedule.entry("a.w1.extra") == nil && schedule.entry("a.w1.rest") != nil)
        #expect(schedule.entry("a.w2.extra")?.optional == true)
    }

    @Test("an own distance sizes the session, an indoor session takes the variant and its threshold")
    func distanceAndIndoor() throws {
        let schedule = try phase(
            """
            - {id: swim, template: swim, distance: [2km, 3km]}
            - {id: trainer, template: trainer, indoor: true, duration: 1h}
            - {id: outdoors, template: trainer, duration: 1h}
            - {id: easy, template: fine}
            """)
        #expect(schedule.entry("a.w1.swim")?.planned.distance == 2000)
        #expect(schedule.entry("a.w2.swim")?.planned.distance == 3000)
        let inside = try #require(schedule.entry("a.w1.trainer"))
        #expect(inside.sport?.name == "VirtualRide" && inside.indoor && inside.description.contains("88%"))
        #expect(inside.planned.normalizedPower == 176)
        #expect(schedule.entry("a.w1.outdoors")?.planned.normalizedPower == 225)
    }

    @Test("a split gives each sport its part of the target, and a weekly target a sport")
    func split() throws {
        let schedule = try phase(
            """
            - {id: long, role: long, template: fine, share: 30%}
            - {id: ride, template: fine}
            - {id: run, template: run, count: 2}
            - {id: virtual, template: fine, sport: VirtualRide}
            - {id: swim, template: swim}
            - {id: gym, template: gym, load: 20}
            """, "    sports: {Swim: 15%, Ride: 60%, Run: 25%}\n", head: "publish: {targets: true}\n")
        func load(_ sports: [String]) -> Int {
            schedule.entries.filter { $0.week == 1 && $0.category.isSession && sports.contains($0.sport?.name ?? "") }
                .reduce(0) { $0 + ($1.planned.load ?? 0) }
        }
        #expect(abs(load(["Ride", "VirtualRide"]) - 228) <= 4)
        #expect(abs(load(["Run"]) - 95) <= 6)
        #expect(abs(load(["Swim"]) - 57) <= 4)
        #expect(abs((schedule.entry("a.w1.long")?.planned.load ?? 0) - 120) <= 2)
        #expect(schedule.entry("target.a.w1.ride")?.sentLoad == 240)
        #expect(schedule.entry("target.a.w1.swim")?.sport == .swim)
        #expect(schedule.entry("target.a.w1") == nil)
    }

    @Test("a session's own name and description take the template's parameters")
    func ownText() throws {
        let schedule = try phase(
            "- {id: easy, template: ride, name: \"Easy ${time}\", description: \"All of ${time}.\", duration: 2h}")
        let easy = try #require(schedule.entry("a.w1.easy"))
        #expect(easy.name == "Easy 2h")
        #expect(easy.description == "All of 2h.\n\n- 2h 65%\n")
    }

    @Test("every session has its reason: how the day came, what spoke against others, slot and size")
    func reasons() throws {
        let schedule = try phase(
            """
            - {id: long, role: long, template: fine, day: sun, share: 30%}
            - {id: hard, template: hard, day: [thu, tue]}
            - {id: easy, template: fine}
            """, head: "availability: {default: 2h, mon: off, sun: 3h, wed: 20m}\n")
        let long = try #require(schedule.reason(for: "a.w1.long"))
        #expect(long.choice == .named && long.slot == 120 && long.share == 0.3 && long.dayLimit == 10_800)
        #expect(abs(long.size - 120) <= 1 && long.measure == "load")
        let hard = try #require(schedule.reason(for: "a.w1.hard"))
        #expect(hard.choice == .preferred(1))
        let why = Dictionary(uniqueKeysWithValues: hard.others.map { ($0.date.weekday.code, $0.why) })
        #expect(why["mon"] == .off && why["tue"] == .lessPreferred)
        #expect(why["sat"] == .lessPreferred)
        #expect(why["wed"] == .time(left: 1200, least: 2400))
        #expect(schedule.reason(for: "a.w1.nothing") == nil)
    }

    @Test("a pinned workout is own-sized only where the file states its size")
    func sizeOfEvents() throws {
        let schedule = try expand(
            """
            events:
              - {id: test, date: 2027-01-06, template: test}
              - {id: stated, date: 2027-01-08, template: ride, load: 60}
            phases: [{id: a, kind: base, weeks: 1, load: [300], week: [{id: e, template: ride, count: 3}]}]
            """)
        #expect(schedule.reason(for: "event.test")?.isOwnSized == false)
        #expect(schedule.reason(for: "event.stated")?.isOwnSized == true)
    }

    @Test("a target that no session counts in isn't blamed on days, and own sizes not on their templates")
    func nobodyToCarry() throws {
        let run = """
            format: 1
            id: p
            name: P
            sport: Run
            start: 2027-01-04
            templates: [t.yaml]

            """
        let plan = try readPlan(
            "phases: [{id: a, kind: base, weeks: 1, distance: [60], week: [{id: b, template: ride, count: 3}]}]",
            head: run)
        #expect(Schedule(plan).weeks[0].binding == ["template:ride"])
        let own = try expand(
            "phases: [{id: a, kind: base, weeks: 1, hours: [6], week: [{id: x, template: ride, duration: 1h, count: 4}]}]"
        )
        let finding = try #require(own.diagnostics.first { $0.id == "week-under-target" })
        #expect(
            finding.message.hasSuffix(
                "none of its sessions takes a part of the target; lower it, or add a session without a size"))
    }

    @Test("a CR in prose is the end of a line on the calendar, and never begins a step")
    func carriageReturns() throws {
        let schedule = try expand(
            """
            phases:
              - id: a
                kind: base
                weeks: 1
                week: [{id: e, template: ride, description: "Easy.\\r- 5m 60%\\r\\nDone."}]
            """)
        let text = try #require(schedule.entry("a.w1.e")).description
        #expect(text == "Easy.\n• 5m 60%\nDone.\n\n- 1h 65%\n")
    }
}
