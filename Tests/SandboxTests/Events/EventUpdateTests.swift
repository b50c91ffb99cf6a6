import Testing

@testable import Sandbox

@Suite("Changing events")
struct EventUpdateTests {
    /// An event with everything set that a client may clear.
    private static let full = ride().with([
        "external_id": "x", "color": "green", "tags": ["a", "b"], "load_target": 50, "time_target": 3600,
        "distance_target": .number(1000.5), "description": "Easy", "icu_training_load": 40, "moving_time": 3600,
    ])

    private func updated(
        _ change: JSONValue, _ switches: Switches = Switches(), from body: JSONValue = full
    ) async throws -> Answer {
        let desk = Desk(switches)
        let id = try await desk.create(body)[0]
        return await desk.send("PUT", "athlete/0/events/\(id)", change)
    }

    @Test("only the fields that are sent change, and null changes nothing")
    func partial() async throws {
        let event = try await updated(["name": "New", "color": .null, "load_target": .null, "tags": .null]).json
        #expect(event["name"] == "New")
        #expect(event["color"] == "green")
        #expect(event["load_target"] == 50)
        #expect(event["tags"] == ["a", "b"])
        #expect(event["description"] == "Easy")
        #expect(event["category"] == "WORKOUT")
    }

    @Test("-1 clears numbers, an empty string strings, an empty list lists")
    func clears() async throws {
        let event = try await updated([
            "load_target": -1, "time_target": -1, "distance_target": -1, "external_id": "", "color": "", "tags": [],
        ]).json
        for name in ["load_target", "time_target", "distance_target", "external_id", "color", "tags"] {
            #expect(event[name] == .null, "\(name)")
        }
    }

    @Test("tags replace the old ones")
    func tags() async throws {
        #expect(try await updated(["tags": ["c"]]).json["tags"] == ["c"])
    }

    @Test("a replacing PUT puts back what is not sent, but not what the server made")
    func replacing() async throws {
        var switches = Switches()
        switches.putReplaces = true
        let answer = try await updated(ride().with(["name": "New"]), switches)
        #expect(answer.json["color"] == .null)
        #expect(answer.json["external_id"] == .null)
        #expect(answer.json["id"] != .null)
        #expect(answer.json["uid"] != .null)
        #expect(try await updated(["name": "New"], switches).error == "start_date_local is required")
    }

    @Test("whether PUT changes an external id is a switch")
    func externalID() async throws {
        var switches = Switches()
        #expect(try await updated(["external_id": "y"], switches).json["external_id"] == "y")
        switches.putChangesExternalID = false
        #expect(try await updated(["external_id": "y"], switches).json["external_id"] == "x")
        #expect(try await updated(["external_id": "y"], switches, from: ride()).json["external_id"] == .null)
    }

    @Test("a new start without an end makes it one day; an end that is sent holds")
    func moves() async throws {
        let long = note("2026-03-03", ["category": "HOLIDAY", "end_date_local": "2026-03-10T00:00:00"])
        let alone = try await updated(["start_date_local": "2026-03-05T00:00:00"], from: long).json
        #expect(alone["end_date_local"] == "2026-03-06T00:00:00")
        let both = try await updated(
            ["start_date_local": "2026-03-05T00:00:00", "end_date_local": "2026-03-12T00:00:00"], from: long
        ).json
        #expect(both["end_date_local"] == "2026-03-12T00:00:00")
        #expect(try await updated(["name": "New"], from: long).json["end_date_local"] == "2026-03-10T00:00:00")
    }

    @Test("a PUT of a note without category means a workout where the switch says so")
    func category() async throws {
        var switches = Switches()
        #expect(try await updated(["name": "New"], switches, from: note()).json["category"] == "NOTE")
        switches.putWithoutCategoryMeansWorkout = true
        #expect(try await updated(["name": "New"], switches, from: note()).error == "Missing type")
        #expect(try await updated(["name": "New", "category": "NOTE"], switches, from: note()).status == 200)
    }

    @Test(
        "descriptions are kept, or changed as the switch says",
        arguments: [
            (Switches.DescriptionRule.verbatim, "a \nb\r\n\n"), (.carriageReturns, "a \r\nb\r\n\r\n"),
            (.trimmed, "a\nb"), (.trailingBlank, "a \nb\r\n\n "),
        ])
    func descriptions(rule: Switches.DescriptionRule, expected: String) async throws {
        var switches = Switches()
        switches.descriptions = rule
        let desk = Desk(switches)
        let id = try await desk.create(ride().with(["description": "a \nb\r\n\n"]))[0]
        #expect(await desk.send("GET", "athlete/0/events/\(id)").json["description"].asText == expected)
        // Sending it back changes nothing more.
        let again = await desk.send("PUT", "athlete/0/events/\(id)", ["description": .text(expected)])
        #expect(again.json["description"].asText == expected)
    }

    @Test("a refused change changes nothing")
    func refused() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        let before = await desk.sandbox.event(id)
        for change in [["name": " "], ["type": "Biking"], ["start_date_local": "2026-03-04"]] as [JSONValue] {
            #expect(await desk.send("PUT", "athlete/0/events/\(id)", change).status == 422)
        }
        #expect(await desk.sandbox.event(id) == before)
    }

    @Test("an unknown event is 404, an id that is no int32 is 422")
    func unknown() async {
        let desk = Desk()
        #expect(await desk.send("PUT", "athlete/0/events/5", ["name": "x"]).status == 404)
        #expect(await desk.send("PUT", "athlete/0/events/x", ["name": "x"]).status == 422)
        #expect(await desk.send("PUT", "athlete/0/events/3000000000", ["name": "x"]).status == 422)
    }

    @Test("moving to a full day is refused")
    func fullDay() async throws {
        let desk = Desk()
        await desk.send("POST", "athlete/0/events/bulk", .list(Array(repeating: note("2026-03-09"), count: 20)))
        let id = try await desk.create(ride())[0]
        let answer = await desk.send("PUT", "athlete/0/events/\(id)", ["start_date_local": "2026-03-09T00:00:00"])
        #expect(answer.status == 422)
    }

    @Test("PUT of a span sets the two flags for coaches and nothing else")
    func flags() async throws {
        let desk = Desk()
        try await desk.create(ride("2026-03-03"), ride("2026-03-05"))
        let answer = await desk.send(
            "PUT", "athlete/0/events?oldest=2026-03-03&newest=2026-03-04", ["hide_from_athlete": true, "name": "No"])
        #expect(answer.rows.count == 1)
        #expect(answer.rows[0]["hide_from_athlete"] == true)
        #expect(answer.names == ["Ride"])
        #expect(await desk.send("PUT", "athlete/0/events?oldest=2026-03-03", [:]).status == 422)
    }

    @Test("what a coach locks or hides is so for the athlete")
    func coachFlags() async {
        let desk = Desk(data: CallerTests.data)
        let coach = desk.with(authorization: Desk.basic("coach"))
        let locked = await coach.send("POST", "athlete/i1/events", ride().with(["athlete_cannot_edit": true])).json
        let path = "athlete/i1/events/\(locked["id"].asInteger ?? 0)"
        #expect(await desk.send("PUT", path, ["name": "x"]).status == 403)
        #expect(await desk.send("DELETE", path).status == 403)
        #expect(await coach.send("PUT", path, ["hide_from_athlete": true]).status == 200)
        #expect(await desk.send("GET", path).status == 404)
        #expect(await desk.send("GET", "athlete/0/events").rows.isEmpty)
        #expect(await coach.send("GET", "athlete/i1/events").rows.count == 1)
    }
}
