import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct EventBodyTests {
    private func text(_ body: EventBody) throws -> String {
        String(decoding: try body.jsonBytes(), as: UTF8.self)
    }

    @Test("sends nothing that is not set")
    func empty() throws {
        #expect(try text(EventBody()) == "{}")
    }

    @Test("sends false, 0, the empty text and the empty list, since they change something")
    func fallback() throws {
        var body = EventBody()
        body.indoor = false
        body.loadTarget = 0
        body.description = ""
        body.tags = []
        #expect(try text(body) == #"{"description":"","indoor":false,"load_target":0,"tags":[]}"#)
    }

    @Test("writes every field under the service's name, keys in order")
    func allFields() throws {
        var body = EventBody()
        body.externalID = "plan:a/b"
        (body.category, body.type, body.name) = ("RACE_A", "GravelRide", "Größe \"1\"")
        body.description = "- 10m 60%\n"
        body.startDateLocal = LocalDateTime("2026-05-01T09:30")
        body.endDateLocal = LocalDateTime("2026-05-02")
        (body.forWeek, body.target, body.indoor) = (false, "POWER", true)
        (body.tags, body.color) = (["key"], "green")
        (body.movingTime, body.distance, body.trainingLoad) = (3600, 40_500.5, 100)
        (body.loadTarget, body.timeTarget, body.distanceTarget) = (90, 1800, 1000)
        (body.athleteCannotEdit, body.hideFromAthlete, body.notOnFitnessChart) = (true, false, true)
        body.trainingAvailability = "LIMITED"
        let expected =
            #"{"athlete_cannot_edit":true,"category":"RACE_A","color":"green","description":"- 10m 60%\n","#
            + #""distance":40500.5,"distance_target":1000,"end_date_local":"2026-05-02T00:00:00","#
            + #""external_id":"plan:a/b","for_week":false,"hide_from_athlete":false,"icu_training_load":100,"#
            + #""indoor":true,"load_target":90,"moving_time":3600,"name":"Größe \"1\"","not_on_fitness_chart":true,"#
            + #""start_date_local":"2026-05-01T09:30:00","tags":["key"],"target":"POWER","time_target":1800,"#
            + #""training_availability":"LIMITED","type":"GravelRide"}"#
        #expect(try text(body) == expected)
    }
}
