import Testing

@testable import Sandbox

@Suite("The library")
struct LibraryTests {
    private let text: JSONValue = "- 10m 60%\n\n2x\n- 5m 95%\n- 5m 50%\n"

    private func folder(_ desk: Desk, _ members: [String: JSONValue] = [:]) async throws -> Int {
        let body: JSONValue = ["name": "F", "type": "PLAN"]
        return try #require(await desk.send("POST", "athlete/0/folders", body.with(members)).json["id"].asInteger)
    }

    private func workout(_ folder: Int, _ members: [String: JSONValue] = [:]) -> JSONValue {
        let body: JSONValue = [
            "folder_id": .integer(folder), "type": "Ride", "name": "W", "description": text, "day": 1,
        ]
        return body.with(members)
    }

    @Test("a workout's figures follow from its text, as an event's do")
    func figures() async throws {
        let desk = Desk()
        let made = await desk.send("POST", "athlete/0/workouts", workout(try await folder(desk))).json
        let event = await desk.send("POST", "athlete/0/events", ride("2026-03-03", ["description": text])).json
        #expect(made["moving_time"] == 1800)
        #expect(made["icu_training_load"] == event["icu_training_load"])
        #expect(made["workout_doc"] == event["workout_doc"])
    }

    @Test("what is missing is named")
    func refused() async throws {
        let desk = Desk()
        let id = try await folder(desk)
        let cases: [(JSONValue, String)] = [
            (workout(999), "Folder is required"), (workout(id, ["type": .null]), "Missing type"),
            (workout(id, ["type": "Chess"]), "Invalid type"), (workout(id, ["name": " "]), "Name is required"),
        ]
        for (body, reason) in cases {
            let answer = await desk.send("POST", "athlete/0/workouts", body)
            #expect(answer.status == 422)
            #expect(answer.error == reason)
        }
        let long = workout(id, ["name": .text(String(repeating: "n", count: 81))])
        #expect(await desk.send("POST", "athlete/0/workouts/bulk", [workout(id), long]).status == 422)
        #expect(await desk.send("GET", "athlete/0/workouts").rows.isEmpty)
        #expect(await desk.send("POST", "athlete/0/folders", ["type": "PLAN"]).error == "Name is required")
    }

    @Test("a folder shows its workouts, and takes them along when it goes; an unknown one is no fault")
    func folders() async throws {
        let desk = Desk()
        let id = try await folder(desk)
        await desk.send("POST", "athlete/0/workouts/bulk", [workout(id), workout(id, ["day": 3])])
        let shown = await desk.send("GET", "athlete/0/folders").rows[0]
        #expect(shown["children"].asList?.count == 2)
        #expect(shown["num_workouts"] == 2)
        let copy = await desk.send("POST", "athlete/0/folders", ["name": "C", "copy_folder_id": .integer(id)]).json
        #expect(copy["children"].asList?.map { $0["day"] } == [1, 3])
        #expect(await desk.send("GET", "athlete/0/folders/\(id)/workouts").status == 405)
        #expect(await desk.send("DELETE", "athlete/0/folders/\(id)").json == [:])
        #expect(await desk.send("DELETE", "athlete/0/folders/999").status == 200)
        #expect(await desk.send("GET", "athlete/0/workouts").rows.map { $0["folder_id"] } == [copy["id"], copy["id"]])
    }

    @Test("an update is partial, and a new text is read anew")
    func updated() async throws {
        let desk = Desk()
        let made = await desk.send("POST", "athlete/0/workouts", workout(try await folder(desk))).json
        let id = try #require(made["id"].asInteger)
        let named = await desk.send("PUT", "athlete/0/workouts/\(id)", ["name": "V"]).json
        #expect(named["description"] == text)
        #expect(named["moving_time"] == 1800)
        let other = await desk.send("PUT", "athlete/0/workouts/\(id)", ["description": "- 20m 60%"]).json
        #expect(other["moving_time"] == 1200)
    }

    @Test("workouts of one call can be deleted together")
    func together() async throws {
        let desk = Desk()
        let id = try await folder(desk)
        let alone = await desk.send("POST", "athlete/0/workouts", workout(id)).json["id"]
        let rows = await desk.send("POST", "athlete/0/workouts/bulk", [workout(id), workout(id)]).rows
        let first = try #require(rows[0]["id"].asInteger)
        let deleted = await desk.send("DELETE", "athlete/0/workouts/\(first)?others=true").json
        #expect(deleted == .list(rows.map { $0["id"] }))
        #expect(await desk.send("GET", "athlete/0/workouts").rows.map { $0["id"] } == [alone])
    }

    @Test("only hide_from_athlete is set on a span of days, and copies lie whole weeks on")
    func spans() async throws {
        let desk = Desk()
        let id = try await folder(desk)
        let made = await desk.send("POST", "athlete/0/workouts", workout(id)).json["id"]
        let body: JSONValue = ["hide_from_athlete": true, "name": "X"]
        let rows = await desk.send("PUT", "athlete/0/folders/\(id)/workouts?oldest=1&newest=1", body).rows
        #expect(rows.map { $0["hide_from_athlete"] } == [true])
        #expect(rows.map { $0["name"] } == ["W"])
        let copies = await desk.send(
            "POST", "athlete/0/duplicate-workouts", ["numCopies": 2, "weeksBetween": 2, "workoutIds": [made]])
        #expect(copies.rows.map { $0["day"] } == [15, 29])
    }

    @Test("a folder is shared with athletes that exist, and the list replaces the one before")
    func shared() async throws {
        var data = SandboxData.fresh()
        data.addAthlete(id: "i2", name: "Bea Two")
        let desk = Desk(data: data)
        let path = "athlete/0/folders/\(try await folder(desk))/shared-with"
        let shares = await desk.send("PUT", path, [["id": "i2", "canEdit": true]]).rows
        #expect(shares.map { $0["name"] } == ["Bea Two"])
        #expect(shares.map { $0["canEdit"] } == [true])
        #expect(await desk.send("PUT", path, [["id": "i9"]]).status == 404)
        #expect(await desk.send("GET", path).rows.count == 1)
        #expect(await desk.send("PUT", path, []).rows.isEmpty)
    }
}
