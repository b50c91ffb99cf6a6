import CalendarDiff
import CivilDates
import Foundation
import IntervalsICU
import Sandbox
import Testing

@testable import Publishing

/// Acceptance: a calendar is filled once, and one that is in step stays as it is.
@Suite struct InStepTests {
    @Test("1: two diffs are equal byte by byte, and after the apply there is nothing left", arguments: Behaviours.both)
    func twice(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        let (first, second) = (try await scenario.diff(), try await scenario.diff())
        #expect(try first.json() == second.json())
        #expect(first.totals.create == 12)
        #expect(await scenario.sandbox.requestLog.map(\.method) == ["GET", "GET"])
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        await scenario.sandbox.resetLog()
        let after = try await scenario.diff()
        #expect(after.changes.isEmpty && after.kept.isEmpty && after.unchanged == 12)
        #expect(await scenario.sandbox.requestLog.map(\.method) == ["GET"])
        let again = try await scenario.diff()
        #expect(try after.json() == again.json())
    }

    @Test("3: 72 workouts take one GET and two POSTs, and every marker comes back", arguments: Behaviours.both)
    func firstPublish(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour, workouts: 72)
        let report = try await scenario.applyAndRemember()
        #expect(report.exitStatus == 0 && report.readBack.isEmpty && report.warnings.isEmpty)
        #expect(await scenario.sandbox.requestLog.map(\.method) == ["GET", "POST", "POST"])
        let events = await scenario.sandbox.events()
        let markers = report.changes.changes.compactMap(\.marker)
        #expect(events.count == 72 && Set(markers).count == 72)
        #expect(Set(events.compactMap(\.externalID)) == Set(markers))
        #expect(markers.allSatisfy { $0.utf8.count <= 64 && $0.utf8.allSatisfy { $0 < 0x80 } })
        let identifiers = scenario.plan.desired.map { Marker.identifier(plan: "demo", key: $0.key) }
        #expect(Set(events.compactMap { $0.externalID.flatMap(Marker.init)?.identifier }) == Set(identifiers))
        #expect(report.changes.changes.allSatisfy { change in events.contains { $0.id == change.eventID } })
    }

    @Test("8: without its state, a calendar in step is left alone", arguments: Behaviours.both)
    func withoutState(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        try await scenario.applyAndRemember()
        // Also after an update, whose marker some services don't take.
        scenario.plan.edit("base.w1.d2") { $0.name = "Tempo" }
        scenario.plan.edit("base.w1.d3") { $0.date = Scenario.day(20) }
        #expect(try await scenario.applyAndRemember().changes.totals.update == 2)
        for _ in 0..<2 {
            scenario.plan.memory = Memory()
            await scenario.sandbox.resetLog()
            let report = try await scenario.applyAndRemember()
            #expect(report.exitStatus == 0 && report.changes.changes.isEmpty && report.changes.unchanged == 12)
            #expect(await scenario.writes().isEmpty)
        }
    }

    @Test("25: what the service fills in, reformats or touches on every read is no difference", arguments: [0, 1, 2])
    func noise(seed: Int) async throws {
        var scenario = try Behaviours.scenario("(g) updated moves on read")
        try await scenario.applyAndRemember()
        scenario.wire.rewrite { request, body in
            request.method == "GET" ? Noise(seed: seed).over(body) : body
        }
        for hasMemory in [true, false] {
            if !hasMemory { scenario.plan.memory = Memory() }
            let changes = try await scenario.diff()
            #expect(changes.changes.isEmpty && changes.kept.isEmpty && changes.conflicts.isEmpty)
            #expect(changes.unchanged == 12)
        }
        #expect(try await scenario.applyAndRemember().requests.filter { $0.value > 0 } == ["GET": 1])
    }

    @Test("25: the same for a service that is like that from the first write on", arguments: Behaviours.every)
    func noisyService(behaviour: String) async throws {
        var scenario = try Behaviours.scenario(behaviour)
        #expect(try await scenario.applyAndRemember().exitStatus == 0)
        for _ in 0..<2 {
            let changes = try await scenario.diff()
            #expect(changes.changes.isEmpty && changes.kept.isEmpty && changes.unchanged == 12)
        }
    }
}

/// Changes a list of events as a service might between two reads, in ways that mean nothing to the plan.
private struct Noise {
    let seed: Int

    func over(_ body: [UInt8]) -> [UInt8] {
        guard let events = try? JSONSerialization.jsonObject(with: Data(body)) as? [[String: Any]],
            let changed = try? JSONSerialization.data(withJSONObject: events.map(over))
        else { return [] }
        return Array(changed)
    }

    private func over(_ event: [String: Any]) -> [String: Any] {
        let text = (event["description"] as? String ?? "").replacing("\n", with: ["\r\n", " \r\n", "\t\n"][seed])
        let noise: [String: Any] = [
            "icu_training_load": 97 + seed, "icu_intensity": 71.5, "icu_ctl": 33.25, "icu_atl": 8, "joules": 123_456,
            "updated": "2031-01-0\(seed + 1)T00:00:00.000+00:00", "uid": "other", "a_new_field": ["deep": [1, 2]],
            "workout_doc": ["steps": [[String: Any]](), "duration": seed] as [String: Any],
            "push_errors": [["service": "GARMIN"]], "distance": seed == 0 ? NSNull() : 0 as Any, "color": "red",
            "moving_time": 61 * seed, "description": text + [" ", "\n\n", "\r\n"][seed],
            "name": (event["name"] as? String ?? "") + " ",
        ]
        return event.merging(noise) { _, noisy in noisy }
    }
}
