import CivilDates

/// Builds a change set from the desired events, the live ones and what is remembered; each is looked at once.
struct Comparison {
    private let settings: ComparisonSettings
    private let memory: Memory
    private let protection: Protection
    private var calendar: Ownership
    private let standins: StandinIndex
    private let copiedMarkers: Set<String>
    private let renaming: Renaming
    /// Whether the calendar shows none of the events that should be there.
    private let isEmptied: Bool
    /// What left the plan for the athlete's own holidays, by the key as markers hold it.
    private let unavailable: Set<String>
    private(set) var result: ChangeSet

    init(desired: [DesiredEvent], live: [LiveEvent], settings: ComparisonSettings, memory: Memory) {
        self.settings = settings
        self.memory = memory
        protection = Protection(settings)
        calendar = Ownership(live, plan: settings.plan, memory: memory)
        let known = memory.presentCount(after: settings.today, in: settings.window)
        isEmptied = known >= 2 && calendar.owned.isEmpty
        renaming = Renaming(desired, settings.moves, plan: settings.plan) { [calendar] identifier in
            calendar.owned[identifier] != nil || memory.records[identifier].map { $0.fate != .removed } ?? false
        }
        calendar.rename(renaming)
        standins = StandinIndex(calendar.unmarked)
        copiedMarkers = Set(calendar.copies.compactMap(\.event.externalID))
        unavailable = Set(settings.unavailable.map { Marker.identifier(plan: settings.plan, key: $0) })
        result = ChangeSet(
            plan: settings.plan, athlete: settings.athlete, today: settings.today, timezone: settings.timezone,
            window: settings.window, planDigest: Digest.of(settings.digestBasis ?? desired, plan: settings.plan),
            generation: memory.generation)
        result.isFiltered = !settings.filter.isEmpty
        result.raisesGeneration = settings.publishesPlan && settings.filter.isEmpty
        result.unowned = live.count - calendar.owned.count - calendar.copies.count
        compare(desired)
        proposeMoves()
        result.sort()
        checkRails(isEmpty: desired.isEmpty && !settings.allowsEmpty, known: known)
        result.digest = Digest.of(result)
    }

    private mutating func checkRails(isEmpty: Bool, known: Int) {
        result.rails = RailCheck(settings.limits, future: futureCount).refusals(of: result, isEmpty: isEmpty)
        if isEmptied, !settings.remoteWasEmptied {
            result.rails.append(
                RailRefusal(id: .emptied, limit: 0, value: known, acknowledge: "--remote-was-emptied"))
        }
        if settings.publishesPlan, !settings.acceptsOlder, let older = memory.olderGeneration(result.planDigest) {
            result.rails.append(
                RailRefusal(
                    id: .generation, limit: memory.generation ?? 0, value: older, acknowledge: "--accept-older"))
        }
    }

    private mutating func compare(_ desired: [DesiredEvent]) {
        var wanted: [String: String] = [:]
        for event in desired {
            let identifier = Marker.identifier(plan: settings.plan, key: event.key)
            let isNew = wanted.updateValue(event.key, forKey: identifier) == nil
            precondition(isNew, "two events have the key \(event.key)")
            if let owned = calendar.owned[identifier] {
                decideMatch(owned, event)
            } else if settings.filter.admits(key: event.key, date: event.content.date) {
                decideMissing(event, record(identifier))
            }
        }
        for (identifier, owned) in calendar.owned where wanted[identifier] == nil {
            decideLeftover(identifier, owned)
        }
        result.copies = calendar.copies.map { copy in
            let identifier = copy.marker.identifier
            return CopiedEvent(
                key: wanted[identifier] ?? fullKey(identifier), eventID: copy.event.id, date: copy.event.content.date)
        }
    }

    /// What is remembered of a key, be it under an old name; what was there before a calendar was emptied is forgotten.
    private func record(_ identifier: String) -> Memory.Record? {
        guard
            let record =
                memory.records[identifier] ?? renaming.olds[identifier]?.lazy.compactMap({ memory.records[$0] }).first
        else {
            return nil
        }
        return isEmptied && settings.remoteWasEmptied && record.fate == .present ? nil : record
    }

    /// The key in full, where it is known.
    private func fullKey(_ identifier: String) -> String {
        memory.records[identifier]?.key ?? identifier
    }

