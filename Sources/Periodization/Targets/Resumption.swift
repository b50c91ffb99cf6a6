public import CivilDates
public import LoadSimulation

/// A live state from which a plan is solved again: weeks that began keep their targets.
public struct Resumption: Sendable {
    /// The day of the state, yesterday.
    public var day: CivilDate
    /// CTL and ATL on its evening.
    public var fitness: Fitness
    /// The targets that the weeks had before.
    public var targets: [Double?]
    /// How they came about.
    var reasons: [WeekReason]

    /// Makes a resumption of a schedule made from the file alone.
    public init(day: CivilDate, fitness: Fitness, of schedule: Schedule) {
        self.day = day
        self.fitness = fitness
        targets = schedule.weeks.map(\.target)
        reasons = schedule.weeks.map(\.reason)
    }

    /// Whether a week began by the day after the state, today.
    func hasBegun(_ frame: WeekFrame) -> Bool { frame.start <= day + 1 }
}
