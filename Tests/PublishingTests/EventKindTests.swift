import CalendarDiff
import CivilDates
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Events of every kind over the real client, whichever way the service behaves.
@Suite struct EventKindTests {
    @Test("kinds of events other than workouts come back as they were sent", arguments: Behaviours.every)
    func kinds(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 2)
        scenario.plan.desired += [
            kind("phase.base", "PLAN") { $0.content.lastDate = Scenario.day(23) },
            kind("event.note", "NOTE") { $0.content.description = "Weigh in." },
            kind("event.week", "NOTE") { $0.forWeek = true },
            kind("event.season", "SEASON_START") { _ in },
            kind("target.base.w1", "TARGET") { ($0.content.type, $0.content.load) = ("Ride", 380) },
            kind("race.b", "RACE_B") { event in
                (event.content.type, event.content.load, event.content.duration) = ("Ride", 300, 14_400)
                event.content.time = ClockTime(hour: 9, minute: 30)
                event.content.description = "Seven passes."
            },
            kind("base.w1.gym", "WORKOUT") { ($0.content.type, $0.content.description) = ("WeightTraining", "Squats") },
        ]
        #expect(try await scenario.apply().exitStatus == 0)
        let next = try await scenario.apply()
        #expect(next.changes.changes.isEmpty && next.changes.kept.isEmpty, "\(next.changes.kept)")
        scenario.plan.edit("race.b") { $0.date = Scenario.day(41) }
        scenario.plan.edit("phase.base") { $0.lastDate = Scenario.day(30) }
        scenario.plan.edit("event.note") { $0.name = "New note" }
        let changed = try await scenario.apply()
        #expect(changed.exitStatus == 0 && changed.changes.totals.update == 3)
        #expect(try await scenario.apply().changes.changes.isEmpty)
        #expect(await scenario.event("race.b")?.start == "2027-02-11T09:30:00")
        #expect(await scenario.event("phase.base")?.end == "2027-02-01T00:00:00")
    }

    private func kind(_ key: String, _ category: String, _ change: (inout DesiredEvent) -> Void) -> DesiredEvent {
        var event = DesiredEvent(
            key: key, content: EventContent(date: Scenario.day(10), category: category, name: "A \(key)"))
        change(&event)
        return event
    }
}

extension ChangeSet {
    /// Keys of the changes with an action.
    func keys(_ action: Change.Action) -> [String] {
        changes.filter { $0.action == action }.map(\.key)
    }
}
