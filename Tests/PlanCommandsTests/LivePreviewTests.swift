import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// `plan preview --live`, on a service in this process.
@Suite struct LivePreviewTests {
    private let file = "Plans/small.plan.yaml"
    private let event =
        #"{"start_date_local": "2027-01-13T00:00:00", "category": "WORKOUT", "type": "Ride", "name": "Club", "icu_training_load": 90}"#

    private func service(_ athletes: [String], fitness: Double = 44) async throws -> SandboxService {
        var data = SandboxData()
        data.addAthlete(id: "i1", name: "Sandbox", key: "sandbox")
        for id in athletes where id != "i1" {
            data.addAthlete(id: id, name: id)
            data.grant(.write, to: "i1", on: id)
        }
        let day = try #require(CivilDate("2027-01-05"))
        for id in athletes { data.setFitness(athlete: id, on: day, ctl: fitness, atl: fitness + 3) }
        return SandboxService(data: data, clock: SandboxClock(today: day + 1))
    }

    private func days(_ value: Any?) throws -> [String: Double] {
        let days = try #require((value as? [String: Any])?["days"] as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: days.compactMap { day in
                guard let date = day["date"] as? String, let load = day["load"] as? Double else { return nil }
                return (date, load)
            })
    }

    private func json(_ world: World) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any])
    }

    private func preview(_ world: World, _ file: String) async -> Int32 {
        world.clear()
        return await world.run([
            "preview", file, "--live", "--format", "json", "--sandbox", "--today", "2027-01-06",
        ])
    }

    private func world(_ service: SandboxService) -> World {
        World([file: smallPlan, "Templates/t.yaml": smallTemplates, Squad.file: Squad.roster], sandbox: service)
    }

    @Test("the athlete's own events count in the curve, and the reader is told; notes and targets don't")
    func others() async throws {
        let service = try await service(["i1"])
        let world = world(service)
        #expect(await preview(world, file) == 0)
        let before = try days(try json(world))
        try await service.add(event)
        try await service.add(event.replacing("WORKOUT", with: "TARGET"))
        try await service.add(event.replacing("WORKOUT", with: "NOTE"))
        #expect(await preview(world, file) == 0)
        let after = try days(try json(world))
        let start = try #require(try json(world)["start_state"] as? [String: Any])
        #expect(start["from"] as? String == "live" && start["ctl"] as? Double == 44)
        #expect(start["date"] as? String == "2027-01-05")
        #expect(after["2027-01-13"] == (before["2027-01-13"] ?? 0) + 90)
        #expect(after.filter { $0.key != "2027-01-13" } == before.filter { $0.key != "2027-01-13" })
        #expect(world.talk.contains("1 event on the calendar that is not the plan's counts in the curve: 90 points"))
    }

    @Test("of this week the calendar's own copy of the plan counts, with what the athlete moved and deleted")
    func movedByAthlete() async throws {
        let service = try await service(["i1"])
        let world = world(service)
        #expect(
            await world.run(["apply", file, "--yes", "--sandbox", "--today", "2027-01-06", "--include-today"]) == 0)
        #expect(await preview(world, file) == 0)
        let before = try days(try json(world))
        let events = await service.events(of: "i1").filter { $0.day.description <= "2027-01-10" }
        #expect(events.count == 2)
        let thursday = try #require(events.first { $0.day.description == "2027-01-07" })
        let (saturday, later) = (try #require(CivilDate("2027-01-09")), try #require(CivilDate("2027-01-13")))
        try await service.move(event: thursday.id, to: saturday)
        #expect(await preview(world, file) == 0)
        let after = try days(try json(world))
        #expect(after["2027-01-07"] == 0)
        #expect(after["2027-01-09"] == before["2027-01-07"])
        #expect(after["2027-01-10"] == before["2027-01-10"])
        try await service.move(event: thursday.id, to: later)
        #expect(await preview(world, file) == 0)
        let late = try days(try json(world))
        #expect(late["2027-01-13"] == (before["2027-01-13"] ?? 0) + (before["2027-01-07"] ?? 0))
    }

    @Test("a roster's athletes go on from their own figures and calendars; one without figures fails alone")
    func roster() async throws {
        let service = try await service(["i101", "i102", "i103"], fitness: 47)
        try await service.add(event, athlete: "i102")
        let world = world(service)
        #expect(await preview(world, Squad.file) == 0)
        let athletes = try #require(try json(world)["athletes"] as? [[String: Any]])
        #expect(athletes.map { $0["athlete"] as? String } == ["i101", "i102", "i103"])
        for athlete in athletes {
            let start = try #require(athlete["start_state"] as? [String: Any])
            #expect(start["from"] as? String == "live" && start["ctl"] as? Double == 47)
        }
        #expect(try days(athletes[0])["2027-01-13"] == 0)
        #expect(try days(athletes[1])["2027-01-13"] == 90)
        await service.script([
            .when(path: "athlete/i102/wellness", times: nil, .answer(status: 403, headers: [:], body: "{}"))
        ])
        #expect(await preview(world, Squad.file) != 0)
        let failed = try #require(try json(world)["athletes"] as? [[String: Any]])
        #expect(failed.map { $0["status"] as? Int } == [0, 1, 0])
        #expect(failed.map { $0["athlete"] as? String } == ["i101", "i102", "i103"])
    }
}
