import Testing

@testable import Sandbox

@Suite("Upserting events")
struct UpsertTests {
    private func upsert(_ desk: Desk, athlete: String = "0", _ bodies: JSONValue...) async -> Answer {
        await desk.send("POST", "athlete/\(athlete)/events/bulk?upsert=true", .list(bodies))
    }

    @Test("the same external id keeps its event and gets the new content")
    func idempotent() async throws {
        let desk = Desk()
        let first = await upsert(
            desk, ride().with(["external_id": "a", "color": "green"]), ride().with(["external_id": "b"]))
        let second = await upsert(
            desk, ride("2026-03-05", ["external_id": "a", "name": "New"]), ride().with(["external_id": "b"]))
        #expect(first.rows.map { $0["id"] } == second.rows.map { $0["id"] })
        #expect(second.names == ["New", "Ride"])
        #expect(second.rows[0]["start_date_local"] == "2026-03-05T00:00:00")
        #expect(second.rows[0]["color"] == "green")
        #expect(await desk.sandbox.events().count == 2)
    }

    @Test("an item without external id is created, and two of one id in a call are one event")
    func edges() async {
        let desk = Desk()
        _ = await upsert(desk, ride(), ride().with(["external_id": ""]))
        _ = await upsert(desk, ride().with(["external_id": "a"]), ride().with(["external_id": "a", "name": "Last"]))
        #expect(await desk.sandbox.events().map(\.name) == ["Ride", "Ride", "Last"])
    }

    @Test("a replacing upsert puts back what is not sent")
    func replacing() async {
        var switches = Switches()
        switches.upsertReplaces = true
        let desk = Desk(switches)
        _ = await upsert(desk, ride().with(["external_id": "a", "color": "green", "tags": ["x"]]))
        let answer = await upsert(desk, ride().with(["external_id": "a"]))
        #expect(answer.rows[0]["color"] == .null)
        #expect(answer.rows[0]["tags"] == .null)
    }

    @Test("a key and an application do not match each other's events")
    func applications() async {
        let desk = Desk(data: CallerTests.data)
        _ = await upsert(desk, ride().with(["external_id": "a"]))
        _ = await upsert(desk.with(authorization: "Bearer calendar"), ride().with(["external_id": "a"]))
        #expect(await desk.sandbox.events().count == 2)
    }

    @Test(
        "whether a coach's key matches what the athlete's key wrote is a switch",
        arguments: [(Switches.UpsertScope.application, 1), (.creator, 2), (.none, 2)])
    func scope(scope: Switches.UpsertScope, count: Int) async {
        var switches = Switches()
        switches.upsertScope = scope
        let desk = Desk(switches, data: CallerTests.data)
        _ = await upsert(desk, ride().with(["external_id": "a"]))
        _ = await upsert(
            desk.with(authorization: Desk.basic("coach")), athlete: "i1", ride().with(["external_id": "a"]))
        #expect(await desk.sandbox.events(of: "i1").count == count)
    }

    @Test("upsertOnUid matches a target by day and type, and nothing by a uid of the client's")
    func onUID() async {
        let desk = Desk()
        let target = ride().with(["category": "TARGET", "load_target": 300])
        for body in [target, target.with(["load_target": 400]), ride().with(["uid": "u"]), ride().with(["uid": "u"])] {
            await desk.send("POST", "athlete/0/events?upsertOnUid=true", body)
        }
        let events = await desk.sandbox.events()
        #expect(events.map(\.category) == ["TARGET", "WORKOUT", "WORKOUT"])
        #expect(events[0].json.contains(#""load_target":400"#))
    }

    @Test("external ids keep to the rule of the switch")
    func externalIDRule() async {
        var switches = Switches()
        switches.externalID = .init(maxLength: 5, asciiOnly: true)
        let desk = Desk(switches)
        #expect(await upsert(desk, ride().with(["external_id": "12345"])).status == 200)
        #expect(await upsert(desk, ride().with(["external_id": "123456"])).status == 422)
        #expect(await upsert(desk, ride().with(["external_id": "é"])).status == 422)
        switches.externalID = .init(maxLength: 5, truncates: true)
        await desk.sandbox.use(switches)
        #expect(await upsert(desk, ride().with(["external_id": "123456"])).rows[0]["external_id"] == "12345")
    }
}
