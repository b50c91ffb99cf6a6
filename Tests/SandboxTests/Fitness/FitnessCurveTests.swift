import CivilDates
import Testing

@testable import Sandbox

@Suite("The fitness curve")
struct FitnessCurveTests {
    /// A desk whose athlete has CTL and ATL at the end of the day before today.
    private func desk(ctl: Double, atl: Double) -> Desk {
        Desk(data: .fresh(fitness: (Desk.today - 1, ctl, atl)))
    }

    private func plan(_ desk: Desk, _ loads: [Int], type: JSONValue = "Ride") async {
        for (offset, load) in loads.enumerated() where load > 0 {
            let date = (Desk.today + offset).description
            await desk.send(
                "POST", "athlete/0/events",
                ride(date, ["type": type, "icu_training_load": .integer(load), "moving_time": 3600]))
        }
    }

    @Test("follows 60 days that R computed from the recurrence")
    func foreign() async throws {
        // stats::filter(method = "recursive") of R 4.2, gains 1 - exp(-1/42) and 1 - exp(-1/7), from CTL 45 and ATL 52.
        let loads = [
            105, 50, 0, 0, 190, 190, 190, 50, 140, 62, 105, 75, 0, 0, 140, 35, 75, 190, 0, 50, 0, 35, 190, 62, 75, 0,
            50,
            105, 190, 75, 88, 0, 50, 62, 0, 105, 88, 50, 140, 75, 75, 190, 35, 88, 105, 140, 75, 0, 105, 0, 105, 0, 140,
            75, 190, 140, 35, 140, 0, 88,
        ]
        let expected = [
            (0, 46.411698801, 59.055471313), (3, 44.333914053, 43.472952352), (6, 54.375729109, 94.546558177),
            (29, 63.12143352, 83.372968447), (59, 72.262699787, 83.796482938),
        ]
        let desk = desk(ctl: 45, atl: 52)
        await plan(desk, loads)
        for (offset, ctl, atl) in expected {
            let record = await desk.send("GET", "athlete/0/wellness/\(Desk.today + offset)").json
            #expect(abs((record["ctl"].asDouble ?? 0) - ctl) < 2e-5)
            #expect(abs((record["atl"].asDouble ?? 0) - atl) < 2e-5)
            #expect(record["ctlLoad"] == .number(Double(loads[offset])))
        }
    }

    @Test("the example of the service's announcement")
    func announcement() async throws {
        // The day before ended at ATL 3.3201 and CTL 37.2394; a load of 120 ends the day at 18.852789 and 39.18664.
        let desk = desk(ctl: 37.2394, atl: 3.3201)
        await plan(desk, [120])
        let event = await desk.send("GET", "athlete/0/events").rows[0]
        #expect(abs((event["icu_atl"].asDouble ?? 0) - 18.852789) < 1e-4)
        #expect(abs((event["icu_ctl"].asDouble ?? 0) - 39.18664) < 1e-4)
    }

    @Test("numbers are in single precision")
    func singlePrecision() async {
        let desk = desk(ctl: 37.2394, atl: 3.3201)
        await plan(desk, [120])
        let event = await desk.send("GET", "athlete/0/events").rows[0]
        for name in ["icu_ctl", "icu_atl"] {
            let value = event[name].asDouble ?? 0
            #expect(JSONValue.float(Float(value)) == .number(value))
        }
    }

    @Test("all events of a day show the same pair, at the end of the day")
    func sameDay() async {
        let desk = desk(ctl: 50, atl: 50)
        await plan(desk, [60])
        await plan(desk, [40])
        let rows = await desk.send("GET", "athlete/0/events").rows
        #expect(rows.count == 2)
        #expect(rows[0]["icu_ctl"] == rows[1]["icu_ctl"])
        let record = await desk.send("GET", "athlete/0/wellness/\(Desk.today)").json
        #expect(record["ctl"] == rows[0]["icu_ctl"])
        #expect(record["ctlLoad"] == .number(100))
    }

    @Test("strength counts nothing, and events off the chart neither")
    func excluded() async {
        let desk = desk(ctl: 50, atl: 50)
        await plan(desk, [80], type: "WeightTraining")
        await desk.send(
            "POST", "athlete/0/events",
            ride(Desk.today.description, ["icu_training_load": 90, "not_on_fitness_chart": true]))
        #expect(await desk.send("GET", "athlete/0/wellness/\(Desk.today)").json["ctlLoad"] == .number(0))
    }

    @Test("a done day counts what was done, a past day without one nothing; events show the planned value")
    func doneAndPlanned() async throws {
        let desk = Desk(data: .fresh(fitness: (Desk.today - 10, 50, 50)))
        for (offset, load) in [(-5, 100), (-4, 100)] {
            await desk.send(
                "POST", "athlete/0/events",
                ride((Desk.today + offset).description, ["icu_training_load": .integer(load)]))
        }
        await desk.send(
            "POST", "athlete/0/activities/manual",
            ["type": "Ride", "start_date_local": .text("\(Desk.today - 5)T10:00:00"), "icu_training_load": 30])
        let done = await desk.send("GET", "athlete/0/wellness/\(Desk.today - 5)").json
        let missed = await desk.send("GET", "athlete/0/wellness/\(Desk.today - 4)").json
        #expect(done["ctlLoad"] == .number(30))
        #expect(missed["ctlLoad"] == .number(0))
        let event = await desk.send("GET", "athlete/0/events?oldest=\(Desk.today - 5)&newest=\(Desk.today - 5)").rows[0]
        #expect((event["icu_ctl"].asDouble ?? 0) > (done["ctl"].asDouble ?? 0))
    }

    @Test("SET_FITNESS sets values, FITNESS_DAYS new time constants from its day on")
    func modelEvents() async {
        let desk = Desk()
        await desk.send(
            "POST", "athlete/0/events", note("2026-03-10", ["category": "SET_FITNESS", "icu_ctl": 60, "icu_atl": 80]))
        await desk.send(
            "POST", "athlete/0/events", note("2026-03-11", ["category": "FITNESS_DAYS", "ctl_days": 10, "atl_days": 5]))
        let rows = await desk.send("GET", "athlete/0/wellness?oldest=2026-03-10&newest=2026-03-12").rows
        #expect(rows[0]["ctl"] == .number(60))
        #expect(rows[0]["atl"] == .number(80))
        // 60 exp(-2/10) and 80 exp(-2/5).
        #expect(abs((rows[2]["ctl"].asDouble ?? 0) - 49.1238) < 1e-3)
        #expect(abs((rows[2]["atl"].asDouble ?? 0) - 53.6256) < 1e-3)
    }

    @Test("a curve over centuries is no trouble")
    func farDays() async {
        let desk = Desk(data: .fresh(fitness: (day("1900-01-01"), 100, 100)))
        await plan(desk, [100])
        await desk.send("POST", "athlete/0/events", ride("2199-12-31", ["icu_training_load": 100]))
        let record = await desk.send("GET", "athlete/0/wellness/2199-12-31").json
        // 100 (1 - exp(-1/42)).
        #expect(abs((record["ctl"].asDouble ?? 0) - 2.352831) < 1e-5)
    }
}
