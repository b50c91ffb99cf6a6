/// A number as people read it: rounded half away from zero to so many decimals, always with that many.
///
/// Locale and formatting library play no part, so that the same number gives the same bytes everywhere.
public func figure(_ number: Double, decimals: Int = 0) -> String {
    guard number.isFinite else { return number.isNaN ? "unknown" : number < 0 ? "-∞" : "∞" }
    guard abs(number) < 1e15 else { return "\(number)" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * scale + 1e-9).rounded(.toNearestOrAwayFromZero))
    let sign = number < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// Seconds as people read them: `45s`, `20m`, `1h`, `1h30`.
public func durationFigure(_ seconds: Int) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    if hours > 0 {
        let digits = String(minutes)
        return "\(hours)h" + (minutes == 0 ? "" : digits.count == 1 ? "0" + digits : digits)
    }
    if rest == 0 || minutes >= 10 { return "\(minutes)m" }
    return minutes == 0 ? "\(rest)s" : "\(minutes)m\(rest)s"
}
