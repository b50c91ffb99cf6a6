import Testing

@testable import Sandbox

@Suite("Who may do what")
struct CallerTests {
    /// A coach `i2` who coaches `i1` and follows `i3`, and a token of `i1`.
    static var data: SandboxData {
        var data = SandboxData.fresh()
        data.addAthlete(id: "i2", name: "Coach", key: "coach")
        data.addAthlete(id: "i3", name: "Follower", timezone: "Pacific/Auckland", key: "third")
        data.grant(.write, to: "i2", on: "i1")
        data.grant(.read, to: "i2", on: "i3")
        data.addToken("calendar", athlete: "i1", clientID: 7, scopes: ["CALENDAR:WRITE"])
        data.addToken("reader", athlete: "i1", clientID: 7, scopes: ["CALENDAR:READ", "WELLNESS:READ"])
        return data
    }

    @Test(
        "a bad login is 401 with the service's body",
        arguments: [
            nil, "", "Basic", "Basic !!!", Desk.basic("wrong"), "Digest x", "Bearer nobody",
            "Basic " + Desk.base64(Array("i1:sandbox".utf8)), "Basic " + Desk.base64([0xFF, 0xFE]),
        ])
    func badLogin(authorization: String?) async {
        let response = await Desk().with(authorization: authorization).raw("GET", "athlete/0")
        #expect(response.status == 401)
        #expect(String(decoding: response.body, as: UTF8.self) == #"{"error":"Auth failed","status":401}"#)
    }

    @Test("0 is the owner of the key; i0 and strangers are 403")
    func ids() async {
        let desk = Desk(data: CallerTests.data)
        #expect(await desk.send("GET", "athlete/0").json["id"] == "i1")
        #expect(await desk.send("GET", "athlete/i1").json["id"] == "i1")
        for id in ["i0", "1", "i2", "i3", "i99"] { #expect(await desk.send("GET", "athlete/\(id)").status == 403) }
    }

    @Test("coaching allows writing, following only reading")
    func coach() async {
        let coach = Desk(data: CallerTests.data).with(authorization: Desk.basic("coach"))
        let created = await coach.send("POST", "athlete/i1/events", ride())
        #expect(created.status == 200)
        #expect(created.json["athlete_id"] == "i1")
        #expect(created.json["created_by_id"] == "i2")
        #expect(await coach.send("GET", "athlete/i3/events").status == 200)
        #expect(await coach.send("POST", "athlete/i3/events", ride()).status == 403)
    }

    @Test("a personal key as bearer is 403")
    func keyAsBearer() async {
        #expect(await Desk().with(authorization: "Bearer sandbox").send("GET", "athlete/0").status == 403)
    }

    @Test("a token reaches its own athlete inside its scopes")
    func token() async {
        let desk = Desk(data: CallerTests.data)
        let writer = desk.with(authorization: "Bearer calendar")
        let created = await writer.send("POST", "athlete/0/events", ride())
        #expect(created.json["oauth_client_id"] == 7)
        #expect(await writer.send("GET", "athlete/0/events").status == 200)
        #expect(await writer.send("GET", "athlete/0/wellness").status == 403)
        #expect(await writer.send("GET", "athlete/i2/events").status == 403)
        #expect(await writer.send("GET", "athletes").status == 403)
        let reader = desk.with(authorization: "Bearer reader")
        #expect(await reader.send("GET", "athlete/0/events").status == 200)
        #expect(await reader.send("POST", "athlete/0/events", ride()).status == 403)
    }

    @Test("the list of athletes says what the caller may do with each, and shows no key but the caller's")
    func athletes() async {
        let coach = Desk(data: CallerTests.data).with(authorization: Desk.basic("coach"))
        let rows = await coach.send("GET", "athletes").rows
        #expect(rows.map { $0["id"] } == ["i1", "i2", "i3"])
        #expect(rows.map { $0["icu_permission"] } == ["WRITE", "WRITE", "READ"])
        #expect(rows.map { $0["icu_api_key"] } == [.null, "coach", .null])
    }
}
