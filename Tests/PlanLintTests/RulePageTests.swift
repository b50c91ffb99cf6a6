import Foundation
import PlanLint
import PlanSpec
import Testing

struct RulePageTests {
    private let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Documentation/Lint.md").standardizedFileURL

    @Test("the page in Documentation is what the rules say; UPDATE_DOCS=1 writes it anew")
    func page() throws {
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try Data(RulePage.text.utf8).write(to: path)
        }
        #expect(try String(contentsOf: path, encoding: .utf8) == RulePage.text)
    }

    @Test("there is one rule for each name, in the order of the names")
    func complete() {
        #expect(LintRule.all.map(\.id) == CoachRule.allCases)
        #expect(LintRule.all.count == 44)
    }

    @Test("a rule whose limits a plan may set has limits")
    func settings() {
        for rule in LintRule.all {
            switch rule.id.setting {
            case .limit, .band: #expect(rule.threshold.warn != nil || rule.threshold.error != nil, "\(rule.id)")
            case .onlyOff, .model: #expect(rule.threshold.warn == nil && rule.threshold.error == nil, "\(rule.id)")
            }
        }
    }
}
