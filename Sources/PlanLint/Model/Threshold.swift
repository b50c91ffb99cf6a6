public import Diagnostics
public import PlanSpec

/// From which values a rule speaks.
public struct Threshold: Hashable, Sendable {
    /// On which side of a limit things are wrong.
    public enum Side: String, Hashable, Sendable {
        /// More than the limit.
        case above
        /// The limit or more.
        case from
        /// Less than the limit.
        case below
        /// Outside a band.
        case outside
    }

    /// On which side things are wrong.
    public var side: Side
    /// Where it warns; nil for never.
    public var warn: LintSetting.Bound?
    /// Where it is an error; nil for never.
    public var error: LintSetting.Bound?
    /// Whether the plan set any of it.
    public var isSet = false

    /// More than a limit is wrong.
    static func above(_ warn: Double?, error: Double? = nil) -> Threshold {
        Threshold(side: .above, warn: warn.map { .limit($0) }, error: error.map { .limit($0) })
    }

    /// A limit or more is wrong.
    static func from(_ warn: Double?, error: Double? = nil) -> Threshold {
        Threshold(side: .from, warn: warn.map { .limit($0) }, error: error.map { .limit($0) })
    }

    /// Less than a limit is wrong.
    static func below(_ warn: Double?, error: Double? = nil) -> Threshold {
        Threshold(side: .below, warn: warn.map { .limit($0) }, error: error.map { .limit($0) })
    }

    /// A value outside a band is wrong.
    static func outside(_ warn: ClosedRange<Double>, error: ClosedRange<Double>? = nil) -> Threshold {
        Threshold(side: .outside, warn: .band(warn), error: error.map { .band($0) })
    }

    /// The thresholds with what a plan sets; where it is content with more than the rule's own error, nothing is one.
    func set(by setting: LintSetting?) -> Threshold {
        guard let setting, setting.warn != nil || setting.error != nil else { return self }
        var result = self
        result.isSet = true
        result.warn = setting.warn ?? warn
        result.error = setting.error ?? error
        if setting.error == nil, let warn = result.warn, let error, isMilder(warn, than: error) { result.error = nil }
        return result
    }

    /// Whether a bound lets pass what another refuses.
    private func isMilder(_ bound: LintSetting.Bound, than other: LintSetting.Bound) -> Bool {
        switch (bound, other) {
        case (.limit(let one), .limit(let two)): side == .below ? one < two : one > two
        case (.band(let one), .band(let two)): one.lowerBound < two.lowerBound || one.upperBound > two.upperBound
        default: false
        }
    }

    /// How bad a value is, and the limit that it passes; nil where all is well. Values within 1e-6 of a limit are on it.
    public func judge(_ value: Double) -> (severity: Severity, limit: Double)? {
        if let limit = error.flatMap({ passed($0, value) }) { return (.error, limit) }
        return warn.flatMap { passed($0, value) }.map { (.warning, $0) }
    }

    private func passed(_ bound: LintSetting.Bound, _ value: Double) -> Double? {
        let slack = 1e-6
        switch (bound, side) {
        case (.limit(let limit), .above): return value > limit + slack ? limit : nil
        case (.limit(let limit), .from): return value > limit - slack ? limit : nil
        case (.limit(let limit), .below): return value < limit - slack ? limit : nil
        case (.band(let band), _):
            if value < band.lowerBound - slack { return band.lowerBound }
            return value > band.upperBound + slack ? band.upperBound : nil
        case (.limit, .outside): return nil
        }
    }
}
