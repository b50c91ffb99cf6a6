/// What one session may take of a week's load.
struct Slot {
    /// What it gets in proportion.
    var weight: Double
    /// The least and the most that its template and its day allow.
    var range: ClosedRange<Double>
}

/// Shares `amount` out by weight; who would get less or more than allowed is cut there, and the difference goes by the
/// same weights to those not yet cut.
///
/// The result is the one that every order of cutting agrees on: `clip(λ · weight)` with one λ for all.
func shareOut(_ amount: Double, over slots: [Slot]) -> [Double] {
    var sizes = slots.map(\.range.lowerBound)
    var open = Array(slots.indices)
    var rest = amount
    while !open.isEmpty {
        let weights = open.reduce(0) { $0 + slots[$1].weight }
        let factor = weights > 0 ? max(0, rest) / weights : 0
        var violation = 0.0
        for index in open {
            let wanted = factor * slots[index].weight
            sizes[index] = min(max(wanted, slots[index].range.lowerBound), slots[index].range.upperBound)
            violation += sizes[index] - wanted
        }
        let cut = open.filter { index in
            let wanted = factor * slots[index].weight
            return settled(violation) == 0 || (violation > 0 ? sizes[index] > wanted : sizes[index] < wanted)
        }
        rest -= cut.reduce(0) { $0 + sizes[$1] }
        open.removeAll { cut.contains($0) }
        if cut.isEmpty { break }
    }
    return sizes
}
