/// Why a saved change set is not applied.
public enum StaleChangeSet: Error, Hashable, Sendable {
    /// It is for another athlete or plan; what it says and what is there.
    case foreign(String, String)
    /// The plan file changed.
    case plan
    /// The day moved on.
    case day
    /// Somebody published meanwhile.
    case generation(saved: Int?, now: Int?)
    /// An event that it touches is not as it was; its key and what about it.
    case event(String, String)
}

extension StaleChangeSet: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .foreign(let saved, let now): "it is for \(saved), not for \(now)"
        case .plan: "the plan changed since it was made"
        case .day: "it was made on another day"
        case .generation(let saved, let now):
            "the state moved on since it was made (generation \(saved.map(String.init) ?? "none"), now"
                + " \(now.map(String.init) ?? "none"))"
        case .event(let key, let what): "\(key): \(what)"
        }
    }
}

extension ChangeSet {
    /// Whether everything in the set is on the calendar already.
    public func isDone(on live: [LiveEvent]) -> Bool {
        let byID = Dictionary(live.map { ($0.id, $0) }) { first, _ in first }
        let markers = Set(live.compactMap(\.externalID))
        return changes.allSatisfy { change in
            switch change.action {
            case .create: change.marker.map(markers.contains) ?? false
            case .delete: change.eventID.map { byID[$0] == nil } ?? false
            case .update:
                change.eventID.flatMap { byID[$0] }.map { change.isWritten(on: $0) } ?? false
            }
        }
    }

    /// The part of a set made anew that this saved one asks for; refused where anything that it rests on moved on.
    ///
    /// Nothing is taken from the file but which changes were meant: so a file that somebody wrote by hand can make a
    /// run do less than a fresh comparison would, and never more.
    public func confirmed(by fresh: ChangeSet) throws(StaleChangeSet) -> ChangeSet {
        guard plan == fresh.plan, athlete == fresh.athlete else {
            throw .foreign("\(plan) of \(athlete)", "\(fresh.plan) of \(fresh.athlete)")
        }
        guard planDigest == fresh.planDigest else { throw .plan }
        guard today == fresh.today else { throw .day }
        guard generation == fresh.generation else { throw .generation(saved: generation, now: fresh.generation) }
        var result = fresh
        result.changes = []
        let places = Dictionary(
            fresh.changes.map { ("\($0.action) \($0.key) \($0.eventID ?? 0)", $0) },
            uniquingKeysWith: { first, _ in first })
        for change in changes {
            guard let now = places["\(change.action) \(change.key) \(change.eventID ?? 0)"] else {
                throw .event(change.key, "its event is no longer as it was")
            }
            guard now.marker == change.marker, now.fingerprint == change.fingerprint, now.fields == change.fields else {
                throw .event(change.key, "its event changed since")
            }
            result.changes.append(now)
        }
        result.digest = Digest.of(result)
        return result
    }
}

extension Change {
    /// Whether the event is as the change would leave it, be it under a marker that the service does not let change.
    fileprivate func isWritten(on event: LiveEvent) -> Bool {
        guard let written = marker.flatMap(Marker.init), let there = event.externalID.flatMap(Marker.init) else {
            return false
        }
        return written.plan == there.plan && written.identifier == there.identifier && fieldsNotTaken(by: event).isEmpty
    }
}
