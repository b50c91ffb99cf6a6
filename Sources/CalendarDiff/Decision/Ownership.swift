import CivilDates

/// The calendar sorted by owner.
struct Ownership {
    /// One of our events with its marker.
    struct Owned {
        let event: LiveEvent
        /// Owner, key and what was last applied.
        let marker: Marker
        /// What the marker on the event says was last applied; otherwise only where the service keeps old markers.
        let storedHashes: GroupHashes
        /// The key that the author renamed, as the marker has it.
        var renamedFrom: String?

        init(event: LiveEvent, marker: Marker, record: Memory.Record? = nil) {
            self.event = event
            storedHashes = marker.hashes
            var marker = marker
            if let record, let base = record.base, record.marker == marker.hashes { marker.hashes = base }
            self.marker = marker
        }
    }

    /// Our events by the key as markers hold it.
    private(set) var owned: [String: Owned] = [:]
    /// Further events with the marker of one of ours.
    private(set) var copies: [Owned] = []
    /// Events without a marker; those of other plans are not among them.
    private(set) var unmarked: [LiveEvent] = []

    /// Sorts the events; of several with one key the recorded one is ours, else the one with the lowest number, and
    /// never one with another number than recorded.
    init(_ events: [LiveEvent], plan: String, memory: Memory) {
        let identifiers = memory.identifiers
        for event in events {
            guard var marker = event.externalID.flatMap(Marker.init) else {
                unmarked.append(event)
                continue
            }
            guard marker.plan == plan else { continue }
            // A service that keeps markers as they were created keeps the names of before a renaming as well.
            let isForgotten = memory.records[marker.identifier].map { $0.fate == .removed } ?? true
            if isForgotten, let new = identifiers[event.id],
                new != marker.identifier, memory.records[new]?.marker == marker.hashes
            {
                marker.identifier = new
            }
            let record = memory.records[marker.identifier]
            add(Owned(event: event, marker: marker, record: record), record)
        }
        copies.sort { $0.event.id < $1.event.id }
    }

    /// Puts the events of renamed keys under their new ones, unless the new one has an event already.
    mutating func rename(_ renaming: Renaming) {
        for new in renaming.order where owned[new] == nil {
            let olds = renaming.olds[new] ?? []
            guard let old = olds.first(where: { owned[$0] != nil }), var event = owned.removeValue(forKey: old) else {
                continue
            }
            event.renamedFrom = old
            owned[new] = event
        }
    }

    private mutating func add(_ candidate: Owned, _ record: Memory.Record?) {
        let identifier = candidate.marker.identifier
        let isCopy =
            record.map {
                $0.copies.contains(candidate.event.id) || $0.eventID ?? candidate.event.id != candidate.event.id
            }
            ?? false
        if isCopy {
            copies.append(candidate)
        } else if let present = owned[identifier] {
            let isFirst = candidate.event.id < present.event.id
            owned[identifier] = isFirst ? candidate : present
            if candidate.event.id != present.event.id { copies.append(isFirst ? present : candidate) }
        } else {
            owned[identifier] = candidate
        }
    }
}
