/// A goal that can't be met: the most that can be reached, what binds where, and what would do.
public struct Shortfall: Hashable, Sendable {
    /// One change that is enough on its own, with its smallest value.
    public struct Change: Hashable, Sendable {
        /// What changes.
        public enum Subject: Hashable, Sendable {
            /// More weeks.
            case weeks
            /// A higher limit, or a lower one of form.
            case limit(Binding)
        }

        /// What changes.
        public var subject: Subject
        /// Its smallest sufficient value: additional weeks, CTL points, load, hours, 0.2 for 20 %, points of form.
        public var value: Double

        /// The name as results have it.
        public var name: String {
            switch subject {
            case .weeks: "weeks"
            case .limit(let limit): limit.names[0]
            }
        }
    }

    /// The CTL that can be reached.
    public var best: Double
    /// What binds in each week of the largest plan.
    public var bindings: [Binding]
    /// What would do.
    public var changes: [Change]
}

extension LoadSolver {
    /// Why a goal is out of reach, and the changes that would bring it near.
    ///
    /// - Parameter longer: the same weeks with so many more; nil where weeks can't be added.
    public func shortfall(_ goal: Goal, longer: (Int) -> LoadSolver? = { _ in nil }) -> Shortfall {
        var largest = self
        let best = largest.largest(at: goal.occasion)
        var changes: [Shortfall.Change] = []
        let enough = (1...104).first { count in
            guard var solver = longer(count) else { return false }
            return solver.reaches(goal)
        }
        if let enough { changes.append(Shortfall.Change(subject: .weeks, value: Double(enough))) }
        for limit in Binding.limits {
            guard let value = smallest(limit, for: goal) else { continue }
            changes.append(Shortfall.Change(subject: .limit(limit), value: value))
        }
        return Shortfall(best: best, bindings: largest.bindings(factor: Self.plenty), changes: changes)
    }

    private mutating func reaches(_ goal: Goal) -> Bool {
        largest(at: goal.occasion) >= goal.ctl - 1e-9 * max(1, goal.ctl)
    }

    /// The smallest value of one limit that is enough alone, rounded up to what people write; nil where there is no such
    /// limit, or where lifting it is not enough.
    private func smallest(_ limit: Binding, for goal: Goal) -> Double? {
        guard let path = limit.path, limits[keyPath: path].isFinite else { return nil }
        let now = limits[keyPath: path]
        // Form goes down, the others up.
        let sign = limit == .form ? -1.0 : 1
        func reaches(_ step: Double) -> Bool {
            var solver = self
            solver.limits[keyPath: path] = now + sign * step
            return solver.reaches(goal)
        }
        var (low, high) = (0.0, max(abs(now), 1))
        while !reaches(high), high < 1e9 { high *= 2 }
        // Where not even a boundless value is enough, or only the absence of any limit, nothing sensible can be named.
        guard reaches(high) else { return nil }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if reaches(middle) { high = middle } else { low = middle }
        }
        let grid = limit.grid
        var value = now + sign * high
        value = sign * (sign * value / grid - 1e-9).rounded(.up) * grid
        while !reaches(sign * (value - now)) { value += sign * grid }
        return (value * 1e6).rounded() / 1e6
    }
}

extension Binding {
    /// The limit that it names.
    fileprivate var path: WritableKeyPath<LoadSolver.Limits, Double>? {
        switch self {
        case .ramp: \.ramp
        case .load: \.load
        case .hours: \.hours
        case .growth: \.growth
        case .form: \.form
        default: nil
        }
    }

    /// What values of it are rounded to: a hundredth of a CTL point, a point of load, a minute, a tenth of a percent, a
    /// tenth of a point of form.
    fileprivate var grid: Double {
        switch self {
        case .ramp: 0.01
        case .load: 1
        case .hours: 1.0 / 60
        case .growth: 0.001
        default: 0.1
        }
    }
}
