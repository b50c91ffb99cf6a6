import CivilDates
import Diagnostics
import PlanSpec
import Testing
import Workouts

@testable import Periodization

/// Weeks and workouts that other tools solved.
@Suite struct ReferenceWeekTests {
    private let templates = """
        format: 1
        templates:
          vo2:
            {name: V, sport: Ride, role: quality, params: {t: {default: 1h, min: 48m, max: 76m, step: 1m}}, scale: [t], text: "- ${t} 86.6%"}
          threshold:
            {name: T, sport: Ride, role: quality, params: {t: {default: 1h, min: 44m, max: 80m, step: 1m}}, scale: [t], text: "- ${t} 86.6%"}
          endurance:
            {name: E, sport: Ride, role: easy, params: {t: {default: 1h, min: 30m, max: 132m, step: 1m}}, scale: [t], text: "- ${t} 70.7%"}
          long:
            {name: L, sport: Ride, role: long, params: {t: {default: 2h, min: 104m, max: 300m, step: 1m}}, scale: [t], text: "- ${t} 72.1%"}
          filler:
            name: F
            sport: Ride
            role: quality
            params: {easy: {default: 45m, min: 45m, max: 60m, step: 1s}}
            scale: [easy]
            text: |
              - 15m 55%

              4x
              - 4m 116%
              - 3m 50%

              - ${easy} 68%
              - 10m 45%
        """

    private func schedule(_ body: String) throws -> Schedule {
        let head = """
            format: 1
            id: p
            name: P
            sport: Ride
            start: 2027-01-04
            templates: [t.yaml]
            athlete: {thresholds: {Ride: {ftp: 1000}}, fitness: {ctl: 50, atl: 50}}

            """
        let reading = Plan.read(SourceFile(path: "p.yaml", text: head + body)) { _ in Array(templates.utf8) }
        #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return Schedule(try #require(reading.plan))
    }

    @Test("week.A: 420 on five days of different length, with both hard sessions and no deviation")
    func week() throws {
        let schedule = try schedule(
            """
            availability: {mon: off, tue: 1h30, wed: 1h, thu: 1h30, fri: off, sat: 4h, sun: 2h}
            phases:
              - id: a
                kind: base
                weeks: 1
                load: [420]
                week:
                  - {id: long, template: long, share: 40%}
                  - {id: vo2, template: vo2}
                  - {id: threshold, template: threshold}
                  - {id: easy, template: endurance, count: 2}
            """)
        #expect(abs(schedule.weeks[0].load - 420) <= 1)
        #expect(schedule.weeks[0].sessions == 5)
        let hard = schedule.entries.filter { $0.role?.isHard ?? false }.map(\.date)
        #expect(hard.count == 3 && zip(hard, hard.dropFirst()).allSatisfy { $1 - $0 >= 2 })
        #expect(Double(schedule.entry("a.w1.long")?.planned.load ?? 0) <= 0.4 * 420 + 1)
    }

    @Test("template.filler: easy minutes around intervals for a load of 110, with the service's smoothing")
    func filler() throws {
        let sized = try schedule(
            "phases: [{id: a, kind: base, weeks: 1, load: [110], week: [{id: f, template: filler}]}]")
        let entry = try #require(sized.entry("a.w1.f"))
        #expect(entry.planned.load == 110)
        // Whole loads leave a minute either way.
        let fixed = 900 + 4 * 420 + 600
        #expect(abs(entry.planned.duration - fixed - 3132) < 60)
    }
}
