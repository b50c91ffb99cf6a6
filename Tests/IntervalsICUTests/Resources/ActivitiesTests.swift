import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct ActivitiesTests {
    @Test("reads activities, and the stubs that come from Strava")
    func reads() async throws {
        let json = """
            [{"id":"i101","start_date_local":"2026-05-02T07:15:00","type":"Ride","name":"Out","moving_time":3600,
              "distance":30000.5,"icu_training_load":62,"power_load":62,"hr_load":58,"pace_load":0,"icu_ctl":40.5,
              "icu_atl":50.25,"paired_event_id":77,"compliance":98.5,"source":"GARMIN_CONNECT"},
             {"id":"9876543210","icu_athlete_id":"i7","start_date_local":"2026-05-01T18:00:00","source":"STRAVA",
              "_note":"not available"}]
            """
        let scene = Scene(.answer(200, json))
        let oldest = try #require(CivilDate("2026-05-01"))
        let activities = try await scene.client.activities(athlete: "i7", oldest: oldest, newest: oldest + 30)
        #expect(activities.map(\.id) == ["i101", "9876543210"])
        let first = activities[0]
        #expect((first.trainingLoad, first.powerLoad, first.hrLoad, first.pairedEventID) == (62, 62, 58, 77))
        #expect((first.ctl, first.atl, first.compliance, first.source) == (40.5, 50.25, 98.5, "GARMIN_CONNECT"))
        #expect(first.startDateLocal.time == ClockTime("07:15"))
        #expect((activities[1].source, activities[1].trainingLoad) == ("STRAVA", nil))
        #expect(
            scene.transport.requests.map(\.target) == [
                "/api/v1/athlete/i7/activities?oldest=2026-05-01&newest=2026-05-31"
            ])
    }
}
