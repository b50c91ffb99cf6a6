public import Diagnostics

/// What was read from a workout's text.
public struct WorkoutReading: Sendable {
    /// The workout as the service reads it.
    public var workout: Workout
    /// What the service would drop or misread, in the order of the text.
    public var findings: [WorkoutFinding]
    /// For each step that was kept, in the order of the text, the Unicode scalars of its line.
    public var stepRanges: [Range<Int>]
    /// The lines of the steps that aim at a share or zone of threshold pace.
    var thresholdPaceRanges: [Range<Int>] = []

    /// Free rides without a range: nobody can tell their load.
    public var freeRides: [WorkoutFinding] {
        zip(workout.steps, stepRanges).filter { step, _ in step.isFreeWithoutRange }.map { _, range in
            WorkoutFinding(
                .freeRide, .warning,
                "the load of a free ride can't be predicted; give a range for it, as in freeride 60-70%", at: range)
        }
    }

    /// The findings, and for an athlete without a threshold pace those steps whose target no device could resolve.
    public func findings(for thresholds: Thresholds) -> [WorkoutFinding] {
        guard thresholds.thresholdPace == nil, !thresholdPaceRanges.isEmpty else { return findings }
        let unresolved = thresholdPaceRanges.map { range in
            WorkoutFinding(
                .paceWithoutThreshold, .warning,
                "without a threshold pace this target reaches no device; set one, or write an absolute pace as in 5:00/km Pace",
                at: range)
        }
        return (findings + unresolved).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

/// A finding in a workout's text, placed by Unicode scalar offsets.
public struct WorkoutFinding: Hashable, Sendable {
    /// The stable name of the rule, such as `metres-as-minutes`.
    public var id: String
    /// How much it matters: an error where content is lost, a warning where it may be.
    public var severity: Severity
    /// What is wrong and what would be right.
    public var message: String
    /// The Unicode scalars of the text that it is about.
    public var range: Range<Int>

    /// Makes a finding of `rule`.
    public init(_ rule: WorkoutRule, _ severity: Severity, _ message: String, at range: Range<Int>) {
        id = rule.rawValue
        self.severity = severity
        self.message = message
        self.range = range
    }
}
