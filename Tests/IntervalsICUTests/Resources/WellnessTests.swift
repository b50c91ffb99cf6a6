import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct WellnessTests {
    @Test("reads fitness, loads and estimates of a span of days")
    func reads() async throws {
        let json = """
            [{"id":"2026-05-01","ctl":40.123,"atl":52,"rampRate":-1.5,"ctlLoad":80.0,"atlLoad":81,
              "sportInfo":[{"type":"Ride","eftp":251.3,"wPrime":20100.0,"pMax":0}],"weight":70,"tempWeight":false},
             {"id":"2026-05-02","ctl":null,"sportInfo":null}]
            """
        let scene = Scene(.answer(200, json))
        let oldest = try #require(CivilDate("2026-05-01"))
        let records = try await scene.client.wellness(athlete: "0", oldest: oldest, newest: oldest + 1)
        #expect(records.map(\.date) == [oldest, oldest + 1])
        #expect((records[0].ctl, records[0].atl, records[0].rampRate) == (40.123, 52, -1.5))
        #expect((records[0].ctlLoad, records[0].atlLoad) == (80, 81))
        #expect((records[0].sportInfo[0].eftp, records[0].sportInfo[0].pMax) == (251.3, nil))
        #expect(records[1] == Wellness(date: oldest + 1))
        #expect(
            scene.transport.requests.map(\.target) == [
                "/api/v1/athlete/0/wellness?oldest=2026-05-01&newest=2026-05-02"
            ])
    }
}
