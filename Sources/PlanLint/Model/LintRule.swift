public import PlanSpec

/// How well a rule is founded.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// Meta-analyses or trials.
    case trials = "A"
    /// One cohort study.
    case cohort = "B"
    /// What coaches agree on.
    case convention = "C"
    /// Arithmetic of the fitness model.
    case arithmetic = "D"
    /// How plans hang together.
    case structure = "S"
    /// What the service was seen to do.
    case service = "server"

    /// What messages call it.
    public var words: String {
        switch self {
        case .trials: "meta-analysis"
        case .cohort: "one cohort study"
        case .convention: "convention"
        case .arithmetic: "arithmetic of the model"
        case .structure: "structure of the plan"
        case .service: "seen on the service"
        }
    }
}

/// One of the coach's rules: data, a check, and examples from which tests and documentation are made.
public struct LintRule: Sendable {
    /// Its name in messages, settings and comments.
    public let id: CoachRule
    /// The unit of its values, for documentation: `CTL points`.
    public let unit: String
    /// From which values it speaks.
    public let threshold: Threshold
    /// How well it is founded.
    public let evidence: Evidence
    /// Who says so.
    public let source: String
    /// What it is about and how it measures.
    public let explanation: String
    /// The smallest change that helps.
    public let fix: String
    /// Diagnostics of reading and engine that tell the same fact, which is then not told again.
    public let reportedAs: [String]
    /// A plan that breaks it and one that doesn't.
    public let examples: RuleExamples
    /// What there is to measure in a plan.
    let check: @Sendable (_ season: Season, _ threshold: Threshold) -> [Measure]

    init(
        _ id: CoachRule, unit: String = "", _ threshold: Threshold = .above(nil), _ evidence: Evidence,
        source: String, explanation: String, fix: String, reportedAs: [String] = [], examples: RuleExamples,
        check: @escaping @Sendable (_ season: Season, _ threshold: Threshold) -> [Measure]
    ) {
        self.id = id
        self.unit = unit
        self.threshold = threshold
        self.evidence = evidence
        self.source = source
        self.explanation = explanation
        self.fix = fix
        self.reportedAs = reportedAs
        self.examples = examples
        self.check = check
    }
}

/// Two plans without the head that all examples share.
public struct RuleExamples: Sendable {
    /// A plan that breaks the rule.
    public let bad: String
    /// The value that the rule finds in it, as its message rounds it; nil where there is none.
    public let value: Double?
    /// A plan that doesn't.
    public let good: String

    init(bad: String, value: Double?, good: String) {
        self.bad = bad
        self.value = value
        self.good = good
    }
}
