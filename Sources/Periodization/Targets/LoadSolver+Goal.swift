import LoadSimulation
public import PlanSpec

extension LoadSolver {
    /// What is to be reached.
    public struct Goal: Hashable, Sendable {
        /// CTL.
        public var ctl: Double
        /// When.
        public var occasion: Phase.Occasion

        /// Makes a goal.
        public init(ctl: Double, at occasion: Phase.Occasion = .end) {
            self.ctl = ctl
            self.occasion = occasion
        }
    }

    /// What came of a goal; the loads are the solver's own after it.
    public struct Outcome: Hashable, Sendable {
        /// The CTL that is reached.
        public var reached: Double
        /// The factor of the shape: with equal weeks the largest loading week.
        public var factor: Double
        /// How it ended.
        public var verdict: Verdict
    }

    /// Whether a goal can be met.
    public enum Verdict: Hashable, Sendable {
        /// It is met.
        case met
        /// Even the largest plan stays below it.
        case tooHigh
        /// Even the smallest plan ends above it.
        case tooLow
    }

    /// CTL of the last run where the goal asks for it.
    private func value(_ occasion: Phase.Occasion) -> Double {
        occasion == .peak ? peak : ctl.last ?? start.fitness.ctl
    }

    /// Runs the largest plan under all limits and gives its CTL.
    public mutating func largest(at occasion: Phase.Occasion = .end) -> Double {
        run(factor: Self.plenty, peaking: occasion == .peak)
        return value(occasion)
    }

    /// The least factor that reaches the goal; where none does, the largest plan, or the smallest, stays in the solver.
    ///
    /// CTL is concave and piecewise linear in the factor, so the false position with the Illinois rule ends on the exact
    /// piece after a few passes.
    public mutating func solve(_ goal: Goal) -> Outcome {
        let most = largest(at: goal.occasion)
        // The factor beyond which nothing changes.
        var high = 0.0
        for (week, load) in zip(weeks, loads) {
            if case .scaled(let weight) = week.wish, weight > 0 { high = max(high, load / weight) }
        }
        let near = 1e-9 * max(1, goal.ctl)
        guard most >= goal.ctl - near else { return Outcome(reached: most, factor: Self.plenty, verdict: .tooHigh) }
        run(factor: 0, peaking: goal.occasion == .peak)
        let least = value(goal.occasion)
        guard least <= goal.ctl + near else { return Outcome(reached: least, factor: 0, verdict: .tooLow) }
        let factor = root(goal, low: (0, least - goal.ctl), high: (high, most - goal.ctl))
        run(factor: factor, peaking: goal.occasion == .peak)
        return Outcome(reached: value(goal.occasion), factor: factor, verdict: .met)
    }

    private mutating func root(_ goal: Goal, low: (Double, Double), high: (Double, Double)) -> Double {
        var (low, high) = (low, high)
        if high.1 <= 0 { return high.0 }
        if low.1 >= 0 { return low.0 }
        var side = 0
        for _ in 0..<200 {
            let factor = (low.0 * high.1 - high.0 * low.1) / (high.1 - low.1)
            guard factor > low.0, factor < high.0 else { break }
            run(factor: factor, peaking: goal.occasion == .peak)
            let miss = value(goal.occasion) - goal.ctl
            if abs(miss) <= 1e-13 * max(1, goal.ctl) { return factor }
            if miss < 0 {
                low = (factor, miss)
                if side == -1 { high.1 /= 2 }
                side = -1
            } else {
                high = (factor, miss)
                if side == 1 { low.1 /= 2 }
                side = 1
            }
        }
        return high.0 - low.0 < 1e-9 * max(1, high.0) ? high.0 : (low.0 + high.0) / 2
    }
}
