/// What a plan says of one of the coach's rules.
public struct LintSetting: Hashable, Sendable {
    /// A bound between what is well and what is not.
    public enum Bound: Hashable, Sendable {
        /// A number that must not be passed.
        case limit(Double)
        /// Two numbers between which all is well.
        case band(ClosedRange<Double>)
    }

    /// A distribution of training intensity.
    public enum Model: String, Hashable, Sendable, CaseIterable {
        /// Much easy, some hard, little between.
        case polarised
        /// More easy than moderate, more moderate than hard.
        case pyramidal
    }

    /// False when the plan turns the rule off.
    public var isOn: Bool
    /// Where it warns; nil keeps the rule's own.
    public var warn: Bound?
    /// Where it is an error; nil keeps the rule's own.
    public var error: Bound?
    /// The model that the plan follows, for the rule that checks it.
    public var model: Model?

    /// Makes a setting; the default keeps everything.
    public init(isOn: Bool = true, warn: Bound? = nil, error: Bound? = nil, model: Model? = nil) {
        self.isOn = isOn
        self.warn = warn
        self.error = error
        self.model = model
    }
}
