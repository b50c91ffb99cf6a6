import CivilDates
import Testing

@testable import Sandbox

@Suite("Limits of requests")
struct RateLimitsTests {
    /// Milliseconds at noon of 2 March 2026, and some later.
    private func clock(_ seconds: Int = 0) -> SandboxClock {
        let now = (Desk.today.daysSinceEpoch * 86_400 + 43_200 + seconds) * 1000
        return SandboxClock { now }
    }

    @Test("after the burst of an address a request waits, until tokens have come back")
    func burst() async {
        let desk = Desk()
        await desk.sandbox.use(clock())
        await desk.sandbox.use(RateLimits())
        for _ in 0..<30 { #expect(await desk.send("GET", "athlete/0/event-tags").status == 200) }
        let refused = await desk.raw("GET", "athlete/0/event-tags")
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == "1")
        await desk.sandbox.use(clock(1))
        #expect(await desk.send("GET", "athlete/0/event-tags").status == 200)
    }

    @Test("a key's budget of a quarter of an hour is told, spent and given back")
    func quarterHour() async {
        let desk = Desk()
        var limits = RateLimits()
        limits.perQuarterHour = 2
        await desk.sandbox.use(clock())
        await desk.sandbox.use(limits)
        let first = await desk.raw("GET", "athlete/0/event-tags")
        #expect(first.headers["X-RateLimit-Limit"] == "2,5000")
        #expect(first.headers["X-RateLimit-Remaining"] == "1,4999")
        await desk.send("GET", "athlete/0/event-tags")
        let refused = await desk.raw("GET", "athlete/0/event-tags")
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == "900")
        await desk.sandbox.use(clock(900))
        #expect(await desk.send("GET", "athlete/0/event-tags").status == 200)
    }

    @Test("a day's budget comes back at midnight UTC")
    func day() async {
        let desk = Desk()
        var limits = RateLimits()
        limits.perDay = 1
        await desk.sandbox.use(clock())
        await desk.sandbox.use(limits)
        await desk.send("GET", "athlete/0/event-tags")
        #expect(await desk.raw("GET", "athlete/0/event-tags").headers["Retry-After"] == "43200")
    }

    @Test("without limits nothing is counted")
    func none() async {
        let desk = Desk()
        for _ in 0..<100 { #expect(await desk.send("GET", "athlete/0/event-tags").status == 200) }
    }
}
