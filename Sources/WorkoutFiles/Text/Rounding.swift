import Diagnostics

/// A fraction in percent: what is a hair beside two decimals is taken for them, since converters leave noise of single
/// precision behind.
func percent(ofFraction fraction: Double) -> Double {
    let exact = fraction * 100
    let short = (exact * 100).rounded() / 100
    return abs(exact - short) < 1e-4 ? short : (exact * 1e6).rounded() / 1e6
}

/// The percent of two decimals, or of four where that takes it, that the planner turns into exactly `watts` at `ftp`.
///
/// The planner rounds percent of FTP down to whole watts, so the percent is rounded up where the nearest is too low.
/// Watts with decimals give the nearest percent.
func percent(ofWatts watts: Double, ftp: Int) -> Double {
    let exact = watts * 100 / Double(ftp)
    for scale in [100.0, 1000, 10_000] {
        for candidate in [(exact * scale).rounded() / scale, (exact * scale).rounded(.up) / scale] {
            if abs((candidate * Double(ftp) / 100 + 1e-9).rounded(.down) - watts) < 1e-9 { return candidate }
        }
    }
    return (exact * 10_000).rounded() / 10_000
}

/// A number without needless decimals, `decimals` at most.
func shortFigure(_ value: Double, decimals: Int) -> String {
    var text = figure(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
}

/// Seconds of a file as whole ones; nil beyond any use.
func wholeSeconds(_ seconds: Double) -> Int? {
    guard seconds.isFinite, seconds >= 0, seconds <= 1_000_000 else { return nil }
    return Int(seconds.rounded(.toNearestOrAwayFromZero))
}
