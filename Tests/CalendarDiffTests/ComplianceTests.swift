import CivilDates
import Testing

@testable import CalendarDiff

/// The days of a plan of two weeks, as of its second Wednesday.
struct ComplianceTests {
    private let monday = CivilDate("2027-01-04") ?? CivilDate(daysSinceEpoch: 0)

    private func planned(_ key: String, _ day: Int, event: Int? = nil, family: String = "Ride") -> PlannedSession {
        var session = PlannedSession(key: key, date: monday + day, name: key)
        (session.type, session.family, session.load, session.eventID) = (family, family, 50, event)
        return session
    }

    private func done(_ id: String, _ day: Int, event: Int? = nil, family: String = "Ride") -> DoneSession {
        var session = DoneSession(id: id, date: monday + day)
        (session.type, session.family, session.load, session.eventID) = (family, family, 60, event)
        return session
    }

    private func compliance(
        _ planned: [PlannedSession], _ done: [DoneSession], excused: [Int] = []
    ) -> Compliance {
        Compliance(
            planned: planned, done: done, excused: Set(excused.map { monday + $0 }), today: monday + 9,
            weekStarts: [monday, monday + 7])
    }

    @Test("the service's own pair counts first, whatever the day")
    func pairs() {
        let result = compliance([planned("a", 1, event: 7), planned("b", 2, event: 8)], [done("x", 2, event: 7)])
        #expect(result.sessions.map(\.status) == [.shifted, .missed])
        #expect(result.sessions[0].shiftDays == 1)
    }

    @Test("an activity that nothing is paired with stands for the session of its day and sport")
    func sameDay() {
        let result = compliance(
            [planned("run", 1, family: "Run"), planned("ride", 1)], [done("x", 1), done("y", 1, family: "Swim")])
        #expect(result.sessions.map(\.status) == [.onTime, .missed])
        #expect(result.sessions.map(\.planned.key) == ["ride", "run"])
        #expect(result.unplanned.map(\.id) == ["y"])
    }

    @Test("then for the nearest session of its week, never of another")
    func sameWeek() {
        let result = compliance([planned("a", 0), planned("b", 4)], [done("x", 5), done("y", 8)])
        #expect(result.sessions.map(\.status) == [.shifted, .missed])
        let near = compliance([planned("b", 4)], [done("x", 1), done("y", 5)])
        #expect(near.sessions[0].done?.id == "y")
        #expect(near.unplanned.map(\.id) == ["x"])
    }

    @Test("an activity of another event never stands for a session")
    func foreignPair() {
        let result = compliance([planned("a", 1)], [done("x", 1, event: 99)])
        #expect(result.sessions[0].status == .missed)
        #expect(result.unplanned.count == 1)
    }

    @Test("excused sessions are out of the share, and today is still to come")
    func share() {
        let result = compliance(
            [planned("a", 1), planned("b", 2), planned("c", 3), planned("d", 9)], [done("x", 1)], excused: [2])
        #expect(result.sessions.map(\.status) == [.onTime, .excused, .missed, .upcoming])
        #expect(result.totals.share == 0.5)
        #expect(result.dueLoad == 100)
        #expect(result.counts(ofWeek: monday).plannedLoad == 150)
        #expect(result.counts(ofWeek: monday).doneLoad == 60)
        #expect(compliance([planned("d", 9)], []).totals.share == nil)
    }
}
