public import CivilDates
public import LoadSimulation

/// What already stands on an athlete's calendar from today on, as the curve sees it.
public struct CalendarLoads: Hashable, Sendable {
    /// Loads of events that are no part of the plan, by day; they come on top of the plan's.
    public var others: [CivilDate: DailyLoad] = [:]
    /// The plan's own events on days of weeks that began; nil where the calendar has none, so that the plan's days stand.
    public var own: [CivilDate: DailyLoad]?
    /// The days on which `own` stands for the plan: today and the rest of its week.
    public var begun: ClosedRange<CivilDate>

    /// An empty calendar; `begun` is today and the rest of its week.
    public init(begun: ClosedRange<CivilDate>) { self.begun = begun }

    /// A day's load, where the plan itself has `planned`.
    public func load(on date: CivilDate, planned: DailyLoad) -> DailyLoad {
        var load = planned
        if let own, begun.contains(date) { load = own[date] ?? DailyLoad(0) }
        if let other = others[date] { load += other }
        return load
    }
}

extension DailyLoad {
    /// Adds what each average sees.
    public static func += (left: inout DailyLoad, right: DailyLoad) {
        left.fitness += right.fitness
        left.fatigue += right.fatigue
    }
}
