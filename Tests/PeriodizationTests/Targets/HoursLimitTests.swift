import Diagnostics
import PlanSpec
import Testing

@testable import Periodization

/// Weeks that a limit of hours, a day's room or committed load holds down.
@Suite struct HoursLimitTests {
    /// Rides at 65 %, which are 42.25 points an hour.
    private let week = "week: [{id: a, template: fine, count: 5}]"

    private func outOfReach(_ schedule: Schedule) throws -> Diagnostic {
        try #require(schedule.diagnostics.first { $0.id == "target-out-of-reach" })
    }

    @Test("the solver plans no more than the hours allow, and names the hours that would do")
    func hours() throws {
        let text =
            "limits: {hours: 8h}\nphases: [{id: a, kind: base, weeks: 4, rhythm: none, load: {ctl: 53}, \(week)}]"
        let schedule = try expand(text)
        let message = try outOfReach(schedule).message
        // Five rides of 1h36 are 67 points each as the service rounds them: 335 a week.
        #expect(message.contains("is out of reach: 4") && message.contains("hours 8h binds in weeks 1-4"))
        let best = Schedule(try readPlan(text), bestEffort: true)
        #expect(best.weeks.allSatisfy { $0.duration <= 8 * 3600 })
        #expect(best.weeks.compactMap { $0.target.map { ($0 - 335).magnitude < 2 } } == [true, true, true, true])
    }

    @Test("hours that the smallest sessions pass end in an answer")
    func smallest() throws {
        let big = "week: [{id: a, role: quality, template: other, count: 3}]"
        let schedule = try expand(
            """
            limits: {hours: 2h, hard: {per_week: 3, spacing: 48h}}
            phases: [{id: a, kind: build, weeks: 3, rhythm: none, load: {ctl: 55}, \(big)}]
            """)
        #expect(try outOfReach(schedule).message.contains("hours 2h binds"))
        #expect(schedule.diagnostics.contains { $0.id == "limit-hours" })
    }

    @Test(
        "an override that changes nothing frees no week of its room", arguments: ["{time: \"07:00\"}", "{name: Easy}"])
    func overridden(change: String) throws {
        func best(_ override: String) throws -> String {
            let head =
                "availability: {default: 1h30}\nphases:\n  - id: a\n    kind: build\n    weeks: 3\n    rhythm: none\n"
            let text = head + "    load: {ctl: 48.5}\n    " + week + "\n" + override
            return try outOfReach(try expand(text)).message
        }
        let plain = try best("")
        #expect(try best("    weeks_override: {2: {sessions: {a: \(change)}}}") == plain)
        #expect(try best("    weeks_override: {2: {availability: {mon: 1h30}}}") == plain)
        #expect(try best("    weeks_override: {2: {availability: {default: 30m}}}") != plain)
    }

    @Test("committed load beyond the limit is an error, whatever the week's target")
    func committed() throws {
        for load in ["load: [300]", ""] {
            let schedule = try expand(
                """
                limits: {load: 400}
                fixed: [{id: g, every: wed, role: easy, duration: 5h, load: 450}]
                phases: [{id: a, kind: base, weeks: 1, \(load.isEmpty ? "" : load + ", ")\(week)}]
                """)
            let finding = try #require(schedule.diagnostics.first { $0.id == "limit-load" })
            #expect(finding.severity == .error)
        }
    }

    @Test("growth is measured in weeks without a target too")
    func growthWithoutTarget() throws {
        let schedule = try expand(
            """
            limits: {growth: 5%}
            phases: [{id: a, kind: base, weeks: 1, week: [{id: a, template: fine, load: 200, count: 2}]}]
            """)
        #expect(schedule.diagnostics.contains { $0.id == "limit-growth" && $0.severity == .error })
    }

    @Test("an unknown load is an error in load weeks only", arguments: [("load: [300]", true), ("hours: [3]", false)])
    func unknownLoad(target: String, isError: Bool) throws {
        let schedule = try expand(
            """
            phases: [{id: a, kind: base, weeks: 1, \(target), week: [{id: a, role: easy, text: "- 60m Z2 HR"}]}]
            """)
        let finding = try #require(schedule.diagnostics.first { $0.id == "unknown-load" })
        #expect((finding.severity == .error) == isError)
    }
}
