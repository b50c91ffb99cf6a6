import LoadSimulation
import PlanSpec
import Testing

@testable import Periodization

@Suite struct LoadSolverTests {
    private func weeks(_ count: Int, recoveryEvery cycle: Int, depth: Double) -> [LoadSolver.Week] {
        (1...count).map { week in
            let isRecovery = cycle > 0 && week % cycle == 0
            return LoadSolver.Week(isRecovery ? .recovery(depth) : .scaled(1), isLoading: !isRecovery)
        }
    }

    /// Cases that a linear programme solved (GLPK and HiGHS agree); their recovery weeks rest on the week before.
    @Test(
        "the largest plan and the least peak are those of a linear programme",
        arguments: [
            (12, 45.0, 310.0, 520.0, 5.0, 0.12, 4, 0.6, 60.140709325879044, 49.33, 402.9643912429377),
            (8, 80.0, 560.0, 620.0, 6.0, 0.2, 3, 0.55, 79.26849343373593, 56.0, 372.0404467723631),
        ])
    func published(
        _ item: (Int, Double, Double, Double, Double, Double, Int, Double, Double, Double, Double)
    ) {
        var start = LoadSolver.Start(Fitness(ctl: item.1, atl: item.1))
        start.largest = item.2
        var limits = LoadSolver.Limits()
        (limits.load, limits.ramp, limits.growth) = (item.3, item.4, item.5)
        var solver = LoadSolver(weeks(item.0, recoveryEvery: item.6, depth: item.7), limits: limits, start: start)
        solver.restsOnLastWeek = true
        #expect(abs(solver.largest() - item.8) < 1e-6)
        let outcome = solver.solve(LoadSolver.Goal(ctl: item.9))
        #expect(outcome.verdict == .met)
        #expect(abs(outcome.factor - item.10) < 1e-4)
        #expect(abs((solver.ctl.last ?? 0) - item.9) < 1e-9)
    }

    @Test("the largest loads of the first published case, week for week")
    func greedy() {
        var start = LoadSolver.Start(Fitness(ctl: 45, atl: 45))
        start.largest = 310
        var limits = LoadSolver.Limits()
        (limits.load, limits.ramp, limits.growth) = (520, 5, 0.12)
        var solver = LoadSolver(weeks(12, recoveryEvery: 4, depth: 0.6), limits: limits, start: start)
        solver.restsOnLastWeek = true
        _ = solver.largest()
        let loads = [347.2, 388.864, 435.52768, 261.316608, 487.791002, 520, 520, 312.0, 520, 520, 520, 312.0]
        #expect(zip(solver.loads, loads).allSatisfy { abs($0 - $1) < 1e-5 })
        let bindings = solver.bindings(factor: LoadSolver.plenty)
        #expect(bindings[0] == .growth)
        #expect(bindings[3] == .rhythm)
        #expect(bindings[5] == .load)
    }

    @Test("the author's shape is kept under the limits, with one factor")
    func clippedShape() {
        let shape = [1, 1.08, 1.16, 0.6, 1, 1.08, 1.16, 0.6, 1, 1.08, 1.16, 0.6]
        var limits = LoadSolver.Limits()
        (limits.load, limits.ramp) = (540, 4.5)
        var solver = LoadSolver(
            shape.map { LoadSolver.Week(.scaled($0)) }, limits: limits,
            start: LoadSolver.Start(Fitness(ctl: 50, atl: 50)))
        let outcome = solver.solve(LoadSolver.Goal(ctl: 66))
        #expect(abs(outcome.factor - 580.5626944090715) < 1e-5)
        #expect(abs(solver.loads[3] - 348.337617) < 1e-5)
        #expect(solver.loads[0] == 540)
    }

    @Test("closed forms: a constant load, and the load of one week for a ramp")
    func closedForms() {
        var constant = LoadSolver(
            weeks(12, recoveryEvery: 0, depth: 1), start: LoadSolver.Start(Fitness(ctl: 40, atl: 40)))
        #expect(abs(constant.solve(LoadSolver.Goal(ctl: 70)).factor - 522.8687049774298) < 1e-9)
        var week = LoadSolver([LoadSolver.Week(.rise(5))], start: LoadSolver.Start(Fitness(ctl: 60, atl: 60)))
        week.run(factor: 0)
        #expect(abs(week.loads[0] - 647.9858862084113) < 1e-9)
        #expect(abs(week.ctl[0] - 65) < 1e-12)
    }

