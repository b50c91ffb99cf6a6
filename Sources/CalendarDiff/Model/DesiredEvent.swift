/// An event as the plan wants it.
public struct DesiredEvent: Hashable, Sendable {
    /// Its key in the plan, such as `base.w1.long`.
    public var key: String
    /// What it says.
    public var content: EventContent
    /// Whether it stands for its whole week.
    public var forWeek = false
    /// Whether the athlete may not change it.
    public var lock = false
    /// Our tag; nil takes the plan's tag off.
    public var tag: String?
    /// What its marker shall say was last applied, where that is not this content: when an apply is taken back.
    public var appliedHashes: GroupHashes?
    /// Whether it is never deleted.
    public var protect = false
    /// Whether its description holds steps, so that the service computes load and duration.
    public var hasSteps = false
    /// Where the plan says so, as `file:line`.
    public var source: String?

    /// A desired event; the rest is set afterwards.
    public init(key: String, content: EventContent) {
        self.key = key
        self.content = content
    }
}
