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
    /// Whether what is remembered goes through the text of the state file.
    var savesState = true
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

    /// Reads as the program does: where hardly anything known is shown, once more.
    func read(_ publisher: Publisher? = nil) async throws -> [LiveEvent] {
        let publisher = publisher ?? Publisher(calendar, athlete: "i1")
        let live = try await publisher.read(window)
        return memory.doubts(live, plan: plan, window: window, today: today) ? try await publisher.read(window) : live
    }

    @discardableResult func apply(isInterrupted: @Sendable () -> Bool = { false }) async throws -> ApplyReport {
        let publisher = Publisher(calendar, athlete: "i1")
        let live = try await read(publisher)
        return await publisher.apply(
            changeSet(live), live: live, planned: figures, isInterrupted: isInterrupted)
    }

    /// Applies and remembers, through the text of the state file.
    @discardableResult mutating func applyAndRemember() async throws -> ApplyReport {
        let publisher = Publisher(calendar, athlete: "i1")
        let live = try await read(publisher)
        let changes = changeSet(live)
        let report = await publisher.apply(changes, live: live, planned: figures)
        if !changes.isRefused { try remember(memory.after(report, live: live, desired: desired)) }
        return report
    }

    /// Begins to apply and dies after so many requests.
    mutating func applyAndDie(after requests: Int) async throws {
        let live = try await read()
        let changes = changeSet(live)
        guard !changes.isRefused else { return }
        try remember(memory.intending(changes))
        let publisher = Publisher(calendar, athlete: "i1")
        var run = PublishingRun(changes, live: live, planned: figures)
        for _ in 0..<requests {
            guard let request = run.next() else { break }
            run.receive(await publisher.reply(to: request, in: window))
        }
    }

    /// Keeps a memory as the state file would.
    mutating func remember(_ memory: Memory) throws {
        guard savesState else { return self.memory = memory }
        self.memory = try Memory(json: try memory.json(plan: plan, athlete: "i1"), plan: plan, athlete: "i1")
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
