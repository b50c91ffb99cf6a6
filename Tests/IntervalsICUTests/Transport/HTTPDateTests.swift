import Testing

@testable import IntervalsICU

@Suite struct HTTPDateTests {
    @Test(
        "reads the three forms of RFC 9110",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ])
    func forms(_ text: String) {
        #expect(HTTPDate(text)?.secondsSinceEpoch == 784_111_777)
    }

    @Test("counts from the epoch")
    func epoch() {
        #expect(HTTPDate("Thu, 01 Jan 1970 00:00:00 GMT")?.secondsSinceEpoch == 0)
        #expect(HTTPDate("Wed, 25 Nov 2026 13:14:15 GMT")?.secondsSinceEpoch == 1_795_612_455)
    }

    @Test(
        "refuses what is no date",
        arguments: ["", "0", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "06 Nov 1994"])
    func nonsense(_ text: String) {
        #expect(HTTPDate(text) == nil)
    }
}
