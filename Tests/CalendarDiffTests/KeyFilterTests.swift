import Testing

@testable import CalendarDiff

@Suite struct KeyFilterTests {
    @Test(
        "patterns match whole keys",
        arguments: [
            ("base.w1.long", "base.w1.long", true), ("base.w1.long", "base.w1", true),
            ("base.w11.long", "base.w1", false),
            ("base.w1.long", "base.*", true), ("base.w1.long", "*.long", true), ("base.w1.long", "*long*", true),
            ("base.w1.long", "base.w?.long", true), ("base.w12.long", "base.w?.long", false),
            ("base.w1.long", "long", false), ("base.w1.long", "build.*,*.long", true),
            ("base.w1.long", "race.*, x", false),
            ("target.base.w3", "target.base.w3", true), ("aaab", "*a*b", true), ("aaac", "*a*b", false),
            ("", "*", true),
        ])
    func patterns(key: String, pattern: String, admits: Bool) {
        #expect(KeyFilter(only: [pattern]).admits(key: key, date: Example.date(0)) == admits)
    }

    @Test("exact keys are no patterns, and both must admit")
    func exactKeys() {
        var filter = KeyFilter(only: ["base.*"])
        filter.keys = ["base.w1.long", "race.*", "base.w2"]
        #expect(filter.admits(key: "base.w1.long", date: Example.date(0)))
        #expect(!filter.admits(key: "base.w2.long", date: Example.date(0)))
        #expect(!filter.admits(key: "race.a", date: Example.date(0)))
        filter.keys = []
        #expect(!filter.isEmpty && !filter.admits(key: "base.w1.long", date: Example.date(0)))
    }

    @Test("days are included at both ends")
    func days() {
        let filter = KeyFilter(from: Example.date(3), to: Example.date(5))
        #expect((2...6).map { filter.admits(key: "a", date: Example.date($0)) } == [false, true, true, true, false])
        #expect(!filter.isEmpty)
        #expect(KeyFilter(only: [" , "]).isEmpty)
    }
}
