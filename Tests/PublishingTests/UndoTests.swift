import CalendarDiff
import CivilDates
import IntervalsICU
import Synchronization
import Testing

@testable import Publishing

/// Taking an apply back, through the text of the journal.
@Suite struct UndoTests {
    /// Applies with a journal and returns the run as it reads back.
    private func recorded(_ scenario: inout Scenario) async throws -> RecordedApply {
        let live = try await scenario.read()
        let changes = scenario.changeSet(live)
        let text = Mutex(try JournalLine.begin("a1", at: "2027-01-01T00:00:00Z", command: "apply", changes).json())
        let recorder = RunRecorder(apply: "a1") { lines in
            let added = try lines.map { try $0.json() }.joined()
            text.withLock { $0 += added }
        }
        let report = await Publisher(scenario.calendar, athlete: "i1").apply(
            changes, live: live, planned: scenario.figures, recorder: recorder)
        scenario.memory = scenario.memory.after(report, live: live, desired: scenario.desired)
        let journal = Journal(text: text.withLock { $0 } + "{\"kind\":\"int")
        return try #require(journal.applies.first)
    }

    private func undo(_ apply: RecordedApply, _ scenario: inout Scenario) async throws -> ApplyReport {
        let undoing = Undoing(apply, today: scenario.today)
        var settings = ComparisonSettings(
            plan: scenario.plan, athlete: "i1", today: scenario.today, window: scenario.window)
        settings.limits.deletes = 1
        settings.limits.updates = 1
        undoing.adjust(&settings)
        let live = try await scenario.read()
        let changes = ChangeSet(desired: undoing.desired, live: live, settings: settings, memory: scenario.memory)
        let report = await Publisher(scenario.calendar, athlete: "i1").apply(changes, live: live)
        scenario.memory = scenario.memory.after(report, live: live, desired: [])
        return report
    }

    private func snapshot(_ scenario: Scenario) -> [String] {
        scenario.calendar.events.map {
            "\($0.externalID ?? "") \($0.name ?? "") \($0.description ?? "") \($0.startDateLocal.date) \($0.tags)"
        }.sorted()
    }

    @Test("creates, updates and deletes are taken back, markers and all")
    func everything() async throws {
        var scenario = Scenario(workouts: 12)
        try await scenario.applyAndRemember()
        let before = snapshot(scenario)
        scenario.edit("base.w1.d1") { $0.name = "New" }
        scenario.edit("base.w1.d2") { $0.date = Scenario.day(60) }
        scenario.edit("base.w1.d4") { $0.description = "- 20m 50%\n" }
        scenario.remove("base.w2.d1", "base.w2.d2")
        scenario.desired.append(Scenario.workout("x", on: 40))
        let apply = try await recorded(&scenario)
        #expect(apply.hasWritten && apply.count(.update) == 3 && apply.count(.delete) == 2 && apply.count(.create) == 1)
        #expect(snapshot(scenario) != before)
        #expect(try await undo(apply, &scenario).exitStatus == 0)
        #expect(snapshot(scenario) == before)
    }

    @Test("35: what the athlete edited since is kept, the other four are taken back")
    func edited() async throws {
        var scenario = Scenario(workouts: 5)
        scenario.adjust = { $0.limits.updates = 1 }
        try await scenario.applyAndRemember()
        for index in 1...5 { scenario.edit("base.w1.d\(index)") { $0.name = "New \(index)" } }
        let apply = try await recorded(&scenario)
        let id = try #require(scenario.event("base.w1.d3")).id
        scenario.calendar.edit(id) { $0.name = "Mine" }
        let report = try await undo(apply, &scenario)
        #expect(report.exitStatus == 0 && report.changes.totals.update == 4)
        #expect(report.changes.kept.map(\.key) == ["base.w1.d3"] && report.changes.conflicts.isEmpty)
        #expect(scenario.event("base.w1.d3")?.name == "Mine")
        #expect(scenario.event("base.w1.d1")?.name == "Endurance base.w1.d1")
    }

