/// What a weekly target counts.
public enum TargetMeasure: String, Hashable, Sendable, CaseIterable {
    /// Training load.
    case load
    /// Seconds; files write hours.
    case hours
    /// Metres; files write kilometres.
    case distance
}

extension Phase {
    /// How the weekly targets come about, in points of load, seconds or metres.
    public enum LoadTarget: Hashable, Sendable {
        /// One number a week.
        case list([Double])
        /// Linear over the loading weeks.
        case linear(start: Double, end: Double)
        /// Each loading week over the one before, 0.06 for 6 %.
        case growth(start: Double, rate: Double)
        /// The load that raises CTL by so many points in each loading week.
        case ramp(Double)
        /// CTL to reach with the least peak week; an own shape, repeated until the phase is full, replaces the rhythm's
        /// depth.
        case ctl(Double, at: Occasion, shape: [Double])
        /// A taper scaled to form on race morning.
        case form(FormGoal)
        /// A taper as its curve says, with that mean reduction where it is given.
        case cut(Double)
        /// Every week ends at the CTL that the phase began with.
        case hold

        /// Whether the numbers come from CTL or ATL, and so need the athlete's fitness.
        public var isSolved: Bool {
            switch self {
            case .list, .linear, .growth, .cut: false
            case .ramp, .ctl, .form, .hold: true
            }
        }

        /// Whether it counts from loading week to loading week.
        var needsLoadingWeek: Bool {
            switch self {
            case .linear, .growth, .ramp: true
            case .ctl(_, _, let shape): shape.isEmpty
            case .list, .form, .cut, .hold: false
            }
        }

        /// Whether only a taper can have it.
        var isTaper: Bool {
            switch self {
            case .form, .cut: true
            default: false
            }
        }
    }

    /// Where a CTL is to be reached.
    public enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// On the phase's last evening.
        case end
        /// On its highest evening.
        case peak
    }

    /// Form on race morning.
    public enum FormGoal: Hashable, Sendable {
        /// CTL less ATL, in points.
        case points(Double)
        /// As a part of CTL, 0.1 for 10 %.
        case ofFitness(Double)
    }

    /// The curve of a taper's days.
    public struct Taper: Hashable, Sendable {
        /// How the days go down.
        public enum Curve: String, Hashable, Sendable, CaseIterable {
            case step, linear, exponential
        }

        /// How the days go down.
        public var curve = Curve.exponential
        /// Mean reduction against the daily load before it, 0.5 for 50 %.
        public var cut = 0.5

        /// Makes the usual taper: exponential, half of what was.
        public init() {}

        /// Makes a taper.
        public init(curve: Curve, cut: Double) {
            self.curve = curve
            self.cut = cut
        }
    }

    /// The target that the phase states and what it counts; nil leaves sessions at their templates' defaults.
    public var target: (measure: TargetMeasure, stated: Located<LoadTarget>)? {
        if let load { return (.load, load) }
        if let hours { return (.hours, hours) }
        return distance.map { (.distance, $0) }
    }
}
