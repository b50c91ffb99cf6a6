import Diagnostics
import Periodization
import PlanSpec
import Testing

@testable import PlanLint

/// What `plan check` says of a plan with the head of all examples.
func findings(_ body: String, head: String = RuleExamples.head) -> [Diagnostic] {
    let file = SourceFile(path: "example.plan.yaml", text: head + body + "\n")
    let reading = Plan.read(file) { _ in Array(RuleExamples.templates.utf8) }
    guard let plan = reading.plan, !reading.diagnostics.hasErrors else { return reading.diagnostics }
    let schedule = Schedule(plan)
    return lint(plan, schedule, known: reading.diagnostics + schedule.diagnostics)
}

/// The rules whose examples are checked in a plan file; the others are the service's, the reader's or the engine's.
private let checkedRules = LintRule.all.filter { !$0.examples.bad.isEmpty }

struct ExampleTests {
    @Test("a rule's bad example breaks exactly that rule, with its value", arguments: checkedRules.map(\.id))
    func bad(id: CoachRule) throws {
        let rule = try #require(LintRule.rule(id))
        let found = findings(rule.examples.bad)
        let told = found.map(\.id).filter { $0 != "no-fitness" }
        #expect(
            told == [id.rawValue] || (told.count == 1 && rule.reportedAs.contains(told[0])),
            "\(found.map { "\($0.id): \($0.message) \($0.value ?? -1)" })")
        guard let wanted = rule.examples.value else { return }
        let value = try #require(found.first { $0.id == id.rawValue }?.value)
        #expect(abs(value - wanted) <= max(0.005, abs(wanted) * 0.03), "\(value)")
    }

    @Test("a rule's good example breaks no rule", arguments: checkedRules.map(\.id))
    func good(id: CoachRule) throws {
        let rule = try #require(LintRule.rule(id))
        let found = findings(rule.examples.good)
        #expect(found.isEmpty, "\(found.map { "\($0.id): \($0.message) \($0.value ?? -1)" })")
    }

    @Test("a message says whether its limit is the most or the least")
    func sides() throws {
        func message(_ id: CoachRule) throws -> String {
            let examples = try #require(LintRule.rule(id)).examples
            return try #require(findings(examples.bad).first { $0.id == id.rawValue }).message
        }
        #expect(try message(.taperLength).contains(", the most is 21 "))
        #expect(try message(.taperCut).contains(", the least is 41 "))
        #expect(try message(.aRaces).contains(", the least is 6 "))
    }

    @Test("a two-week taper that cuts what trials say isn't blamed for what that costs, unless the plan says so")
    func literatureTaper() throws {
        let good = try #require(LintRule.rule(.taperFitnessLoss)).examples.good
        #expect(findings(good).isEmpty)
        let strict = findings("lint: {taper-fitness-loss: {warn: 10}}\n" + good)
        #expect(strict.map(\.id) == ["taper-fitness-loss"])
        #expect(try #require(strict.first).message.hasSuffix("; shorten the taper"))
    }

    @Test("a race of the sport Other is prepared for in any sport")
    func otherRace() throws {
        let rule = try #require(LintRule.rule(.raceSpecificWork))
        let other = { (text: String) in text.replacing("priority: A,", with: "priority: A, sport: Other,") }
        #expect(!findings(other(rule.examples.good)).contains { $0.id == rule.id.rawValue })
        let found = findings(other(rule.examples.bad)).filter { $0.id == rule.id.rawValue }
        #expect(found.count == 1 && found[0].message.contains("have no long session,"))
    }
}
