import Diagnostics
import PlanSpec
import Testing

@testable import PlanLint

struct SettingTests {
    private let even = """
        phases:
          - {id: base, kind: base, weeks: 1, load: [420], week: [{id: easy, template: ride, count: 6}]}
        """

    private func monotony(_ settings: String) -> Diagnostic? {
        findings("lint: {monotony: \(settings)}\n" + even).first { $0.id == "monotony" }
    }

    @Test("off silences a rule, and limits replace its own")
    func limits() throws {
        #expect(monotony("off") == nil)
        #expect(monotony("{warn: 2.3}") == nil)
        let warning = try #require(monotony("{warn: 2.2}"))
        #expect(warning.severity == .warning && warning.limit == 2.2)
        let error = try #require(monotony("{error: 2.1}"))
        #expect(error.severity == .error && error.limit == 2.1)
    }

    @Test("a warning set beyond the rule's own error leaves no error")
    func milder() {
        let alike = "phases: [{id: b, kind: base, weeks: 1, load: [420], week: [{id: e, template: ride, count: 7}]}]"
        let found = findings("lint: {monotony: {warn: 3}}\n" + alike).first { $0.id == "monotony" }
        #expect(found?.severity == .warning)
        #expect(findings(alike).first { $0.id == "monotony" }?.severity == .error)
    }

    @Test("a percent sign means the rule's own percent")
    func percent() {
        let jump = "phases: [{id: b, kind: base, weeks: 2, load: [420, 520], week: *ride}]\n"
        #expect(findings(jump).contains { $0.id == "week-growth" })
        #expect(!findings(jump + "lint: {week-growth: {warn: 25%}}").contains { $0.id == "week-growth" })
        #expect(!findings(jump + "lint: {week-growth: {warn: 25}}").contains { $0.id == "week-growth" })
    }

    @Test("a finding points at the load that its week comes from, with value and limit")
    func place() throws {
        let jump = """
            phases:
              - id: base
                kind: base
                weeks: 3
                load: [420, 430, 440]
                week: *ride
                weeks_override:
                  2: {load: 560}
            """
        let found = try #require(findings(jump).first { $0.id == "week-growth" })
        let head = RuleExamples.head.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(found.range?.start.line == head + 8)
        #expect(found.range?.start.column == 17)
        #expect(found.limit == 30)
        #expect(abs((found.value ?? 0) - 33.3) < 1)
        #expect(found.message.contains("one cohort study"))
    }

    @Test(
        "a comment on the line, or above it, allows a rule there",
        arguments: [
            "    load: [420, 520]   # lint: allow week-growth",
            "    # lint: allow week-growth - a short camp\n    load: [420, 520]",
            "    # lint: allow monotony,week-growth\n    # and more words\n    load: [420, 520]",
        ])
    func allowed(load: String) {
        let plan = "phases:\n  - id: base\n    kind: base\n    weeks: 2\n\(load)\n    week: *ride\n"
        #expect(!findings(plan).contains { $0.id == "week-growth" })
    }

    @Test("a comment at another place allows nothing, and is noted")
    func idle() throws {
        let plan = """
            phases:
              - id: base   # lint: allow week-growth
                kind: base
                weeks: 2
                load: [420, 520]
                week: *ride
            """
        let found = findings(plan)
        #expect(found.contains { $0.id == "week-growth" })
        let note = try #require(found.first { $0.id == "allows-nothing" })
        #expect(note.severity == .note)
        #expect(note.range?.start.column == 30)
    }

    @Test("the service's loads are judged in read-back, within a point")
    func serviceLoads() {
        let near = ServiceLoad(key: "base.w1.long", planned: 100, service: 101)
        let far = ServiceLoad(key: "base.w1.vo2", planned: 100, service: 103)
        let none = ServiceLoad(key: "base.w1.easy", planned: 50, service: nil)
        let found = lint([near, far, none])
        #expect(found.map(\.id) == ["service-load", "service-load"])
        #expect(found.map(\.value) == [3, nil])
        #expect(lint([far], setting: LintSetting(isOn: false)).isEmpty)
    }
}
