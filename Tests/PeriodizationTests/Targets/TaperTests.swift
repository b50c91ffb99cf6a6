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
            Published("taper.step50x14.steady", .step, 100, 14, 0.5, 85.8265655286896, 29.059801366859),
            Published("taper.step50x14.overload", .step, 125, 14, 0.5, 89.3699241465171, 18.4114689442288),
            Published("taper.step50x7.steady", .step, 100, 7, 0.5, 92.3240862445308, 23.9301141859587),
            Published(
                "taper.linear0x14.steady", .linear, 100, 14, 0.5357142857142857, 84.0322360267831, 43.8135875481469),
            Published(
                "taper.exp_tau4x14.overload", .exponential, 125, 14, 0.7561076882566751, 79.6059282617122,
                47.21928685901759),
            Published(
                "taper.exp_tau8x14.steady", .exponential, 100, 14, 0.556764306778863, 83.645317607888,
                41.1997790664374),
        ])
    fileprivate func published(_ item: Published) {
        let parts = Phase.Taper(curve: item.curve, cut: item.cut).parts(days: item.days)
        let morning = TaperSolver(start: Fitness(ctl: 100, atl: item.load), days: parts.map { $0 * item.load })
            .morning(factor: 1)
        #expect(abs(morning.ctl - item.ctl) < 1e-6)
        #expect(abs(morning.form - item.form) < 1e-6)
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
        let parts = [
            0.901295580487, 0.812333723406, 0.732152794787, 0.659886078183, 0.594752405891,
            0.536047714914, 0.483137436383, 0.43544963618, 0.392468832614, 0.353730424314,
            0.318815668118, 0.287347152665, 0.258984718762, 0.233421782434,
        ]
        let own = Phase.Taper(curve: .exponential, cut: 0.5).parts(days: 14)
        #expect(zip(parts, own).allSatisfy { abs($0 - $1) < 1e-4 })
        let solver = TaperSolver(start: Fitness(ctl: 90, atl: 104), days: parts.map { $0 * 98 })
        let factor = try #require(solver.factor(for: .points(15)))
        #expect(abs(factor - 1.757068826051477) < 1e-6)
        #expect(abs(factor * 98 * parts[13] - 40.193537449201436) < 1e-6)
        let morning = solver.morning(factor: factor)
        #expect(abs(morning.form - 15) < 1e-9 && abs(morning.ctl - 87.95379610276252) < 1e-6)
    }

    @Test("form in percent of CTL is met exactly")
    func percent() throws {
        let solver = TaperSolver(start: Fitness(ctl: 70, atl: 90), days: Array(repeating: 50, count: 10))
        let morning = solver.morning(factor: try #require(solver.factor(for: .ofFitness(0.1))))
        #expect(abs(morning.form - 0.1 * morning.ctl) < 1e-9)
    }
}

/// A taper from CTL 100 and ATL as high as the daily load before it, and race morning.
private struct Published: Sendable, CustomTestStringConvertible {
    let name: String
    let curve: Phase.Taper.Curve
    let load: Double
    let days: Int
    let cut: Double
    let ctl: Double
    let form: Double
    var testDescription: String { name }

    init(
        _ name: String, _ curve: Phase.Taper.Curve, _ load: Double, _ days: Int, _ cut: Double, _ ctl: Double,
        _ form: Double
    ) {
        (self.name, self.curve, self.load, self.days) = (name, curve, load, days)
        (self.cut, self.ctl, self.form) = (cut, ctl, form)
    }
}
