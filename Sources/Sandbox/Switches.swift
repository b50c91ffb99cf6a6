/// Behaviours of the service that nobody has proven yet, each of which can be set both ways.
public struct Switches: Hashable, Sendable {
    /// What external ids may look like.
    public struct ExternalIDRule: Hashable, Sendable {
        /// The longest one in characters; nil sets no limit.
        public var maxLength: Int?
        /// Whether characters outside ASCII are refused.
        public var asciiOnly = false
        /// Whether a longer one is cut silently instead of being refused.
        public var truncates = false

        /// Makes a rule without limits unless some are given.
        public init(maxLength: Int? = nil, asciiOnly: Bool = false, truncates: Bool = false) {
            self.maxLength = maxLength
            self.asciiOnly = asciiOnly
            self.truncates = truncates
        }
    }

    /// Whose events an upsert may match.
    public enum UpsertScope: Hashable, Sendable {
        /// Those written by the same application; all personal keys are one.
        case application
        /// Those written by the same application for the same athlete or coach.
        case creator
        /// None: an upsert always creates.
        case none
    }

    /// What the service does to a description.
    public enum DescriptionRule: Hashable, Sendable {
        /// Nothing.
        case verbatim
        /// Line ends become CR LF.
        case carriageReturns
        /// Line ends become LF, blanks at line ends and blank lines at the end go.
        case trimmed
        /// A blank is added at the end.
        case trailingBlank
    }

    /// (a) Length and characters of external ids.
    public var externalID = ExternalIDRule()
    /// (b) Whether a PUT may change an external id; otherwise it keeps the old one silently.
    public var putChangesExternalID = true
    /// (c) Whether a PUT replaces the whole event instead of the fields that were sent.
    public var putReplaces = false
    /// (c) Whether an upsert replaces the whole event instead of the fields that were sent.
    public var upsertReplaces = false
    /// (d) Whose events an upsert matches.
    public var upsertScope = UpsertScope.application
    /// (e) Whether one bad item keeps a whole bulk POST from being written; otherwise what stands before it is.
    public var bulkIsAtomic = true
    /// (f) Whether copies keep the external id.
    public var copiesKeepExternalID = true
    /// (g) Whether `updated` moves each time an event is read.
    public var updatedMovesOnRead = false
    /// (h) What becomes of descriptions.
    public var descriptions = DescriptionRule.verbatim
    /// Whether a PUT with a description parses it anew where a workout document exists already.
    public var putParsesAgain = true
    /// Whether a PUT without a category means a workout.
    public var putWithoutCategoryMeansWorkout = false
    /// Whether only events that start inside the requested days are listed.
    public var listsByStartOnly = false

    /// Makes the switches that agree with most reports.
    public init() {}
}
