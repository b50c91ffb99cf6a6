/// The three-way decision about one event, field by field.
struct EventMerge {
    /// Fields to write.
    private(set) var updates: [EventField: FieldChange] = [:]
    /// Fields that stay as the athlete left them.
    private(set) var kept: [EventField: FieldChange] = [:]
    /// Fields that both sides changed and that nobody decided about.
    private(set) var conflicts: [EventField] = []
    /// Fields where the athlete's value was chosen, which only the marker has to learn.
    private(set) var yielded: Set<EventField> = []
    /// What the marker says after the write: the plan's values, but the old hash where a conflict stays open.
    private(set) var hashes: GroupHashes

    private let live: EventContent
    private let desired: EventContent
    private let policy: ConflictPolicy

    /// Compares an event with what the plan wants and with what the marker remembers.
    init(_ owned: Ownership.Owned, _ desired: DesiredEvent, plan: String, policy: ConflictPolicy) {
        live = owned.event.content
        self.desired = desired.content
        self.policy = policy
        hashes = desired.appliedHashes ?? GroupHashes(of: desired.content)
        for group in FieldGroup.allCases where differs(in: group) {
            merge(group, was: owned.marker.hashes[group])
        }
        mergeLock(owned.event, desired)
        mergeTag(owned.event, desired, tag: "plan:\(plan)")
    }

    /// Whether anything, be it only the marker, has to be written.
    var needsWrite: Bool { !updates.isEmpty || !yielded.isEmpty }

    /// A field needs a look where the sides differ, or where the plan may have given it up.
    private func differs(in group: FieldGroup) -> Bool {
        group.fields.contains { live.normal($0) != desired.normal($0) && (!desired.leavesOpen($0) || $0.isReset) }
    }

    private mutating func merge(_ group: FieldGroup, was hash: UInt32) {
        let base = BaseSearch(group, hash: hash, live: live, desired: desired).base()
        for field in group.fields where live.normal(field) != desired.normal(field) {
            decide(field, base: base.map { $0[field] ?? "" })
        }
        if group.fields.contains(where: conflicts.contains) { hashes[group] = hash }
    }

    private mutating func decide(_ field: EventField, base: String?) {
        let (before, after) = (live.normal(field), desired.normal(field))
        if desired.leavesOpen(field) {
            if field.isReset, base == before { updates[field] = change(field, base: .before) }
        } else if base == before || isServiceFigure(field, base: base) {
            updates[field] = change(field, base: .before)
        } else if base == after {
            // A figure that the service does not keep is not the athlete's doing.
            if field.group != .load || !before.isEmpty { kept[field] = change(field, base: .after) }
        } else {
            resolve(field, base: base == nil ? .unknown : .other)
        }
    }

    /// Whether the live value cannot be the athlete's: a figure that is missing, or one, like the sport, that the plan
    /// had left open.
    private func isServiceFigure(_ field: EventField, base: String?) -> Bool {
        switch field.group {
        case .load: base.map { $0.isEmpty } ?? live.normal(field).isEmpty
        default: field == .type && base?.isEmpty == true
        }
    }

    private mutating func resolve(_ field: EventField, base: FieldChange.Base) {
        switch policy {
        case .skip, .fail: conflicts.append(field)
        case .ours: updates[field] = change(field, base: .other)
        case .theirs:
            kept[field] = change(field, base: base)
            yielded.insert(field)
        }
    }

    private func change(_ field: EventField, base: FieldChange.Base) -> FieldChange {
        var after = desired.value(field)
        if field == .target, after == nil { after = .text("AUTO") }
        return FieldChange(before: live.value(field), after: after, base: base)
    }

    private mutating func mergeLock(_ event: LiveEvent, _ desired: DesiredEvent) {
        guard event.lock != desired.lock else { return }
        updates[.lock] = FieldChange(before: .flag(event.lock), after: .flag(desired.lock), base: .unknown)
    }

    private mutating func mergeTag(_ event: LiveEvent, _ desired: DesiredEvent, tag ours: String) {
        let others = event.tags.filter { $0 != ours }
        let tags = desired.tag.map { event.tags.contains($0) ? event.tags : others + [$0] } ?? others
        guard tags != event.tags else { return }
        updates[.tags] = FieldChange(before: .list(event.tags), after: .list(tags), base: .unknown)
    }
}

extension EventMerge {
    /// The fields that differ from what was last applied, where no plan tells what it wants: the fields of every group
    /// whose hash does not fit.
    static func editedFields(of owned: Ownership.Owned) -> [EventField: FieldChange] {
        let content = owned.event.content
        var result: [EventField: FieldChange] = [:]
        for group in FieldGroup.allCases {
            if group == .load, group.fields.allSatisfy({ content.normal($0).isEmpty }) { continue }
            let search = BaseSearch(group, hash: owned.marker.hashes[group], live: content, desired: nil)
            guard search.base() == nil else { continue }
            for field in group.fields where !content.normal(field).isEmpty {
                result[field] = FieldChange(before: content.value(field), after: nil, base: .other)
            }
        }
        return result
    }
}