    /// Whether the roll-out does not reach the day.
    private func isLater(_ date: CivilDate) -> Bool {
        settings.until.map { date > $0 } ?? false
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
        let leaves =
            merge.movesDate && protection.isGone(effective.content.end)
            && !protection.hasBegun(owned.event.content)
        // What is to leave the calendar is judged by the day on which it is there.
        let day = leaves ? owned.event.content.date : desired.content.date
        guard settings.filter.admits(key: desired.key, date: day) else { return }
        let isBeyond = isLater(day) && isLater(owned.event.content.date)
        if let why = protection.lock(on: owned.event) {
            noteLocked(desired.key, owned.event, why, differs: merge.isDifferent)
            if settings.tellsLockedEdits { noteFindings(merge, owned, effective) }
        } else if isBeyond, merge.isDifferent {
            result.later += 1
        } else if leaves {
            decideLeaving(owned, desired)
        } else if merge.movesDate, protection.isFrozen(effective.content.end) {
            noteLocked(desired.key, owned.event, .today, differs: true)
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

    /// The plan moved the event to a day that is gone: it leaves the calendar.
    private mutating func decideLeaving(_ owned: Ownership.Owned, _ desired: DesiredEvent) {
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
        let isRenamed = owned.renamedFrom != nil
        if merge.needsWrite || isRenamed {
            result.changes.append(.updating(owned, to: desired, merge, plan: settings.plan))
        }
        noteFindings(merge, owned, desired)
        if !merge.isDifferent, !isRenamed { result.unchanged += 1 }
    }

    /// What the athlete changed, and where both sides did.
    private mutating func noteFindings(_ merge: EventMerge, _ owned: Ownership.Owned, _ desired: DesiredEvent) {
        let event = owned.event
        var kept = merge.kept
        for field in merge.conflicts where settings.keepsConflicts {
            kept[field] = FieldChange(
                before: event.content.value(field), after: desired.content.value(field), base: .other)
        }
        if !kept.isEmpty { note(kept: desired.key, event, kept) }
        guard !settings.keepsConflicts else { return }
        for field in merge.conflicts {
            result.conflicts.append(
                Conflict(
                    key: desired.key, eventID: event.id, field: field, live: event.content.value(field),
                    desired: desired.content.value(field)))
        }
        if !merge.conflicts.isEmpty, settings.conflictPolicy(desired.key) == .fail { result.failsOnConflict = true }
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
        guard !isLater(desired.content.date) else { return result.later += 1 }
        let isRestored =
            record?.fate != .pending && settings.restore.contains { KeyFilter.matches(desired.key, $0) }
        // Of an emptied calendar nothing is told event by event.
        if isEmptied, !settings.remoteWasEmptied, record?.fate == .present { return }
        if let record, record.fate == .present || record.fate == .deleted, !isRestored {
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
        let (event, key) = (owned.event, fullKey(identifier))
        guard settings.filter.admits(key: key, date: event.content.date) else { return }
        let edited = EventMerge.editedFields(of: owned)
        if let why = protection.lock(on: event) ?? (protection.hasBegun(event.content) ? .today : nil) {
            noteLocked(key, event, why, differs: true)
            if settings.tellsLockedEdits, !edited.isEmpty { note(kept: key, event, edited) }
        } else if isLater(event.content.date) {
            result.later += 1
        } else if isProtected(owned) || settings.protected.contains(key) {
            note(kept: key, event, edited, why: .protected)
        } else if edited.isEmpty || settings.prunesEdited {
            let reason: Change.Reason = unavailable.contains(identifier) ? .athleteUnavailable : .removedFromPlan
            result.changes.append(.deleting(key, event, reason, source: nil))
        } else {
            note(kept: key, event, edited)
        }
    }

    /// What left under one key and came back under another with the same content is most likely a renaming: it is
    /// proposed, since a delete and a create would cost the athlete's own touches and the event's number.
    private mutating func proposeMoves() {
        var leaving: [GroupHashes: [Change]] = [:]
        let owned = Dictionary(
            calendar.owned.values.map { ($0.event.id, $0.marker.hashes) }, uniquingKeysWith: { first, _ in first })
        for change in result.changes where change.action == .delete && change.reason == .removedFromPlan {
            guard let hashes = change.eventID.flatMap({ owned[$0] }) else { continue }
            leaving[hashes, default: []].append(change)
        }
        guard !leaving.isEmpty else { return }
        var settled: Set<String> = []
        let creates = result.changes.filter { $0.action == .create && $0.reason == .newInPlan }
        for change in creates.sorted(by: { $0.key < $1.key }) {
            guard let hashes = change.marker.flatMap(Marker.init)?.hashes,
                let old = leaving[hashes]?.sorted(by: { $0.key < $1.key }).first(where: { !settled.contains($0.key) }),
                let id = old.eventID
            else { continue }
            settled.formUnion([old.key, change.key])
            result.proposals.append(MoveProposal(from: old.key, to: change.key, eventID: id, date: change.date))
        }
        result.changes.removeAll { settled.contains($0.key) && $0.action != .update }
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
