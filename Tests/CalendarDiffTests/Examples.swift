import CivilDates
import Testing

@testable import CalendarDiff

/// A date from text; a test that misspells one fails.
func day(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> CivilDate {
    try #require(CivilDate(text), sourceLocation: location)
}

/// The plan and the day that the examples share.
enum Example {
    static let plan = "demo"

    /// 2027-01-01 plus days.
    static func date(_ offset: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: 20819 + offset)
    }

    static func desired(_ key: String, on offset: Int = 10, name: String = "Endurance") -> DesiredEvent {
        var event = DesiredEvent(
            key: key,
            content: EventContent(
                date: date(offset), category: "WORKOUT", type: "Ride", name: name, description: "- 1h 65%\n"))
        event.tag = "plan:demo"
        event.hasSteps = true
        return event
    }

    /// The event as it stands on the calendar right after it was created.
    static func live(_ desired: DesiredEvent, id: Int = 1, plan: String = plan) -> LiveEvent {
        let marker = Marker(plan: plan, key: desired.key, hashes: GroupHashes(of: desired.content))
        var event = LiveEvent(id: id, externalID: marker.text, content: desired.content)
        event.lock = desired.lock
        event.tags = desired.tag.map { [$0] } ?? []
        return event
    }

    static func foreign(id: Int, on offset: Int, name: String = "Coffee ride", category: String = "WORKOUT")
        -> LiveEvent
    {
        LiveEvent(id: id, content: EventContent(date: date(offset), category: category, type: "Ride", name: name))
    }

    /// Settings of 2027-01-01.
    static var settings: ComparisonSettings {
        ComparisonSettings(
            plan: plan, athlete: "i1", today: date(0), timezone: "Europe/Rome",
            window: ChangeSet.Window(oldest: date(-42), newest: date(200)))
    }

    static func compare(
        _ desired: [DesiredEvent], _ live: [LiveEvent], memory: Memory = Memory(),
        _ adjust: (inout ComparisonSettings) -> Void = { _ in }
    ) -> ChangeSet {
        var settings = settings
        adjust(&settings)
        return ChangeSet(desired: desired, live: live, settings: settings, memory: memory)
    }
}

extension ChangeSet {
    /// Keys of the changes with an action.
    func keys(_ action: Change.Action) -> [String] {
        changes.filter { $0.action == action }.map(\.key)
    }
}
