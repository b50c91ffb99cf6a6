import Testing

@testable import Sandbox

@Suite("Paths and verbs")
struct RouteTests {
    @Test(
        "an unknown path is 404",
        arguments: ["", "athlete", "athlete/0/eventsxml", "athlete/0/unknown", "athlete/0/events/1/2", "activities"])
    func unknown(path: String) async {
        #expect(await Desk().send("GET", path).status == 404)
    }

    @Test("a path outside the API is 404")
    func outside() async {
        let desk = Desk()
        let response = await desk.sandbox.handle(
            SandboxRequest(method: "GET", path: "/", headers: ["authorization": Desk.basic("sandbox")]))
        #expect(response.status == 404)
    }

    @Test(
        "a wrong verb on a known path is 405",
        arguments: [("DELETE", "athlete/0"), ("PATCH", "athlete/0/events/1"), ("GET", "athlete/0/duplicate-events")])
    func wrongVerb(method: String, path: String) async {
        #expect(await Desk().send(method, path).status == 405)
    }

    @Test(
        "lists of events have four names",
        arguments: ["events", "eventsjson", "events.json", "events?upsertOnUid=true"])
    func formats(path: String) async throws {
        let desk = Desk()
        try await desk.create(ride())
        #expect(await desk.send("GET", "athlete/0/" + path).names == ["Ride"])
    }

    @Test("every request is logged with its answer, until the log is emptied")
    func log() async throws {
        let desk = Desk()
        await desk.send("GET", "athlete/0/events?oldest=2026-03-02")
        await desk.send("GET", "athlete/i9")
        let expected = [
            LoggedRequest(method: "GET", path: "/api/v1/athlete/0/events?oldest=2026-03-02", status: 200),
            LoggedRequest(method: "GET", path: "/api/v1/athlete/i9", status: 403),
        ]
        #expect(await desk.sandbox.requestLog == expected)
        await desk.sandbox.resetLog()
        #expect(await desk.sandbox.requestLog == [])
    }
}
