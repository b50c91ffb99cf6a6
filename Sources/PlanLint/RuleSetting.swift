/// What a plan says of one rule: off, or thresholds of its own.
public struct RuleSetting: Equatable, Sendable {
    /// False when the plan turns the rule off.
    public var isOn: Bool
    /// The value above (or below) which the rule warns; nil keeps the rule's own.
    public var warn: Double?
    /// The value from which it is an error; nil keeps the rule's own.
    public var error: Double?

    /// A setting; the default keeps everything.
    public init(isOn: Bool = true, warn: Double? = nil, error: Double? = nil) {
        self.isOn = isOn
        self.warn = warn
        self.error = error
    }
}
