public import CivilDates

/// What a change set does to the plan's training load and the fitness that comes of it.
public struct LoadEffect: Hashable, Sendable, Codable {
    /// A figure before and after.
    public struct Week: Hashable, Sendable {
        /// The first day of the week.
        public var start: CivilDate
        /// Load of the plan's events on the calendar.
        public var before: Int
        /// The same after the changes.
        public var after: Int

        /// Load of a week.
        public init(start: CivilDate, before: Int, after: Int) {
            self.start = start
            self.before = before
            self.after = after
        }
    }

    /// CTL on the evening of a race day.
    public struct Race: Hashable, Sendable {
        /// The race's key.
        public var key: String
        /// Its day.
        public var date: CivilDate
        /// CTL with the calendar as it is.
        public var before: Double
        /// CTL after the changes.
        public var after: Double

        /// CTL on a race day.
        public init(key: String, date: CivilDate, before: Double, after: Double) {
            self.key = key
            self.date = date
            self.before = before
            self.after = after
        }
    }

    /// Weeks whose load changes.
    public var weeks: [Week]
    /// Every race of the plan.
    public var races: [Race]

    /// An effect of its figures.
    public init(weeks: [Week], races: [Race]) {
        self.weeks = weeks
        self.races = races
    }
}
