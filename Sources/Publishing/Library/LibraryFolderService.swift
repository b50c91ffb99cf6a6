import CalendarDiff
public import CivilDates
public import IntervalsICU
import Synchronization

/// A folder of the workout library that a publisher treats like a calendar.
///
/// Library workouts have no `external_id`: the marker travels as one of their tags, in the same request as the content.
/// Other plans may have markers on the same workout; like every other tag they are sent again with each change.
/// Days of a library plan are offsets; they are shown as dates counted from `firstDay`.
public final class LibraryFolderService: CalendarService {
    /// The date that stands for day 0: a Monday of no meaning.
    public static let firstDay = CivilDate(daysSinceEpoch: 10_959)

    private let client: IntervalsClient
    private let folder: Int
    private let hasDays: Bool
    private let owner: String
    /// The tags of each workout as they were last read: an update replaces the whole list.
    private let tags = Mutex<[Int: WorkoutTags]>([:])

    /// The folder, for the owner that stands in its markers; `hasDays` for a library plan.
    public init(_ client: IntervalsClient, folder: Int, hasDays: Bool, owner: String) {
        self.client = client
        self.folder = folder
        self.hasDays = hasDays
        self.owner = owner
    }

    /// Requests sent so far, by method.
    public var counts: [String: Int] { client.counts }

    /// The workouts of the folder, whatever the days.
    public func events(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Event] {
        try await client.libraryWorkouts(athlete: athlete).filter { $0.folderID == folder }.map(event)
    }

    /// Creates workouts in one call.
    public func createEvents(athlete: String, _ bodies: [EventBody]) async throws -> [Event] {
        try await client.createLibraryWorkouts(athlete: athlete, bodies.map { body($0) }).map(event)
    }

    /// Creates one workout.
    public func createEvent(athlete: String, _ body: EventBody) async throws -> Event {
        event(try await client.createLibraryWorkout(athlete: athlete, self.body(body)))
    }

    /// Changes the fields that the body sets; tags that are not ours stay.
    public func updateEvent(athlete: String, id: Int, _ body: EventBody) async throws -> Event {
        let known = tags.withLock { $0[id] ?? WorkoutTags() }
        return event(try await client.updateLibraryWorkout(athlete: athlete, id: id, self.body(body, known)))
    }

    /// Deletes workouts one by one: the library has no call for several.
    public func deleteEvents(athlete: String, ids: [Int]) async throws -> Int {
        for (done, id) in ids.enumerated() {
            do {
                try await client.deleteLibraryWorkout(athlete: athlete, id: id)
            } catch {
                guard done > 0 else { throw error }
                // Some are gone and some are not: only a fresh read can tell which.
                throw ServiceError.transport(
                    method: "DELETE", path: "/api/v1/athlete/\(athlete)/workouts/\(id)",
                    message: "after \(done) of \(ids.count) deletes: \(error)", outcomeUnknown: true)
            }
        }
        return ids.count
    }

    private func event(_ workout: LibraryWorkout) -> Event {
        let known = WorkoutTags(workout.tags, owner: owner)
        tags.withLock { $0[workout.id] = known }
        var event = Event(
            id: workout.id, category: "WORKOUT",
            startDateLocal: LocalDateTime(
                Self.firstDay + (hasDays ? workout.day ?? 0 : 0), workout.time.flatMap(ClockTime.init)))
        event.externalID = known.own ?? known.foreign.first
        event.type = workout.type
        event.name = workout.name
        event.description = workout.description
        event.indoor = workout.indoor
        event.target = workout.target
        event.tags = known.others
        event.movingTime = workout.movingTime
        event.distance = workout.distance
        event.trainingLoad = workout.trainingLoad
        event.workoutDoc = workout.workoutDoc
        event.tellsDocument = workout.tellsDocument
        return event
    }

    private func body(_ event: EventBody, _ known: WorkoutTags = WorkoutTags()) -> LibraryWorkoutBody {
        var body = LibraryWorkoutBody()
        body.folderID = folder
        body.name = event.name
        body.type = event.type
        body.description = event.description
        body.indoor = event.indoor
        body.target = event.target
        body.movingTime = event.movingTime
        body.distance = event.distance
        body.trainingLoad = event.trainingLoad
        if hasDays, let start = event.startDateLocal {
            body.day = start.date - Self.firstDay
            body.time = start.time?.description
        }
        if event.externalID != nil || event.tags != nil {
            body.tags = (event.tags ?? known.others) + known.foreign + [event.externalID ?? known.own].compactMap { $0 }
        }
        return body
    }
}

/// The tags of a workout, sorted by whose they are.
private struct WorkoutTags {
    /// Our marker.
    var own: String?
    /// The markers of other plans.
    var foreign: [String] = []
    /// What people wrote.
    var others: [String] = []

    init() {}

    init(_ tags: [String], owner: String) {
        for tag in tags {
            switch Marker(tag) {
            case nil: others.append(tag)
            case let marker? where marker.plan == owner && own == nil: own = tag
            case _?: foreign.append(tag)
            }
        }
    }
}
