extension ChangeSet {
    /// The set with what people did and nothing of what the plan would do.
    public var drift: ChangeSet {
        var result = self
        result.changes = []
        result.rails = []
        result.proposals = []
        result.standins = []
        result.locked = []
        result.later = 0
        result.failsOnConflict = false
        result.kept.removeAll { $0.why == .protected && $0.fields.isEmpty }
        return result
    }

    /// Whether people did anything.
    public var hasDrift: Bool { !kept.isEmpty || !conflicts.isEmpty || !copies.isEmpty }
}
