import Testing

@testable import Sandbox

@Suite("Deleting events")
struct EventDeletionTests {
    @Test("deleting answers an empty object, and a missing event is 404")
    func one() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        let answer = await desk.send("DELETE", "athlete/0/events/\(id)")
        #expect(answer.status == 200)
        #expect(answer.json == [:])
        #expect(await desk.send("DELETE", "athlete/0/events/\(id)").status == 404)
        #expect(await desk.send("GET", "athlete/0/events/\(id)").status == 404)
        #expect(await desk.send("DELETE", "athlete/0/events/x").status == 422)
    }

    @Test("others made by the same call go too, not before a day")
    func others() async throws {
        let desk = Desk()
        try await desk.create(ride("2026-03-20"))
        let rows = await desk.send(
            "POST", "athlete/0/events/bulk", [ride("2026-03-03"), ride("2026-03-04"), ride("2026-03-05")]
        ).rows
        let id = rows[2]["id"].asInteger ?? 0
        await desk.send("DELETE", "athlete/0/events/\(id)?others=true&notBefore=2026-03-04")
        #expect(await desk.sandbox.events().map(\.day) == [day("2026-03-20"), day("2026-03-03")])
    }

    @Test("a span is deleted by category, and without an end it is all future")
    func range() async throws {
        let desk = Desk()
        try await desk.create(ride("2026-03-03"), note("2026-03-04"), ride("2027-03-05"), ride("2026-03-01"))
        let response = await desk.raw("DELETE", "athlete/0/events?oldest=2026-03-02&category=WORKOUT")
        #expect(response.status == 200)
        #expect(response.body.isEmpty)
        #expect(await desk.sandbox.events().map(\.name) == ["Note", "Ride"])
        #expect(await desk.send("DELETE", "athlete/0/events?oldest=2026-03-02").status == 422)
        #expect(await desk.send("DELETE", "athlete/0/events?category=NOTE").status == 422)
    }

    @Test("a list is deleted by id or external id, which wins, and unknown ones do not count")
    func list() async throws {
        let desk = Desk()
        let ids = try await desk.create(
            ride().with(["external_id": "a"]), ride().with(["external_id": "b"]), ride().with(["external_id": "c"]))
        let answer = await desk.send(
            "PUT", "athlete/0/events/bulk-delete",
            [
                ["id": .integer(ids[2]), "external_id": "a"], ["id": .integer(ids[1])], ["id": 77],
                ["external_id": "z"], [:],
            ])
        #expect(answer.json == ["eventsDeleted": 2])
        #expect(await desk.sandbox.events().map(\.externalID) == ["c"])
    }

    @Test("by external id only the application's own events go")
    func scope() async {
        let desk = Desk(data: CallerTests.data)
        let token = desk.with(authorization: "Bearer calendar")
        await token.send("POST", "athlete/0/events", ride().with(["external_id": "a"]))
        #expect(
            await desk.send("PUT", "athlete/0/events/bulk-delete", [["external_id": "a"]]).json == ["eventsDeleted": 0])
        #expect(
            await token.send("PUT", "athlete/0/events/bulk-delete", [["external_id": "a"]]).json == ["eventsDeleted": 1]
        )
    }

    @Test("a list with an id that is no int32 deletes nothing")
    func badList() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        let answer = await desk.send("PUT", "athlete/0/events/bulk-delete", [["id": .integer(id)], ["id": "x"]])
        #expect(answer.status == 422)
        #expect(await desk.sandbox.events().count == 1)
    }
}
