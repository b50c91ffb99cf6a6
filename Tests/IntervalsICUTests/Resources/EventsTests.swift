import CivilDates
import Testing

@testable import IntervalsICU

/// What goes over the wire for each call, byte for byte.
@Suite struct EventsTests {
    private let event = #"{"id":5,"start_date_local":"2026-05-05T00:00:00","category":"NOTE"}"#

    private func body(_ name: String) -> EventBody {
        var body = EventBody()
        body.name = name
        body.startDateLocal = LocalDateTime("2026-05-05")
        return body
    }

    private func sent(_ scene: Scene) -> [String] {
        scene.transport.requests.map { request in
            let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
            return "\(request.method) \(request.target)\(body)"
        }
    }

    @Test("lists a span of days")
    func lists() async throws {
        let scene = Scene(.answer(200, "[\(event)]"))
        let oldest = try #require(CivilDate("2026-05-01"))
        let events = try await scene.client.events(athlete: "i/7", oldest: oldest, newest: oldest + 60)
        #expect(events.map(\.id) == [5])
        #expect(sent(scene) == ["GET /api/v1/athlete/i%2F7/events?oldest=2026-05-01&newest=2026-06-30"])
    }

    @Test("gets one, and those that steer the fitness model")
    func gets() async throws {
        let one = Scene(.answer(200, event))
        #expect(try await one.client.event(athlete: "0", id: 5).category == "NOTE")
        #expect(sent(one) == ["GET /api/v1/athlete/0/events/5"])
        let json = """
            [{"id":1,"start_date_local":"2026-01-01","category":"FITNESS_DAYS","ctl_days":50,"atl_days":9},
             {"id":2,"start_date_local":"2026-01-02","category":"SET_FITNESS","icu_ctl":40.5,"icu_atl":30}]
            """
        let several = Scene(.answer(200, json))
        let events = try await several.client.fitnessModelEvents(athlete: "0")
        #expect((events[0].ctlDays, events[0].atlDays, events[1].ctl, events[1].atl) == (50, 9, 40.5, 30))
        #expect(sent(several) == ["GET /api/v1/athlete/0/fitness-model-events"])
    }

    @Test("creates one")
    func createsOne() async throws {
        let scene = Scene(.answer(200, event))
        #expect(try await scene.client.createEvent(athlete: "0", body("a")).id == 5)
        #expect(
            sent(scene) == [
                #"POST /api/v1/athlete/0/events {"name":"a","start_date_local":"2026-05-05T00:00:00"}"#
            ])
    }

    @Test("creates many in one call, replacing by external id")
    func createsMany() async throws {
        let scene = Scene(.answer(200, "[\(event)]"))
        #expect(try await scene.client.createEvents(athlete: "0", [body("a"), body("b")]).count == 1)
        #expect(
            sent(scene) == [
                "POST /api/v1/athlete/0/events/bulk?upsert=true "
                    + #"[{"name":"a","start_date_local":"2026-05-05T00:00:00"},"#
                    + #"{"name":"b","start_date_local":"2026-05-05T00:00:00"}]"#
            ])
    }

    @Test("updates by id with the given fields alone")
    func updates() async throws {
        let scene = Scene(.answer(200, event))
        var change = EventBody()
        change.category = "NOTE"
        #expect(try await scene.client.updateEvent(athlete: "0", id: 5, change).id == 5)
        #expect(sent(scene) == [#"PUT /api/v1/athlete/0/events/5 {"category":"NOTE"}"#])
    }

    @Test("deletes by id, one or many")
    func deletes() async throws {
        let one = Scene(.answer(200, "{}"))
        try await one.client.deleteEvent(athlete: "0", id: 5)
        #expect(sent(one) == ["DELETE /api/v1/athlete/0/events/5"])
        let many = Scene(.answer(200, #"{"eventsDeleted":2}"#))
        #expect(try await many.client.deleteEvents(athlete: "0", ids: [5, 6, 7]) == 2)
        #expect(sent(many) == [#"PUT /api/v1/athlete/0/events/bulk-delete [{"id":5},{"id":6},{"id":7}]"#])
    }
}
