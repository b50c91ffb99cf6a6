public import LoadSimulation
import PlanSpec

/// CTL and form on one race morning at once: weeks that build up, scaled by one factor under all limits, then days of a
/// taper scaled by another.
///
/// For a given build the taper's factor for the form is closed form; CTL on race morning then rises with the build's
/// factor in straight pieces, so one scalar root answers both. Without limits these are two linear equations.
public struct JointTarget: Sendable {
    /// The weeks that build up; after `solve` their loads are the answer's.
    public private(set) var build: LoadSolver
    /// The load of each taper day for factor 1.
    public let taper: [Double]

    /// Makes a target; race morning follows the last taper day.
    public init(build: LoadSolver, taper: [Double]) {
        self.build = build
        self.taper = taper
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// The factor of the build's shape.
        public var build: Double
        /// The factor of the taper's days.
        public var taper: Double
        /// CTL and ATL on the evening before the taper.
        public var start: Fitness
        /// CTL and ATL on race morning.
        public var morning: Fitness
        /// Whether both are met.
        public var isMet: Bool
    }

    /// The factors that bring CTL and form to their goals; where none do, the largest build that keeps the form.
    public mutating func solve(ctl: Double, form: Double) -> Outcome {
        var low = outcome(0, form)
        var high = outcome(7 * max(ctl, build.start.fitness.ctl, 1), form)
        while high.morning.ctl < ctl, high.build < LoadSolver.plenty {
            low = high
            high = outcome(min(2 * high.build, LoadSolver.plenty), form)
        }
        let near = 1e-9 * max(1, ctl)
        guard low.morning.ctl <= ctl + near, high.morning.ctl >= ctl - near else {
            return low.morning.ctl > ctl ? outcome(0, form) : high
        }
        let factor = root(ctl, form, low, high)
        var result = outcome(factor, form)
        result.isMet =
            result.taper >= 0 && abs(result.morning.ctl - ctl) <= 1e-6 && abs(result.morning.form - form) <= 1e-6
        return result
    }

    /// False position with the Illinois rule.
    private mutating func root(_ ctl: Double, _ form: Double, _ first: Outcome, _ last: Outcome) -> Double {
        var low = (first.build, first.morning.ctl - ctl)
        var high = (last.build, last.morning.ctl - ctl)
        if low.1 >= 0 { return low.0 }
        if high.1 <= 0 { return high.0 }
        var side = 0
        for _ in 0..<200 {
            let factor = (low.0 * high.1 - high.0 * low.1) / (high.1 - low.1)
            guard factor > low.0, factor < high.0 else { break }
            let miss = outcome(factor, form).morning.ctl - ctl
            if abs(miss) <= 1e-12 * max(1, ctl) { return factor }
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
        return (low.0 + high.0) / 2
    }

    /// The build of a factor with the taper that then has the form.
    private mutating func outcome(_ factor: Double, _ form: Double) -> Outcome {
        build.run(factor: factor)
        let solver = TaperSolver(start: build.evening, days: taper)
        let scale = solver.factor(for: .points(form)) ?? 0
        return Outcome(
            build: factor, taper: scale, start: build.evening, morning: solver.morning(factor: scale), isMet: false)
    }
}
