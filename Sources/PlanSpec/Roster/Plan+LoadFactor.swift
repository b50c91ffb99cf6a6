import Diagnostics

extension Plan {
    /// Multiplies what the weeks and camps aim at; races, fixed and own sizes stay.
    mutating func scale(by factor: Located<Double>, _ reading: Reading) {
        for index in life.indices { life[index].load = life[index].load.map { $0 * factor.value } }
        for index in phases.indices {
            for measure in [\Phase.load, \Phase.hours, \Phase.distance] {
                guard let target = phases[index][keyPath: measure] else { continue }
                if let scaled = target.value.scaled(by: factor.value) {
                    phases[index][keyPath: measure]?.value = scaled
                } else {
                    reading.fault(
                        .loadFactorSolved,
                        "the load of \(quoted(phases[index].id.value)) is solved, so that a factor means nothing",
                        at: factor.range, notes: [Diagnostic.Note("the load is here", at: target.range)])
                }
            }
            for week in phases[index].overrides.keys {
                phases[index].overrides[week]?.load?.value *= factor.value
                phases[index].overrides[week]?.hours?.value *= factor.value
                phases[index].overrides[week]?.distance?.value *= factor.value
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
        // A taper of a given cut follows the loads before it.
        case .cut: self
        case .ramp, .ctl, .form, .hold: nil
        }
    }
}
