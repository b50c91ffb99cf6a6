import CivilDates
import Diagnostics
public import LoadSimulation
public import Periodization
public import PlanSpec
import Workouts

/// A plan with its calendar and its curve, as the rules look at them.
public struct Season: Sendable {
    /// The plan.
    public let plan: Plan
    /// Its dated sessions.
    public let schedule: Schedule
    /// CTL, ATL and form day by day.
    public let curve: LoadCurve
    /// Its weeks in order.
    let weeks: [SeasonWeek]
    /// Its workouts and races by date.
    let sessions: [PlannedEntry]
    /// Load that counts in fitness, day by day; unknown loads count 0.
    let loads: [Double]
    /// Indices of `sessions`, day by day.
    private let sessionsByDay: [Range<Int>]

    /// Looks at a plan and what the engine made of it.
    public init(_ plan: Plan, _ schedule: Schedule) {
        self.plan = plan
        self.schedule = schedule
        curve = schedule.curve
        let curve = curve
        loads = (0..<max(0, schedule.end - schedule.start + 1)).map { curve[schedule.start + $0]?.load ?? 0 }
        sessions = schedule.entries.filter {
            $0.category.isSession && schedule.start <= $0.date && $0.date <= schedule.end
        }
        var ranges: [Range<Int>] = []
        var index = 0
        for offset in 0..<max(0, schedule.end - schedule.start + 1) {
            let first = index
            while index < sessions.count, sessions[index].date == schedule.start + offset { index += 1 }
            ranges.append(first..<index)
        }
        sessionsByDay = ranges
        let phases = Dictionary(plan.phases.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        let grouped = Dictionary(grouping: sessions) { ($0.date - schedule.start) / 7 }
        weeks = schedule.weeks.enumerated().compactMap { index, week in
            phases[week.phase].map { SeasonWeek(week, phase: $0, sessions: grouped[index] ?? [], life: plan.life) }
        }
    }

    /// The plan's first day.
    var start: CivilDate { schedule.start }

    /// Workouts and races of a date.
    func sessions(on date: CivilDate) -> ArraySlice<PlannedEntry> {
        let day = date - start
        return sessionsByDay.indices.contains(day) ? sessions[sessionsByDay[day]] : []
    }

    /// Load of a date that counts in fitness; 0 outside the plan.
    func load(on date: CivilDate) -> Double {
        let day = date - start
        return loads.indices.contains(day) ? loads[day] : 0
    }

    /// Mean daily load of so many days that end with a date, as far as the plan has them; nil where it has none.
    func meanLoad(ofDays count: Int, through date: CivilDate) -> Double? {
        let last = min(date - start, loads.count - 1)
        let first = max(0, date - start - count + 1)
        guard first <= last else { return nil }
        return loads[first...last].reduce(0, +) / Double(last - first + 1)
    }

    /// The week of a date.
    func week(of date: CivilDate) -> SeasonWeek? {
        let index = (date - start) / 7
        return date >= start && weeks.indices.contains(index) ? weeks[index] : nil
    }

    /// CTL and ATL on the evening of a date; on the one before the plan, its start.
    func evening(of date: CivilDate) -> Fitness? {
        date == start - 1 ? curve.start : curve[date]?.evening
    }

    /// Races of a priority by date.
    func races(_ category: EntryCategory) -> [PlannedEntry] {
        sessions.filter { $0.category == category }
    }

    /// The race of the plan that an entry stands for.
    func race(of entry: PlannedEntry) -> Race? {
        plan.races.first { "race.\($0.id.value)" == entry.key }
    }
}
