import CalendarDiff
import IntervalsICU
import Testing

@testable import Publishing

/// Two programs that apply at once, in every order of their requests.
@Suite struct InterleavingTests {
    /// One program on a machine of its own: reads first, then performs what it decided, then remembers.
    private struct Program {
        var scenario: Scenario
        let publisher: Publisher
        private var live: [LiveEvent] = []
        private var run: PublishingRun?

        init(_ scenario: Scenario) {
            self.scenario = scenario
            publisher = Publisher(scenario.calendar, athlete: "i1")
        }

        /// Sends one request; false when there is none left.
        mutating func step() async throws -> Bool {
            guard var run else {
                live = try await publisher.read(scenario.window)
                run = PublishingRun(
                    scenario.changeSet(live), live: live, planned: scenario.figures,
                    putReplaces: scenario.calendar.with { $0.putReplaces })
                return true
            }
            guard let request = run.next() else { return false }
            run.receive(await publisher.reply(to: request, in: scenario.window))
            self.run = run
            return true
        }

        /// Ends the run and keeps what was learnt.
        mutating func finish() async throws -> ApplyReport? {
            while try await step() {}
            guard let run else { return nil }
            let report = ApplyReport(
                changes: run.changes, requests: [:], warnings: run.check.warnings, exitStatus: run.exitStatus)
            let memory = scenario.memory
            try scenario.remember(memory.after(report, live: live, desired: scenario.desired))
            return report
        }
    }

    /// How the calendar behaves; (f) is about copies by hand, of which there are none here. With (c)
    /// both programs know it already, as from an earlier run.
    private static let behaviours: [String: @Sendable (inout FakeCalendar.State) -> Void] = [
        "plain": { _ in }, "(b) PUT keeps the external id": { $0.putChangesMarker = false },
        "(c) PUT replaces": { $0.putReplaces = true }, "(d) upsert matches nothing": { $0.upsertMatches = false },
        "(e) bulk is not atomic": { $0.isAtomic = false },
    ]

    /// Every order of two sequences, as the number of the one whose turn it is.
    private func schedules(_ first: Int, _ second: Int) -> [[Int]] {
        if first == 0 { return [Array(repeating: 1, count: second)] }
        if second == 0 { return [Array(repeating: 0, count: first)] }
        return schedules(first - 1, second).map { [0] + $0 } + schedules(first, second - 1).map { [1] + $0 }
    }

    /// Plays one schedule of GET, POST, PUT and DELETE of both; gives both programs with their reports.
    private func play(_ schedule: [Int], _ behaviour: String) async throws -> [(Scenario, ApplyReport?)] {
        var scenario = Scenario(workouts: 6)
        let switches = try #require(Self.behaviours[behaviour])
        scenario.calendar.with { switches(&$0) }
        try await scenario.applyAndRemember()
        scenario.edit("base.w1.d1") { $0.name = "New" }
        scenario.remove("base.w1.d6")
        scenario.desired.append(Scenario.workout("x", on: 30))
        var programs = [scenario, scenario].map(Program.init)
        for turn in schedule { _ = try await programs[turn].step() }
        var result: [(Scenario, ApplyReport?)] = []
        for index in programs.indices {
            let report = try await programs[index].finish()
            result.append((programs[index].scenario, report))
        }
        return result
    }

    @Test(
        "29: two runs of one commit make no duplicate in any order of their 2 x 4 requests",
        arguments: behaviours.keys.filter { !$0.hasPrefix("(d)") }.sorted())
    func sameCommit(behaviour: String) async throws {
        let all = schedules(4, 4)
        #expect(all.count == 70)
        for schedule in all {
            let ends = try await play(schedule, behaviour)
            #expect(ends.allSatisfy { $0.1.map { [0, 5].contains($0.exitStatus) } ?? false }, "\(schedule)")
            let markers = ends[0].0.calendar.events.compactMap { $0.externalID.flatMap(Marker.init)?.identifier }
            #expect(markers.count == 6 && Set(markers).count == 6, "\(schedule)")
            for (scenario, _) in ends {
                let rest = try await scenario.diff()
                #expect(rest.changes.isEmpty && rest.copies.isEmpty && rest.kept.isEmpty, "\(schedule) \(rest.kept)")
            }
            #expect(ends[0].0.event("base.w1.d1")?.name == "New")
        }
    }

    @Test("29: with an upsert that matches nothing (d) doubles are reported, and dedupe restores the calendar")
    func foreignScope() async throws {
        var doubled = 0
        for schedule in schedules(4, 4) {
            let ends = try await play(schedule, "(d) upsert matches nothing")
            var scenario = ends[0].0
            let count = scenario.calendar.events.count
            #expect((6...7).contains(count), "\(schedule)")
            let told = try await scenario.diff()
            #expect(told.changes.isEmpty && told.copies.count == count - 6, "\(schedule)")
            #expect(told.copies.allSatisfy { $0.key == "x" })
            doubled += count - 6
            try await dedupe(&scenario, expecting: count - 6)
            let markers = scenario.calendar.events.compactMap { $0.externalID.flatMap(Marker.init)?.identifier }
            #expect(markers.count == 6 && Set(markers).count == 6, "\(schedule)")
            let rest = try await scenario.diff()
            #expect(rest.changes.isEmpty && rest.copies.isEmpty && rest.kept.isEmpty, "\(schedule) \(rest.kept)")
        }
        // Where both read before either posts, both create: that many of the seventy orders.
        #expect(doubled == schedules(4, 4).count { !hasReadAfterPost($0) })
    }

    /// Whether one of the two reads after the other has posted.
    private func hasReadAfterPost(_ schedule: [Int]) -> Bool {
        let firsts = [0, 1].map { who in schedule.indices.filter { schedule[$0] == who } }
        return firsts[0][0] > firsts[1][1] || firsts[1][0] > firsts[0][1]
    }

    private func dedupe(_ scenario: inout Scenario, expecting count: Int) async throws {
        let publisher = Publisher(scenario.calendar, athlete: "i1")
        let live = try await publisher.read(scenario.window)
        let settings = ComparisonSettings(
            plan: "demo", athlete: "i1", today: scenario.today, window: scenario.window)
        let changes = ChangeSet(duplicatesIn: live, settings: settings, memory: scenario.memory)
        #expect(changes.changes.count == count && changes.changes.allSatisfy { $0.action == .delete })
        let report = await publisher.apply(changes, live: live)
        #expect(report.exitStatus == 0)
        try scenario.remember(scenario.memory.after(report, live: live, desired: []))
    }
}
