public import CalendarDiff
public import Periodization
import Workouts

extension Schedule {
    /// All that the plan wants on the calendar, past days included.
    public var desiredEvents: [DesiredEvent] {
        entries.filter(\.publish).map { DesiredEvent($0, of: self) }
    }

    /// What each workout with steps amounts to, by key, for comparing with what the service makes of it.
    ///
    /// The figures are those of the thresholds that the schedule was made with: make it with the service's own.
    public var plannedFigures: [String: PlannedFigures] {
        var figures: [String: PlannedFigures] = [:]
        for entry in entries where entry.publish {
            guard let workout = entry.workout, !workout.items.isEmpty else { continue }
            figures[entry.key] = PlannedFigures(
                steps: workout.stepCount, duration: entry.planned.duration, load: entry.planned.load)
        }
        return figures
    }
}

extension DesiredEvent {
    /// The event that an entry of the plan becomes.
    init(_ entry: PlannedEntry, of schedule: Schedule) {
        var content = EventContent(
            date: entry.date, category: entry.category.rawValue, type: entry.sport?.name, name: entry.name,
            description: entry.description)
        content.lastDate = entry.lastDate
        content.time = entry.time
        content.target = entry.targetName
        content.indoor = entry.indoor
        let hasSteps = !(entry.workout?.items.isEmpty ?? true)
        if !hasSteps {
            content.load = entry.sentLoad
            content.duration = entry.sentDuration
            content.distance = entry.sentDistance
        }
        self.init(key: entry.key, content: content)
        self.hasSteps = hasSteps
        forWeek = entry.forWeek
        lock = schedule.lock
        tag = schedule.tag
        protect = entry.protect
        source = entry.sourceLine
    }
}

/// What a workout should amount to on the service.
public struct PlannedFigures: Hashable, Sendable {
    /// Entries of the workout: blocks and their steps each counted once.
    public var steps: Int
    /// Seconds; nil where that is not known.
    public var duration: Int?
    /// Training load; nil where that is not known.
    public var load: Int?

    /// The figures of a workout.
    public init(steps: Int, duration: Int?, load: Int?) {
        self.steps = steps
        self.duration = duration
        self.load = load
    }
}
