import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Runs that may not or must not touch everything: filters, days of the athlete's own, keys that only read.
@Suite struct PartOfPlanTests {
    @Test("a filtered run never deletes outside its filter, whatever became of the days", arguments: Rehearsal.few)
    func movedIntoPast(behaviour: String) async throws {
        // The plan now begins two weeks earlier, so every event on the calendar has a day that is gone.
        let filters: [[String]] = [
            ["--only", "base.w1"], ["--only", "base.w1.long"], ["--to", "2027-01-10"], ["--from", "2027-01-11"],
            ["--from", "2027-01-10", "--to", "2027-01-12"], ["--until", "2027-01-09"], ["--only", "nothing.*"],
            ["--to", "2027-01-03"], ["--from", "2026-12-21", "--to", "2027-01-03"],
        ]
        for filter in filters {
            let rehearsal = try await Rehearsal.published(behaviour)
            try rehearsal.edit("start: 2027-01-04", "start: 2026-12-21")
            let before = await rehearsal.service.events()
            rehearsal.world.clear()
            let more = ["--expect-deletes", "\(before.count { admits($0, filter) })"]
            let status = await rehearsal.world.run(
                ["apply", Rehearsal.file, "--yes", "--sandbox", "--today", "2027-01-04"] + filter + more)
            #expect([0, 4].contains(status), "\(filter): \(rehearsal.world.talk)")
            let left = Set(await rehearsal.service.events().map(\.id))
            for event in before where !admits(event, filter) {
                #expect(left.contains(event.id), "\(filter) deleted \(event.externalID ?? "") of \(event.day)")
            }
            #expect(status == 4 || left.count == before.count { !admits($0, filter) }, "\(filter)")
        }
    }

    /// Whether the filter admits an event by its key and its day on the calendar: a naive reading of the contract.
    private func admits(_ event: SandboxEvent, _ filter: [String]) -> Bool {
        let key = event.externalID?.split(separator: ":")[2] ?? ""
        return stride(from: 0, to: filter.count, by: 2).allSatisfy { index in
            let value = filter[index + 1]
            switch filter[index] {
            case "--only": return value == "base.w1" ? key.hasPrefix("base.w1.") : key == value
            case "--from": return event.day.description >= value
            default: return event.day.description <= value
            }
        }
    }

    @Test("a filtered run raises no generation and says that it is one")
    func filtered() async throws {
        let rehearsal = try await Rehearsal.published()
        try rehearsal.edit("[300, 320]", "[340, 360]")
        #expect(await rehearsal.apply("--only", "base.w1") == 0)
        #expect(rehearsal.world.file(Rehearsal.state)?.contains("\"generation\": 1") == true)
        #expect(await rehearsal.apply() == 0)
        #expect(rehearsal.world.file(Rehearsal.state)?.contains("\"generation\": 2") == true)
    }

    private static let kinds = ["HOLIDAY", "SICK", "INJURED"]

    /// The small plan with an athlete's own day off over its first week end.
    private func away(_ behaviour: String, kind: String, fromCalendar: Bool) async throws -> Rehearsal {
        let availability = "availability: {default: 5h, from_calendar: \(fromCalendar)}\n"
        let rehearsal = try await Rehearsal.published(behaviour) {
            $0.replacing("phases:", with: "\(availability)phases:") + "rails: {updates: 100%, deletes: 100%}\n"
        }
        try await rehearsal.service.add(
            """
            {"category":"\(kind)","name":"Away","start_date_local":"2027-01-09T00:00:00",
             "end_date_local":"2027-01-11T00:00:00"}
            """)
        await rehearsal.service.resetLog()
        return rehearsal
    }

    @Test(
        "from_calendar: the athlete's own holiday takes its sessions off, and gives them back when it goes",
        arguments: kinds, [true, false])
    func fromCalendar(kind: String, isOn: Bool) async throws {
        let rehearsal = try await away("plain", kind: kind, fromCalendar: isOn)
        #expect(await rehearsal.run("diff", Rehearsal.file, "--format", "json") == 0, "\(rehearsal.world.talk)")
        let deletes = try rehearsal.list("changes").filter { $0["action"] as? String == "delete" }
        let reasons = deletes.compactMap { $0["reason"] as? String }
        #expect(deletes.contains { $0["key"] as? String == "base.w1.long" } == isOn)
        #expect(reasons.allSatisfy { $0 == "athlete_unavailable" })
        #expect(rehearsal.world.talk.contains("Away") == isOn)
        let own = try #require(await rehearsal.service.events().first { $0.name == "Away" })
        #expect(await rehearsal.apply() == 0, "\(rehearsal.world.talk)")
        let onDay = await rehearsal.service.events().filter { $0.day == CivilDate("2027-01-10") }
        #expect(onDay.count == (isOn ? 0 : 1))
        #expect(await rehearsal.service.event(own.id) == own)
        // The state is no older for it, and the sessions come back with the athlete.
        try await rehearsal.service.delete(event: own.id)
        #expect(await rehearsal.apply() == 0, "\(rehearsal.world.output)\(rehearsal.world.talk)")
        let back = await rehearsal.service.events()
        #expect(back.count == 6 && back.contains { $0.day == CivilDate("2027-01-10") })
        #expect(await rehearsal.apply() == 0)
        #expect(rehearsal.world.output.hasPrefix("Nothing to do"))
    }

    @Test(
        "from_calendar: check and show don't depend on the calendar, and what the plan itself published is no holiday")
    func ownLife() async throws {
        let life = "life:\n  - {id: trip, kind: holiday, from: 2027-01-12, to: 2027-01-13}\n"
        let rehearsal = try await Rehearsal.published {
            $0.replacing("phases:", with: "availability: {default: 5h, from_calendar: true}\n\(life)phases:")
        }
        #expect(await rehearsal.service.events().contains { $0.category == "HOLIDAY" })
        #expect(await rehearsal.apply() == 0)
        #expect(rehearsal.world.output.hasPrefix("Nothing to do"), "\(rehearsal.world.output)")
        #expect(!rehearsal.world.talk.contains("on the athlete's calendar"))
    }

    @Test("a key that may only read is refused before the first write", arguments: Rehearsal.both)
    func readOnly(behaviour: String) async throws {
        let squad = try await Squad(try #require(Rehearsal.behaviours[behaviour]))
        #expect(await squad.run(squad.world(), "apply", "--yes") == 0)
        try await squad.service.change { $0.grant(.read, to: "i2", on: "i101") }
        let world = squad.world()
        world.set("Plans/small.plan.yaml", smallPlan.replacing("[300, 320]", with: "[360, 320]"))
        await squad.service.resetLog()
        // Looking is allowed.
        let one = ["Plans/small.plan.yaml", "--athlete", "i101", "--sandbox", "--today", "2026-12-28"]
        #expect(await world.run(["diff"] + one) == 0, "\(world.talk)")
        for words in [["apply", "--yes"], ["remove", "--yes", "--expect-deletes", "6"]] {
            world.clear()
            #expect(await world.run([words[0]] + one + words.dropFirst()) == 1, "\(words)")
            #expect(world.talk.contains("read") && world.talk.contains("nothing was written"), "\(world.talk)")
        }
        #expect(await squad.service.requestLog.allSatisfy { $0.method == "GET" })
        // In a squad that athlete alone is refused.
        world.clear()
        #expect(await squad.run(world, "apply", "--yes", "--format", "json", "--expect-updates", "3") == 5)
        #expect(await squad.writes(to: "i101").isEmpty)
        #expect(await !squad.writes(to: "i102").isEmpty)
        #expect(await !squad.writes(to: "i103").isEmpty)
    }
}
