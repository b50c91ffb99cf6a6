import CivilDates
import Testing

@testable import LoadSimulation

private let monday = CivilDate(daysSinceEpoch: 20_823)

/// Numbers of other tools, papers and spreadsheets, each under its name in the reference.
@Suite struct ScienceCaseTests {
    private func evenings(
        _ loads: [Double], ctl: Double = 0, atl: Double = 0, _ constants: TimeConstants = .standard
    ) -> [LoadCurve.Day] {
        LoadCurve(
            start: Fitness(ctl: ctl, atl: atl), first: monday, loads: loads.map { DailyLoad($0) }, constants: constants
        ).days
    }

    @Test("pmc.constants: the gains of both forms")
    func constants() {
        let standard = TimeConstants.standard
        #expect(abs(standard.fitnessGain - 0.023528313347756735) < 1e-12)
        #expect(abs(standard.fatigueGain - 0.1331221002498184) < 1e-12)
        let reciprocal = TimeConstants.reciprocal()
        #expect(abs(reciprocal.fitnessGain - 1.0 / 42) < 1e-15 && abs(reciprocal.fatigueGain - 1.0 / 7) < 1e-15)
    }

    @Test(
        "pmc.const100.exp and pmc.const100.linear: a load of 100 for 1 to 84 days",
        arguments: [
            (
                TimeConstants.standard,
                [
                    15.35182751093857, 28.34686894262103, 48.65828809674072, 63.21205588285569, 86.46647167633864,
                ], [63.2120558828558, 86.4664716763387, 98.1684361111266, 99.7521247823333, 99.9993855787646]
            ),
            (
                .reciprocal(),
                [15.52232274763486, 28.63522046045229, 49.07068241271755, 63.65440478283982, 86.7899770831033],
                [66.0083322910886, 88.4456652636695, 98.6649734880083, 99.8457465679857, 99.9997620587871]
            ),
        ])
    func constant(_ item: (TimeConstants, [Double], [Double])) {
        let days = evenings(Array(repeating: 100, count: 84), item.0)
        for (index, day) in [7, 14, 28, 42, 84].enumerated() {
            #expect(abs(days[day - 1].evening.ctl - item.1[index]) < 1e-8)
            #expect(abs(days[day - 1].evening.atl - item.2[index]) < 1e-8)
        }
    }

    @Test("pmc.elevate: another product's own unit test")
    func elevate() throws {
        let first = try #require(CivilDate("2018-01-01"))
        let stated = [
            "01-01": 150.0, "01-02": 150, "01-15": 190, "01-30": 150, "02-02": 190, "02-03": 190, "02-07": 300,
            "02-08": 300, "02-09": 419, "02-12": 380,
        ]
        let loads = (0...42).map { stated[String((first + $0).description.dropFirst(5))] ?? 0 }
        let curve = LoadCurve(start: Fitness(ctl: 0, atl: 0), first: first, loads: loads.map { DailyLoad($0) })
        func floored(_ number: Double) -> Int { Int((number * 100).rounded(.down)) }
        for (date, ctl, atl, form) in [
            ("2018-01-15", 958, 3111, -148), ("2018-02-03", 1814, 6055, -2668), ("2018-02-08", 3005, 10420, -5059),
            ("2018-02-12", 4544, 14576, -7242),
        ] {
            let day = try #require(CivilDate(date).flatMap { curve[$0] })
            #expect(floored(day.evening.ctl) == ctl && floored(day.evening.atl) == atl)
            #expect(floored(day.morningForm) == form)
        }
    }

    @Test("pmc.random60.exp: sixty days, with form of the same day and of the morning")
    func random() {
        let days = evenings(SimulatedDays.loads, ctl: 45, atl: 52)
        for (index, day) in days.enumerated() {
            #expect(abs(day.evening.ctl - SimulatedDays.ctl[index]) < 1e-6)
            #expect(abs(day.evening.atl - SimulatedDays.atl[index]) < 1e-6)
            #expect(abs(day.evening.form - SimulatedDays.sameDayForm[index]) < 1e-6)
            #expect(abs(day.morningForm - SimulatedDays.morningForm[index]) < 1e-6)
        }
    }

