import CalendarDiff
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance 26: what the service says about waiting.
@Suite struct RateLimitTests {
    /// The clock stands at 2027-01-01T12:00:00Z, like the sandbox's.
    @Test(
        "26: a 429 is waited out as told, and no write goes twice",
        arguments: [
            ("3", [3.0, 3, 3]), ("0", [0, 0, 0]), ("7.5", [7.5, 7.5, 7.5]), ("100000", [120, 120, 120]),
            ("Fri, 01 Jan 2027 12:00:30 GMT", [30, 30, 30]), ("Thu, 01 Jan 1970 00:00:00 GMT", [0, 0, 0]),
        ])
    func told(header: String, waits: [Double]) async throws {
        for method in ["GET", "POST"] {
            var scenario = try Behaviours.scenario("plain", workouts: 72)
            await scenario.sandbox.script([
                .when(method: method, times: 3, .answer(status: 429, headers: ["Retry-After": header]))
            ])
            #expect(try await scenario.applyAndRemember().exitStatus == 0)
            let expected = waits.filter { $0 > 0 }.map { Duration.seconds($0) }
            #expect(scenario.clock.waits == expected, "\(method) \(header)")
            #expect(await scenario.sandbox.requestLog.count { $0.status == 429 } == 3)
            #expect(await scenario.sandbox.requestLog.count { $0.method == "POST" && $0.status == 200 } == 2)
            #expect(await scenario.sandbox.events().count == 72)
        }
    }

    @Test("26: without a word it waits by itself, longer each time, within half a second and thirty")
    func untold() async throws {
        var scenario = try Behaviours.scenario("plain", workouts: 72)
        await scenario.sandbox.script([.when(method: "POST", times: 6, .answer(status: 429))])
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        let waits = scenario.clock.waits
        #expect(waits.count == 6 && waits == waits.sorted() && Set(waits).count > 3)
        #expect(waits.allSatisfy { (.milliseconds(500) ... .seconds(30)).contains($0) })
        #expect(await scenario.sandbox.events().count == 72)
    }

    @Test("26: after a hundred in a row it gave up long ago, and no write went twice", arguments: Behaviours.both)
    func forever(behaviour: String) async throws {
        for (skip, status) in [(0, 1), (1, 5)] {
            var scenario = try Behaviours.scenario(behaviour, workouts: 72)
            await scenario.sandbox.script([
                .when(method: "POST", skip: skip, times: 100, .answer(status: 429, headers: ["Retry-After": "1"]))
            ])
            let report = try await scenario.applyAndRemember()
            #expect(report.exitStatus == status && report.failure?.contains("429") == true)
            #expect(await scenario.sandbox.events().count == 50 * skip)
            let refused = await scenario.sandbox.requestLog.count { $0.status == 429 }
            #expect((2...20).contains(refused))
            #expect(await scenario.sandbox.requestLog.count { $0.method == "POST" && $0.status == 200 } == skip)
            await scenario.sandbox.script([])
            let next = try await scenario.applyAndRemember()
            #expect(next.exitStatus == 0 && next.changes.totals.create == 72 - 50 * skip)
            #expect(await scenario.sandbox.events().count == 72)
        }
    }

    @Test("26: where even reading is refused for ever, nothing is written")
    func unreadable() async throws {
        var scenario = try Behaviours.scenario("plain")
        await scenario.sandbox.script([.when(method: "GET", times: 100, .answer(status: 429))])
        await #expect(throws: ServiceError.self) { try await scenario.applyAndRemember() }
        #expect(await scenario.writes().isEmpty)
    }
}
