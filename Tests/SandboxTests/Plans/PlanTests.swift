import Testing

@testable import Sandbox

@Suite("Library plans on the calendar")
struct PlanTests {
    /// A plan with workouts on its days 0, 2 and 9.
    private func plan(_ desk: Desk) async throws -> Int {
        let id = try #require(
            await desk.send("POST", "athlete/0/folders", ["name": "P", "type": "PLAN"]).json["id"].asInteger)
        for day in [0, 2, 9] {
            await desk.send(
                "POST", "athlete/0/workouts",
                [
                    "folder_id": .integer(id), "type": "Ride", "name": .text("Day \(day)"), "day": .integer(day),
                    "description": "- 30m 60%",
                ])
        }
        return id
    }

    @Test("each workout comes on its day after the start, and knows where it is from")
    func applied() async throws {
        let desk = Desk()
        let id = try await plan(desk)
        let body: JSONValue = [
            "folder_id": .integer(id), "start_date_local": "2026-03-09T00:00:00",
            "extra_workouts": [["name": "Extra", "type": "Run", "day": 4]],
        ]
        #expect(await desk.send("POST", "athlete/0/events/apply-plan", body).status == 200)
        let rows = await desk.send("GET", "athlete/0/events?oldest=2026-03-09&newest=2026-03-31").rows
        #expect(
            rows.map { $0["start_date_local"] } == [
                "2026-03-09T00:00:00", "2026-03-11T00:00:00", "2026-03-13T00:00:00", "2026-03-18T00:00:00",
            ])
        #expect(rows.map { $0["plan_folder_id"] } == Array(repeating: .integer(id), count: 4))
        #expect(rows[0]["plan_name"] == "P")
        #expect(rows[0]["moving_time"] == 1800)
        #expect(rows.allSatisfy { $0["plan_applied"] != .null })
    }

    @Test("changes of an assigned plan reach today and later only")
    func changes() async throws {
        let desk = Desk()
        let id = try await plan(desk)
        // Today is 2 March: the plan's days 0 and 2 lie before it, day 9 after.
        let assigned = await desk.send(
            "PUT", "athlete/0/training-plan",
            ["training_plan_id": .integer(id), "training_plan_start_date": "2026-02-25"])
        #expect(assigned.json["training_plan"]["name"] == "P")
        await desk.send("PUT", "athlete/0/apply-plan-changes")
        #expect(await desk.sandbox.events().map(\.name) == ["Day 9"])
        let last = await desk.send("GET", "athlete/0/workouts").rows[2]["id"].asInteger ?? 0
        await desk.send("PUT", "athlete/0/workouts/\(last)", ["name": "Later"])
        await desk.send("PUT", "athlete/0/apply-plan-changes")
        #expect(await desk.sandbox.events().map(\.name) == ["Later"])
    }

    @Test("no plan, no start and no such folder are refused")
    func refused() async throws {
        let desk = Desk()
        #expect(await desk.send("PUT", "athlete/0/apply-plan-changes").status == 422)
        #expect(await desk.send("POST", "athlete/0/events/apply-plan", ["folder_id": 1]).status == 422)
        let body: JSONValue = ["folder_id": 77, "start_date_local": "2026-03-09T00:00:00"]
        #expect(await desk.send("POST", "athlete/0/events/apply-plan", body).status == 404)
        #expect(await desk.send("PUT", "athlete-plans", [["id": "i9", "training_plan_alias": "A"]]).status == 403)
    }
}
