import CivilDates
import Testing

@testable import LoadSimulation

private let monday = CivilDate(daysSinceEpoch: 20_823)

private func run(_ loads: [Double], ctl: Double = 0, atl: Double = 0) -> LoadCurve {
    LoadCurve(start: Fitness(ctl: ctl, atl: atl), first: monday, loads: loads.map { DailyLoad($0) })
}

@Suite struct LoadCurveTests {
    @Test("the contract's first day: 52 and 55, then a load of 60")
    func contractExample() throws {
        let day = try #require(run([60], ctl: 52, atl: 55).days.first)
        #expect(abs(day.evening.ctl - 52.1882) < 5e-5)
        #expect(abs(day.evening.atl - 55.6656) < 5e-5)
        #expect(abs(day.evening.form - -3.4774) < 5e-5)
        #expect(day.morningForm == -3)
        #expect(day.ramp == nil)
    }

    @Test("after 42 days at 100 CTL is 63.21, as the exponential form has it; 1/τ would give 63.65")
    func exponentialForm() throws {
        let day = try #require(run(Array(repeating: 100, count: 42)).days.last)
        #expect(abs(day.evening.ctl - 63.2121) < 1e-4)
    }

    @Test("the service's example: load 120 lifts 3.3201 and 37.2394 to 18.852789 and 39.18664")
    func recordedDay() throws {
        let day = try #require(run([120], ctl: 37.2394, atl: 3.3201).days.first)
        #expect(abs(day.evening.atl - 18.852789) < 1e-4)
        #expect(abs(day.evening.ctl - 39.18664) < 1e-4)
    }

    @Test("an even week with 45.597 times the ramp above seven times CTL raises CTL by the ramp")
    func weeklyRamp() throws {
        let week = (7 * 60 + 45.597 * 5) / 7
        let day = try #require(run(Array(repeating: week, count: 7), ctl: 60, atl: 60).days.last)
        #expect(abs((day.ramp ?? 0) - 5) < 1e-3)
    }

    @Test("peak and lowest form are the first of their kind")
    func extremes() {
        let curve = run([0, 200, 200, 0, 0], ctl: 50, atl: 50)
        #expect(curve.peak?.date == monday + 2)
        #expect(curve.lowestForm?.date == monday + 2)
        #expect(curve[monday + 9] == nil)
        #expect(run([]).peak == nil)
    }

    @Test("factors let CTL and ATL see different loads")
    func factors() throws {
        let curve = LoadCurve(
            start: Fitness(ctl: 10, atl: 10), first: monday, loads: [DailyLoad(fitness: 0, fatigue: 100)])
        let day = try #require(curve.days.first)
        #expect(day.evening.ctl < 10)
        #expect(day.evening.atl > 10)
    }
}

@Suite struct MonotonyTests {
    @Test("sample deviation: 1 to 7 gives 4 / 2.1602")
    func sampleForm() throws {
        let value = try #require(monotony([1, 2, 3, 4, 5, 6, 7]))
        #expect(abs(value - 1.8516) < 1e-4)
        #expect(abs((strain([1, 2, 3, 4, 5, 6, 7]) ?? 0) - 28 * value) < 1e-9)
    }

    @Test("an all-equal week is infinite, an empty one undefined")
    func edges() {
        #expect(monotony(Array(repeating: 50.0, count: 7)) == .infinity)
        #expect(monotony(Array(repeating: 0.0, count: 7)) == nil)
        #expect(monotony([1.0]) == nil)
    }
}
