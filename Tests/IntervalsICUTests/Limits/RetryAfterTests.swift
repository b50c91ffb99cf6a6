import Testing

@testable import IntervalsICU

@Suite struct RetryAfterTests {
    @Test(
        "reads seconds, in every form seen or feared",
        arguments: [
            ("3", 3.0), ("0", 0), (" 7 ", 7), ("120", 120), ("121", 120), ("99999999999999999999", 120), ("-5", 0),
            ("1.5", 1.5), ("1e300", 120),
        ])
    func seconds(_ text: String, _ expected: Double) throws {
        let wait = try #require(RetryAfter.wait(in: HTTPHeaders([("retry-after", text)]), now: 0))
        #expect(wait == .seconds(expected))
    }

    @Test("is silent about what is no wait", arguments: ["", "soon", "nan", "inf", "Sun, 99 Nov 1994 08:49:37 GMT"])
    func nonsense(_ text: String) {
        #expect(RetryAfter.wait(in: HTTPHeaders([("Retry-After", text)]), now: 0) == nil)
    }

    @Test("a date is measured against the answer's own date, whatever our clock says")
    func dateAgainstDate() {
        let headers = HTTPHeaders([
            ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:50:00 GMT"),
        ])
        #expect(RetryAfter.wait(in: headers, now: 1_700_000_000) == .seconds(23))
    }

    @Test("a date without a date beside it is measured against our clock")
    func dateAgainstClock() {
        let headers = HTTPHeaders([("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")])
        #expect(RetryAfter.wait(in: headers, now: 784_111_777 - 40) == .seconds(40))
        #expect(RetryAfter.wait(in: headers, now: 784_111_777 + 40) == .zero)
        #expect(RetryAfter.wait(in: headers, now: 784_111_777 - 4000) == .seconds(120))
    }

    @Test("no header, no wait")
    func absent() {
        #expect(RetryAfter.wait(in: HTTPHeaders(), now: 0) == nil)
    }
}
