import CivilDates

/// The calendar sorted by owner.
struct Ownership {
    /// One of our events with its marker.
    struct Owned {
        let event: LiveEvent
        let marker: Marker
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
        for event in events {
            guard let marker = event.externalID.flatMap(Marker.init) else {
                unmarked.append(event)
                continue
            }
            if marker.plan == plan { add(Owned(event: event, marker: marker), memory.records[marker.identifier]) }
        }
        copies.sort { $0.event.id < $1.event.id }
    }

    private mutating func add(_ candidate: Owned, _ record: Memory.Record?) {
        let identifier = candidate.marker.identifier
        if let recorded = record?.eventID, recorded != candidate.event.id {
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
