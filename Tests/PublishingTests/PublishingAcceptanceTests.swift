import CalendarDiff
import CivilDates
import IntervalsICU
import Testing

@testable import Publishing

/// The publisher's acceptance scenarios on a healthy service; the numbers are those of the list in the documentation.
@Suite struct PublishingAcceptanceTests {
    @Test("1: after an apply the next one has nothing to do and sends one GET")
    func second() async throws {
        let scenario = Scenario(workouts: 10)
        let (one, two) = (try await scenario.diff(), try await scenario.diff())
        #expect(try one.json() == two.json())
        #expect(try await scenario.apply().exitStatus == 0)
        let report = try await scenario.apply()
        #expect(report.changes.changes.isEmpty && report.exitStatus == 0)
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 1])
    }

    @Test("2: a diff writes nothing")
    func preview() async throws {
        let scenario = Scenario(workouts: 10)
        #expect(try await scenario.diff().totals.create == 10)
        #expect(scenario.calendar.log.isEmpty)
    }

    @Test("3: 72 workouts take one GET and two POSTs, and every marker comes back")
    func firstPublish() async throws {
        let scenario = Scenario(workouts: 72)
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0)
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 1, "POST": 2])
        #expect(scenario.calendar.events.count == 72)
        #expect(report.changes.changes.allSatisfy { $0.result == .done && $0.eventID != nil })
        let markers = Set(report.changes.changes.map(\.marker))
        #expect(Set(scenario.calendar.events.map(\.externalID)) == markers && markers.count == 72)
        #expect(report.readBack.isEmpty && report.warnings.isEmpty)
    }

    @Test("8: a calendar in step needs no state: nothing is written")
    func withoutState() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        scenario.memory = Memory()
        #expect(try await scenario.apply().changes.changes.isEmpty)
    }

    @Test("10: a workout that the athlete moved keeps its date, new content arrives all the same")
    func moved() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        scenario.calendar.move(event.id, by: 2)
        #expect(try await scenario.apply().changes.changes.isEmpty)
        scenario.edit("base.w1.d3") { $0.description = "- 90m 60%\n" }
        let report = try await scenario.apply()
        #expect(report.changes.changes.map(\.action) == [.update] && report.exitStatus == 0)
        let after = try #require(scenario.event("base.w1.d3"))
        #expect(after.id == event.id && after.description == "- 90m 60%\n")
        #expect(after.startDateLocal.date == Scenario.day(5))
        #expect(try await scenario.apply().changes.changes.isEmpty)
    }

    @Test("11: the athlete edited the description, the plan the name: both survive")
    func merged() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        scenario.calendar.edit(event.id) { $0.description = "- 20m 50%\n" }
        scenario.edit("base.w1.d3") { $0.name = "Tempo" }
        try await scenario.apply()
        let after = try #require(scenario.event("base.w1.d3"))
        #expect(after.name == "Tempo" && after.description == "- 20m 50%\n")
    }

    @Test("12: both changed the same field: exit 3, the event as it was, others applied")
    func conflict() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        scenario.calendar.edit(event.id) { $0.name = "Mine" }
        scenario.edit("base.w1.d3") { $0.name = "Tempo" }
        scenario.edit("base.w1.d4") { $0.name = "Long" }
        let before = scenario.event("base.w1.d3")
        let report = try await scenario.apply()
        #expect(report.exitStatus == 3 && report.changes.changes.map(\.key) == ["base.w1.d4"])
        #expect(scenario.event("base.w1.d3") == before)
        #expect(try await scenario.apply().exitStatus == 3)
        scenario.adjust = { $0.onConflict = .fail }
        scenario.edit("base.w1.d5") { $0.name = "Not yet" }
        #expect(try await scenario.apply().exitStatus == 3)
        #expect(scenario.event("base.w1.d5")?.name != "Not yet")
    }

    @Test("12: decided for the plan or for the athlete, a conflict is over", arguments: [ConflictPolicy.ours, .theirs])
    func decided(policy: ConflictPolicy) async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        scenario.calendar.edit(event.id) { $0.name = "Mine" }
        scenario.edit("base.w1.d3") { $0.name = "Tempo" }
        scenario.adjust = { $0.onConflictByKey = ["base.w1.d3": policy] }
        #expect(try await scenario.apply().exitStatus == 0)
        #expect(scenario.event("base.w1.d3")?.name == (policy == .ours ? "Tempo" : "Mine"))
        scenario.adjust = { _ in }
        let next = try await scenario.apply()
        #expect(next.exitStatus == 0 && next.changes.changes.isEmpty)
        #expect(next.changes.kept.count == (policy == .ours ? 0 : 1))
    }

    @Test("13: what the athlete deleted stays away until it is restored, then with a new number")
    func deleted() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        scenario.memory = Memory(records: ["base.w1.d3": .init(eventID: event.id)])
        scenario.calendar.delete(event.id)
        let report = try await scenario.apply()
        #expect(report.changes.changes.isEmpty && report.changes.kept.map(\.why) == [.deletedByAthlete])
        scenario.adjust = { $0.restore = ["base.w1.d3"] }
        #expect(try await scenario.apply().changes.changes.map(\.reason) == [.restored])
        #expect(try #require(scenario.event("base.w1.d3")).id != event.id)
    }

    @Test("14: a copy is left alone, also after the original left the file and the calendar")
    func copied() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        let copy = try #require(scenario.calendar.copy(event.id, by: 7))
        let before = scenario.calendar.with { $0.events[copy] }
        scenario.edit("base.w1.d3") { $0.name = "Changed" }
        #expect(try await scenario.apply().changes.copies.map(\.eventID) == [copy])
        scenario.remove("base.w1.d3")
        try await scenario.apply()
        #expect(scenario.calendar.with { $0.events[event.id] } == nil)
        #expect(try await scenario.apply().changes.changes.isEmpty)
        #expect(scenario.calendar.with { $0.events[copy] } == before)
    }

    @Test("14: what is restored is made beside a copy of it, which stays as it is")
    func restoredBesideCopy() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let event = try #require(scenario.event("base.w1.d3"))
        let copy = try #require(scenario.calendar.copy(event.id, by: 7))
        scenario.calendar.delete(event.id)
        scenario.memory = Memory(records: ["base.w1.d3": .init(eventID: event.id)])
        let before = scenario.calendar.with { $0.events[copy] }
        scenario.adjust = { $0.restore = ["base.w1.d3"] }
        scenario.calendar.with { $0.faults = [2: .lost] }
        #expect(try await scenario.apply().changes.changes.map(\.result) == [.failed])
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0 && report.changes.changes.first?.eventID != copy)
        #expect(scenario.calendar.events.count == 11)
        #expect(scenario.calendar.with { $0.events[copy] } == before)
    }

    @Test("15: the athlete's own workout of that day and name is neither touched nor doubled")
    func own() async throws {
        let scenario = Scenario(workouts: 3)
        let name = scenario.desired[1].content.name
        let id = scenario.calendar.enter(name, on: Scenario.day(2))
        let before = scenario.calendar.with { $0.events[id] }
        let report = try await scenario.apply()
        #expect(report.changes.standins.map(\.eventID) == [id] && report.changes.totals.create == 2)
        #expect(scenario.calendar.with { $0.events[id] } == before)
        #expect(scenario.calendar.events.count == 3)
    }

    @Test("15: no race is put beside one that the athlete entered")
    func ownRace() async throws {
        var scenario = Scenario(workouts: 3)
        scenario.edit("base.w1.d2") { $0.category = "RACE_A" }
        scenario.calendar.enter("The big one", on: Scenario.day(2), category: "RACE_B")
        #expect(try await scenario.apply().changes.standins.map(\.why) == [.sameRace])
    }

    @Test("16: a plan that wants nothing is refused with 4 and no write")
    func empty() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        let writes = scenario.calendar.log.count
        scenario.desired = []
        #expect(try await scenario.apply().exitStatus == 4)
        #expect(scenario.calendar.log.count == writes)
    }

    @Test("18: a list that is too short makes nothing new where it is known what was there")
    func shortList() async throws {
        var scenario = Scenario(workouts: 10)
        try await scenario.apply()
        var records: [String: Memory.Record] = [:]
        for event in scenario.calendar.events {
            records[try #require(event.externalID.flatMap(Marker.init)).identifier] = .init(eventID: event.id)
        }
        scenario.memory = Memory(records: records)
        for event in scenario.calendar.events.prefix(5) { scenario.calendar.delete(event.id) }
        let report = try await scenario.apply()
        #expect(report.changes.totals.create == 0 && report.changes.kept.count == 5)
    }

    @Test("19: deleting 26 % of our own among 200 others is refused until the number is acknowledged")
    func manyDeletes() async throws {
        var scenario = Scenario(workouts: 100)
        for index in 0..<200 { scenario.calendar.enter("Mine \(index)", on: Scenario.day(1 + index % 100)) }
        try await scenario.apply()
        let writes = scenario.calendar.log.count
        scenario.desired.removeLast(26)
        #expect(try await scenario.apply().exitStatus == 4)
        scenario.adjust = { $0.limits.expectedDeletes = 25 }
        #expect(try await scenario.apply().exitStatus == 4)
        #expect(scenario.calendar.log.count == writes)
        scenario.adjust = { $0.limits.expectedDeletes = 26 }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0 && scenario.calendar.events.count == 274)
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 2, "DELETE": 1])
    }

    @Test("20: a past, a today's and a completed workout that left the file stay")
    func history() async throws {
        var scenario = Scenario(workouts: 20)
        try await scenario.apply()
        scenario.today = Scenario.day(2)
        let completed = try #require(scenario.event("base.w1.d5"))
        scenario.calendar.edit(completed.id) { $0.pairedActivityID = "i77" }
        scenario.remove("base.w1.d1", "base.w1.d2", "base.w1.d5", "base.w1.d6")
        let report = try await scenario.apply()
        #expect(report.changes.locked.map(\.why) == [.past, .today, .completed])
        #expect(report.changes.changes.map(\.key) == ["base.w1.d6"])
        #expect(scenario.calendar.events.count == 19)
    }

    @Test("21: the lock follows the athlete's date, whatever day it is for the coach")
    func dateOfTheAthlete() async throws {
        var scenario = Scenario(workouts: 4)
        try await scenario.apply()
        scenario.edit("base.w1.d1") { $0.name = "New" }
        scenario.today = Scenario.day(1)
        #expect(try await scenario.apply().changes.locked.map(\.why) == [.today])
        scenario.today = Scenario.day(0)
        #expect(try await scenario.apply().changes.totals.update == 1)
    }

    @Test("25: what the service fills in, reformats or touches is no difference")
    func noise() async throws {
        let scenario = Scenario(workouts: 5)
        try await scenario.apply()
        for event in scenario.calendar.events {
            scenario.calendar.edit(event.id) { event in
                event.updated = "2031-01-01T00:00:00Z"
                event.description = event.description.map { $0.replacing("\n", with: " \r\n") + "\n" }
                (event.ctl, event.atl, event.intensity, event.color) = (50, 60, 70, "green")
                event.name = event.name.map { $0 + " " }
                event.distance = 0
                event.uid = "x"
            }
        }
        #expect(try await scenario.apply().changes.changes.isEmpty)
        #expect(try await scenario.apply().changes.kept.isEmpty)
    }

    @Test("a mixed apply takes 1 GET, the creates in chunks, a PUT each, one delete and one GET to read back")
    func mixed() async throws {
        var scenario = Scenario(workouts: 20)
        try await scenario.apply()
        scenario.remove("base.w3.d1", "base.w3.d2")
        scenario.edit("base.w1.d1") { $0.name = "Coach" }
        scenario.edit("base.w1.d2") { $0.date = Scenario.day(40) }
        scenario.desired += (0..<60).map { Scenario.workout("build.d\($0)", on: 41 + $0) }
        let report = try await scenario.apply()
        #expect(report.exitStatus == 0)
        #expect(report.requests.filter { $0.value > 0 } == ["GET": 2, "POST": 2, "PUT": 2, "DELETE": 1])
        #expect(scenario.calendar.log.suffix(5).map(\.method) == ["POST", "POST", "PUT", "PUT", "DELETE"])
        #expect(try await scenario.apply().changes.changes.isEmpty)
    }
}
