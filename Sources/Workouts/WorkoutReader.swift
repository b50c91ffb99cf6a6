public import Diagnostics

/// What was read from a workout's text.
public struct WorkoutReading: Sendable {
    /// The workout as the service reads it.
    public var workout: Workout
    /// What the service would drop or misread.
    public var findings: [WorkoutFinding]
    /// For each step, in the order of the text, the Unicode scalars of its line.
    public var stepRanges: [Range<Int>]
}

/// A finding in a workout's text, placed by Unicode scalar offsets.
public struct WorkoutFinding: Hashable, Sendable {
    /// The stable name of the rule, such as `metres-as-minutes`.
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong and what would be right.
    public var message: String
    /// The Unicode scalars of the text that it is about.
    public var range: Range<Int>
}

extension Workout {
    /// Reads a workout's text the way the service does; every text can be read.
    public static func read(_ text: String) -> WorkoutReading {
        WorkoutReading(workout: Workout(), findings: [], stepRanges: [])
    }
}
