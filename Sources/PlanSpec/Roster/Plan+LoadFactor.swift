import Diagnostics

extension Plan {
    /// Multiplies what the weeks and camps aim at; races, fixed and own sizes stay.
    mutating func scale(by factor: Located<Double>, _ reading: Reading) {
        for index in life.indices { life[index].load = life[index].load.map { $0 * factor.value } }
        for index in phases.indices {
            phases[index].scale(\.load, by: factor, reading)
            phases[index].scale(\.hours, by: factor, reading)
            phases[index].scale(\.distance, by: factor, reading)
            for week in phases[index].overrides.keys {
                phases[index].overrides[week]?.load?.value *= factor.value
                phases[index].overrides[week]?.hours?.value *= factor.value
                phases[index].overrides[week]?.distance?.value *= factor.value
            }
        }
    }
}

extension Phase {
    fileprivate mutating func scale(
        _ target: WritableKeyPath<Phase, Located<LoadTarget>?>, by factor: Located<Double>, _ reading: Reading
    ) {
        guard let written = self[keyPath: target] else { return }
        if written.value.isSolved {
            reading.fault(
                .loadFactorSolved, "the target of \(quoted(id.value)) is solved for, so that a factor means nothing",
                at: factor.range, notes: [Diagnostic.Note("the target is here", at: written.range)])
        } else {
            self[keyPath: target]?.value = written.value.scaled(by: factor.value)
        }
    }
}

extension Phase.LoadTarget {
    /// The target times a factor; a cut follows the weeks before it, and what is solved for stays.
    fileprivate func scaled(by factor: Double) -> Phase.LoadTarget {
        switch self {
        case .list(let loads): .list(loads.map { $0 * factor })
        case .linear(let start, let end): .linear(start: start * factor, end: end * factor)
        case .growth(let start, let rate): .growth(start: start * factor, rate: rate)
        case .ramp, .ctl, .form, .cut, .hold: self
        }
    }
}
