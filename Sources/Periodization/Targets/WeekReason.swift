/// How a week came to its target.
public struct WeekReason: Hashable, Sendable {
    /// Where the number comes from.
    public enum Source: Hashable, Sendable {
        /// The phase has no target.
        case none
        /// The week's own number in `weeks_override`.
        case override
        /// A number of the phase's list.
        case list
        /// The phase's start, end or growth.
        case series
        /// A part of the mean loading target since the last recovery week.
        case recovery(depth: Double, mean: Double)
        /// Solved for a CTL, with equal weeks or the author's shape.
        case ctl(Double, part: Double, factor: Double)
        /// The load that raises CTL by so many points.
        case ramp(Double)
        /// The load that keeps CTL.
        case hold(Double)
        /// The days of a taper, the race and what comes after it.
        case taper(cut: Double)
    }

    /// Where the number comes from.
    public var source: Source
    /// CTL on the evening before the week, by the curve of the targets.
    public var before = 0.0
    /// CTL on its last evening, by the curve of the targets.
    public var after = 0.0
    /// What held a solved target down.
    public var binding: Binding = []
    /// What a solved week was to have, where its races, fixed and pinned sessions bring more and so are its target.
    public var raised: Double?

    /// A reason without figures yet.
    init(_ source: Source, binding: Binding = []) {
        self.source = source
        self.binding = binding
    }
}
