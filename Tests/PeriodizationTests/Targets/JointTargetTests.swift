import CivilDates
import LoadSimulation
import PlanSpec
import Testing

@testable import Periodization

/// CTL and form on one morning.
@Suite struct JointTargetTests {
    private let shape = [1, 1.08, 1.16, 0.6, 1.05, 1.13, 1.2, 0.65, 1.15, 1.22]
    private let taper = [
        0.868813147218, 0.754836284778, 0.655811688212, 0.569777816818, 0.495030458244, 0.430088970396, 0.373666951953,
        0.324646760538, 0.282057373757, 0.24505515459,
    ]

    private func joint(_ limits: LoadSolver.Limits = LoadSolver.Limits()) -> JointTarget {
        JointTarget(
            build: LoadSolver(
                shape.map { LoadSolver.Week(.scaled($0)) }, limits: limits,
                start: LoadSolver.Start(Fitness(ctl: 48, atl: 50))), taper: taper)
    }

    @Test("taper.joint: two linear equations")
    func published() {
        var target = joint()
        let outcome = target.solve(ctl: 62, form: 12)
        #expect(outcome.isMet)
        #expect(abs(outcome.build - 470.2198153205616) < 1e-6)
        #expect(abs(outcome.taper - 97.4167551614331) < 1e-6)
        #expect(abs(outcome.start.ctl - 65.9217646201172) < 1e-6)
        #expect(abs(outcome.start.atl - 77.3504511313404) < 1e-6)
        #expect(abs(outcome.taper * taper[0] - 84.63695764353633) < 1e-6)
        #expect(abs(outcome.build * shape[9] / 7 - 81.95259638444074) < 1e-6)
    }

    @Test("under limits both are met by a clipped build, or the largest build is told")
    func limited() {
        var limits = LoadSolver.Limits()
        limits.load = 530
        var target = joint(limits)
        let outcome = target.solve(ctl: 62, form: 12)
        #expect(outcome.isMet && outcome.build > 470.3)
        #expect(target.build.loads.allSatisfy { $0 <= 530 } && target.build.loads.contains(530))
        #expect(abs(outcome.morning.ctl - 62) < 1e-9 && abs(outcome.morning.form - 12) < 1e-9)
        limits.load = 420
        target = joint(limits)
        let short = target.solve(ctl: 62, form: 12)
        #expect(!short.isMet && short.morning.ctl < 62 && abs(short.morning.form - 12) < 1e-6)
        #expect(target.build.loads.allSatisfy { abs($0 - 420) < 1e-9 })
    }

    @Test("a season's answer ends on both, day by day")
    func season() throws {
        let question = SeasonQuestion(
            fitness: Fitness(ctl: 50, atl: 50), from: try #require(CivilDate("2027-01-04")),
            to: try #require(CivilDate("2027-04-07")), rhythm: .ratio(loading: 3, recovery: 1))
        let answer = question.answer(
            ctl: 60, form: 10, taperDays: 10, taper: Phase.Taper(curve: .exponential, cut: 0.5))
        #expect(answer.isFeasible && answer.loads.count == 14)
        let morning = try #require(answer.morning)
        #expect(abs(morning.ctl - 60) < 1e-9 && abs(morning.form - 10) < 1e-9)
        #expect(answer.starts[12] == CivilDate("2027-03-29"))
    }
}

@Suite struct NearestLoadsTests {
    private let numbers: [Double] = [400, 420, 440, 300, 430, 450, 470, 320, 460, 480, 500, 340]
    private let lower: [Double] = [320, 336, 352, 240, 344, 360, 376, 256, 368, 384, 400, 272]
    private let upper: [Double] = [500, 520, 520, 375, 520, 520, 520, 400, 520, 520, 520, 425]

    @Test("waterfill.1: the nearest numbers within bounds that end at a CTL, as a quadratic programme has them")
    func published() throws {
        let loads = try #require(
            nearestLoads(to: numbers, within: zip(lower, upper).map { $0...$1 }, ctl: 64, from: 52))
        let expected = [
            412.67356, 434.97204, 457.68737, 320.89516, 454.68472, 479.16155, 504.4503, 360.69822, 508.07926, 520, 520,
            419.2693,
        ]
        #expect(zip(loads, expected).allSatisfy { abs($0 - $1) < 1e-3 })
        let even = LoadSolver.Start(Fitness(ctl: 52, atl: 52))
        var solver = LoadSolver(loads.map { LoadSolver.Week(.stated($0)) }, start: even)
        solver.run(factor: 1)
        #expect(abs((solver.ctl.last ?? 0) - 64) < 1e-9)
    }

    @Test("numbers that do already stay, the bounds' corners are reached, and beyond them there is nothing")
    func edges() {
        let bounds = zip(lower, upper).map { $0...$1 }
        func end(_ loads: [Double]) -> Double {
            var solver = LoadSolver(
                loads.map { LoadSolver.Week(.stated($0)) }, start: LoadSolver.Start(Fitness(ctl: 52, atl: 52)))
            solver.run(factor: 1)
            return solver.ctl.last ?? 0
        }
        for wanted in [numbers, lower, upper] {
            let loads = nearestLoads(to: numbers, within: bounds, ctl: end(wanted), from: 52) ?? []
            #expect(loads.count == 12 && zip(loads, wanted).allSatisfy { abs($0 - $1) < 1e-3 })
        }
        #expect(nearestLoads(to: numbers, within: bounds, ctl: end(upper) + 0.1, from: 52) == nil)
        #expect(nearestLoads(to: numbers, within: bounds, ctl: end(lower) - 0.1, from: 52) == nil)
    }
}
