import Testing

@testable import Sandbox

@Suite("Summaries, groups and other views of athletes")
struct AthleteSummariesTests {
    private let coach = Desk(data: .seeded(today: Desk.today)).with(authorization: Desk.basic("coach"))

    @Test("a coach sees a row a week for everybody, whose sums are those of the activities")
    func rows() async throws {
        let rows = await coach.send("GET", "athlete/0/athlete-summary?start=2026-02-16&end=2026-03-01").rows
        #expect(rows.map { $0["athlete_id"] } == ["i2", "i2", "i1", "i1", "i3", "i3", "i4", "i4"])
        #expect(rows.map { $0["date"] }.prefix(2) == ["2026-02-16", "2026-02-23"])
        let done = await coach.send("GET", "athlete/i1/activities?oldest=2026-02-16&newest=2026-02-22").rows
        #expect(rows[2]["count"].asInteger == done.count)
        let categories = rows[2]["byCategory"].asList ?? []
        #expect(
            categories.reduce(0) { $0 + ($1["training_load"].asInteger ?? 0) } == rows[2]["training_load"].asInteger)
        let wellness = await coach.send("GET", "athlete/i1/wellness/2026-02-22").json
        #expect(rows[2]["fitness"] == wellness["ctl"])
    }

    @Test("a token and another athlete's path get one athlete only")
    func alone() async {
        #expect(Set(await coach.send("GET", "athlete/i1/athlete-summary").rows.map { $0["athlete_id"] }) == ["i1"])
        #expect(await coach.send("GET", "athlete/0/athlete-summary?start=x").status == 422)
    }

    @Test("a coach has a group of those coached; shared folders show in a profile")
    func views() async {
        let groups = await coach.send("GET", "athlete/0/groups").rows
        #expect(groups.map { $0["members"].asList?.map { $0["athlete_id"] } } == [["i1", "i3"]])
        #expect(await coach.send("GET", "athlete/i1/groups").json == [])
        #expect(await coach.send("GET", "athlete/i1/profile").json["sharedFolders"] == [])
        let folder = await coach.send("GET", "athlete/i1/folders").rows[0]["id"].asInteger ?? 0
        await coach.send("PUT", "athlete/i1/folders/\(folder)/shared-with", [["id": "i2"]])
        #expect(await coach.send("GET", "athlete/i1/profile").json["sharedFolders"].asList?.count == 1)
        #expect(await coach.send("GET", "athlete/i1/connections").json["strava_connected"] == false)
        #expect(await coach.send("GET", "athlete/i1/calendars").names == ["Default", "Club"])
    }

    @Test("settings for types that have some are refused; those for other sports stay")
    func settings() async {
        let made = await coach.send("POST", "athlete/i1/sport-settings", ["types": ["Rowing"], "lthr": 150])
        #expect(made.status == 200)
        #expect(await coach.send("POST", "athlete/i1/sport-settings", ["types": ["Ride"]]).status == 422)
        #expect(await coach.send("DELETE", "athlete/i1/sport-settings/Rowing").status == 200)
        #expect(await coach.send("DELETE", "athlete/i1/sport-settings/Other").status == 422)
    }
}
