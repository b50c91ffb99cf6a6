public import Workouts

/// A workout with what a file says around it.
public struct WorkoutFile: Hashable, Sendable {
    /// The name on the calendar or on the device; empty where the file has none.
    public var name: String
    /// Who made it.
    public var author: String
    /// The sport.
    public var sport: Sport
    /// Words to find it by.
    public var tags: [String] = []
    /// The FTP in watts that the file was made for, where it says so.
    public var ftp: Int?
    /// The steps, with the file's description as theirs.
    public var workout: Workout

    /// Makes a workout for a file.
    public init(name: String, sport: Sport, workout: Workout, author: String = "") {
        self.name = name
        self.author = author
        self.sport = sport
        self.workout = workout
    }
}
