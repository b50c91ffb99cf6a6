/// The mean load of the last days over that of more days, usually 7 and 28; nil where the days are too few or empty.
///
/// For information only: it is a ratio of overlapping means and predicts little (Impellizzeri 2020). `uncoupled` leaves
/// the last days out of the longer mean (Lolli 2017).
public func workloadRatio(
    _ loads: some BidirectionalCollection<Double>, acute: Int = 7, chronic: Int = 28, uncoupled: Bool = false
) -> Double? {
    let needed = uncoupled ? acute + chronic : chronic
    guard acute > 0, chronic > 0, loads.count >= max(acute, needed) else { return nil }
    let long = (uncoupled ? loads.dropLast(acute) : loads[...]).suffix(chronic)
    let mean = long.reduce(0, +) / Double(chronic)
    return mean > 0 ? loads.suffix(acute).reduce(0, +) / Double(acute) / mean : nil
}
