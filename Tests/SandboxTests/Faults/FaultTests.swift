import Testing

@testable import Sandbox

@Suite("Faults")
struct FaultTests {
    private func twoRides(_ desk: Desk) async -> SandboxResponse {
        await desk.raw("POST", "athlete/0/events/bulk", JSONValue.list([ride(), ride(), ride()]).bytes)
    }

    @Test("an answer comes instead of the request's own, once, for the request of that number")
    func answer() async {
        let desk = Desk()
        await desk.send("GET", "athlete/0")
        await desk.sandbox.script([.on(request: 1, .answer(status: 429, headers: ["Retry-After": "3"], body: "slow"))])
        #expect(await twoRides(desk).status == 200)
        let refused = await twoRides(desk)
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == "3")
        #expect(String(decoding: refused.body, as: UTF8.self) == "slow")
        #expect(await twoRides(desk).status == 200)
        #expect(await desk.sandbox.events().count == 6)
    }

    @Test("a fault picks requests by verb and path, lets some through, and ends")
    func matching() async {
        let desk = Desk()
        await desk.sandbox.script([.when(method: "GET", path: "events", skip: 1, times: 2, .answer(status: 503))])
        var statuses: [Int] = []
        for path in [
            "athlete/0", "athlete/0/events", "athlete/0/events", "athlete/0", "athlete/0/events", "athlete/0/events",
        ] {
            statuses.append(await desk.send("GET", path).status)
        }
        #expect(statuses == [200, 200, 503, 200, 503, 200])
    }

    @Test("a connection drops before or after the work is done")
    func drops() async {
        for (effect, count) in [(Fault.Effect.dropBefore, 0), (.dropAfter, 3)] {
            let desk = Desk()
            await desk.sandbox.script([.on(request: 0, effect)])
            #expect(await twoRides(desk).delivery == .dropped)
            #expect(await desk.sandbox.events().count == count)
            #expect(await desk.sandbox.requestLog.map(\.status) == [0])
        }
    }

    @Test("a bulk call breaks off after some items, whatever the switch for bad items says")
    func commitOnly() async {
        let desk = Desk()
        await desk.sandbox.script([
            .on(request: 0, .commitOnly(items: 2, status: 502)), .on(request: 1, .commitOnly(items: 1)),
        ])
        #expect(await twoRides(desk).status == 502)
        #expect(await desk.sandbox.events().count == 2)
        let ids = await desk.sandbox.events().map { ["id": .integer($0.id)] as JSONValue }
        #expect(await desk.send("PUT", "athlete/0/events/bulk-delete", .list(ids)).status == 500)
        #expect(await desk.sandbox.events().count == 1)
    }

    @Test("bodies are cut, lists come back empty or short")
    func bodies() async throws {
        let desk = Desk()
        _ = await twoRides(desk)
        await desk.sandbox.script([
            .on(request: 0, .truncate(toBytes: 10)), .on(request: 1, .cut(afterBytes: 4)), .on(request: 2, .emptyList),
            .on(request: 3, .shortList(rows: 2)),
        ])
        #expect(await desk.raw("GET", "athlete/0/events").body.count == 10)
        #expect(await desk.raw("GET", "athlete/0/events").delivery == .cut(afterBytes: 4))
        #expect(await desk.send("GET", "athlete/0/events").json == [])
        #expect(await desk.send("GET", "athlete/0/events").rows.count == 2)
        #expect(await desk.send("GET", "athlete/0/events").rows.count == 3)
    }

    @Test("a delay comes on top of another fault")
    func delay() async {
        let desk = Desk()
        await desk.sandbox.script([.when(times: nil, .delay(milliseconds: 250)), .on(request: 0, .answer(status: 500))])
        let first = await desk.raw("GET", "athlete/0")
        #expect(first.status == 500)
        #expect(first.delayMilliseconds == 250)
        #expect(await desk.raw("GET", "athlete/0").delayMilliseconds == 250)
    }

    @Test("every answer tells the time of the sandbox's clock")
    func date() async {
        #expect(await Desk().raw("GET", "athlete/0").headers["Date"] == "Mon, 02 Mar 2026 12:00:00 GMT")
    }
}
