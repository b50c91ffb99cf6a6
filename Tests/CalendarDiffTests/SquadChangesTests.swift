import CivilDates
import Testing

@testable import CalendarDiff

struct SquadChangesTests {
    @Test(
        "a run over athletes ends with 5 once one was written and another failed, else with the heaviest status",
        arguments: [
            ([0, 0], false, 0), ([0, 2], false, 2), ([0, 3, 2], false, 3), ([3, 6], false, 6), ([6, 4], false, 4),
            ([4, 1], false, 1), ([1, 65], false, 65), ([65, 130], true, 5), ([0, 1], true, 5), ([0, 4], true, 5),
            ([0, 3], true, 3), ([5, 0], false, 5), ([], false, 0), ([0, 1, 130], true, 5), ([0, 130], true, 130),
            ([5, 130], false, 130),
        ])
    func status(statuses: [Int], wroteAnything: Bool, expected: Int) {
        #expect(SquadStatus.of(statuses, wroteAnything: wroteAnything) == expected)
    }

    @Test("a squad's change sets come back from their JSON, those of athletes who failed as nothing")
    func json() throws {
        let today = try #require(CivilDate("2027-01-04"))
        var anna = AthleteChanges(athlete: "i1", name: "Anna", plan: "p")
        anna.changes = ChangeSet(
            plan: "p", athlete: "i1", today: today, window: ChangeSet.Window(oldest: today, newest: today + 7),
            planDigest: "abc")
        let ben = AthleteChanges(athlete: "i2", name: nil, plan: "p", status: 1, error: "401")
        let squad = SquadChanges([anna, ben])
        #expect(try SquadChanges(json: squad.json()) == squad)
        #expect(try squad.json().contains("\"error\" : \"401\""))
        #expect(throws: ChangeSet.ReadingError.unknownVersion("2.0")) {
            try SquadChanges(
                json: squad.json().replacing("\"format_version\" : \"1.0\"", with: "\"format_version\" : \"2.0\""))
        }
    }
}
