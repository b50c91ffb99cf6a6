import Testing

@testable import Sandbox

@Suite("What people do on their calendars")
struct HumanHandsTests {
    @Test("an athlete adds, edits, moves, copies, completes and deletes")
    func everything() async throws {
        let desk = Desk()
        let sandbox = desk.sandbox
        let id = try await desk.create(
            ride("2026-03-03", ["external_id": "x"]).with(["start_date_local": "2026-03-03T18:00:00"]))[0]
        let before = try #require(await sandbox.event(id))
        try await sandbox.edit(event: id, #"{"name":"Mine","description":"Easy"}"#)
        try await sandbox.move(event: id, to: day("2026-03-06"))
        let copy = try await sandbox.copy(event: id, to: day("2026-03-13"))
        try await sandbox.pair(event: copy)
        let own = try await sandbox.add(String(decoding: note().bytes, as: UTF8.self))
        let moved = try #require(await sandbox.event(id))
        #expect(moved.name == "Mine")
        #expect(moved.start == "2026-03-06T18:00:00")
        #expect(moved.end == "2026-03-07T00:00:00")
        #expect(moved.updated > before.updated)
        #expect(moved.externalID == "x")
        #expect(await sandbox.event(copy)?.isPaired == true)
        #expect(await sandbox.event(copy)?.externalID == "x")
        try await sandbox.delete(event: id)
        #expect(await sandbox.events().map(\.id) == [copy, own])
        #expect(await sandbox.requestLog.count == 1)
    }

    @Test("what the web application would refuse is thrown")
    func refused() async {
        let sandbox = Desk().sandbox
        await #expect(throws: HandError.self) { try await sandbox.delete(event: 5) }
        await #expect(throws: HandError.self) { try await sandbox.add(#"{"name":"x"}"#) }
        await #expect(throws: HandError.self) { try await sandbox.add("x") }
    }
}
