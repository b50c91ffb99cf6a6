/// CTL and ATL at the end of a day, in the single precision the service keeps them in.
struct FitnessState: Hashable, Sendable {
    var ctl: Float = 0
    var atl: Float = 0

    /// The state a day later, after `load`.
    func after(_ load: DayLoad, _ gains: FitnessGains) -> FitnessState {
        FitnessState(
            ctl: FitnessState.step(ctl, load.ctl, gains.ctl), atl: FitnessState.step(atl, load.atl, gains.atl))
    }

    private static func step(_ value: Float, _ load: Double, _ gain: Double) -> Float {
        let next = Float(Double(value) + (load - Double(value)) * gain)
        // Far below anything that is shown; denormal numbers would never reach 0.
        return abs(next) < 1e-30 ? 0 : next
    }
}

/// What one day adds, after the factors of each sport.
struct DayLoad: Hashable, Sendable {
    var ctl = 0.0
    var atl = 0.0

    static func += (sum: inout DayLoad, part: DayLoad) {
        sum.ctl += part.ctl
        sum.atl += part.atl
    }
}

/// A day on the fitness curve.
struct FitnessDay: Hashable, Sendable {
    /// At the end of the day: with done sessions, or from today on with planned ones where none is done.
    var state = FitnessState()
    /// At the end of the day as its events show it: with the planned sessions.
    var planned = FitnessState()
    /// The load that went into `state`.
    var load = DayLoad()
}
