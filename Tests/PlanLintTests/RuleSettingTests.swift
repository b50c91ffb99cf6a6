import PlanLint
import Testing

@Suite("Rule settings")
struct RuleSettingTests {
    @Test("a rule is on with its own thresholds unless the plan says otherwise")
    func defaults() {
        #expect(RuleSetting() == RuleSetting(isOn: true, warn: nil, error: nil))
    }
}
