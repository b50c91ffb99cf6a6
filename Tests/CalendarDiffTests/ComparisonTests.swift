import CivilDates
import Testing

@testable import CalendarDiff

@Suite struct ComparisonTests {
    private let week = (1...5).map { Example.desired("base.w1.s\($0)", on: $0) }

    private func published(_ events: [DesiredEvent]) -> [LiveEvent] {
        events.enumerated().map { Example.live($1, id: 100 + $0) }
    }

    @Test("an empty calendar gets what lies after today")
    func creates() throws {
        let desired = (-1...3).map { Example.desired("base.w1.s\($0 + 2)", on: $0) }
        let set = Example.compare(desired, [])
        #expect(set.keys(.create) == ["base.w1.s3", "base.w1.s4", "base.w1.s5"])
        #expect(set.totals.create == 3 && set.unchanged == 0)
        let change = try #require(set.changes.first)
        #expect(change.reason == .newInPlan)
        #expect(Set(change.fields.keys) == Set(EventField.allCases))
        #expect(change.fields.values.allSatisfy { $0.before == nil })
        #expect(change.fingerprint == nil && change.eventID == nil)
    }

    @Test("a calendar in step gives an empty set")
    func inStep() {
        let set = Example.compare(week, published(week) + [Example.foreign(id: 7, on: 3)])
        #expect(set.changes.isEmpty && set.kept.isEmpty && set.conflicts.isEmpty && set.locked.isEmpty)
        #expect(set.unchanged == 5 && set.unowned == 1 && set.rails.isEmpty)
    }

    @Test("the order of the input does not show in the result")
    func order() {
        var live = published(week)
        live[0].content.name = "Edited"
        live[3].content.date = Example.date(9)
        let desired = Array(week.dropLast(2)) + [Example.desired("new", on: 4)]
        let set = Example.compare(desired, live)
        #expect(set == Example.compare(desired.reversed(), live.reversed()))
        #expect(set.changes.map(\.key) == ["new", "base.w1.s5"])
        #expect(set.kept.map(\.key) == ["base.w1.s1", "base.w1.s4"])
    }

    @Test("keys too long for a marker are found again")
    func shortened() {
        let key = String(repeating: "very-long-phase-name.", count: 4) + "long"
        let desired = [Example.desired(key)]
        #expect(Example.compare(desired, published(desired)).unchanged == 1)
    }

    @Test("a moved date is a date change, anything else a content change")
    func reasons() {
        var desired = Array(week.prefix(2))
        let live = published(desired)
        desired[0].content.date = Example.date(8)
        desired[1].content.date = Example.date(9)
        desired[1].content.name = "New"
        let set = Example.compare(desired, live)
        #expect(set.changes.map(\.reason) == [.dateChanged, .contentChanged])
        #expect(set.changes.map(\.eventID) == [100, 101])
        #expect(set.changes.map { $0.fields.count } == [1, 2])
        #expect(set.changes[0].date == Example.date(8))
    }

    @Test("an untouched event that left the plan is deleted, an edited one kept unless told otherwise")
    func leftovers() {
        var live = published(week)
        live[1].content.description = "- 2h 60%"
        live[2].content.date = Example.date(20)
        let set = Example.compare([week[0]], live)
        #expect(set.keys(.delete) == ["base.w1.s4", "base.w1.s5"])
        #expect(set.kept.map(\.why) == [.editedByAthlete, .movedByAthlete])
        #expect(set.changes.allSatisfy { $0.reason == .removedFromPlan && $0.marker == nil })
        let pruned = Example.compare([week[0]], live) { $0.prunesEdited = true }
        #expect(pruned.keys(.delete).count == 4 && pruned.kept.isEmpty)
    }

    @Test("figures that the service computed do not make an event edited")
    func computedFigures() {
        var live = published(week)
        live[1].content.load = 55
        live[1].content.duration = 3600
        live[1].content.time = ClockTime(hour: 18, minute: 0)
        #expect(Example.compare([week[0]], live).keys(.delete).contains("base.w1.s2"))
    }

    @Test("other people's and other plans' events are never read into the set")
    func foreign() {
        let others = [
            Example.foreign(id: 1, on: 1), Example.live(week[0], id: 2, plan: "other"),
            LiveEvent(id: 3, externalID: "tp1:demo:broken", content: week[1].content),
            LiveEvent(id: 4, externalID: "cycling-coach:9", content: week[2].content),
        ]
        let set = Example.compare([Example.desired("x", on: 30)], others)
        #expect(set.keys(.create) == ["x"] && set.changes.count == 1)
        #expect(set.unowned == 4 && set.copies.isEmpty)
    }

    @Test("of two events with one key the lower number is ours, the other a copy left alone")
    func copies() {
        let live = [Example.live(week[0], id: 9), Example.live(week[0], id: 5)]
        let set = Example.compare([week[0]], live)
        #expect(set.copies.map(\.eventID) == [9])
        #expect(set.unchanged == 1 && set.changes.isEmpty)
        let gone = Example.compare([week[1]], live)
        #expect(gone.changes.filter { $0.action == .delete }.map(\.eventID) == [5])
    }

    @Test("an event by the same name on the same day is not doubled, nor is a race")
    func standins() {
        var race = Example.desired("race.a", on: 5, name: "Gran fondo")
        race.content.category = "RACE_A"
        let live = [
            Example.foreign(id: 1, on: 1, name: " Endurance "), Example.foreign(id: 2, on: 2),
            Example.foreign(id: 3, on: 5, name: "My race", category: "RACE_B"),
        ]
        let set = Example.compare([week[0], week[1], race], live)
        #expect(set.keys(.create) == ["base.w1.s2"])
        #expect(set.standins.map(\.why) == [.sameWorkout, .sameRace])
        #expect(set.standins.map(\.eventID) == [1, 3])
    }

