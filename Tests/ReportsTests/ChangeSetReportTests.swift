import CalendarDiff
import CivilDates
import Testing

@testable import Reports

private func changeSet(live: [LiveEvent], desired: [DesiredEvent]) throws -> ChangeSet {
    let today = try #require(CivilDate("2027-01-03"))
    let settings = ComparisonSettings(
        plan: "p", athlete: "i1", today: today, window: ChangeSet.Window(oldest: today - 42, newest: today + 60))
    return ChangeSet(desired: desired, live: live, settings: settings)
}

private func ride(_ key: String, _ day: String, name: String = "Ride") throws -> DesiredEvent {
    DesiredEvent(
        key: key,
        content: EventContent(
            date: try #require(CivilDate(day)), category: "WORKOUT", type: "Ride", name: name, description: "- 1h 65%\n"
        ))
}

@Suite struct ChangeSetReportTests {
    @Test("additions stand by week with their sign, and the totals close the text")
    func additions() throws {
        let set = try changeSet(
            live: [],
            desired: [try ride("a.w1.x", "2027-01-05"), try ride("a.w2.x", "2027-01-12", name: "Long | ride")])
        #expect(
            ChangeSetReport(set).text == """
                Week of 2027-01-04
                  + Tue 2027-01-05  Ride  a.w1.x

                Week of 2027-01-11
                  + Tue 2027-01-12  Long | ride  a.w2.x

                + add

                Plan: 2 to add, 0 to change, 0 to delete.

                """)
        #expect(set.markdown.contains("| `+` | 2027-01-12 | Long \\| ride `a.w2.x` | create |"))
    }

    @Test("an empty desired calendar is refused, with the reason")
    func empty() throws {
        let text = ChangeSetReport(try changeSet(live: [], desired: [])).text
        #expect(text.hasPrefix("Refused: "))
    }
}
