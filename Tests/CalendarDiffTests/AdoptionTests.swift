import CivilDates
import Testing

@testable import CalendarDiff

struct AdoptionTests {
    private let today = CivilDate("2027-01-04") ?? CivilDate(daysSinceEpoch: 0)

    private func content(_ name: String, _ day: Int, _ description: String = "- 1h 60%\n") -> EventContent {
        EventContent(
            date: today + day, category: "WORKOUT", type: "Ride", name: name, description: description)
    }

    private var settings: ComparisonSettings {
        ComparisonSettings(
            plan: "p", athlete: "i1", today: today,
            window: ChangeSet.Window(oldest: today - 42, newest: today + 100))
    }

    private func desired(_ key: String, _ content: EventContent) -> DesiredEvent {
        var event = DesiredEvent(key: key, content: content)
        event.hasSteps = true
        return event
    }

    /// The event after the change is written.
    private func written(_ change: Change, _ live: LiveEvent) -> LiveEvent {
        var event = live
        event.externalID = change.marker
        return event
    }

    @Test("an event of the same day, sport and name gets the marker alone, and then nothing differs")
    func marker() throws {
        let plan = [desired("a", content("Tempo", 1))]
        let live = LiveEvent(id: 5, content: content(" Tempo ", 1, "- 1h 60%\r\n"))
        let set = ChangeSet(adopting: plan, live: [live], settings: settings)
        let change = try #require(set.changes.first)
        #expect(set.changes.count == 1 && change.fields.isEmpty && change.reason == .adopted)
        #expect(change.eventID == 5)
        let after = ChangeSet(desired: plan, live: [written(change, live)], settings: settings)
        #expect(after.changes.isEmpty && after.kept.isEmpty && after.unchanged == 1)
    }

    @Test("what an adopted event says counts as last applied, so that the plan's text is a change")
    func otherText() throws {
        let plan = [desired("a", content("Tempo", 1))]
        let live = LiveEvent(id: 5, content: content("Tempo", 1, "- 2h 60%\n"))
        let change = try #require(ChangeSet(adopting: plan, live: [live], settings: settings).changes.first)
        let after = ChangeSet(desired: plan, live: [written(change, live)], settings: settings)
        #expect(after.changes.map { Set($0.fields.keys) } == [[.description]])
        #expect(after.conflicts.isEmpty)
    }

    @Test("past, completed, foreign and other events stay as they are, and nothing is created")
    func leftAlone() {
        var done = LiveEvent(id: 2, content: content("B", 2))
        done.paired = true
        let live = [
            LiveEvent(id: 1, content: content("A", 0)), done,
            LiveEvent(id: 3, externalID: "other-tool-17", content: content("C", 3)),
            LiveEvent(id: 4, content: content("D", 5)),
        ]
        let plan = [
            desired("a", content("A", 0)), desired("b", content("B", 2)), desired("c", content("C", 3)),
            desired("d", content("D", 4)),
        ]
        let set = ChangeSet(adopting: plan, live: live, settings: settings)
        #expect(set.changes.isEmpty)
        #expect(set.locked.map(\.key) == ["a", "b"])
    }

    @Test("two of one name are taken one each, the oldest first")
    func twins() {
        let live = [LiveEvent(id: 9, content: content("A", 1)), LiveEvent(id: 8, content: content("A", 1))]
        let plan = [desired("a", content("A", 1)), desired("a-2", content("A", 1)), desired("a-3", content("A", 1))]
        #expect(ChangeSet(adopting: plan, live: live, settings: settings).changes.map(\.eventID) == [8, 9])
    }
}
