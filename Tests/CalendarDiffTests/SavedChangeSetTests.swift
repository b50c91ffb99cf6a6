import Testing

@testable import CalendarDiff

@Suite struct SavedChangeSetTests {
    private let week = (1...4).map { Example.desired("s\($0)", on: $0) }

    @Test("what is unchanged is confirmed, what nobody asked for is left out")
    func confirmed() throws {
        let live = week.dropLast().enumerated().map { Example.live($1, id: $0 + 1) }
        let saved = Example.compare(week, live) { $0.filter = KeyFilter(only: ["s4"]) }
        var edited = live
        edited[0].content.name = "Athlete"
        let fresh = Example.compare(week, edited)
        #expect(try saved.confirmed(by: fresh).keys(.create) == ["s4"])
        #expect(!saved.isDone(on: live))
        #expect(saved.isDone(on: live + [Example.live(week[3], id: 9)]))
    }

    @Test("a day, a generation, a plan or an event that moved on makes it stale")
    func stale() {
        var desired = week
        desired[0].content.name = "New"
        let live = week.enumerated().map { Example.live($1, id: $0 + 1) }
        let saved = Example.compare(desired, live)
        var touched = live
        touched[0].paired = true
        for fresh in [
            Example.compare(desired, live) { $0.today = Example.date(-1) },
            Example.compare(desired, live, memory: Memory(generation: 2)),
            Example.compare(week, live), Example.compare(desired, touched),
            Example.compare(desired, live) { $0.athlete = "i2" },
        ] {
            #expect(throws: StaleChangeSet.self) { try saved.confirmed(by: fresh) }
        }
        #expect(throws: Never.self) { try saved.confirmed(by: Example.compare(desired, live)) }
    }

    @Test("exact doubles go, copies on other days and completed ones stay")
    func duplicates() {
        var live = week.enumerated().map { Example.live($1, id: $0 + 1) }
        live.append(Example.live(week[0], id: 10))
        live.append(Example.live(week[1], id: 11))
        live.append(Example.live(week[2], id: 12))
        live[5].content.date = Example.date(20)
        live[6].paired = true
        let set = ChangeSet(duplicatesIn: live, settings: Example.settings, memory: Memory())
        #expect(set.changes.map(\.eventID) == [10] && set.copies.map(\.eventID) == [12, 11])
        #expect(set.rails.isEmpty && !set.raisesGeneration)
    }
}
