/// A workout of the library.
public struct LibraryWorkout: Sendable, Equatable {
    /// The service's number of the workout.
    public var id: Int
    /// The folder it lies in.
    public var folderID: Int?
    /// The title.
    public var name: String
    /// The sport.
    public var type: String?
    /// The text with the steps.
    public var description: String?
    /// Days after the first day of a library plan, from 0.
    public var day: Int?
    /// The time of day.
    public var time: String?
    /// Whether it is done indoors.
    public var indoor: Bool?
    /// `AUTO`, `POWER`, `HR` or `PACE`.
    public var target: String?
    /// Labels.
    public var tags: [String]
    /// Seconds.
    public var movingTime: Int?
    /// Metres.
    public var distance: Double?
    /// Planned load.
    public var trainingLoad: Int?
    /// What the service read out of the description; nil where it read nothing.
    public var workoutDoc: WorkoutDocumentSummary?
    /// Whether the answer has a place for the document, be it null.
    public var tellsDocument = false

    /// A workout of an id and a name, all else unset.
    public init(id: Int, name: String) {
        self.id = id
        self.name = name
        tags = []
    }
}

/// What to write of a library workout: only the fields that are set are sent.
public struct LibraryWorkoutBody: Sendable, Equatable {
    /// The folder it lies in; needed to create one.
    public var folderID: Int?
    /// The title, at most 80 characters.
    public var name: String?
    /// The sport.
    public var type: String?
    /// The text with the steps.
    public var description: String?
    /// Days after the first day of a library plan, from 0.
    public var day: Int?
    /// The time of day.
    public var time: String?
    /// Whether it is done indoors.
    public var indoor: Bool?
    /// `AUTO`, `POWER`, `HR` or `PACE`.
    public var target: String?
    /// Labels; the list replaces the old one.
    public var tags: [String]?
    /// Seconds; the service overwrites it where the text has steps.
    public var movingTime: Int?
    /// Metres; the service overwrites it where the text has steps.
    public var distance: Double?
    /// Planned load; the service overwrites it where the text has steps.
    public var trainingLoad: Int?
    /// The parsed document: only conversion takes it.
    public var workoutDoc: ServiceValue?
    /// The name of a workout file to read in place of the text.
    public var filename: String?
    /// That file's bytes as base64.
    public var fileContents: String?

    /// A body without any field.
    public init() {}
}

extension LibraryWorkoutBody: Encodable {
    /// The service's names; fields that are nil are left out.
    enum CodingKeys: String, CodingKey {
        case folderID = "folder_id"
        case name, type, description, day, time, indoor, target, tags
        case movingTime = "moving_time"
        case distance
        case trainingLoad = "icu_training_load"
        case workoutDoc = "workout_doc"
        case filename
        case fileContents = "file_contents_base64"
    }
}

extension IntervalsClient {
    /// All workouts of the athlete's library.
    public func libraryWorkouts(athlete: String) async throws -> [LibraryWorkout] {
        try await value(.get(Call.athlete(athlete, "/workouts")))
    }

    /// All workouts of the library with every field that the service gives.
    public func libraryWorkoutRecords(athlete: String) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/workouts")))
    }

    /// One workout with every field that the service gives.
    public func libraryWorkoutRecord(athlete: String, id: Int) async throws -> ServiceValue {
        try await value(.get(Call.athlete(athlete, "/workouts/\(id)")))
    }

    /// Creates one workout.
    public func createLibraryWorkout(athlete: String, _ body: LibraryWorkoutBody) async throws -> LibraryWorkout {
        try await value(Call(method: "POST", path: Call.athlete(athlete, "/workouts"), body: try body.jsonBytes()))
    }

    /// Creates workouts in one call.
    public func createLibraryWorkouts(
        athlete: String, _ bodies: [LibraryWorkoutBody]
    ) async throws -> [LibraryWorkout] {
        try await value(
            Call(method: "POST", path: Call.athlete(athlete, "/workouts/bulk"), body: try bodies.jsonBytes()))
    }

    /// Changes the fields of a workout that the body sets.
    public func updateLibraryWorkout(
        athlete: String, id: Int, _ body: LibraryWorkoutBody
    ) async throws -> LibraryWorkout {
        try await value(
            Call(method: "PUT", path: Call.athlete(athlete, "/workouts/\(id)"), body: try body.jsonBytes()))
    }

    /// Deletes one workout.
    public func deleteLibraryWorkout(athlete: String, id: Int) async throws {
        _ = try await perform(Call(method: "DELETE", path: Call.athlete(athlete, "/workouts/\(id)")))
    }
}
