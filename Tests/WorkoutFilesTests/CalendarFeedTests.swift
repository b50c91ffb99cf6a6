import Diagnostics
import Periodization
import PlanSpec
import Testing

@testable import WorkoutFiles

@Suite("Calendar feeds")
struct CalendarFeedTests {
    private func schedule(_ change: (String) -> String = { $0 }) -> Schedule? {
        let plan = change(
            """
            format: 1
            id: small
            name: Small
            sport: Ride
            start: 2027-01-04
            publish: {time_of_day: {default: "23:30"}}
            phases:
              - id: base
                kind: base
                weeks: 1
                week:
                  - {id: long, role: long, name: "Ünder; over, and a name that is long enough to be folded 🚴🚴🚴", day: sun, text: "- 1h 65%"}
                  - {id: easy, role: easy, day: tue, text: "- 1h 60%"}

            """)
        let reading = Plan.read(SourceFile(path: "p.yaml", text: plan), open: { _ in nil })
        return reading.plan.map { Schedule($0) }
    }

    private func lines(_ detail: CalendarFeed.Detail = .full, _ schedule: Schedule?) -> [String] {
        guard let schedule else { return [] }
        let text = String(decoding: CalendarFeed(schedule, name: "Small", detail: detail).bytes, as: UTF8.self)
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("lines end with CRLF and hold 75 octets at most")
    func octets() {
        let lines = lines(.full, schedule())
        #expect(lines.count > 20)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(lines.last == "")
        let unfolded = lines.joined(separator: "\n").split(separator: "\n ", omittingEmptySubsequences: false).joined()
        #expect(unfolded.contains("SUMMARY:Ünder\\; over\\, and a name that is long enough to be folded 🚴🚴🚴\n"))
    }

    @Test("an event that moves keeps its id")
    func stable() {
        let moved = schedule { $0.split(separator: "day: tue").joined(separator: "day: wed") }
        func ids(_ schedule: Schedule?) -> [String] { lines(.full, schedule).filter { $0.hasPrefix("UID:") }.sorted() }
        #expect(ids(schedule()) == ids(moved))
        #expect(ids(schedule()).contains("UID:small.base.w1.long@training-plan"))
        #expect(lines(.full, schedule()) != lines(.full, moved))
    }

    @Test("times are local and may end the next day; the stamp is the plan's start")
    func times() {
        let lines = lines(.full, schedule())
        #expect(lines.contains("DTSTART:20270105T233000"))
        #expect(lines.contains("DTEND:20270106T003000"))
        #expect(lines.contains("DTSTAMP:20270104T000000Z"))
        #expect(lines.contains("TRANSP:TRANSPARENT"))
        #expect(!lines.contains { $0.hasPrefix("METHOD") })
    }

    @Test("without a time of day an event fills its day")
    func allDay() {
        let lines = lines(
            .full, schedule { $0.split(separator: "publish: {time_of_day: {default: \"23:30\"}}\n").joined() })
        #expect(lines.contains("DTSTART;VALUE=DATE:20270105"))
        #expect(lines.contains("DTEND;VALUE=DATE:20270106"))
    }

    @Test("the busy feed says when, and nothing of what")
    func busy() {
        let text = lines(.busy, schedule()).joined(separator: "\n")
        #expect(text.contains("SUMMARY:Training"))
        #expect(text.contains("TRANSP:OPAQUE"))
        for word in ["base", "Ünder", "DESCRIPTION", "CATEGORIES", "load", "Small"] { #expect(!text.contains(word)) }
    }
}
