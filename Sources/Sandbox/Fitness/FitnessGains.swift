import Glibc

/// How much of the distance to a day's load CTL and ATL go in that day.
struct FitnessGains: Hashable, Sendable {
    var ctl: Double
    var atl: Double

    /// `1 - exp(-1/days)` for each; the service's defaults are 42 and 7 days.
    init(ctlDays: Int = 42, atlDays: Int = 7) {
        ctl = 1 - exp(-1 / Double(max(1, ctlDays)))
        atl = 1 - exp(-1 / Double(max(1, atlDays)))
    }
}
