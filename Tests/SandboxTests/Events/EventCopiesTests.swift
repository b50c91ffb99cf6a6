import Testing

@testable import Sandbox

@Suite("Copying events")
struct EventCopiesTests {
    @Test("copies lie whole weeks ahead, and keep the external id as the switch says")
    func copies() async throws {
        for keeps in [true, false] {
            var switches = Switches()
            switches.copiesKeepExternalID = keeps
            let desk = Desk(switches)
            let id = try await desk.create(ride("2026-03-03", ["external_id": "a", "tags": ["t"]]))[0]
            let answer = await desk.send(
                "POST", "athlete/0/duplicate-events",
                ["numCopies": 2, "weeksBetween": 2, "eventIds": [.integer(id)]])
            #expect(answer.rows.map { $0["start_date_local"] } == ["2026-03-17T00:00:00", "2026-03-31T00:00:00"])
            #expect(answer.rows.map { $0["external_id"] } == Array(repeating: keeps ? "a" : .null, count: 2))
            #expect(answer.rows.map { $0["tags"] } == [["t"], ["t"]])
            #expect(Set(await desk.sandbox.events().map(\.id)).count == 3)
        }
    }

    @Test("an unknown event or a missing number copies nothing")
    func refused() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        let unknown: JSONValue = ["numCopies": 1, "weeksBetween": 1, "eventIds": [.integer(id), 5]]
        #expect(await desk.send("POST", "athlete/0/duplicate-events", unknown).status == 404)
        #expect(await desk.send("POST", "athlete/0/duplicate-events", ["numCopies": 1]).status == 422)
        #expect(await desk.sandbox.events().count == 1)
    }
}
