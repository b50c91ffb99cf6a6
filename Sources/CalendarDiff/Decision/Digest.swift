/// A hash of all that a plan wants on the calendar, whatever the day it is looked at.
enum Digest {
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
