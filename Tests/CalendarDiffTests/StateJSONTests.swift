import CivilDates
import Testing

@testable import CalendarDiff

@Suite struct StateJSONTests {
    private var rich: Memory {
        var memory = Memory(generation: 3, digest: "c", earlier: ["a", "b"])
        for (index, fate) in [Memory.Record.Fate.present, .pending, .deleted, .removed].enumerated() {
            var record = Memory.Record(eventID: fate == .pending ? nil : index, fate: fate, protect: index == 0)
            record.key = "base.w1.s\(index)"
            record.date = Example.date(index)
            record.seen = Example.date(-index)
            record.base = GroupHashes(of: Example.desired("s\(index)", on: index).content)
            record.marker = index == 2 ? GroupHashes(of: Example.desired("x").content) : record.base
            memory.records["base.w1.s\(index)"] = record
        }
        return memory
    }

    @Test("reads back what it wrote, byte for byte the same again, one line an event")
    func roundTrip() throws {
        let text = try rich.json(plan: "demo", athlete: "i1")
        let read = try Memory(json: text, plan: "demo", athlete: "i1")
        #expect(read == rich)
        #expect(try read.json(plan: "demo", athlete: "i1") == text)
        #expect(text.split(separator: "\n").filter { $0.contains("\"key\"") }.count == 4)
    }

    @Test("a long key stays readable in the file and is found again by its short form")
    func longKeys() throws {
        let key = "a-phase-with-a-long-name.w12.a-session-with-a-long-name"
        let live = [Example.live(Example.desired(key), id: 5)]
        let set = Example.compare([Example.desired(key)], live)
        let memory = Memory().after(
            ApplyReport(changes: set, requests: [:], exitStatus: 0), live: live, desired: [Example.desired(key)])
        let text = try memory.json(plan: "demo", athlete: "i1")
        #expect(text.contains(key))
        #expect(try Memory(json: text, plan: "demo", athlete: "i1") == memory)
        let leaving = Example.compare([Example.desired("other", on: 3)], live, memory: memory)
        #expect(leaving.keys(.delete) == [key])
    }

    @Test("is refused when it is of another plan or athlete, broken or of another version")
    func refused() throws {
        let text = try rich.json(plan: "demo", athlete: "i1")
        #expect(throws: Memory.ReadingError.self) { try Memory(json: text, plan: "other", athlete: "i1") }
        #expect(throws: Memory.ReadingError.self) { try Memory(json: text, plan: "demo", athlete: "i2") }
        #expect(throws: Memory.ReadingError.self) {
            try Memory(json: String(text.dropLast(20)), plan: "demo", athlete: "i1")
        }
        #expect(throws: Memory.ReadingError.unknownVersion("2.0")) {
            try Memory(json: text.replacing("\"1.0\"", with: "\"2.0\""), plan: "demo", athlete: "i1")
        }
        #expect(throws: Memory.ReadingError.self) { try Memory(json: "", plan: "demo", athlete: "i1") }
    }

    @Test("a plan that equals an earlier generation and not the newest is refused")
    func generations() {
        let week = (1...4).map { Example.desired("s\($0)", on: $0) }
        let other = week.dropLast() + [Example.desired("s4", on: 4, name: "New")]
        let (old, new) = (Example.compare(week, []).planDigest, Example.compare(Array(other), []).planDigest)
        let memory = Memory(generation: 2, digest: new, earlier: [old])
        #expect(Example.compare(Array(other), [], memory: memory).rails.isEmpty)
        let refused = Example.compare(week, [], memory: memory)
        #expect(refused.rails == [RailRefusal(id: .generation, limit: 2, value: 1, acknowledge: "--accept-older")])
        #expect(refused.exitStatus == 4)
        #expect(Example.compare(week, [], memory: memory) { $0.acceptsOlder = true }.rails.isEmpty)
    }

    @Test("a calendar that shows none of two known events is refused, one known event is not")
    func emptied() {
        let week = (1...4).map { Example.desired("s\($0)", on: $0) }
        func memory(_ count: Int) -> Memory {
            Memory(records: Dictionary(uniqueKeysWithValues: (1...count).map { ("s\($0)", .init(eventID: $0)) }))
        }
        let refused = Example.compare(week, [], memory: memory(2))
        #expect(refused.rails.map(\.id) == [.emptied] && refused.isRefused)
        #expect(Example.compare(week, [], memory: memory(1)).rails.isEmpty)
        let filled = Example.compare(week, [], memory: memory(2)) { $0.remoteWasEmptied = true }
        #expect(filled.rails.isEmpty && filled.totals.create == 4 && filled.kept.isEmpty)
    }
}
