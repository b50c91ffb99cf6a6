/// Rounds half up to a whole number; a hair below a half counts as the half.
///
/// The fourth root of an exact half may come out a little below it.
func roundedHalfUp(_ value: Double) -> Int {
    wholeNumber((value + 0.5 + 1e-9).rounded(.down))
}

/// `value` rounded down; a hair below a whole number counts as the number, as 88.4 % of 250 is 221.
func roundedDown(_ value: Double) -> Double {
    (value + 1e-9).rounded(.down)
}

/// `value` without its decimals, held within what sums can bear.
func wholeNumber(_ value: Double) -> Int {
    let bound = 1e15
    return value.isNaN ? 0 : Int(max(-bound, min(bound, value)))
}

/// Training load of `seconds` at `watts` whole watts: 100 for an hour at `ftp`, rounded half up without error.
func powerLoad(watts: Int, ftp: Int, seconds: Int) -> Int {
    let (square, overflowed) = watts.multipliedReportingOverflow(by: watts)
    let (product, overflowedToo) = square.multipliedReportingOverflow(by: 200 * seconds)
    let (hour, overflowedThree) = (ftp * 3600).multipliedReportingOverflow(by: ftp)
    guard !overflowed, !overflowedToo, !overflowedThree, product < Int.max / 2, hour < Int.max / 4 else {
        let intensity = Double(watts) / Double(ftp)
        return roundedHalfUp(100 * intensity * intensity * Double(seconds) / 3600)
    }
    return (product + hour) / (2 * hour)
}
