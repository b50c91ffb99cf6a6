import LoadSimulation

/// The loads nearest to an author's numbers, by the sum of squared changes, that end even weeks at a CTL, each within its
/// bounds; nil where no loads do.
///
/// A continuous quadratic knapsack: every load is `clip(number + λ · gain)` with one λ, which is found exactly by going
/// through the places where a load meets a bound.
public func nearestLoads(
    to numbers: [Double], within bounds: [ClosedRange<Double>], ctl goal: Double, from ctl: Double
) -> [Double]? {
    let week = WeekShape.even.last
    var (gains, keeps) = ([Double](), 1.0)
    for _ in numbers {
        gains.append(week.gainCTL * keeps)
        keeps *= week.keepsCTL
    }
    gains.reverse()
    guard let factor = commonFactor(numbers, bounds, gains, sum: goal - keeps * ctl) else { return nil }
    return numbers.indices.map { clipped(numbers[$0] + factor * gains[$0], to: bounds[$0]) }
}

/// The λ at which the clipped loads' gains add up to `sum`: that sum rises with λ in straight pieces.
private func commonFactor(
    _ numbers: [Double], _ bounds: [ClosedRange<Double>], _ gains: [Double], sum: Double
) -> Double? {
    let least = zip(gains, bounds).reduce(0) { $0 + $1.0 * $1.1.lowerBound }
    let most = zip(gains, bounds).reduce(0) { $0 + $1.0 * $1.1.upperBound }
    let near = 1e-9 * max(1, abs(sum))
    guard least <= sum + near, sum <= most + near else { return nil }
    var bends: [(factor: Double, slope: Double)] = []
    for index in numbers.indices {
        let square = gains[index] * gains[index]
        bends.append(((bounds[index].lowerBound - numbers[index]) / gains[index], square))
        bends.append(((bounds[index].upperBound - numbers[index]) / gains[index], -square))
    }
    bends.sort { $0.factor < $1.factor }
    var (value, slope, before) = (least, 0.0, bends.first?.factor ?? 0)
    for bend in bends {
        let next = value + slope * (bend.factor - before)
        if next >= sum { return slope > 0 ? before + (sum - value) / slope : before }
        (value, slope, before) = (next, slope + bend.slope, bend.factor)
    }
    return before
}

private func clipped(_ number: Double, to range: ClosedRange<Double>) -> Double {
    min(max(number, range.lowerBound), range.upperBound)
}
