extension Memory {
    /// What can be remembered from looking at a calendar alone.
    ///
    /// Of an older memory that can still be read, the generation stays, and what the athlete deleted and is still away;
    /// a false tombstone is lifted by restoring its key.
    public init(
        rebuiltFrom live: [LiveEvent], desired: [DesiredEvent], _ settings: ComparisonSettings, keeping old: Memory?
    ) {
        let set = ChangeSet(desired: desired, live: live, settings: settings)
        var nothing = set
        nothing.changes = []
        nothing.kept = []
        self = Memory(generation: old?.generation, digest: old?.digest, earlier: old?.earlier ?? [])
            .after(ApplyReport(changes: nothing, requests: [:], exitStatus: 0), live: live, desired: desired)
        for (identifier, record) in old?.records ?? [:] {
            if records[identifier] == nil {
                if record.fate == .deleted { records[identifier] = record }
            } else if record.protect {
                records[identifier]?.protect = true
            }
        }
    }
}
