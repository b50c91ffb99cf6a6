import Testing

@testable import Sandbox

@Suite("Activities")
struct ActivitiesTests {
    private func manual(_ date: String, _ members: [String: JSONValue] = [:]) -> JSONValue {
        let body: JSONValue = ["type": "Ride", "start_date_local": .text(date + "T10:00:00"), "icu_training_load": 50]
        return body.with(members)
    }

    @Test("the list is newest first, within its days and limit, and needs a first day")
    func list() async {
        let desk = Desk()
        for date in ["2026-02-01", "2026-02-03", "2026-02-02"] {
            await desk.send("POST", "athlete/0/activities/manual", manual(date, ["name": .text(date)]))
        }
        #expect(await desk.send("GET", "athlete/0/activities").status == 422)
        #expect(await desk.send("GET", "athlete/0/activities?oldest=2026-02-02").names == ["2026-02-03", "2026-02-02"])
        #expect(await desk.send("GET", "athlete/0/activities?oldest=2026-01-01&limit=1").names == ["2026-02-03"])
        #expect(
            await desk.send("GET", "athlete/0/activities?oldest=2026-01-01&newest=2026-02-01&fields=name").rows == [
                ["name": "2026-02-01"]
            ])
        #expect(await desk.raw("GET", "athlete/0/activities.csv").status == 200)
    }

    @Test("mark-done makes a manual activity that is paired with the event")
    func markDone() async throws {
        let desk = Desk()
        let id = try await desk.create(ride().with(["icu_training_load": 40, "moving_time": 3600]))[0]
        let activity = await desk.send("POST", "athlete/0/events/\(id)/mark-done").json
        #expect(activity["source"] == "MANUAL")
        #expect(activity["paired_event_id"] == .integer(id))
        #expect(activity["icu_training_load"] == 40)
        #expect(await desk.send("GET", "athlete/0/events/\(id)").json["paired_activity_id"] == activity["id"])
        #expect(await desk.sandbox.event(id)?.isPaired == true)
    }

    @Test("pairing lives on the activity; writing it to an event does nothing")
    func pairing() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        let activity = await desk.send("POST", "athlete/0/activities/manual", manual("2026-03-03")).json
        let path = "activity/\(activity["id"].asText ?? "")"
        await desk.send("PUT", "athlete/0/events/\(id)", ["paired_activity_id": activity["id"]])
        #expect(await desk.sandbox.event(id)?.isPaired == false)
        await desk.send("PUT", path, ["paired_event_id": .integer(id)])
        #expect(await desk.sandbox.event(id)?.isPaired == true)
        await desk.send("PUT", path, ["paired_event_id": -1])
        #expect(await desk.sandbox.event(id)?.isPaired == false)
        #expect(await desk.send("DELETE", path).status == 200)
        #expect(await desk.send("GET", path).status == 404)
    }

    @Test("another athlete's activity is 403")
    func foreign() async {
        let desk = Desk(data: CallerTests.data)
        let id = await desk.send("POST", "athlete/0/activities/manual", manual("2026-03-01")).json["id"].asText ?? ""
        let third = desk.with(authorization: Desk.basic("third"))
        #expect(await third.send("GET", "activity/\(id)").status == 403)
        #expect(await desk.with(authorization: Desk.basic("coach")).send("GET", "activity/\(id)").status == 200)
    }
}
