import CalendarDiff
import CivilDates
import IntervalsICU

@testable import Publishing

/// A plan, a calendar and a day: what a test plays with.
struct Scenario {
    var plan = "demo"
    var desired: [DesiredEvent] = []
    var today = Scenario.day(0)
    var memory = Memory()
    let calendar = FakeCalendar()
    var adjust: @Sendable (inout ComparisonSettings) -> Void = { _ in }

    /// 2027-01-01 plus days.
    static func day(_ offset: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: 20819 + offset)
    }

    /// A plan with one workout a day from tomorrow on.
    init(workouts: Int = 0) {
        desired = (0..<workouts).map { Scenario.workout("base.w\($0 / 7 + 1).d\($0 % 7 + 1)", on: $0 + 1) }
    }

    static func workout(_ key: String, on offset: Int, name: String = "Endurance") -> DesiredEvent {
        var event = DesiredEvent(
            key: key,
            content: EventContent(
                date: day(offset), category: "WORKOUT", type: "Ride", name: "\(name) \(key)",
                description: "- 60m 65%\n- 10m 50%\n"))
        event.tag = "plan:demo"
        event.hasSteps = true
        event.source = "demo.plan.yaml:\(offset)"
        return event
    }

    var window: ChangeSet.Window {
        Publisher.window(planStart: Scenario.day(1), planEnd: Scenario.day(120), today: today)
    }

    /// What the fake service makes of every workout.
    var figures: [String: PlannedFigures] {
        let workouts = desired.filter(\.hasSteps).map { event -> (String, PlannedFigures) in
            let steps = event.content.description.split(separator: "\n")
            let minutes = steps.compactMap { Int($0.dropFirst(2).prefix(while: \.isNumber)) }.reduce(0, +)
            return (event.key, PlannedFigures(steps: steps.count, duration: 60 * minutes, load: minutes * 50 / 60))
        }
        return Dictionary(uniqueKeysWithValues: workouts)
    }

    func diff() async throws -> ChangeSet {
        let live = try await Publisher(calendar, athlete: "i1").read(window)
        return changeSet(live)
    }

    func changeSet(_ live: [LiveEvent]) -> ChangeSet {
        var settings = ComparisonSettings(plan: plan, athlete: "i1", today: today, timezone: "UTC", window: window)
        adjust(&settings)
        return ChangeSet(desired: desired, live: live, settings: settings, memory: memory)
    }

    @discardableResult func apply(isInterrupted: @Sendable () -> Bool = { false }) async throws -> ApplyReport {
        let publisher = Publisher(calendar, athlete: "i1")
        let changes = changeSet(try await publisher.read(window))
        return await publisher.apply(changes, planned: figures, isInterrupted: isInterrupted)
    }

    /// The event of a key; of copies the one with the lowest number.
    func event(_ key: String) -> Event? {
        let identifier = Marker.identifier(plan: plan, key: key)
        return calendar.events.first { $0.externalID.flatMap(Marker.init)?.identifier == identifier }
    }

    mutating func edit(_ key: String, _ change: (inout EventContent) -> Void) {
        for index in desired.indices where desired[index].key == key { change(&desired[index].content) }
    }

    mutating func remove(_ keys: String...) {
        desired.removeAll { keys.contains($0.key) }
    }
}
