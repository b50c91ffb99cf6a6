public import LoadSimulation
public import PlanSpec

/// The one factor of a taper that brings form on race morning to where it is wanted.
public struct TaperSolver: Sendable {
    /// CTL and ATL on the evening before the first day.
    public let start: Fitness
    /// The load of each day for factor 1.
    public let days: [Double]
    /// Loads that stay as they are.
    public let fixed: [DailyLoad]
    private let constants = TimeConstants.standard

    /// Makes a solver for days up to the race's eve.
    public init(start: Fitness, days: [Double], fixed: [DailyLoad]? = nil) {
        self.start = start
        self.days = days
        self.fixed = fixed ?? days.map { _ in DailyLoad(0) }
    }

    /// CTL and ATL on race morning.
    public func morning(factor: Double) -> Fitness {
        zip(days, fixed).reduce(start) { state, day in
            var load = DailyLoad(factor * day.0)
            load += day.1
            return state.after(load, constants)
        }
    }

    /// How far form is from the goal, in points.
    public func miss(_ goal: Phase.FormGoal, _ morning: Fitness) -> Double {
        switch goal {
        case .points(let points): morning.form - points
        case .ofFitness(let part): morning.form - part * morning.ctl
        }
    }

    /// The factor in closed form: form is linear in it. Nil where no load of these days changes form.
    public func factor(for goal: Phase.FormGoal) -> Double? {
        let none = miss(goal, morning(factor: 0))
        let slope = miss(goal, morning(factor: 1)) - none
        return abs(slope) > 1e-12 ? -none / slope : nil
    }
}

/// What became of a taper.
public struct TaperOutcome: Hashable, Sendable {
    /// The phase.
    public var phase: String
    /// The race that it leads to.
    public var race: String
    /// How many days it has.
    public var days: Int
    /// The resulting mean reduction against the load before, 0.5 for 50 %.
    public var cut: Double
    /// CTL and ATL on race morning by the taper's own curve.
    public var morning: Fitness
    /// CTL on the evening before the taper.
    public var before: Double

    /// The part of CTL that the taper costs, 0.1 for 10 %.
    public var loss: Double { before > 0 ? 1 - morning.ctl / before : 0 }
}
