extension Change {
    /// A create with every field.
    static func creating(_ desired: DesiredEvent, _ reason: Reason, plan: String) -> Change {
        let content = desired.content
        var fields: [EventField: FieldChange] = [:]
        for field in EventField.allCases {
            fields[field] = FieldChange(before: nil, after: desired.value(field), base: .unknown)
        }
        return Change(
            key: desired.key, eventID: nil, action: .create, reason: reason, date: content.date,
            lastDate: content.lastDate, time: content.time, name: content.name, category: content.category,
            type: content.type, forWeek: desired.forWeek,
            marker: Marker(
                plan: plan, key: desired.key, hashes: desired.appliedHashes ?? GroupHashes(of: content)
            ).text,
            fields: fields, fingerprint: nil, source: desired.source, result: nil, error: nil)
    }

    /// An update with the changed fields.
    static func updating(
        _ owned: Ownership.Owned, to desired: DesiredEvent, _ merge: EventMerge, plan: String
    ) -> Change {
        let live = owned.event
        let moved = !merge.updates.isEmpty && merge.updates.keys.allSatisfy { $0.group == .date }
        func side(_ field: EventField) -> EventContent {
            merge.updates[field] == nil ? live.content : desired.content
        }
        let reason: Reason = owned.renamedFrom != nil ? .keyMoved : moved ? .dateChanged : .contentChanged
        return Change(
            key: desired.key, eventID: live.id, action: .update, reason: reason,
            date: side(.date).date, lastDate: side(.endDate).lastDate, time: side(.time).time, name: side(.name).name,
            category: side(.category).category, type: side(.type).type, forWeek: desired.forWeek,
            marker: Marker(plan: plan, key: desired.key, hashes: merge.hashes).text,
            movedFrom: owned.renamedFrom, fields: merge.updates, fingerprint: live.fingerprint, source: desired.source,
            result: nil, error: nil)
    }

    /// A delete with every field.
    static func deleting(_ key: String, _ live: LiveEvent, _ reason: Reason, source: String?) -> Change {
        var fields: [EventField: FieldChange] = [:]
        for field in EventField.allCases {
            fields[field] = FieldChange(before: live.value(field), after: nil, base: .before)
        }
        return Change(
            key: key, eventID: live.id, action: .delete, reason: reason, date: live.content.date,
            lastDate: live.content.lastDate, time: live.content.time, name: live.content.name,
            category: live.content.category, type: live.content.type, marker: nil,
            fields: fields, fingerprint: live.fingerprint, source: source, result: nil, error: nil)
    }
}

extension DesiredEvent {
    /// The value of the field, nil where the plan leaves it open.
    func value(_ field: EventField) -> FieldValue? {
        switch field {
        case .lock: .flag(lock)
        case .tags: .list(tag.map { [$0] } ?? [])
        default: content.value(field)
        }
    }
}

extension LiveEvent {
    /// The value of the field, nil for none.
    public func value(_ field: EventField) -> FieldValue? {
        switch field {
        case .lock: .flag(lock)
        case .tags: .list(tags)
        default: content.value(field)
        }
    }

    /// A hash of all that a decision about the event rests on; figures only where the service does not compute them.
    public var fingerprint: String {
        var hash = ContentHash()
        let isComputed = (stepCount ?? 0) > 0
        for field in EventField.allCases where !(isComputed && field.group == .load) {
            hash.add(content.normal(field))
            hash.endPiece()
        }
        for part in [lock ? "locked" : "", paired ? "paired" : "", externalID ?? ""] + tags.sorted() {
            hash.add(part)
            hash.endPiece()
        }
        return hash.hexadecimal
    }
}
