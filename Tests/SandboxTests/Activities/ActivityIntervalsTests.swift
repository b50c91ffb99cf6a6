import Testing

@testable import Sandbox

@Suite("Intervals of activities")
struct ActivityIntervalsTests {
    @Test("a session done as planned has the workout's parts, like ones in groups")
    func parts() async throws {
        let desk = Desk()
        let id = try await desk.create(ride("2026-03-03", ["description": "- 10m 60%\n\n3x\n- 2m 110%\n- 2m 50%\n"]))[0]
        let done = await desk.send("POST", "athlete/0/events/\(id)/mark-done").json
        let number = try #require(done["id"].asText)
        #expect(done["icu_intervals"] == .null)
        let answer = await desk.send("GET", "activity/\(number)?intervals=true").json
        let intervals = answer["icu_intervals"].asList ?? []
        #expect(intervals.map { $0["moving_time"] } == [600, 120, 120, 120, 120, 120, 120])
        #expect(intervals.map { $0["type"] }.filter { $0 == "WORK" }.count == 3)
        #expect(intervals[1]["average_watts"].asInteger == 275)
        #expect(answer["icu_groups"].asList?.map { $0["count"] } == [1, 3, 3])
        #expect(await desk.send("GET", "activity/\(number)/intervals").json["icu_intervals"] == answer["icu_intervals"])
    }

    @Test("activities are found by number, by name and by tag, and around one another")
    func found() async throws {
        let desk = Desk()
        let days = ["2026-02-20", "2026-02-21", "2026-02-22"]
        let bodies = days.map { day -> JSONValue in
            ["start_date_local": .text(day + "T08:00:00"), "type": "Run", "name": .text("Run \(day)"), "tags": ["t"]]
        }
        let made = await desk.send("POST", "athlete/0/activities/manual/bulk", .list(bodies)).rows.compactMap {
            $0["id"].asText
        }
        #expect(made.count == 3)
        #expect(await desk.send("GET", "athlete/0/activities/\(made[2]),\(made[0]),i9").rows.count == 2)
        #expect(await desk.send("GET", "athlete/0/activities/search?q=02-21").names == ["Run 2026-02-21"])
        #expect(await desk.send("GET", "athlete/0/activities/search-full?q=%23t&limit=2").rows.count == 2)
        #expect(await desk.send("GET", "athlete/0/activities-around?activity_id=\(made[0])&limit=1").rows.count == 2)
        #expect(await desk.send("GET", "athlete/0/activity-tags").json == ["t"])
    }

    @Test("an activity from Strava is a stub, and its load counts all the same")
    func strava() async throws {
        let desk = Desk()
        let body: JSONValue = [
            "start_date_local": "2026-03-01T08:00:00", "type": "Ride", "name": "S", "source": "STRAVA",
            "icu_training_load": 90, "moving_time": 3600,
        ]
        let id = try #require(await desk.send("POST", "athlete/0/activities/manual", body).json["id"].asText)
        let shown = await desk.send("GET", "activity/\(id)").json
        #expect(
            Set(shown.asObject?.keys.map(\.self) ?? []) == [
                "id", "icu_athlete_id", "start_date_local", "source", "_note",
            ])
        #expect(await desk.send("GET", "athlete/0/wellness/2026-03-01").json["ctlLoad"] == .number(90))
    }
}
