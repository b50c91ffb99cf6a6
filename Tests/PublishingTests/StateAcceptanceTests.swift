import CalendarDiff
import CivilDates
import IntervalsICU
import Testing

@testable import Publishing

/// Acceptance scenarios that need a memory.
@Suite struct StateAcceptanceTests {
    private func published(_ workouts: Int = 12) async throws -> Scenario {
        var scenario = Scenario(workouts: workouts)
        try await scenario.applyAndRemember()
        return scenario
    }

    @Test("a run with nothing to do remembers nothing new, and every run leaves a state that reads back")
    func roundTrip() async throws {
        var scenario = try await published()
        #expect(scenario.memory.generation == 1 && scenario.memory.records.count == 12)
        let before = scenario.memory
        let report = try await scenario.applyAndRemember()
        #expect(report.changes.changes.isEmpty && scenario.memory == before)
    }

    @Test("13: deleted stays deleted over later runs, also under a new name; restored it has another number")
    func tombstone() async throws {
        var scenario = try await published()
        let id = try #require(scenario.event("base.w1.d3")).id
        scenario.calendar.delete(id)
        scenario.edit("base.w1.d4") { $0.name = "New" }
        let second = try await scenario.applyAndRemember()
        #expect(second.changes.kept.map(\.why) == [.deletedByAthlete] && second.exitStatus == 0)
        #expect(scenario.memory.records["base.w1.d3"]?.fate == .deleted)
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
        scenario.adjust = { $0.restore = ["base.w1.d3"] }
        let restored = try await scenario.applyAndRemember()
        #expect(restored.changes.changes.map(\.reason) == [.restored])
        #expect(try #require(scenario.event("base.w1.d3")).id != id)
        scenario.adjust = { _ in }
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
    }

