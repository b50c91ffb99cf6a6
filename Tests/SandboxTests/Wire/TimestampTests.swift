import CivilDates
import Testing

@testable import Sandbox

@Suite("Timestamps")
struct TimestampTests {
    @Test("has the service's form of a moment")
    func form() {
        #expect(Timestamp.text(milliseconds: 1_708_537_409_943) == "2024-02-21T17:43:29.943+00:00")
        #expect(Timestamp.header(milliseconds: 1_708_537_409_943) == "Wed, 21 Feb 2024 17:43:29 GMT")
        #expect(Timestamp.text(milliseconds: -1) == "1969-12-31T23:59:59.999+00:00")
    }

    @Test(
        "today is the athlete's own",
        arguments: [
            ("Pacific/Auckland", "2026-03-03"), ("Pacific/Honolulu", "2026-03-02"), ("Europe/Rome", "2026-03-02"),
            ("Nowhere/Land", "2026-03-02"),
        ])
    func zones(zone: String, expected: String) {
        // 2026-03-02 at 12:00 UTC is past midnight in Auckland (UTC+13 in its summer).
        let clock = SandboxClock { (20514 * 86_400 + 43_200) * 1000 }
        #expect(clock.today(zone: zone) == day(expected))
    }
}
