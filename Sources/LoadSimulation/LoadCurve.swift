public import CivilDates

/// CTL, ATL and form, day by day.
public struct LoadCurve: Sendable {
    /// One day of the curve.
    public struct Day: Hashable, Sendable {
        /// The date.
        public var date: CivilDate
        /// The day's load as CTL sees it.
        public var load: Double
        /// The state on its evening.
        public var evening: Fitness
        /// CTL less ATL of the evening before.
        public var morningForm: Double
        /// CTL less CTL seven days earlier; nil while the curve is younger than that.
        public var ramp: Double?
    }

    /// The state on the evening before the first day.
    public let start: Fitness
    /// The days in order.
    public let days: [Day]

    /// Runs the model from `start` over consecutive days beginning with `first`.
    public init(
        start: Fitness, first: CivilDate, loads: some Collection<DailyLoad>, constants: TimeConstants = .standard
    ) {
        self.start = start
        var days: [Day] = []
        days.reserveCapacity(loads.count)
        var state = start
        for load in loads {
            let morning = state.form
            state = state.after(load, constants)
            let index = days.count
            let weekEarlier = index >= 7 ? days[index - 7].evening.ctl : index == 6 ? start.ctl : nil
            days.append(
                Day(
                    date: first + index, load: load.fitness, evening: state, morningForm: morning,
                    ramp: weekEarlier.map { state.ctl - $0 }))
        }
        self.days = days
    }

    /// The day of that date, if the curve has it.
    public subscript(date: CivilDate) -> Day? {
        guard let first = days.first else { return nil }
        let index = date - first.date
        return days.indices.contains(index) ? days[index] : nil
    }

    /// The first day with the highest CTL.
    public var peak: Day? {
        days.reduce(nil) { best, day in best.map { $0.evening.ctl >= day.evening.ctl } ?? false ? best : day }
    }

    /// The first day with the lowest same-day form.
    public var lowestForm: Day? {
        days.reduce(nil) { best, day in best.map { $0.evening.form <= day.evening.form } ?? false ? best : day }
    }
}
