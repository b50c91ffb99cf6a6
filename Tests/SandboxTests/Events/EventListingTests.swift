import Testing

@testable import Sandbox

@Suite("Listing events")
struct EventListingTests {
    private func desk(_ switches: Switches = Switches()) async throws -> Desk {
        let desk = Desk(switches)
        try await desk.create(
            ride("2026-03-09", ["name": "Late"]), ride("2026-03-01", ["name": "Yesterday"]),
            ride("2026-03-08", ["name": "Sunday"]), ride("2026-03-02", ["name": "Today"]),
            note("2026-02-20", ["name": "Holiday", "category": "HOLIDAY", "end_date_local": "2026-03-04T00:00:00"]))
        return desk
    }

    @Test("without dates it is today and six days more, with what reaches into them, in the order of time")
    func defaults() async throws {
        #expect(try await desk().send("GET", "athlete/0/events").names == ["Holiday", "Today", "Sunday"])
    }

    @Test("both ends count, and newest follows from oldest")
    func dates() async throws {
        let desk = try await desk()
        #expect(await desk.send("GET", "athlete/0/events?oldest=2026-03-03").names == ["Holiday", "Sunday", "Late"])
        #expect(await desk.send("GET", "athlete/0/events?oldest=2026-03-04&newest=2026-03-08").names == ["Sunday"])
        #expect(
            await desk.send("GET", "athlete/0/events?oldest=2026-03-01T00:00:00&newest=2026-03-01").names == [
                "Holiday", "Yesterday",
            ])
        #expect(await desk.send("GET", "athlete/0/events?oldest=2026-03-09&newest=2026-03-01").names == [])
    }

    @Test("only what starts in the span is listed where the switch says so")
    func startsOnly() async throws {
        var switches = Switches()
        switches.listsByStartOnly = true
        #expect(try await desk(switches).send("GET", "athlete/0/events").names == ["Today", "Sunday"])
    }

    @Test("categories and a limit narrow the list")
    func narrows() async throws {
        let desk = try await desk()
        #expect(await desk.send("GET", "athlete/0/events?category=HOLIDAY,NOTE").names == ["Holiday"])
        #expect(await desk.send("GET", "athlete/0/events?category=WORKOUT&limit=1").names == ["Today"])
        #expect(await desk.send("GET", "athlete/0/events?calendar_id=2").names == [])
    }

    @Test("values that cannot be read are 422", arguments: ["oldest=3.3.2026", "limit=x", "resolve=maybe", "ext=tcx"])
    func refuses(query: String) async {
        #expect(await Desk().send("GET", "athlete/0/events?\(query)").status == 422)
    }

    @Test("a calendar that is switched off is not listed, its events still answer by id")
    func disabledCalendar() async throws {
        let desk = try await desk()
        try await desk.sandbox.change { $0.setCalendar(1, enabled: false, athlete: "i1") }
        #expect(await desk.send("GET", "athlete/0/events").names == [])
        let id = try #require(await desk.sandbox.events().first?.id)
        #expect(await desk.send("GET", "athlete/0/events/\(id)").status == 200)
    }

    @Test("reading moves the time of change only where the switch says so")
    func touch() async throws {
        for moves in [false, true] {
            var switches = Switches()
            switches.updatedMovesOnRead = moves
            let desk = try await desk(switches)
            let first = await desk.send("GET", "athlete/0/events").rows.map { $0["updated"] }
            let second = await desk.send("GET", "athlete/0/events").rows.map { $0["updated"] }
            #expect((first != second) == moves)
        }
    }

    @Test("a table has a line of names and quotes what needs it")
    func csv() async throws {
        let desk = Desk()
        try await desk.create(ride().with(["name": "Long, \"easy\"", "description": "a\nb"]))
        let response = await desk.raw("GET", "athlete/0/events.csv")
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.headers["Content-Type"] == "text/csv")
        #expect(text.hasPrefix("id,"))
        #expect(text.contains("\"Long, \"\"easy\"\"\",\"a\nb\""))
    }

    @Test("tags in use and events of the fitness model have lists of their own")
    func otherLists() async throws {
        let desk = Desk()
        try await desk.create(
            ride().with(["tags": ["b", "a"]]), note("2026-05-01", ["category": "FITNESS_DAYS", "ctl_days": 50]),
            note("2026-04-01", ["category": "SET_FITNESS", "icu_ctl": 50]), note())
        #expect(await desk.send("GET", "athlete/0/event-tags").json == ["a", "b"])
        let rows = await desk.send("GET", "athlete/0/fitness-model-events").rows
        #expect(rows.map { $0["category"] } == ["SET_FITNESS", "FITNESS_DAYS"])
        #expect(rows[0]["icu_ctl"] == .number(50))
    }
}
