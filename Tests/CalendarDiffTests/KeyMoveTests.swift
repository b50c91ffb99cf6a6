import Testing

@testable import CalendarDiff

@Suite struct KeyMoveTests {
    @Test(
        "finds the old key of a new one",
        arguments: [
            ("base.*.tempo", "base.*.sweetspot", "base.w3.sweetspot", "base.w3.tempo"),
            ("a", "b", "b", "a"), ("a", "b", "c", nil), ("*.x", "*.y", "p.w1.y", "p.w1.x"),
            ("*.*.x", "*.*.y", "p.w1.y", "p.w1.x"), ("old.*", "new.*", "new.", "old."),
            ("old.*", "new.*", "newer.w1", nil), ("p.w1.*", "p.w2.*", "p.w2.a.b", "p.w1.a.b"),
        ] as [(String, String, String, String?)])
    func oldKey(from: String, to: String, key: String, expected: String?) {
        #expect(KeyMove(from: from, to: to).oldKey(of: key) == expected)
    }

    @Test("a renamed key is one update of the same event, its tombstone goes along")
    func renamed() {
        let old = (1...3).map { Example.desired("base.w\($0).tempo", on: $0) }
        let new = (1...3).map { Example.desired("base.w\($0).spot", on: $0) }
        let live = old.dropLast().enumerated().map { Example.live($1, id: $0 + 1) }
        let memory = Memory(records: [
            "base.w1.tempo": .init(eventID: 1), "base.w2.tempo": .init(eventID: 2),
            "base.w3.tempo": .init(eventID: 3, fate: .deleted),
        ])
        func compare(_ memory: Memory) -> ChangeSet {
            Example.compare(new, live, memory: memory) {
                $0.moves = [KeyMove(from: "base.*.tempo", to: "base.*.spot")]
            }
        }
        let set = compare(memory)
        #expect(set.keys(.update) == ["base.w1.spot", "base.w2.spot"] && set.changes.count == 2)
        #expect(set.changes.allSatisfy { $0.reason == .keyMoved && $0.fields.isEmpty })
        #expect(set.kept.map(\.key) == ["base.w3.spot"] && set.kept.first?.why == .deletedByAthlete)
        #expect(set.changes.first?.marker?.contains("base.w1.spot") == true)
    }

    @Test("without a word from the author the renaming is proposed, nothing is deleted or created")
    func proposed() {
        let old = (1...3).map { Example.desired("base.w\($0).tempo", on: $0) }
        let new = (1...3).map { Example.desired("base.w\($0).spot", on: $0) }
        let set = Example.compare(new, old.enumerated().map { Example.live($1, id: $0 + 1) })
        #expect(set.changes.isEmpty && set.exitStatus == 0)
        #expect(set.proposals.map(\.from) == old.map(\.key) && set.proposals.map(\.to) == new.map(\.key))
        var other = new
        other[0].content.name = "Something else"
        let partly = Example.compare(other, old.enumerated().map { Example.live($1, id: $0 + 1) })
        #expect(partly.keys(.delete) == ["base.w1.tempo"] && partly.keys(.create) == ["base.w1.spot"])
    }

    @Test("a chain of renamings leads to the key on the calendar")
    func chain() {
        let set = Example.compare([Example.desired("c", on: 3)], [Example.live(Example.desired("a", on: 3), id: 7)]) {
            $0.moves = [KeyMove(from: "a", to: "b"), KeyMove(from: "b", to: "c")]
        }
        #expect(set.keys(.update) == ["c"] && set.changes.first?.eventID == 7)
    }

    @Test("a name that is left and taken over in one go follows both renamings, once")
    func takenOver() {
        let moves = [KeyMove(from: "w*.a", to: "w*.b"), KeyMove(from: "w*.b", to: "w*.z")]
        let old = (1...2).flatMap { [Example.desired("w\($0).a", on: $0), Example.desired("w\($0).b", on: $0 + 9)] }
        let new = (1...2).flatMap { [Example.desired("w\($0).b", on: $0), Example.desired("w\($0).z", on: $0 + 9)] }
        let live = old.enumerated().map { Example.live($1, id: $0 + 1) }
        let set = Example.compare(new, live) { $0.moves = moves }
        #expect(set.changes.allSatisfy { $0.action == .update && $0.reason == .keyMoved && $0.fields.isEmpty })
        let events = Dictionary(uniqueKeysWithValues: set.changes.map { ($0.key, $0.eventID) })
        #expect(events == ["w1.b": 1, "w1.z": 2, "w2.b": 3, "w2.z": 4])
        // The lines may stay in the file.
        let after = new.enumerated().map { Example.live($1, id: $0 + 1) }
        #expect(Example.compare(new, after) { $0.moves = moves }.changes.isEmpty)
        // One that is new beside a key that stays takes nothing from it.
        let beside = Example.compare(
            [Example.desired("b", on: 2), Example.desired("z", on: 5)],
            [Example.live(Example.desired("b", on: 2), id: 7)]
        ) { $0.moves = [KeyMove(from: "b", to: "z")] }
        #expect(beside.keys(.create) == ["z"] && beside.changes.count == 1)
    }
}