    @Test("a ramp limit of 5 over six weeks reaches 70 from 40, not 75; the changes are each enough, and the smallest")
    func infeasible() throws {
        var limits = LoadSolver.Limits()
        limits.ramp = 5
        let start = LoadSolver.Start(Fitness(ctl: 40, atl: 40))
        var solver = LoadSolver(weeks(6, recoveryEvery: 0, depth: 1), limits: limits, start: start)
        let goal = LoadSolver.Goal(ctl: 75)
        let outcome = solver.solve(goal)
        #expect(outcome.verdict == .tooHigh)
        #expect(abs(outcome.reached - 70) < 1e-9)
        let shortfall = solver.shortfall(goal) { more in
            LoadSolver(weeks(6 + more, recoveryEvery: 0, depth: 1), limits: limits, start: start)
        }
        #expect(shortfall.bindings.allSatisfy { $0 == .ramp })
        #expect(shortfall.changes.map(\.name) == ["weeks", "limits.ramp"])
        #expect(shortfall.changes[0].value == 1)
        #expect(abs(shortfall.changes[1].value - 5.84) < 1e-9)
    }

    @Test("form is held by every day of a week, but for race days")
    func form() {
        var limits = LoadSolver.Limits()
        limits.form = -10
        let start = LoadSolver.Start(Fitness(ctl: 50, atl: 50))
        var solver = LoadSolver(weeks(4, recoveryEvery: 0, depth: 1), limits: limits, start: start)
        _ = solver.largest()
        var state = start.fitness
        var lowest = 0.0
        for load in solver.loads {
            for _ in 0..<7 {
                state = state.after(DailyLoad(load / 7))
                lowest = min(lowest, state.form)
            }
        }
        #expect(abs(lowest + 10) < 1e-9)
    }

    @Test("a race stays on its day and what the curve doesn't see takes part in the target only")
    func raceAndStrength() throws {
        let shape = WeekShape(
            weights: [0, 1, 1, 0, 1, 2, 0], races: [0, 0, 0, 0, 0, 0, 300], uncounted: 40)
        #expect(shape.days(of: 590) == [0, 50, 50, 0, 50, 100, 300])
        var solver = LoadSolver(
            [LoadSolver.Week(.end(55), shape: shape)], start: LoadSolver.Start(Fitness(ctl: 50, atl: 50)))
        solver.run(factor: 0)
        let state = shape.days(of: solver.loads[0]).reduce(Fitness(ctl: 50, atl: 50)) { $0.after(DailyLoad($1)) }
        #expect(abs(state.ctl - 55) < 1e-12)
    }

    @Test("the highest evening may lie inside a week")
    func peakEvening() {
        let shape = WeekShape(weights: [0, 0, 0, 1, 0, 0, 0])
        var solver = LoadSolver(
            [LoadSolver.Week(.scaled(1), shape: shape)], start: LoadSolver.Start(Fitness(ctl: 50, atl: 50)))
        let outcome = solver.solve(LoadSolver.Goal(ctl: 56, at: .peak))
        let days = shape.days(of: solver.loads[0])
        var state = Fitness(ctl: 50, atl: 50)
        let evenings = days.map { load in
            state = state.after(DailyLoad(load))
            return state.ctl
        }
        #expect(outcome.verdict == .met)
        #expect(abs((evenings.max() ?? 0) - 56) < 1e-9)
        #expect(evenings[6] < 56)
    }

    @Test("seeded seasons: limits hold in every week, and the goal is met or the largest plan falls short")
    func seededSeasons() {
        var random = SplitMix(state: 7)
        for _ in 0..<300 {
            var limits = LoadSolver.Limits()
            let ctl = random.number(20, 90)
            if random.chance() { limits.ramp = random.number(1, 8) }
            if random.chance() { limits.load = random.number(5, 12) * ctl }
            if random.chance() { limits.growth = random.number(0.02, 0.3) }
            if random.chance() { limits.form = -random.number(5, 40) }
            let cycle = Int(random.number(0, 5))
            let count = 1 + Int(random.number(3, 40))
            let depth = random.number(0.4, 0.9)
            let start = LoadSolver.Start(Fitness(ctl: ctl, atl: ctl * random.number(0.8, 1.2)))
            var solver = LoadSolver(
                weeks(count, recoveryEvery: cycle < 2 ? 0 : cycle, depth: depth), limits: limits, start: start)
            let goal = ctl * random.number(0.9, 1.6)
            let outcome = solver.solve(LoadSolver.Goal(ctl: goal))
            if outcome.verdict == .met { #expect(abs((solver.ctl.last ?? 0) - goal) < 1e-7) }
            var (before, largest) = (ctl, 7 * ctl)
            for (index, load) in solver.loads.enumerated() {
                #expect(load <= limits.load * (1 + 1e-12))
                #expect(solver.ctl[index] - before <= limits.ramp + 1e-9)
                if solver.weeks[index].isLoading {
                    #expect(load <= largest * (1 + limits.growth) * (1 + 1e-12))
                    largest = index == 0 ? load : max(largest, load)
                }
                before = solver.ctl[index]
            }
        }
    }
}

/// A small generator of numbers, the same on every machine.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) / Double(1 << 53)
    }

    mutating func chance() -> Bool { next() & 1 == 0 }
}
