public import Diagnostics
public import Periodization
public import PlanSpec

/// Holds a plan and what the engine made of it against the coach's rules.
///
/// - Parameter known: what reading and the engine have said, which is not said again.
/// - Returns: the findings, and what reading and engine said without what the plan turned off or allows.
public func lint(_ plan: Plan, _ schedule: Schedule, known: [Diagnostic]) -> [Diagnostic] {
    let season = Season(plan, schedule)
    var filter = FindingFilter(plan)
    let kept = known.filter { !filter.silences($0) }
    let findings = LintRule.all.flatMap { rule -> [Diagnostic] in
        guard plan.lint[rule.id]?.isOn ?? true else { return [] }
        return season.findings(of: rule).filter { !tellsAgain($0, rule, known) && !filter.silences($0) }
    }
    return kept + findings + filter.idleAllowances()
}

/// Whether reading or engine told a finding at the same place, at least as strongly.
private func tellsAgain(_ finding: Diagnostic, _ rule: LintRule, _ known: [Diagnostic]) -> Bool {
    known.contains { item in
        guard rule.reportedAs.contains(item.id), item.severity.rank <= finding.severity.rank else { return false }
        return item.range == finding.range || item.notes.contains { $0.range == finding.range }
    }
}

extension Severity {
    /// 0 for the worst.
    fileprivate var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

extension Season {
    /// What a rule finds, once a place of the file: the worst, with the others as notes.
    public func findings(of rule: LintRule) -> [Diagnostic] {
        let threshold = rule.threshold.set(by: plan.lint[rule.id])
        let breaches = rule.check(self, threshold).compactMap { Breach($0, threshold, rule) }
        var places: [SourceRange?] = []
        var groups: [SourceRange?: [Breach]] = [:]
        for breach in breaches {
            if groups[breach.measure.range] == nil { places.append(breach.measure.range) }
            groups[breach.measure.range, default: []].append(breach)
        }
        return places.compactMap { place in (groups[place] ?? []).diagnostic }
    }
}

/// A measure that passes its limit.
private struct Breach {
    let measure: Measure
    let rule: LintRule
    let severity: Severity
    let limit: Double?

    init?(_ measure: Measure, _ threshold: Threshold, _ rule: LintRule) {
        self.measure = measure
        self.rule = rule
        if let severity = measure.severity {
            self.severity = severity
            limit = measure.limit
        } else if let value = measure.value, let judged = (measure.threshold ?? threshold).judge(value) {
            (severity, limit) = (judged.severity, judged.limit)
        } else {
            return nil
        }
    }

    /// How far the value is from the limit.
    var excess: Double { abs((measure.value ?? 0) - (limit ?? 0)) }

    /// Whether the limit is the most or the least that may be.
    private func side(_ limit: Double) -> String {
        guard let value = measure.value else { return "the limit is" }
        if abs(value - limit) < 1e-6 { return "it has to stay below" }
        return value < limit ? "the least is" : "the most is"
    }

    /// The whole sentence.
    var message: String {
        let bound = limit.map { ", \(side($0)) \(figure($0, decimals: $0 == $0.rounded() ? 0 : 2))" } ?? ""
        return "\(measure.text)\(bound) (\(rule.evidence.words)); \(measure.fix(limit ?? 0))"
    }
}

extension [Breach] {
    /// The worst as a diagnostic, the others in one note.
    fileprivate var diagnostic: Diagnostic? {
        guard let first else { return nil }
        var worst = first
        for breach in dropFirst()
        where breach.severity.rank < worst.severity.rank
            || (breach.severity == worst.severity && breach.excess > worst.excess)
        {
            worst = breach
        }
        let others = filter { $0.measure.label != worst.measure.label }.map(\.measure.label)
        let notes = others.isEmpty ? [] : [Diagnostic.Note("also in " + listed(others))]
        return Diagnostic(
            worst.rule.id.rawValue, worst.severity, worst.message, at: worst.measure.range, notes: notes,
            limit: worst.limit, value: worst.measure.value)
    }
}

/// `a, b and c`, each once.
private func listed(_ words: [String]) -> String {
    var seen: Set<String> = []
    let words = words.filter { seen.insert($0).inserted }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
