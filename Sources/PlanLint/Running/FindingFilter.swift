import Diagnostics
import PlanSpec

/// What a plan's settings and comments silence, and which comments silenced nothing.
struct FindingFilter {
    private let settings: [CoachRule: LintSetting]
    private let allowances: [LintAllowance]
    private var used: Set<Int> = []

    init(_ plan: Plan) {
        settings = plan.lint
        allowances = plan.allowances
    }

    /// Whether a diagnostic is a rule's and turned off or allowed; errors of reading and engine never are.
    mutating func silences(_ diagnostic: Diagnostic) -> Bool {
        let rules = LintRule.all.filter {
            $0.id.rawValue == diagnostic.id || (diagnostic.severity != .error && $0.reportedAs.contains(diagnostic.id))
        }
        guard !rules.isEmpty else { return false }
        if rules.contains(where: { settings[$0.id].map { !$0.isOn } ?? false }) { return true }
        return rules.contains { allows($0.id, diagnostic.range) }
    }

    private mutating func allows(_ rule: CoachRule, _ range: SourceRange?) -> Bool {
        guard let range else { return false }
        // A place that ends with its line ends in it.
        let lines = range.start.line...max(range.start.line, range.end.column > 1 ? range.end.line : range.end.line - 1)
        let found = allowances.indices.filter {
            let allowance = allowances[$0]
            return allowance.rule == rule && allowance.range.file == range.file && lines.contains(allowance.line)
        }
        used.formUnion(found)
        return !found.isEmpty
    }

    /// Comments that allowed nothing: what they were about is gone.
    func idleAllowances() -> [Diagnostic] {
        allowances.indices.filter { !used.contains($0) && settings[allowances[$0].rule]?.isOn ?? true }.map {
            Diagnostic(
                "allows-nothing", .note,
                "nothing here breaks \(allowances[$0].rule.rawValue); the comment can go", at: allowances[$0].range)
        }
    }
}