    @Test("a filter neither writes nor deletes outside")
    func filtered() {
        var desired = Array(week.prefix(4))
        let live = published(week)
        for index in desired.indices { desired[index].content.name = "New" }
        let byKey = Example.compare(desired, live) { $0.filter = KeyFilter(only: ["*.s1,*.s2"]) }
        #expect(byKey.changes.map(\.key) == ["base.w1.s1", "base.w1.s2"] && byKey.isFiltered)
        let byDate = Example.compare(desired, live) { $0.filter = KeyFilter(from: Example.date(4)) }
        #expect(byDate.changes.map(\.key) == ["base.w1.s4", "base.w1.s5"])
        #expect(byDate.keys(.delete) == ["base.w1.s5"])
    }

    @Test("what moves to a day that is gone leaves the calendar only where its day there is looked at")
    func filteredLeaving() {
        let live = published(week)
        var desired = week
        desired[3].content.date = Example.date(-3)
        func deletes(_ adjust: (inout ComparisonSettings) -> Void) -> [String] {
            Example.compare(desired, live) { adjust(&$0) }.keys(.delete)
        }
        #expect(deletes { _ in } == ["base.w1.s4"])
        #expect(deletes { $0.filter = KeyFilter(to: Example.date(0)) } == [])
        #expect(deletes { $0.filter = KeyFilter(from: Example.date(1)) } == ["base.w1.s4"])
        #expect(deletes { $0.until = Example.date(2) } == [])
        #expect(deletes { $0.filter = KeyFilter(only: ["*.s1"]) } == [])
    }

    @Test("what was there and is gone stays gone until it is restored")
    func tombstones() {
        let memory = Memory(records: ["base.w1.s1": .init(eventID: 100), "base.w1.s2": .init(eventID: 101)])
        let live = Array(published(week).dropFirst(2))
        let set = Example.compare(week, live, memory: memory)
        #expect(set.changes.isEmpty)
        #expect(set.kept.map(\.why) == [.deletedByAthlete, .deletedByAthlete])
        #expect(set.kept.map(\.eventID) == [100, 101])
        let restored = Example.compare(week, live, memory: memory) { $0.restore = ["base.w1.s2"] }
        #expect(restored.changes.map(\.reason) == [.restored] && restored.kept.count == 1)
    }

    @Test("what we deleted ourselves may come again, and what bears its marker is a copy")
    func removed() {
        let memory = Memory(records: ["base.w1.s1": .init(eventID: 100, fate: .removed)])
        let copy = Example.live(week[0], id: 105)
        let set = Example.compare([week[0]], [copy], memory: memory)
        #expect(set.changes.map(\.reason) == [.newInPlan] && set.copies.map(\.eventID) == [105])
        #expect(set.changes.map(\.besideCopy) == [true])
        let gone = Example.compare([week[1]], [copy], memory: memory)
        #expect(gone.keys(.delete).isEmpty)
    }

    @Test("an event with another number than recorded is a copy")
    func recordedNumber() {
        let memory = Memory(records: ["base.w1.s1": .init(eventID: 100)])
        let set = Example.compare([week[0]], [Example.live(week[0], id: 5)], memory: memory)
        #expect(set.copies.map(\.eventID) == [5])
        #expect(set.kept.map(\.why) == [.deletedByAthlete])
    }

    @Test("what the plan protects is not deleted, after its line is gone neither")
    func protected() {
        let memory = Memory(records: ["base.w1.s2": .init(eventID: 101, protect: true)])
        let set = Example.compare([week[0]], published(Array(week.prefix(2))), memory: memory)
        #expect(set.changes.isEmpty && set.kept.map(\.why) == [.protected])
    }

    @Test("to fail on a conflict refuses the whole set, for one key or all")
    func failing() {
        var (desired, live) = (week, published(week))
        desired[0].content.name = "Coach"
        live[0].content.name = "Athlete"
        #expect(!Example.compare(desired, live).isRefused)
        #expect(Example.compare(desired, live).exitStatus == 3)
        #expect(Example.compare(desired, live) { $0.onConflict = .fail }.isRefused)
        #expect(Example.compare(desired, live) { $0.onConflictByKey = ["base.w1.s1": .fail] }.isRefused)
        #expect(!Example.compare(desired, live) { $0.onConflictByKey = ["base.w1.s2": .fail] }.isRefused)
    }

    @Test("the digest follows the plan and nothing else")
    func digest() {
        let set = Example.compare(week, [])
        #expect(
            set.planDigest
                == Example.compare(week.reversed(), published(week)) { $0.today = Example.date(3) }.planDigest)
        var changed = week
        changed[2].content.description += "- 5m 50%\n"
        #expect(Example.compare(changed, []).planDigest != set.planDigest)
    }

    @Test("many events of others do not hide the few changes")
    func many() {
        let desired = (0..<2_000).map { Example.desired("k\($0)", on: 1 + $0 % 300) }
        var live = published(desired)
        live.removeLast(10)
        let foreign = (0..<8_000).map { Example.foreign(id: 20_000 + $0, on: $0 % 300) }
        let set = Example.compare(desired, live + foreign)
        #expect(set.changes.count == 10 && set.unchanged == 1_990 && set.unowned == 8_000)
    }
}
