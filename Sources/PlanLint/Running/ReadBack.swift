public import Diagnostics
public import PlanSpec

/// A session's load as the preview had it and as the service has it after apply.
public struct ServiceLoad: Hashable, Sendable {
    /// The session's key.
    public var key: String
    /// The load of the preview, with the service's thresholds.
    public var planned: Double
    /// The service's load; nil where it has none.
    public var service: Double?
    /// The text that made the session.
    public var source: SourceRange?

    /// Makes a pair of loads.
    public init(key: String, planned: Double, service: Double?, source: SourceRange? = nil) {
        self.key = key
        self.planned = planned
        self.service = service
        self.source = source
    }
}

/// Sessions whose load the service has otherwise; the one rule that needs the service's answers.
public func lint(_ loads: [ServiceLoad], setting: LintSetting? = nil) -> [Diagnostic] {
    guard setting?.isOn ?? true, let rule = LintRule.rule(.serviceLoad) else { return [] }
    let threshold = rule.threshold.set(by: setting)
    return loads.compactMap { item in
        let difference = item.service.map { abs($0 - item.planned) } ?? .infinity
        guard let judged = threshold.judge(difference) else { return nil }
        let found = item.service.map { figure($0) } ?? "no load"
        return Diagnostic(
            rule.id.rawValue, judged.severity,
            "\(item.key): the service has \(found), the preview \(figure(item.planned)), the limit is"
                + " \(figure(judged.limit)) point apart (\(rule.evidence.words)); \(rule.fix)",
            at: item.source, limit: judged.limit, value: difference.isFinite ? difference : nil)
    }
}
