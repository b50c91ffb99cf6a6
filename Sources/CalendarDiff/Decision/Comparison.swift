import CivilDates

/// Builds a change set from the desired events, the live ones and what is remembered; each is looked at once.
struct Comparison {
    private let settings: ComparisonSettings
    private let memory: Memory
    private let protection: Protection
    private let calendar: Ownership
    private let standins: StandinIndex
    private let copiedMarkers: Set<String>
    /// What left the plan for the athlete's own holidays, by the key as markers hold it.
    private let unavailable: Set<String>
    private(set) var result: ChangeSet

    init(desired: [DesiredEvent], live: [LiveEvent], settings: ComparisonSettings, memory: Memory) {
        self.settings = settings
        self.memory = memory
        protection = Protection(settings)
        calendar = Ownership(live, plan: settings.plan, memory: memory)
        standins = StandinIndex(calendar.unmarked)
        copiedMarkers = Set(calendar.copies.compactMap(\.event.externalID))
        unavailable = Set(settings.unavailable.map { Marker.identifier(plan: settings.plan, key: $0) })
        result = ChangeSet(
            plan: settings.plan, athlete: settings.athlete, today: settings.today, timezone: settings.timezone,
            window: settings.window, digest: Digest.of(desired, plan: settings.plan), generation: memory.generation)
        result.isFiltered = !settings.filter.isEmpty
        result.unowned = live.count - calendar.owned.count - calendar.copies.count
        compare(desired)
        result.sort()
        result.rails = RailCheck(settings.limits, future: futureCount).refusals(
            of: result, isEmpty: desired.isEmpty && !settings.allowsEmpty)
    }

    private mutating func compare(_ desired: [DesiredEvent]) {
        var wanted: [String: String] = [:]
        for event in desired {
            let identifier = Marker.identifier(plan: settings.plan, key: event.key)
            let isNew = wanted.updateValue(event.key, forKey: identifier) == nil
            precondition(isNew, "two events have the key \(event.key)")
            guard settings.filter.admits(key: event.key, date: event.content.date) else { continue }
            if let owned = calendar.owned[identifier] {
                decideMatch(owned, event)
            } else {
                decideMissing(event, memory.records[identifier])
            }
        }
        for (identifier, owned) in calendar.owned where wanted[identifier] == nil {
            decideLeftover(identifier, owned)
        }
        result.copies = calendar.copies.map { copy in
            let identifier = copy.marker.identifier
            return CopiedEvent(
                key: wanted[identifier] ?? identifier, eventID: copy.event.id, date: copy.event.content.date)
        }
    }

    /// Events of ours that a run may write: the whole of which the rails take shares.
    private var futureCount: Int {
        calendar.owned.values.count { protection.lock(on: $0.event) == nil }
    }

    // MARK: An event that is wanted and there

    private mutating func decideMatch(_ owned: Ownership.Owned, _ desired: DesiredEvent) {
        let effective = withBegunStart(desired, owned.event)
        let merge = EventMerge(
            owned, effective, plan: settings.plan, policy: settings.conflictPolicy(desired.key))
        if let why = protection.lock(on: owned.event) {
            noteLocked(desired.key, owned.event, why, differs: merge.isDifferent)
        } else if merge.movesDate, protection.isFrozen(effective.content.end) {
            decideMoveOutOfReach(owned, desired, merge)
        } else {
            note(merge, owned, effective)
        }
    }

    /// The start of an event of several days is not written once it has begun, nor set to a day that is gone.
    private func withBegunStart(_ desired: DesiredEvent, _ live: LiveEvent) -> DesiredEvent {
        let begins = live.content.date
        let hasBegun = protection.hasBegun(live.content) || protection.hasBegun(desired.content)
        guard hasBegun, !protection.isFrozen(desired.content.end), begins <= desired.content.end else { return desired }
        var result = desired
        result.content.lastDate = desired.content.end
        result.content.date = begins
        result.content.time = nil
        return result
    }

