import Glibc
public import PlanSpec

extension Phase.Taper {
    /// The part of the load before the taper that each of its days has; their mean is 1 less the cut.
    ///
    /// - step: `1 - cut` every day.
    /// - linear: `1 - c·i` for day i = 1…n, never below 0.
    /// - exponential: `exp(-i/tau)`.
    public func parts(days: Int) -> [Double] {
        guard days > 0 else { return [] }
        let numbers = (1...days).map(Double.init)
        switch curve {
        case .step: return numbers.map { _ in 1 - cut }
        case .linear:
            let slope = slope(days)
            return numbers.map { max(0, 1 - slope * $0) }
        case .exponential:
            guard cut > 0 else { return numbers.map { _ in 1 } }
            guard cut < 1, let tau = timeConstant(days: days) else { return numbers.map { _ in 0 } }
            return numbers.map { exp(-$0 / tau) }
        }
    }

    /// The days after which an exponential taper has lost two thirds, so that its mean is 1 less the cut.
    func timeConstant(days: Int) -> Double? {
        guard cut > 0, cut < 1, days > 0 else { return nil }
        let goal = (1 - cut) * Double(days)
        // The sum rises with the constant; find the daily factor q with q + q² + … + qⁿ = goal.
        var (low, high) = (0.0, 1.0)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            var (power, sum) = (1.0, 0.0)
            for _ in 0..<days {
                power *= middle
                sum += power
            }
            if sum < goal { low = middle } else { high = middle }
            if middle == low && middle == high { break }
        }
        let factor = (low + high) / 2
        return factor > 0 && factor < 1 ? -1 / log(factor) : nil
    }

    /// What a linear taper loses a day; days that would fall below 0 stay there.
    private func slope(_ days: Int) -> Double {
        let goal = (1 - cut) * Double(days)
        for count in stride(from: days, through: 1, by: -1) {
            let part = Double(count)
            let slope = 2 * (part - goal) / (part * (part + 1))
            if slope * part <= 1, count == days || slope * (part + 1) >= 1 { return slope }
        }
        return 1
    }
}
