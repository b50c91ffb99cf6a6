import LoadSimulation
import PlanSpec
import Testing

@testable import Periodization

@Suite struct TaperTests {
    @Test(
        "the time constant of an exponential taper for a mean cut, as the literature's tables have it",
        arguments: [
            (7, 0.5, 5.226944654088267), (14, 0.41, 13.045182827080742), (14, 0.5, 9.6229968579171),
            (14, 0.6, 6.950089932257238), (21, 0.5, 14.016837579458398),
        ])
    func timeConstant(_ item: (Int, Double, Double)) throws {
        let taper = Phase.Taper(curve: .exponential, cut: item.1)
        #expect(abs(try #require(taper.timeConstant(days: item.0)) - item.2) < 1e-6)
    }

    @Test("every curve's mean is what the cut leaves", arguments: Phase.Taper.Curve.allCases)
    func mean(_ curve: Phase.Taper.Curve) {
        for days in [1, 3, 7, 14, 21] {
            for cut in [0, 0.1, 0.41, 0.5, 0.6, 0.8, 0.95, 1] {
                let parts = Phase.Taper(curve: curve, cut: cut).parts(days: days)
                #expect(parts.count == days)
                #expect(abs(parts.reduce(0, +) / Double(days) - (1 - cut)) < 1e-9, "\(curve) \(days) \(cut)")
                #expect(parts.allSatisfy { $0 >= 0 && $0 <= 1 })
                #expect(zip(parts, parts.dropFirst()).allSatisfy { $0 >= $1 })
            }
        }
    }

    /// Tapers that R's recursive filter computed.
    @Test(
        "published tapers come out",
        arguments: [
            (100.0, 100.0, 100.0, 14, 0.5, 85.8265655286896, 29.059801366859),
            (100, 125, 125, 14, 0.5, 89.3699241465171, 18.4114689442288),
            (100, 100, 100, 7, 0.5, 92.3240862445308, 23.9301141859587),
        ])
    func published(_ item: (Double, Double, Double, Int, Double, Double, Double)) {
        let parts = Phase.Taper(curve: .step, cut: item.4).parts(days: item.3)
        let morning = TaperSolver(start: Fitness(ctl: item.0, atl: item.1), days: parts.map { $0 * item.2 })
            .morning(factor: 1)
        #expect(abs(morning.ctl - item.5) < 1e-6)
        #expect(abs(morning.form - item.6) < 1e-6)
    }

    @Test("the factor for a form is exact: a step taper from 70 and 95")
    func stepFactor() throws {
        let solver = TaperSolver(start: Fitness(ctl: 70, atl: 95), days: Array(repeating: 95, count: 14))
        let factor = try #require(solver.factor(for: .points(15)))
        #expect(abs(factor - 0.4038919886753799) < 1e-9)
        #expect(abs(solver.morning(factor: factor).ctl - 61.0338113466231) < 1e-9)
    }

    @Test("an exponential taper for a form it would not need: the factor is above 1")
    func exponentialFactor() throws {
        let parts = Phase.Taper(curve: .exponential, cut: 0.5).parts(days: 14)
        let solver = TaperSolver(start: Fitness(ctl: 90, atl: 104), days: parts.map { $0 * 98 })
        let factor = try #require(solver.factor(for: .points(15)))
        #expect(abs(factor - 1.757068826051477) < 1e-3)
        #expect(abs(solver.morning(factor: factor).form - 15) < 1e-9)
    }

    @Test("form in percent of CTL is met exactly")
    func percent() throws {
        let solver = TaperSolver(start: Fitness(ctl: 70, atl: 90), days: Array(repeating: 50, count: 10))
        let morning = solver.morning(factor: try #require(solver.factor(for: .ofFitness(0.1))))
        #expect(abs(morning.form - 0.1 * morning.ctl) < 1e-9)
    }
}
