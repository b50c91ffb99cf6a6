import CivilDates

extension Memory {
    /// What is remembered after a run that read `live` and ended as the report says.
    ///
    /// Every event of ours that was seen is noted, not only what was written: a run that broke off before it learnt the
    /// number of a new event is made good by the next one.
    public func after(_ report: ApplyReport, live: [LiveEvent], desired: [DesiredEvent]) -> Memory {
        let set = report.changes
        var result = self
        let keys = Dictionary(
            desired.map { (Marker.identifier(plan: set.plan, key: $0.key), $0.key) }, uniquingKeysWith: { $1 })
        for (identifier, owned) in Ownership(live, plan: set.plan, memory: self).owned {
            result.note(owned, as: identifier, key: keys[identifier], on: set.today)
        }
        for kept in set.kept where kept.why == .deletedByAthlete {
            result.note(Marker.identifier(plan: set.plan, key: kept.key), kept.eventID, .deleted, on: set.today)
        }
        for change in set.changes where change.result == .done {
            result.note(change, of: report)
        }
        // What may have been created all the same is looked for the next time.
        for change in set.changes where change.action == .create && report.unsettled.contains(change.key) {
            result.notePending(change, of: set)
        }
        // A delete that failed may have been done all the same: what is missing then is no deletion by the athlete.
        for change in set.changes where change.action == .delete && change.result == .failed {
            result.note(change, of: report)
        }
        for event in desired {
            result.records[Marker.identifier(plan: set.plan, key: event.key)]?.protect = event.protect
        }
        if set.raisesGeneration, set.changes.contains(where: { $0.result == .done }) {
            result.raiseGeneration(to: set.planDigest)
        }
        return result
    }

    /// What is remembered before the first write, for the case that the run does not live to the end.
    public func intending(_ set: ChangeSet) -> Memory {
        var result = self
        for change in set.changes {
            let identifier = Marker.identifier(plan: set.plan, key: change.key)
            switch change.action {
            case .create:
                result.notePending(change, of: set)
            case .delete where result.isOfRecord(change, identifier):
                result.note(identifier, change.eventID, .removed, on: set.today)
            case .delete: break
            case .update: break
            }
        }
        return result
    }

    /// Takes over from a memory whose generation was taken back: neither its digest nor the one before is old then.
    public mutating func takeBackGeneration() {
        guard let generation else { return }
        self.generation = generation + 1
        digest = earlier.popLast()
        if let digest { earlier.removeAll { $0 == digest } }
    }

    private mutating func raiseGeneration(to planDigest: String) {
        if let digest { earlier.append(digest) }
        generation = (generation ?? 0) + 1
        digest = planDigest
    }

    private mutating func note(_ owned: Ownership.Owned, as identifier: String, key: String?, on today: CivilDate) {
        note(identifier, owned.event.id, .present, on: today)
        if let key { records[identifier]?.key = key }
        records[identifier]?.date = owned.event.content.date
        records[identifier]?.base = owned.marker.hashes
        records[identifier]?.marker = owned.storedHashes
    }

    private mutating func note(_ change: Change, of report: ApplyReport) {
        let plan = report.changes.plan
        let identifier = Marker.identifier(plan: plan, key: change.key)
        var before = records[identifier]?.marker
        if let old = change.movedFrom.map({ Marker.identifier(plan: plan, key: $0) }), let record = records[old],
            record.eventID == change.eventID
        {
            before = record.marker
            // What bears the old marker from now on is a copy.
            records[old]?.fate = .removed
        }
        guard change.action != .delete else {
            guard isOfRecord(change, identifier) else { return }
            return note(identifier, change.eventID, .removed, on: report.changes.today)
        }
        note(identifier, change.eventID, .present, on: report.changes.today)
        let hashes = change.marker.flatMap(Marker.init)?.hashes
        records[identifier]?.key = change.key
        records[identifier]?.date = change.date
        records[identifier]?.base = hashes
        records[identifier]?.marker = report.keptMarkers.contains(change.key) ? before : hashes
    }

    /// Notes that an event may be on the calendar, which copies of it are not.
    private mutating func notePending(_ change: Change, of set: ChangeSet) {
        let identifier = Marker.identifier(plan: set.plan, key: change.key)
        note(identifier, nil, .pending, on: set.today)
        records[identifier]?.key = change.key
        records[identifier]?.base = nil
        records[identifier]?.marker = nil
        records[identifier]?.copies = set.copies.filter { $0.key == change.key }.map(\.eventID)
    }

    /// Whether a change is about the recorded event; a copy beside it is none of the records.
    private func isOfRecord(_ change: Change, _ identifier: String) -> Bool {
        records[identifier]?.eventID.map { $0 == change.eventID } ?? true
    }

    /// Notes what became of an event; the day is kept where nothing new was learnt.
    private mutating func note(_ identifier: String, _ eventID: Int?, _ fate: Record.Fate, on today: CivilDate) {
        var record = records[identifier] ?? Record(eventID: nil)
        if record.eventID != eventID || record.fate != fate || record.seen == nil { record.seen = today }
        record.eventID = eventID
        record.fate = fate
        if eventID != nil { record.copies = [] }
        records[identifier] = record
    }
}
