import CivilDates
import Testing

@testable import Sandbox

@Suite("Wellness")
struct WellnessTests {
    @Test("a span has a record a day, named by it, both ends included")
    func span() async {
        let rows = await Desk().send("GET", "athlete/0/wellness?oldest=2026-03-02&newest=2026-03-04").rows
        #expect(rows.map { $0["id"] } == ["2026-03-02", "2026-03-03", "2026-03-04"])
        #expect(rows[0]["ctl"] == .number(0))
        #expect(rows[0]["sportInfo"].asList?.first?["eftp"] == .number(250))
    }

    @Test("fields narrow the records and drop nulls")
    func fields() async {
        let rows = await Desk().send(
            "GET", "athlete/0/wellness?oldest=2026-03-02&newest=2026-03-02&fields=ctl,weight,id"
        ).rows
        #expect(rows == [["ctl": .number(0), "id": "2026-03-02"]])
    }

    @Test("CTL and ATL set on a day are where the curve goes on, and the ramp is that of seven days")
    func anchors() async {
        let desk = Desk()
        let put = await desk.send(
            "PUT", "athlete/0/wellness/2026-02-23", ["ctl": 42, "atl": 50, "weight": 70, "sleepSecs": -1])
        #expect(put.json["ctl"] == .number(42))
        #expect(put.json["weight"] == .number(70))
        let later = await desk.send("GET", "athlete/0/wellness/2026-03-02").json
        // 42 exp(-7/42) and its distance from 42.
        #expect(abs((later["ctl"].asDouble ?? 0) - 35.5522) < 1e-3)
        #expect(abs((later["rampRate"].asDouble ?? 0) + 6.4478) < 1e-3)
    }

    @Test("the day may stand in the body, and several days in one call")
    func otherPuts() async {
        let desk = Desk()
        #expect(
            await desk.send("PUT", "athlete/0/wellness", ["id": "2026-03-01", "hrv": 61]).json["hrv"] == .number(61))
        let bulk: JSONValue = [["id": "2026-03-01", "mood": 2], ["id": "2026-02-28", "mood": 3]]
        #expect(await desk.send("PUT", "athlete/0/wellness-bulk", bulk).status == 200)
        #expect(await desk.send("GET", "athlete/0/wellness/2026-02-28").json["mood"] == 3)
        #expect(await desk.send("GET", "athlete/0/wellness/2026-03-01").json["hrv"] == .number(61))
    }

    @Test("a day that is none is 422", arguments: ["today", "2026-02-30", "0000-01-01"])
    func badDay(text: String) async {
        #expect(await Desk().send("GET", "athlete/0/wellness/\(text)").status == 422)
        #expect(await Desk().send("PUT", "athlete/0/wellness/\(text)", [:]).status == 422)
    }

    @Test("a table has the asked columns")
    func csv() async {
        let response = await Desk().raw("GET", "athlete/0/wellness.csv?oldest=2026-03-02&newest=2026-03-02&cols=id,ctl")
        #expect(String(decoding: response.body, as: UTF8.self) == "id,ctl\n2026-03-02,0.0\n")
    }

    @Test("a span without end is ten years at most")
    func longSpan() async {
        let desk = Desk(data: .fresh(fitness: (day("2000-01-01"), 50, 50)))
        let rows = await desk.send("GET", "athlete/0/wellness?oldest=0001-01-01&newest=9999-12-31&fields=id").rows
        #expect(rows.first?["id"] == "2000-01-01")
        #expect(rows.count == 3661)
    }
}