    @Test("35: a first publish is taken back but for the one that the athlete edited")
    func firstPublish() async throws {
        var scenario = Scenario(workouts: 5)
        let apply = try await recorded(&scenario)
        let id = try #require(scenario.event("base.w1.d3")).id
        scenario.calendar.edit(id) { $0.description = "- 10m 40%" }
        let report = try await undo(apply, &scenario)
        #expect(report.exitStatus == 0 && scenario.calendar.events.map(\.id) == [id])
    }

    @Test("taking back a part leaves the rest")
    func part() async throws {
        var scenario = Scenario(workouts: 3)
        let apply = try await recorded(&scenario)
        var settings = ComparisonSettings(
            plan: scenario.plan, athlete: "i1", today: scenario.today, window: scenario.window)
        settings.filter = KeyFilter(only: ["*.d2"])
        settings.limits.deletes = 1
        let undoing = Undoing(apply, today: scenario.today)
        undoing.adjust(&settings)
        let live = try await scenario.read()
        let changes = ChangeSet(desired: undoing.desired, live: live, settings: settings, memory: scenario.memory)
        #expect(changes.changes.map(\.key) == ["base.w1.d2"])
    }

    @Test("a write of which nobody knows the end may be taken back")
    func unsettled() async throws {
        var scenario = Scenario(workouts: 2)
        scenario.calendar.with {
            $0.faults = [1: .cut]
            $0.failingReads = [2]
        }
        let apply = try await recorded(&scenario)
        #expect(apply.operations.map(\.isDone) == [nil, nil])
        #expect(scenario.memory.records.values.map(\.fate) == [.pending, .pending])
    }

    @Test("an event does not go back to a day that is gone, and completed ones stay")
    func gone() async throws {
        var scenario = Scenario(workouts: 6)
        try await scenario.applyAndRemember()
        scenario.edit("base.w1.d1") {
            $0.date = Scenario.day(20)
            $0.name = "New"
        }
        scenario.edit("base.w1.d5") { $0.name = "New too" }
        let apply = try await recorded(&scenario)
        scenario.today = Scenario.day(3)
        let id = try #require(scenario.event("base.w1.d5")).id
        scenario.calendar.edit(id) { $0.pairedActivityID = "i9" }
        let report = try await undo(apply, &scenario)
        #expect(report.exitStatus == 0 && report.changes.totals.delete == 0)
        #expect(scenario.event("base.w1.d1")?.startDateLocal.date == Scenario.day(20))
        #expect(scenario.event("base.w1.d1")?.name == "Endurance base.w1.d1")
        #expect(scenario.event("base.w1.d5")?.name == "New too")
    }

    @Test("an apply of which nothing is known takes nothing back")
    func nothing() async throws {
        var scenario = Scenario(workouts: 5)
        try await scenario.applyAndRemember()
        let empty = RecordedApply(begin: JournalLine(.begin, "a2"))
        #expect(try await undo(empty, &scenario).changes.changes.isEmpty)
        #expect(scenario.calendar.events.count == 5)
    }
}

extension UndoTests {
    @Test(
        "taking back that broke off is taken up again, what is taken back is not taken back twice", arguments: [nil, 0])
    func brokenOff(status: Int?) throws {
        func line(_ kind: JournalLine.Kind, _ apply: String, _ key: String? = nil) -> JournalLine {
            var line = JournalLine(kind, apply)
            line.key = key
            line.action = key.map { _ in .update }
            return line
        }
        var lines = [line(.begin, "a"), line(.intent, "a", "k"), line(.done, "a", "k"), .end("a", status: 0)]
        var undo = line(.begin, "b")
        undo.undoes = "a"
        lines += [undo, line(.intent, "b", "k"), line(.done, "b", "k")]
        if let status { lines.append(.end("b", status: status)) }
        let journal = Journal(text: try lines.map { try $0.json() }.joined())
        #expect(journal.lastUndoable()?.id == (status == nil ? "a" : nil))
    }
}
