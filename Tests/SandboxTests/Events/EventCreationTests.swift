import Testing

@testable import Sandbox

@Suite("Creating events")
struct EventCreationTests {
    @Test("a fresh note has its defaults, a day's length and nothing else")
    func freshNote() async {
        let event = await Desk().send("POST", "athlete/0/events", note()).json
        #expect(event["start_date_local"] == "2026-03-03T00:00:00")
        #expect(event["end_date_local"] == "2026-03-04T00:00:00")
        #expect(event["training_availability"] == "NORMAL")
        #expect(event["calendar_id"] == 1)
        #expect(event["entered"] == false)
        for name in ["indoor", "type", "icu_training_load", "icu_ctl", "tags", "workout_doc", "external_id"] {
            #expect(event[name] == .null, "\(name)")
            #expect(event.asObject?[name] != nil, "\(name) is shown as null")
        }
    }

    @Test("a workout is not indoors unless it says so, and a timed one still ends at midnight")
    func workoutDefaults() async {
        let event = await Desk().send(
            "POST", "athlete/0/events", ride().with(["start_date_local": "2026-03-03T17:30"])
        ).json
        #expect(event["start_date_local"] == "2026-03-03T17:30:00")
        #expect(event["end_date_local"] == "2026-03-04T00:00:00")
        #expect(event["indoor"] == false)
    }

    @Test("ids rise, uids differ, what the client sends for either is ignored")
    func serverMade() async throws {
        let desk = Desk()
        let body = ride().with(["id": 5, "uid": "mine", "calendar_id": 9, "workout_doc": ["steps": []], "icu_ctl": 50])
        let first = await desk.send("POST", "athlete/0/events", body).json
        let second = await desk.send("POST", "athlete/0/events", body).json
        let ids = [try #require(first["id"].asInteger), try #require(second["id"].asInteger)]
        #expect(ids[1] == ids[0] + 1)
        #expect(first["uid"] != second["uid"])
        #expect(first["uid"].asText?.count == 36)
        #expect(first["calendar_id"] == 1)
        #expect(first["workout_doc"] == .null)
        #expect(first["icu_ctl"] == .number(0))
        #expect(first["updated"].asText?.hasSuffix("+00:00") == true)
        #expect(first["updated"].asText ?? "" < second["updated"].asText ?? "")
    }

    @Test("a description comes back byte for byte")
    func description() async {
        let text = "Héllo\r\n\r\n  two  \u{1F6B4}\u{0301}\t\n\n"
        let event = await Desk().send("POST", "athlete/0/events", ride().with(["description": .text(text)])).json
        #expect(event["description"].asText.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test(
        "what the service refuses is 422 with a reason",
        arguments: [
            (["start_date_local": "2026-03-03"], "Invalid start_date_local 2026-03-03"),
            (["start_date_local": "2026-03-03T00:00:00Z"], "Invalid start_date_local"),
            (["start_date_local": "2026-02-30T00:00:00"], "Invalid start_date_local"),
            (["start_date_local": .null], "start_date_local is required"),
            (["start_date_local": 3], "Invalid start_date_local"),
            (["end_date_local": "2026-03-02T00:00:00"], "end_date_local is before"),
            (["type": .null], "Missing type"), (["type": "Biking"], "Invalid type"),
            (["category": "RACE_A", "type": ""], "Missing type"), (["category": "workout"], "Invalid category"),
            (["name": .null], "Name is required"), (["name": "  "], "Name is required"),
            (["category": "NOTE", "name": "", "description": "text"], "Name is required"),
            (["moving_time": .number(1.5)], "Invalid moving_time"),
            (["moving_time": 3_000_000_000], "Invalid moving_time"),
            (["tags": "one"], "Invalid tags"), (["tags": [1]], "Invalid tags"), (["indoor": "yes"], "Invalid indoor"),
            (["target": "SPEED"], "Invalid target"),
            (["filename": "a.zwo", "file_contents": "x"], "Unknown file format"),
        ] as [([String: JSONValue], String)])
    func refuses(members: [String: JSONValue], message: String) async {
        let desk = Desk()
        let answer = await desk.send("POST", "athlete/0/events", ride().with(members))
        #expect(answer.status == 422)
        #expect(answer.json["status"] == 422)
        #expect(answer.error?.contains(message) == true, "\(answer.error ?? "")")
        #expect(await desk.sandbox.events().isEmpty)
    }

    @Test(
        "a body that is no object is 422",
        arguments: ["", "{", "[]", "3", "null", #"{"a":}"#, "\u{FEFF}{}"])
    func noObject(text: String) async {
        let response = await Desk().raw("POST", "athlete/0/events", Array(text.utf8))
        #expect(response.status == 422)
    }

    @Test("a day holds 20 events")
    func twentyADay() async {
        let desk = Desk()
        let twenty = JSONValue.list(Array(repeating: note(), count: 20))
        #expect(await desk.send("POST", "athlete/0/events/bulk", twenty).rows.count == 20)
        let refused = await desk.send("POST", "athlete/0/events", note())
        #expect(refused.status == 422)
        #expect(refused.error?.contains("max is 20") == true)
        #expect(await desk.send("POST", "athlete/0/events", note("2026-03-04")).status == 200)
    }

    @Test("posting a known external id again makes a duplicate")
    func duplicates() async {
        let desk = Desk()
        for _ in 0..<2 { await desk.send("POST", "athlete/0/events", ride().with(["external_id": "x"])) }
        await desk.send("POST", "athlete/0/events/bulk", [ride().with(["external_id": "x"])])
        #expect(await desk.sandbox.events().map(\.externalID) == ["x", "x", "x"])
    }

    @Test("a bulk call answers in the order of its items, with one batch of new events")
    func bulk() async {
        let answer = await Desk().send(
            "POST", "athlete/0/events/bulk", [ride("2026-03-09", ["name": "B"]), ride("2026-03-04", ["name": "A"])])
        #expect(answer.names == ["B", "A"])
    }

    @Test("one bad item keeps a bulk call from being written, or only what follows it, as the switch says")
    func bulkWithABadItem() async {
        var switches = Switches()
        for isAtomic in [true, false] {
            switches.bulkIsAtomic = isAtomic
            let desk = Desk(switches)
            let answer = await desk.send(
                "POST", "athlete/0/events/bulk", [ride(), ride().with(["type": .null]), ride()])
            #expect(answer.status == 422)
            #expect(await desk.sandbox.events().count == (isAtomic ? 0 : 1))
        }
    }
}
