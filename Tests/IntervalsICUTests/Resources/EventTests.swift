import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct EventTests {
    private func events(_ json: String) async throws -> [Event] {
        let day = try #require(CivilDate("2026-05-01"))
        return try await Scene(.answer(200, json)).client.events(athlete: "0", oldest: day, newest: day)
    }

    /// Shaped like a recorded answer: all fields present, most of them null.
    private let workout = """
        [{"id": 12345678, "start_date_local": "2026-05-05T00:00:00", "icu_training_load": 116, "icu_atl": 41.3,
          "icu_ctl": 38.25, "type": "Ride", "calendar_id": 1, "uid": "d7b1", "athlete_id": "i7", "category": "WORKOUT",
          "end_date_local": "2026-05-06T00:00:00", "name": "4x8", "description": "- 20m 60%\\r\\n\\n4x\\n- 8m 105%",
          "indoor": false, "color": null, "moving_time": 5640, "icu_ftp": 250, "atl_days": null, "ctl_days": null,
          "updated": "2026-02-21T17:43:29.943+00:00", "not_on_fitness_chart": false, "show_as_note": false,
          "for_week": false, "target": "AUTO", "joules": 1038960, "workout_doc": {"steps": [
             {"duration": 1200, "power": {"units": "%ftp", "value": 60}},
             {"reps": 4, "text": "4x", "steps": [{"duration": 480}, {"duration": 240}], "duration": 2880},
             {"duration": 600, "_power": {"value": 150}}], "duration": 5640, "distance": 0.0, "zoneTimes": [],
             "normalized_power": 215, "average_watts": 184, "ftp": 250}, "push_errors": null,
          "athlete_cannot_edit": true, "hide_from_athlete": false, "structure_read_only": false,
          "created_by_id": "i7", "entered": null, "carbs_per_hour": null, "distance": 0.0, "tags": ["a", "b"],
          "oauth_client_id": null, "external_id": "plan:gf:w01.tue", "load_target": null, "time_target": null,
          "distance_target": null, "plan_name": null, "paired_activity_id": null, "icu_intensity": 86.05,
          "strain_score": 131.2, "some_new_field": {"deep": [1, 2]}}]
        """

    @Test("reads a workout with all its fields")
    func readsWorkout() async throws {
        let event = try #require(try await events(workout).first)
        #expect(event.id == 12_345_678)
        #expect(event.externalID == "plan:gf:w01.tue")
        #expect((event.category, event.type, event.name) == ("WORKOUT", "Ride", "4x8"))
        #expect(event.description == "- 20m 60%\r\n\n4x\n- 8m 105%")
        #expect(event.startDateLocal == LocalDateTime("2026-05-05"))
        #expect(event.endDateLocal == LocalDateTime("2026-05-06"))
        #expect((event.movingTime, event.trainingLoad, event.intensity) == (5640, 116, 86.05))
        #expect((event.distance, event.loadTarget, event.pairedActivityID) == (0, nil, nil))
        #expect((event.calendarID, event.createdByID, event.oauthClientID) == (1, "i7", nil))
        #expect((event.athleteCannotEdit, event.hideFromAthlete, event.indoor) == (true, false, false))
        #expect((event.tags, event.target, event.uid) == (["a", "b"], "AUTO", "d7b1"))
        #expect((event.ctl, event.atl, event.ftp) == (38.25, 41.3, 250))
    }

    @Test("counts the entries of a document at the top and inside repeats")
    func countsSteps() async throws {
        let event = try #require(try await events(workout).first)
        let expected = WorkoutDocumentSummary(
            stepCount: 5, duration: 5640, distance: 0, normalizedPower: 215, averageWatts: 184)
        #expect(event.workoutDoc == expected)
    }

    @Test("an event may leave out all but its id and start")
    func sparse() async throws {
        let event = try #require(try await events(#"[{"id":1,"start_date_local":"2026-05-05"}]"#).first)
        let start = try #require(LocalDateTime("2026-05-05"))
        var expected = Event(id: 1, category: "", startDateLocal: start)
        expected.tellsDocument = false
        #expect(event == expected)
    }

    @Test("null is like absent")
    func nulls() async throws {
        let names = [
            "external_id", "category", "type", "name", "description", "end_date_local", "for_week", "target", "indoor",
            "tags", "moving_time", "distance", "icu_training_load", "icu_intensity", "workout_doc", "updated",
            "athlete_cannot_edit", "icu_ctl", "ctl_days", "icu_ftp",
        ]
        let fields = names.map { #""\#($0)":null"# }.joined(separator: ",")
        let event = try #require(
            try await events(#"[{"id":1,"start_date_local":"2026-05-05",\#(fields)}]"#).first)
        let start = try #require(LocalDateTime("2026-05-05"))
        #expect(event == Event(id: 1, category: "", startDateLocal: start))
    }

    @Test("takes whole numbers written as broken ones, numbers as text, and ids as numbers")
    func lenientNumbers() async throws {
        let json = """
            [{"id": 7.0, "start_date_local": "2026-05-05T06:00", "moving_time": 3600.0, "icu_training_load": "62",
              "distance": 1000, "external_id": 42, "indoor": 1, "icu_intensity": 80, "oauth_client_id": 3.0}]
            """
        let event = try #require(try await events(json).first)
        #expect((event.id, event.movingTime, event.trainingLoad) == (7, 3600, 62))
        #expect((event.distance, event.externalID, event.indoor) == (1000, "42", true))
        #expect((event.intensity, event.oauthClientID) == (80, 3))
        #expect(event.startDateLocal.time == ClockTime("06:00"))
    }

    @Test(
        "names the place of a field of the wrong type",
        arguments: [
            (#"[{"id":1,"start_date_local":"2026-05-05"},{"id":{},"start_date_local":"2026-05-05"}]"#, "[1].id"),
            (#"[{"id":1,"start_date_local":"yesterday"}]"#, "[0].start_date_local"),
            (#"[{"id":1}]"#, "[0].start_date_local"),
            (#"[{"id":1,"start_date_local":"2026-05-05","moving_time":[1]}]"#, "[0].moving_time"),
            (#"[{"id":1,"start_date_local":"2026-05-05","external_id":{"a":1}}]"#, "[0].external_id"),
            (#"[{"id":1,"start_date_local":"2026-05-05","tags":"a"}]"#, "[0].tags"),
            (#"[{"id":1,"start_date_local":"2026-05-05","workout_doc":{"steps":7}}]"#, "[0].workout_doc.steps"),
            (#"[7]"#, "[0]"),
            (#"{"id":1}"#, "the answer as a whole"),
        ])
    func wrongTypes(_ json: String, _ place: String) async throws {
        let day = try #require(CivilDate("2026-05-01"))
        let error = await Scene(.answer(200, json)).error { client in
            try await client.events(athlete: "0", oldest: day, newest: day)
        }
        guard case .malformedAnswer("GET", "/api/v1/athlete/0/events", let what) = error else {
            Issue.record("no malformed answer but \(String(describing: error))")
            return
        }
        #expect(what.hasPrefix(place + ":"))
    }

    @Test("numbers beyond all bounds do not crash")
    func hugeNumbers() async throws {
        let json = #"[{"id":1,"start_date_local":"2026-05-05","moving_time":1e308,"icu_training_load":-1e300}]"#
        let event = try #require(try await events(json).first)
        #expect(event.movingTime == 9_000_000_000_000_000)
        #expect(event.trainingLoad == -9_000_000_000_000_000)
    }
}