    /// The plan moved the event to a day that is not written: it leaves the calendar where that day is gone.
    private mutating func decideMoveOutOfReach(
        _ owned: Ownership.Owned, _ desired: DesiredEvent, _ merge: EventMerge
    ) {
        guard protection.isGone(desired.content.end), !protection.hasBegun(owned.event.content) else {
            return noteLocked(desired.key, owned.event, .today, differs: true)
        }
        let edited = EventMerge.editedFields(of: owned)
        if desired.protect || isProtected(owned) {
            note(kept: desired.key, owned.event, edited, why: .protected)
        } else if edited.isEmpty || settings.prunesEdited {
            result.changes.append(.deleting(desired.key, owned.event, .movedIntoPast, source: desired.source))
        } else {
            note(kept: desired.key, owned.event, edited)
        }
    }

    private mutating func note(_ merge: EventMerge, _ owned: Ownership.Owned, _ desired: DesiredEvent) {
        let event = owned.event
        if merge.needsWrite {
            result.changes.append(.updating(event, to: desired, merge, plan: settings.plan))
        }
        if !merge.kept.isEmpty { note(kept: desired.key, event, merge.kept) }
        for field in merge.conflicts {
            result.conflicts.append(
                Conflict(
                    key: desired.key, eventID: event.id, field: field, live: event.content.value(field),
                    desired: desired.content.value(field)))
        }
        if !merge.conflicts.isEmpty, settings.conflictPolicy(desired.key) == .fail { result.failsOnConflict = true }
        if !merge.isDifferent { result.unchanged += 1 }
    }

    private mutating func note(
        kept key: String, _ event: LiveEvent, _ fields: [EventField: FieldChange], why: KeptEvent.Why? = nil
    ) {
        let onlyMoved = fields.keys.allSatisfy { $0.group == .date }
        result.kept.append(
            KeptEvent(
                key: key, eventID: event.id, why: why ?? (onlyMoved ? .movedByAthlete : .editedByAthlete),
                fields: fields))
    }

    private mutating func noteLocked(_ key: String, _ event: LiveEvent, _ why: LockedEvent.Why, differs: Bool) {
        if differs {
            result.locked.append(LockedEvent(key: key, date: event.content.date, why: why))
        } else {
            result.unchanged += 1
        }
    }

    // MARK: An event that is wanted and not there

    private mutating func decideMissing(_ desired: DesiredEvent, _ record: Memory.Record?) {
        guard !protection.isFrozen(desired.content.date) else { return }
        let isRestored = settings.restore.contains(desired.key)
        if let record, record.fate != .removed, !isRestored {
            result.kept.append(
                KeptEvent(key: desired.key, eventID: record.eventID, why: .deletedByAthlete, fields: [:]))
        } else if let standin = standins.standin(for: desired) {
            result.standins.append(standin)
        } else {
            var change = Change.creating(desired, isRestored ? .restored : .newInPlan, plan: settings.plan)
            change.besideCopy = change.marker.map(copiedMarkers.contains) ?? false
            result.changes.append(change)
        }
    }

    // MARK: An event that is there and no longer wanted

    private mutating func decideLeftover(_ identifier: String, _ owned: Ownership.Owned) {
        let event = owned.event
        guard settings.filter.admits(key: identifier, date: event.content.date) else { return }
        if let why = protection.lock(on: event) ?? (protection.hasBegun(event.content) ? .today : nil) {
            return noteLocked(identifier, event, why, differs: true)
        }
        let edited = EventMerge.editedFields(of: owned)
        if isProtected(owned) {
            note(kept: identifier, event, edited, why: .protected)
        } else if edited.isEmpty || settings.prunesEdited {
            let reason: Change.Reason = unavailable.contains(identifier) ? .athleteUnavailable : .removedFromPlan
            result.changes.append(.deleting(identifier, event, reason, source: nil))
        } else {
            note(kept: identifier, event, edited)
        }
    }

    private func isProtected(_ owned: Ownership.Owned) -> Bool {
        memory.records[owned.marker.identifier]?.protect == true
    }
}

extension EventMerge {
    /// Whether the event is in any way not as the plan wants it.
    var isDifferent: Bool { needsWrite || !kept.isEmpty || !conflicts.isEmpty }

    /// Whether its days would change.
    var movesDate: Bool { updates[.date] != nil || updates[.endDate] != nil }
}
