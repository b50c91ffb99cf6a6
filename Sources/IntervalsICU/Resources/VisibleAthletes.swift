/// An athlete that the key can see: its owner, and those followed or coached.
///
/// The service's rows hold far more, other people's keys among it; nothing else of them is kept.
public struct VisibleAthlete: Sendable, Equatable {
    /// `i` and digits, or digits alone.
    public var id: String
    /// The name shown.
    public var name: String?
    /// `NONE`, `READ` or `WRITE`.
    public var permission: String?
    /// Whether the key's owner coaches this athlete.
    public var isCoached: Bool?
    /// The coach's labels.
    public var tags: [String]
    /// The zone of the athlete's wall clock.
    public var timezone: String?

    /// An athlete of an id, all else unset.
    public init(id: String) {
        self.id = id
        tags = []
    }
}

extension IntervalsClient {
    /// The athletes that the key can see; a bearer token is refused here.
    public func visibleAthletes() async throws -> [VisibleAthlete] {
        try await value(.get("/athletes"))
    }
}
