import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

@Suite struct StatusCommandTests {
    private let file = "Plans/small.plan.yaml"

    private func world(_ service: SandboxService) -> World {
        World([file: smallPlan, "Templates/t.yaml": smallTemplates], sandbox: service)
    }

    @Test("done, missed and excused sessions are told by session and week")
    func status() async throws {
        let before = try #require(CivilDate("2026-12-28"))
        let service = SandboxService(data: .fresh(), clock: SandboxClock(today: before))
        #expect(await world(service).run(["apply", file, "--sandbox", "--yes", "--today", "2026-12-28"]) == 0)
        let events = await service.events().sorted { $0.start < $1.start }
        try await service.pair(event: events[0].id)
        try await service.add(
            #"{"category": "SICK", "name": "Flu", "start_date_local": "2027-01-07T00:00:00", "end_date_local": "2027-01-08T00:00:00"}"#
        )
        await service.use(SandboxClock(today: try #require(CivilDate("2027-01-11"))))
        let world = world(service)
        #expect(
            await world.run(["status", file, "--sandbox", "--today", "2027-01-11", "--format", "json"]) == 0,
            "\(world.talk)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any])
        let totals = try #require(json["totals"] as? [String: Any])
        #expect(totals["on_time"] as? Int == 1)
        #expect(totals["excused"] as? Int == 1)
        #expect(totals["missed"] as? Int == 1)
        #expect(totals["upcoming"] as? Int == 3)
        #expect(totals["compliance"] as? Double == 0.5)
        let text = self.world(service)
        #expect(await text.run(["status", file, "--sandbox", "--today", "2027-01-11"]) == 0)
        #expect(text.output.contains("1 on time, 0 shifted, 1 missed, 1 excused, 0 unplanned; 50 % of what was due."))
    }

    @Test("a roster's status is one value for each athlete")
    func squad() async throws {
        let squad = try await Squad()
        #expect(await squad.run(squad.world(), "apply", "--yes") == 0)
        let world = squad.world()
        #expect(await squad.run(world, "status", "--format", "json") == 0)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any])
        let athletes = try #require(json["athletes"] as? [[String: Any]])
        #expect(athletes.map { $0["name"] as? String } == ["Anna", "Ben", "Cleo"])
        #expect(athletes.allSatisfy { ($0["totals"] as? [String: Any])?["upcoming"] as? Int == 6 })
    }
}
