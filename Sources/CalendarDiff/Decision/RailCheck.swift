/// A rail that refuses a change set.
public struct RailRefusal: Hashable, Sendable {
    /// Which rail.
    public enum ID: String, Hashable, Sendable, Codable, CaseIterable {
        /// The plan wants nothing at all.
        case empty
        /// Too large a share of our future events would go; limit and value in percent.
        case deletes
        /// Too large a share of our future events would change; limit and value in percent.
        case updates
        /// Too many writes in one run.
        case operations
        /// The calendar shows none of the events that should be there; the value is how many.
        case emptied
        /// The plan is an older generation than the published one; limit and value are generations.
        case generation
    }

    /// Which rail.
    public var id: ID
    /// What it allows.
    public var limit: Int
    /// What it found.
    public var value: Int
    /// The option that lets exactly this set pass; nil where none does.
    public var acknowledge: String?
}

/// Looks at a whole change set before any of it is written.
struct RailCheck {
    private let limits: RailLimits
    private let future: Int

    /// So few changes are never too large a share: near its end a plan has hardly anything else.
    private static let harmlessCount = 3

    /// Rails for a calendar with `future` events of ours that a run may write.
    init(_ limits: RailLimits, future: Int) {
        self.limits = limits
        self.future = future
    }

    func refusals(of set: ChangeSet, isEmpty: Bool) -> [RailRefusal] {
        let totals = set.totals
        var result: [RailRefusal] = []
        if isEmpty { result.append(RailRefusal(id: .empty, limit: 1, value: 0, acknowledge: nil)) }
        result += share(.deletes, totals.delete, limits.deletes, limits.expectedDeletes)
        result += share(.updates, totals.update, limits.updates, limits.expectedUpdates)
        if set.changes.count > limits.operations {
            result.append(
                RailRefusal(id: .operations, limit: limits.operations, value: set.changes.count, acknowledge: nil))
        }
        return result
    }

    private func share(_ id: RailRefusal.ID, _ count: Int, _ limit: Double, _ expected: Int?) -> [RailRefusal] {
        let isLarge = Double(count) > limit * Double(future) + 1e-9
        guard count > RailCheck.harmlessCount, isLarge, expected != count else { return [] }
        let percent = future == 0 ? 100 : (100 * count + future - 1) / future
        return [
            RailRefusal(
                id: id, limit: Int((100 * limit).rounded()), value: percent,
                acknowledge: "--expect-\(id.rawValue) \(count)")
        ]
    }
}
