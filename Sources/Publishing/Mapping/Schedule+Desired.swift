public import CalendarDiff
import Diagnostics
public import Periodization
public import PlanSpec
import Workouts

extension Schedule {
    /// All that the plan wants on the calendar, past days included.
    public func desiredEvents(_ options: PublishOptions) -> [DesiredEvent] {
        entries.filter(\.publish).map { DesiredEvent($0, plan: plan, options: options) }
    }

    /// What each workout with steps amounts to, by key, for comparing with what the service makes of it.
    ///
    /// The figures are those of the thresholds that the schedule was made with: make it with the service's own.
    public var plannedFigures: [String: PlannedFigures] {
        var figures: [String: PlannedFigures] = [:]
        for entry in entries where entry.publish {
            guard let workout = entry.workout, !workout.items.isEmpty else { continue }
            figures[entry.key] = PlannedFigures(
                steps: workout.entryCount, duration: entry.planned.duration, load: entry.planned.load)
        }
        return figures
    }
}

extension DesiredEvent {
    /// The event that an entry of the plan becomes.
    init(_ entry: PlannedEntry, plan: String, options: PublishOptions) {
        var content = EventContent(
            date: entry.date, category: entry.category.rawValue, type: entry.sport?.name, name: entry.name,
            description: entry.description)
        content.lastDate = entry.lastDate
        content.time = entry.time
        content.target = entry.target?.rawValue
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
        lock = options.lock
        tag = options.tag ? "plan:\(plan)" : nil
        protect = entry.protect
        source = "\(entry.source.file):\(entry.source.start.line)"
    }
}

extension Workout {
    /// Steps and blocks as the service counts them: a block is one entry, and each step in it another.
    var entryCount: Int {
        items.reduce(0) { count, item in
            switch item {
            case .step: count + 1
            case .block(let block): count + 1 + block.steps.count
            }
        }
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
