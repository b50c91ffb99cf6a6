import CivilDates
import Testing

@testable import CalendarDiff

@Suite struct ProtectionTests {
    private func edited(_ event: DesiredEvent) -> DesiredEvent {
        var result = event
        result.content.name = "New"
        return result
    }

    @Test("past, today's and completed events are locked, whatever the plan wants")
    func locked() {
        let desired = [-1, 0, 1, 2].map { Example.desired("s\($0)", on: $0) }
        var live = desired.enumerated().map { Example.live($1, id: $0 + 1) }
        live[3].paired = true
        let changed = Example.compare(desired.map(edited), live)
        #expect(changed.locked.map(\.why) == [.past, .today, .completed])
        #expect(changed.changes.map(\.key) == ["s1"])
        let removed = Example.compare([Example.desired("other", on: 50)], live)
        #expect(removed.locked.count == 3)
        #expect(removed.keys(.delete) == ["s1"])
    }

    @Test("locked events that are as the plan wants them are simply unchanged")
    func lockedInStep() {
        let desired = [-1, 0].map { Example.desired("s\($0)", on: $0) }
        let set = Example.compare(desired, desired.enumerated().map { Example.live($1, id: $0 + 1) })
        #expect(set.locked.isEmpty && set.unchanged == 2)
    }

    @Test("today can be included, but not what is completed")
    func today() {
        let desired = [Example.desired("a", on: 0), Example.desired("b", on: 0), Example.desired("new", on: 0)]
        var live = desired.prefix(2).enumerated().map { Example.live($1, id: $0 + 1) }
        live[1].paired = true
        let set = Example.compare(desired.map(edited), live) { $0.includesToday = true }
        #expect(set.changes.map(\.key) == ["a", "new"])
        #expect(set.locked.map(\.why) == [.completed])
    }

    @Test("days can be frozen")
    func frozen() {
        let desired = [1, 2, 3].map { Example.desired("s\($0)", on: $0) }
        let live = desired.enumerated().map { Example.live($1, id: $0 + 1) }
        let set = Example.compare(desired.map(edited) + [Example.desired("new", on: 2)], live) {
            $0.limits.freezeDays = 2
        }
        #expect(set.changes.map(\.key) == ["s3"])
        #expect(set.locked.map(\.key) == ["s1", "s2"])
    }

    @Test("a workout moved onto a day that is gone leaves the calendar, unless the athlete touched it")
    func movedIntoPast() {
        let before = [Example.desired("a", on: 3), Example.desired("b", on: 3)]
        var live = before.enumerated().map { Example.live($1, id: $0 + 1) }
        live[1].content.description = "- 2h 50%"
        var after = before
        for index in after.indices { after[index].content.date = Example.date(-1) }
        let set = Example.compare(after, live)
        #expect(set.changes.map(\.reason) == [.movedIntoPast])
        #expect(set.keys(.delete) == ["a"])
        #expect(set.kept.map(\.key) == ["b"])
        after[0].protect = true
        #expect(Example.compare(after, live).changes.isEmpty)
    }

    @Test("a workout that the athlete put off stays where it is, and still gets new content")
    func postponed() {
        var desired = Example.desired("a", on: -1)
        var live = Example.live(desired)
        live.content.date = Example.date(1)
        #expect(Example.compare([desired], [live]).changes.isEmpty)
        #expect(Example.compare([desired], [live]).kept.map(\.why) == [.movedByAthlete])
        desired.content.description = "- 30m 60%"
        let set = Example.compare([desired], [live])
        #expect(set.changes.map(\.action) == [.update])
        #expect(set.changes.first.map { Set($0.fields.keys) } == [.description])
        #expect(set.changes.first?.date == Example.date(1))
    }

    @Test("a workout is not moved onto a frozen day")
    func movedIntoFreeze() {
        let live = Example.live(Example.desired("a", on: 9))
        let set = Example.compare([Example.desired("a", on: 2)], [live]) { $0.limits.freezeDays = 3 }
        #expect(set.changes.isEmpty && set.locked.map(\.why) == [.today])
    }

    private func block(from first: Int, to last: Int, name: String = "Base") -> DesiredEvent {
        var event = Example.desired("phase.base", on: first, name: name)
        event.content.category = "PLAN"
        event.content.lastDate = Example.date(last)
        return event
    }

    @Test("an event of several days counts by its last; once begun its start is not sent")
    func begun() {
        let live = Example.live(block(from: -5, to: 10))
        let set = Example.compare([block(from: -3, to: 12, name: "Base 1")], [live])
        #expect(set.changes.first.map { Set($0.fields.keys) } == [.endDate, .name])
        #expect(set.changes.first?.date == Example.date(-5))
        #expect(set.changes.first?.lastDate == Example.date(12))
        let over = Example.compare(
            [block(from: -5, to: -1, name: "Base 1")], [Example.live(block(from: -5, to: -1))])
        #expect(over.locked.map(\.why) == [.past])
    }

    @Test("an event of several days that has begun is not deleted")
    func begunRemoved() {
        let live = Example.live(block(from: -5, to: 10))
        #expect(Example.compare([Example.desired("x", on: 40)], [live]).keys(.delete) == [])
        #expect(Example.compare([block(from: -9, to: -2)], [live]).keys(.delete) == [])
    }

    @Test("the start of a block of days is not moved onto a day that is gone, its end is")
    func blockMovedBack() {
        let set = Example.compare([block(from: -2, to: 20)], [Example.live(block(from: 3, to: 10))])
        #expect(set.changes.first.map { Set($0.fields.keys) } == [.endDate])
        #expect(set.changes.first?.lastDate == Example.date(20))
    }
}
