extension ChangeSet {
    /// The set with what people did and nothing of what the plan would do; a calendar that shows nothing is still told.
    public var drift: ChangeSet {
        var result = self
        result.changes = []
        result.rails.removeAll { $0.id != .emptied }
        result.proposals = []
        result.standins = []
        result.locked = []
        result.later = 0
        result.failsOnConflict = false
        result.kept.removeAll { $0.why == .protected && $0.fields.isEmpty }
        return result
    }

    /// How many events should be on a calendar that shows none of them; nil where it shows some.
    public var emptiedCount: Int? { rails.first { $0.id == .emptied }?.value }

    /// Whether people did anything.
    public var hasDrift: Bool { !kept.isEmpty || !conflicts.isEmpty || !copies.isEmpty }
}
