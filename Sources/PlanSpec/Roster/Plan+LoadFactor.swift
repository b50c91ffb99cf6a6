import Diagnostics

extension Plan {
    /// Multiplies what the weeks and camps aim at; races, fixed and own sizes stay.
    mutating func scale(by factor: Located<Double>, _ reading: Reading) {
        for index in life.indices { life[index].load = life[index].load.map { $0 * factor.value } }
        for index in phases.indices {
            if let load = phases[index].load {
                if let scaled = load.value.scaled(by: factor.value) {
                    phases[index].load?.value = scaled
                } else {
                    reading.fault(
                        .loadFactorSolved,
                        "the load of \(quoted(phases[index].id.value)) is solved, so that a factor means nothing",
                        at: factor.range, notes: [Diagnostic.Note("the load is here", at: load.range)])
                }
            }
            for week in phases[index].overrides.keys {
                phases[index].overrides[week]?.load?.value *= factor.value
            }
        }
    }
}

extension Phase.LoadTarget {
    /// The target times a factor; nil where it is solved for.
    fileprivate func scaled(by factor: Double) -> Phase.LoadTarget? {
        switch self {
        case .list(let loads): .list(loads.map { $0 * factor })
        case .linear(let start, let end): .linear(start: start * factor, end: end * factor)
        case .growth(let start, let rate): .growth(start: start * factor, rate: rate)
        }
    }
}
