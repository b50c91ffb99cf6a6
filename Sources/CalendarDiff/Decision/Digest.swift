import CivilDates

/// A hash of all that a plan wants on the calendar, whatever the day it is looked at.
enum Digest {
    /// A hash of what a set would do, to which events as they are now, and of the plan, day and state that it rests on.
    static func of(_ set: ChangeSet) -> String {
        var hash = ContentHash()
        func add(_ text: String) {
            hash.add(text)
            hash.endPiece()
        }
        for part in [set.plan, set.athlete, set.today.description, set.planDigest] { add(part) }
        add(set.generation.map(String.init) ?? "")
        for change in set.changes {
            for part in [change.key, change.action.rawValue, change.marker ?? "", change.fingerprint ?? ""] {
                add(part)
            }
            for field in EventField.allCases where change.fields[field] != nil { add(field.rawValue) }
        }
        return hash.hexadecimal
    }

    static func of(_ events: [DesiredEvent], plan: String) -> String {
        var hash = ContentHash()
        func add(_ text: String) {
            hash.add(text)
            hash.endPiece()
        }
        add(plan)
        for event in events.sorted(by: { $0.key < $1.key }) {
            add(event.key)
            for field in EventField.allCases { add(event.content.normal(field)) }
            for part in [event.forWeek ? "week" : "", event.lock ? "locked" : "", event.tag ?? ""] { add(part) }
        }
        return hash.hexadecimal
    }
}
