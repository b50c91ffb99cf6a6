public import CivilDates
public import LoadSimulation

/// A live state from which a plan is solved again: weeks that began keep their targets.
public struct Resumption: Sendable {
    /// The day of the state, yesterday.
    public var day: CivilDate
    /// CTL and ATL on its evening.
    public var fitness: Fitness
    /// What stands on the calendar from today on; nil for nothing.
    public var calendar: CalendarLoads?
    /// The targets that the weeks had before.
    public var targets: [Double?]
    /// How they came about.
    var reasons: [WeekReason]

    /// Makes a resumption of a schedule made from the file alone.
    public init(day: CivilDate, fitness: Fitness, calendar: CalendarLoads? = nil, of schedule: Schedule) {
        self.day = day
        self.fitness = fitness
        self.calendar = calendar
        targets = schedule.weeks.map(\.target)
        reasons = schedule.weeks.map(\.reason)
    }

    /// Whether a week began by the day after the state, today.
    func hasBegun(_ frame: WeekFrame) -> Bool { frame.start <= day + 1 }

    /// A day's load on the curve, where the plan itself has `planned`.
    func load(on date: CivilDate, planned: Double) -> DailyLoad {
        let planned = DailyLoad(planned)
        return calendar?.load(on: date, planned: planned) ?? planned
    }

    /// What comes on top of the plan on the seven days of a week.
    func others(from start: CivilDate) -> [DailyLoad] {
        (0..<7).map { calendar?.others[start + $0] ?? DailyLoad(0) }
    }
}
