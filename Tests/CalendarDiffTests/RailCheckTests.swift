import Testing

@testable import CalendarDiff

@Suite struct RailCheckTests {
    private func plan(_ count: Int) -> [DesiredEvent] {
        (0..<count).map { Example.desired("k\(100 + $0)", on: 1 + $0) }
    }

    private func published(_ events: [DesiredEvent]) -> [LiveEvent] {
        events.enumerated().map { Example.live($1, id: $0 + 1) }
    }

    private func deleting(_ count: Int, of total: Int, expected: Int? = nil) -> [RailRefusal] {
        let all = plan(total)
        let unowned = (0..<200).map { Example.foreign(id: 1000 + $0, on: $0 % 90) }
        return Example.compare(Array(all.dropLast(count)), published(all) + unowned) {
            $0.limits.expectedDeletes = expected
        }.rails
    }

    private func updating(_ count: Int, of total: Int, expected: Int? = nil) -> [RailRefusal] {
        let all = plan(total)
        var changed = all
        for index in 0..<count { changed[index].content.name = "New" }
        return Example.compare(changed, published(all)) { $0.limits.expectedUpdates = expected }.rails
    }

    @Test("deletes are refused above a quarter of our own future events, not at it")
    func deletes() {
        #expect(deleting(25, of: 100).isEmpty)
        #expect(
            deleting(26, of: 100) == [
                RailRefusal(id: .deletes, limit: 25, value: 26, acknowledge: "--expect-deletes 26")
            ])
    }

    @Test("three deletes are never too many, four may be")
    func fewDeletes() {
        #expect(deleting(3, of: 4).isEmpty)
        #expect(deleting(4, of: 15).map(\.id) == [.deletes])
        #expect(deleting(4, of: 16).isEmpty)
    }

    @Test("only the exact number acknowledges", arguments: [(25, false), (26, true), (27, false)])
    func acknowledgement(expected: Int, passes: Bool) {
        #expect(deleting(26, of: 100, expected: expected).isEmpty == passes)
        #expect(updating(61, of: 100, expected: expected + 35).isEmpty == passes)
    }

    @Test("updates are refused above three fifths, not at them")
    func updates() {
        #expect(updating(60, of: 100).isEmpty)
        #expect(updating(61, of: 100).map(\.acknowledge) == ["--expect-updates 61"])
        #expect(updating(3, of: 3).isEmpty)
        #expect(updating(4, of: 4).map(\.value) == [100])
    }

    @Test("locked events are no part of the whole")
    func denominator() {
        let past = (1...100).map { Example.desired("p\($0)", on: -$0) }
        let future = plan(10)
        let set = Example.compare(past + future.dropLast(4), published(past + future))
        #expect(set.rails.map(\.value) == [40])
    }

    @Test("a plan that wants nothing is refused")
    func empty() {
        #expect(Example.compare([], []).rails.map(\.id) == [.empty])
        #expect(Example.compare([], published(plan(2))).exitStatus == 4)
        #expect(Example.compare([], published(plan(2))) { $0.allowsEmpty = true }.rails.isEmpty)
    }

    @Test("so are more writes than a run may send")
    func operations() {
        #expect(Example.compare(plan(500), []).rails.isEmpty)
        #expect(Example.compare(plan(501), []).rails.map(\.id) == [.operations])
    }
}