    @Test("17: a calendar that shows nothing is read once more, then nothing is created or deleted")
    func emptied() async throws {
        var scenario = try await published(40)
        scenario.remove("base.w1.d1")
        scenario.calendar.with { $0.emptyReads = [$0.reads + 1, $0.reads + 2] }
        let reads = scenario.calendar.counts["GET"] ?? 0
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 4 && report.changes.rails.map(\.id) == [.emptied])
        #expect(scenario.calendar.counts["GET"] == reads + 2 && scenario.calendar.events.count == 40)
        scenario.calendar.with { $0.emptyReads = [$0.reads + 1] }
        #expect(try await scenario.applyAndRemember().changes.keys(.delete) == ["base.w1.d1"])
    }

    @Test("17: told that it was emptied on purpose, the plan is put there again")
    func refilled() async throws {
        var scenario = try await published(5)
        for event in scenario.calendar.events { scenario.calendar.delete(event.id) }
        #expect(try await scenario.applyAndRemember().exitStatus == 4)
        scenario.adjust = { $0.remoteWasEmptied = true }
        #expect(try await scenario.applyAndRemember().changes.totals.create == 5)
        #expect(scenario.calendar.events.count == 5)
    }

    @Test(
        "18: a list that is too short twice makes nothing new; what is missing counts as deleted until it shows again")
    func short() async throws {
        var scenario = try await published(10)
        scenario.calendar.with { $0.shortReads = [$0.reads + 1, $0.reads + 2] }
        let report = try await scenario.applyAndRemember()
        #expect(report.changes.changes.isEmpty && report.changes.kept.count == 5)
        let next = try await scenario.applyAndRemember()
        #expect(next.changes.changes.isEmpty && next.changes.kept.isEmpty && next.changes.unchanged == 10)
    }

    @Test("30: an older commit after a newer one is refused, and nothing is written")
    func older() async throws {
        var scenario = try await published()
        let older = scenario.desired
        scenario.edit("base.w1.d1") { $0.name = "Newer" }
        try await scenario.applyAndRemember()
        #expect(scenario.memory.generation == 2)
        scenario.desired = older
        let writes = scenario.calendar.log.count
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 4 && report.changes.rails.map(\.id) == [.generation])
        #expect(scenario.calendar.log.count == writes)
        scenario.adjust = { $0.acceptsOlder = true }
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
    }

    @Test("6: killed after any request, one clean apply with the state that it left ends as if nothing had happened")
    func killed() async throws {
        for requests in 0...9 {
            var scenario = try await published(60)
            scenario.edit("base.w1.d1") { $0.name = "Coach" }
            scenario.edit("base.w1.d2") { $0.date = Scenario.day(70) }
            scenario.remove("base.w2.d1", "base.w2.d2")
            scenario.desired += (0..<60).map { Scenario.workout("x\($0)", on: 30 + $0) }
            try await scenario.applyAndDie(after: requests)
            #expect(try await scenario.applyAndRemember().exitStatus == 0)
            let wanted = scenario.desired.map { "\($0.key) \($0.content.name) \($0.content.date)" }
            let found = scenario.calendar.events.map { event in
                let key = event.externalID.flatMap(Marker.init)?.identifier ?? ""
                return "\(key) \(event.name ?? "") \(event.startDateLocal.date)"
            }
            #expect(found.sorted() == wanted.sorted(), "after \(requests) requests")
            #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
            // What the dead run deleted is no deletion by the athlete.
            scenario.desired.append(Scenario.workout("base.w2.d1", on: 8))
            #expect(try await scenario.applyAndRemember().changes.keys(.create) == ["base.w2.d1"])
        }
    }

    @Test("31: a renamed key with a word from the author is one PUT and keeps the number; without, it is proposed")
    func renamed() async throws {
        var scenario = try await published()
        let id = try #require(scenario.event("base.w1.d3")).id
        scenario.remove("base.w1.d3")
        scenario.desired.append(Scenario.workout("base.w1.tempo", on: 3, name: "Endurance"))
        scenario.edit("base.w1.tempo") { $0.name = "Endurance base.w1.d3" }
        let proposed = try await scenario.applyAndRemember()
        #expect(proposed.changes.proposals.map(\.to) == ["base.w1.tempo"] && proposed.changes.changes.isEmpty)
        scenario.adjust = { $0.moves = [KeyMove(from: "base.w1.d3", to: "base.w1.tempo")] }
        let report = try await scenario.applyAndRemember()
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 2, "PUT": 1])
        #expect(scenario.event("base.w1.tempo")?.id == id)
        #expect(scenario.memory.records["base.w1.d3"]?.fate == .removed)
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
    }

    @Test("32: an upsert that matches nothing makes no duplicate: events are found by their marker")
    func foreignScope() async throws {
        var scenario = Scenario(workouts: 12)
        scenario.calendar.with { $0.upsertMatches = false }
        try await scenario.applyAndRemember()
        scenario.memory = Memory()
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
        #expect(scenario.calendar.events.count == 12)
    }

    @Test("(b): where an update can't change the marker, the state knows what was last applied")
    func keptMarkers() async throws {
        var scenario = try await published()
        scenario.calendar.with { $0.putChangesMarker = false }
        for name in ["First", "Second", "Third"] {
            scenario.edit("base.w1.d1") { $0.name = name }
            #expect(try await scenario.applyAndRemember().exitStatus == 0)
            #expect(scenario.event("base.w1.d1")?.name == name)
        }
        let id = try #require(scenario.event("base.w1.d1")).id
        scenario.calendar.edit(id) { $0.name = "Athlete" }
        let kept = try await scenario.applyAndRemember()
        #expect(kept.changes.changes.isEmpty && kept.changes.kept.map(\.key) == ["base.w1.d1"])
        scenario.memory = Memory()
        scenario.edit("base.w1.d1") { $0.name = "Fourth" }
        #expect(try await scenario.applyAndRemember().exitStatus == 3)
        #expect(scenario.event("base.w1.d1")?.name == "Athlete")
    }

    @Test("(b): a renamed key settles at once, with its marker of before, and is still ours without `moved`")
    func keptMarkersRenamed() async throws {
        var scenario = try await published()
        scenario.calendar.with { $0.putChangesMarker = false }
        let count = scenario.calendar.events.count
        let place = try #require(scenario.desired.firstIndex { $0.key == "base.w1.d1" })
        scenario.desired[place].key = "base.w1.first"
        scenario.adjust = { $0.moves = [KeyMove(from: "base.w1.d1", to: "base.w1.first")] }
        let renaming = try await scenario.applyAndRemember()
        #expect(renaming.exitStatus == 0 && renaming.changes.changes.map(\.reason) == [.keyMoved])
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
        scenario.desired[place].content.name = "New"
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        scenario.adjust = { _ in }
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
        #expect(scenario.calendar.events.count == count)
        #expect(scenario.calendar.events.contains { $0.name == "New" })
    }

    @Test("14: a copy of an event whose key was renamed stays the athlete's")
    func copyOfRenamed() async throws {
        var scenario = try await published()
        let own = try #require(scenario.event("base.w1.d1"))
        let copy = scenario.calendar.with { state in
            var event = own
            event.id = 9_999
            event.startDateLocal = LocalDateTime(Scenario.day(20))
            state.events[event.id] = event
            return event
        }
        let place = try #require(scenario.desired.firstIndex { $0.key == "base.w1.d1" })
        scenario.desired[place].key = "base.w1.first"
        scenario.adjust = {
            $0.moves = [KeyMove(from: "base.w1.d1", to: "base.w1.first")]
            $0.prunesEdited = true
        }
        for _ in 0..<3 { #expect(try await scenario.applyAndRemember().exitStatus == 0) }
        #expect(scenario.calendar.events.contains { $0.id == copy.id && $0.name == copy.name })
        #expect(scenario.event("base.w1.first")?.id == own.id)
    }

    @Test("33: where an update replaces the whole event, colour, text and tags survive it")
    func replacing() async throws {
        var scenario = try await published()
        scenario.calendar.with { $0.putReplaces = true }
        let id = try #require(scenario.event("base.w1.d1")).id
        scenario.calendar.edit(id) { event in
            event.color = "red"
            event.unmanaged = ["color": .string("red"), "attachments": .array([.string("map.pdf")])]
            event.tags.append("mine")
        }
        scenario.edit("base.w1.d1") { $0.name = "New" }
        scenario.edit("base.w1.d2") { $0.name = "New too" }
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.putReplaces && report.requests["PUT"] == 3)
        let event = try #require(scenario.event("base.w1.d1"))
        #expect(event.name == "New" && event.description?.isEmpty == false && event.tags.contains("mine"))
        #expect(event.unmanaged == ["color": .string("red"), "attachments": .array([.string("map.pdf")])])
        #expect(try await scenario.applyAndRemember().changes.changes.isEmpty)
    }
}
