import Testing

@testable import CalendarDiff

@Suite struct MemoryTests {
    private let week = (1...4).map { Example.desired("s\($0)", on: $0) }

    private func report(_ set: ChangeSet, failing: Set<String> = []) -> ApplyReport {
        var set = set
        for index in set.changes.indices {
            let fails = failing.contains(set.changes[index].key)
            set.changes[index].result = fails ? .failed : .done
            if !fails, set.changes[index].action == .create { set.changes[index].eventID = 500 + index }
        }
        return ApplyReport(changes: set, requests: [:], exitStatus: 0)
    }

    @Test("learns what was seen and what was made, not what failed")
    func learns() {
        let live = [Example.live(week[0], id: 7)]
        let memory = Memory().after(
            report(Example.compare(week, live), failing: ["s3"]), live: live, desired: week)
        #expect(memory.records.keys.sorted() == ["s1", "s2", "s4"])
        #expect(memory.records["s1"]?.eventID == 7 && memory.records["s1"]?.fate == .present)
        #expect(memory.records["s2"]?.eventID == 500)
        #expect(memory.generation == 1)
    }

    @Test("tells what the athlete deleted from what we removed")
    func fates() {
        let known = Memory(
            records: ["s1": .init(eventID: 1), "s2": .init(eventID: 2)], generation: 4)
        let live = [Example.live(week[1], id: 2)]
        let desired = [week[0], week[2]]
        let memory = known.after(
            report(Example.compare(desired, live, memory: known)), live: live, desired: desired)
        #expect(memory.records["s1"]?.eventID == 1 && memory.records["s1"]?.fate == .deleted)
        #expect(memory.records["s2"]?.eventID == 2 && memory.records["s2"]?.fate == .removed)
        #expect(memory.generation == 5)
        let next = Example.compare(week, [Example.live(week[2], id: 500)], memory: memory)
        #expect(next.keys(.create) == ["s2", "s4"])
    }

    @Test("keeps protection after its line is gone, and drops it when the plan says so")
    func protection() {
        var desired = week
        desired[0].protect = true
        let live = week.enumerated().map { Example.live($1, id: $0 + 1) }
        var memory = Memory().after(report(Example.compare(desired, live)), live: live, desired: desired)
        memory = memory.after(
            report(Example.compare(Array(week.dropFirst()), live, memory: memory)), live: live,
            desired: Array(week.dropFirst()))
        #expect(memory.records["s1"]?.protect == true && memory.records["s1"]?.fate == .present)
        memory = memory.after(report(Example.compare(week, live, memory: memory)), live: live, desired: week)
        #expect(memory.records["s1"]?.protect == false)
    }

    @Test("a finished plan raises no rail, whatever became of its past")
    func finished() {
        let memory = Memory(
            records: Dictionary(
                uniqueKeysWithValues: week.map { event in
                    var record = Memory.Record(eventID: 1)
                    record.date = event.content.date
                    return (event.key, record)
                }))
        #expect(Example.compare(week, [], memory: memory).rails.map(\.id) == [.emptied])
        let later = Example.compare(week, [], memory: memory) { $0.today = Example.date(4) }
        #expect(later.rails.isEmpty && later.changes.isEmpty)
        let window = Example.settings.window
        #expect(memory.doubts([], plan: Example.plan, window: window, today: Example.date(0)))
        #expect(!memory.doubts([], plan: Example.plan, window: window, today: Example.date(3)))
    }

    @Test("a run that dies while it deletes doubles forgets no original")
    func intendedDedupe() {
        let known = Memory(records: ["s1": .init(eventID: 1)])
        let live = [Example.live(week[0], id: 1), Example.live(week[0], id: 2)]
        let set = ChangeSet(duplicatesIn: live, settings: Example.settings, memory: known)
        #expect(set.changes.map(\.eventID) == [2])
        #expect(known.intending(set).records["s1"] == known.records["s1"])
    }

    @Test("a run that dies while it restores does not take the athlete's copy for its own")
    func intendedRestore() throws {
        let known = Memory(records: ["s1": .init(eventID: 1, fate: .deleted)])
        let copy = Example.live(week[0], id: 7)
        let set = Example.compare(week, [copy], memory: known) { $0.restore = ["s1"] }
        #expect(set.keys(.create).contains("s1"))
        let text = try known.intending(set).json(plan: Example.plan, athlete: "i1")
        let memory = try Memory(json: text, plan: Example.plan, athlete: "i1")
        let next = Example.compare(week, [copy, Example.live(week[0], id: 9)], memory: memory)
        #expect(next.copies.map(\.eventID) == [7] && !next.keys(.create).contains("s1"))
        let alone = Example.compare(week, [copy], memory: memory)
        #expect(alone.copies.map(\.eventID) == [7] && alone.keys(.create).contains("s1"))
    }

    @Test("a run that wrote nothing, or looked at a part, is no new generation")
    func generation() {
        let live = week.enumerated().map { Example.live($1, id: $0 + 1) }
        let known = Memory(generation: 3)
        #expect(known.after(report(Example.compare(week, live)), live: live, desired: week).generation == 3)
        let part = Example.compare(week, []) { $0.filter = KeyFilter(only: ["s1"]) }
        #expect(known.after(report(part), live: [], desired: week).generation == 3)
    }
}