    @Test("pmc.NOT.pandas-span42: no average by span, whose time constant is half as long")
    func span() {
        let last = evenings(SimulatedDays.loads, ctl: 45, atl: 52).last
        let fresh = evenings(SimulatedDays.loads).last
        for day in [last, fresh] { #expect(abs((day?.evening.ctl ?? 0) - 81.87619139005298) > 1) }
    }

    @Test("pmc.influence: the days of a load that changes nothing, and of one that adds most")
    func influence() {
        let constants = TimeConstants.standard
        #expect(abs(constants.neutralDays - 14.557722772519176) < 1e-9)
        #expect(abs(constants.bestDays - 29.60850231403484) < 1e-9)
        #expect(abs(TimeConstants.reciprocal().neutralDays - 13.8) < 0.05)
        // The same by simulation: one more point of load, some days before the race.
        for between in [2, 14, 15, 30] {
            var loads = Array(repeating: 50.0, count: 60)
            let plain = evenings(loads, ctl: 50, atl: 50)[59].evening.form
            loads[59 - between] += 1
            let more = evenings(loads, ctl: 50, atl: 50)[59].evening.form - plain
            #expect(abs(more - constants.influence(daysBetween: Double(between))) < 1e-9)
            #expect((more > 0) == (between > 14))
        }
    }

    @Test("banister.fig6: a published spreadsheet, day for day, with its best day")
    func banister() throws {
        let runs: [(Double, Int)] = [
            (0, 1), (100, 119), (80, 1), (60, 1), (50, 1), (40, 1), (35, 1), (30, 2), (0, 74),
        ]
        let loads = runs.flatMap { Array(repeating: $0.0, count: $0.1) }
        let model = ImpulseResponse(
            base: 500, fitnessWeight: 1, fatigueWeight: 2, fitnessDays: 27, fatigueDays: 10)
        let evenings = model.evenings(loads)
        for (day, fitness, fatigue, performance) in [
            (1, 100, 100, 400), (2, 196.36404443012862, 190.48374180359593, 315.39656082293675),
            (10, 851.2795153155301, 664.2532661287187, 22.772983058092905),
            (119, 2716.7913589044983, 1050.8260588947292, 1115.13924111504),
            (122, 2613.198382658816, 948.2597965247712, 1216.6787896092737),
            (134, 1770.1161772842895, 337.47794460696156, 1595.1602880703667),
            (200, 153.6006443747994, 0.4590942092206671, 652.6824559563581),
        ] as [(Int, Double, Double, Double)] {
            #expect(abs(evenings[day].fitness - fitness) < 1e-9)
            #expect(abs(evenings[day].fatigue - fatigue) < 1e-9)
            #expect(abs(evenings[day].performance - performance) < 1e-9)
        }
        let best = try #require(evenings.indices.max { evenings[$0].performance < evenings[$1].performance })
        #expect(best == 134)
    }

    @Test("banister.critical.45_15: the days before which a load begins to cost, and brings most")
    func critical() {
        let model = ImpulseResponse(base: 0, fitnessWeight: 1, fatigueWeight: 2, fitnessDays: 45, fatigueDays: 15)
        #expect(abs(model.neutralDays - 15.595811562598769) < 1e-9)
        #expect(abs(model.bestDays - 40.314588057631234) < 1e-9)
    }

    @Test(
        "banister.hill: doses that saturate",
        arguments: [
            (400.0, [10.964509850922598, 101.82855076682812, 200.0, 260.8570666396917, 329.3591523578096]),
            (1000.0, [27.411274627306497, 254.57137691707027, 500.0, 652.1426665992294, 823.3978808945241]),
        ])
    func hill(_ item: (Double, [Double])) {
        let dose = SaturatingDose(exponent: 1.55, half: 200, most: item.0)
        for (load, effect) in zip([20.0, 100, 200, 300, 540], item.1) {
            #expect(abs(dose.effect(of: load) - effect) < 1e-9)
        }
    }

    @Test("monotony.doc, monotony.zero and monotony.constant: the sample form, undefined and infinite weeks")
    func weekMonotony() throws {
        let week: [Double] = [0, 80, 40, 0, 90, 60, 80]
        #expect(abs(try #require(monotony(week)) - 1.3206763594884356) < 1e-9)
        #expect(abs(try #require(strain(week)) - 462.2367258209525) < 1e-6)
        #expect(monotony(Array(repeating: 0.0, count: 7)) == nil && strain(Array(repeating: 0.0, count: 7)) == nil)
        #expect(monotony(Array(repeating: 50.0, count: 7)) == .infinity)
    }

    @Test("acwr.doc: a week of 100 after four of 50, coupled and not")
    func workload() throws {
        let loads = Array(repeating: 50.0, count: 28) + Array(repeating: 100.0, count: 7)
        #expect(abs(try #require(workloadRatio(loads)) - 1.6) < 1e-9)
        #expect(abs(try #require(workloadRatio(loads, uncoupled: true)) - 2) < 1e-9)
        #expect(workloadRatio(Array(loads.prefix(20))) == nil)
        #expect(workloadRatio(Array(repeating: 0.0, count: 40)) == nil)
    }

    @Test(
        "published plans, simulated week for week and on the race's eve", arguments: SimulatedPlan.all)
    func published(_ plan: SimulatedPlan) {
        var loads = plan.miles.dropLast().flatMap { Array(repeating: 10 * $0 / 7, count: 7) }
        let last = plan.miles[plan.miles.count - 1]
        if let race = plan.race {
            loads += Array(repeating: 10 * (last - race) / 6, count: 6) + [10 * race]
        } else {
            loads += Array(repeating: 10 * last / 7, count: 7)
        }
        let days = evenings(loads, ctl: plan.start, atl: plan.start)
        func isNear(_ day: LoadCurve.Day, _ other: (Double, Double, Double)) -> Bool {
            abs(day.evening.ctl - other.0) < 2e-4 && abs(day.evening.atl - other.1) < 2e-4
                && abs(day.evening.form - other.2) < 2e-4
        }
        for (index, week) in plan.weeks.enumerated() { #expect(isNear(days[7 * index + 6], week), "week \(index + 1)") }
        #expect(isNear(days[days.count - (plan.race == nil ? 1 : 2)], plan.eve))
    }
}
