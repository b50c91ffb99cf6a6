/// How evenly seven days are loaded, after Foster 1998: mean of the daily loads over their standard deviation.
///
/// Rest days count as 0. The sample form (n - 1) is used. An all-equal week is infinite; nil where all are 0 or fewer
/// than two days are given.
public func monotony(_ loads: some Collection<Double>) -> Double? {
    guard loads.count > 1 else { return nil }
    let mean = loads.reduce(0, +) / Double(loads.count)
    guard mean > 0 else { return nil }
    let squares = loads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return .infinity }
    return mean / (squares / Double(loads.count - 1)).squareRoot()
}

/// Load of the days times their monotony, after Foster 1998, in load units; nil where monotony is.
public func strain(_ loads: some Collection<Double>) -> Double? {
    monotony(loads).map { $0 * loads.reduce(0, +) }
}
