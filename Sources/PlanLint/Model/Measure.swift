import Diagnostics

/// What a rule measured at one place of a plan; its threshold says whether that is too much.
struct Measure {
    /// The value in the rule's unit; nil where something is simply wrong.
    var value: Double?
    /// What was found, as the beginning of a sentence: `CTL rises by 7.3 in week 5 (2027-02-01)`.
    var text: String
    /// The smallest change that helps, for the limit that was passed.
    var fix: (_ limit: Double) -> String
    /// Where to change it.
    var range: SourceRange?
    /// How the place is called where several findings are told together: `week 5`.
    var label: String
    /// A threshold that holds for this measure in place of the rule's own.
    var threshold: Threshold?
    /// A severity that holds whatever the value is.
    var severity: Severity?
    /// The limit to show where the severity doesn't come from one.
    var limit: Double?

    init(
        _ value: Double?, _ text: String, at range: SourceRange?, label: String, threshold: Threshold? = nil,
        severity: Severity? = nil, limit: Double? = nil, fix: @escaping (_ limit: Double) -> String
    ) {
        self.value = value
        self.text = text
        self.fix = fix
        self.range = range
        self.label = label
        self.threshold = threshold
        self.severity = severity
        self.limit = limit
    }
}
