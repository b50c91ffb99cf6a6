public import CivilDates
public import IntervalsICU
import Synchronization

/// A folder of the workout library that a publisher treats like a calendar.
///
/// Library workouts have no `external_id`: the marker travels as one of their tags, in the same request as the content.
/// Days of a library plan are offsets; they are shown as dates counted from `firstDay`.
public final class LibraryFolderService: CalendarService {
    /// The date that stands for day 0: a Monday of no meaning.
    public static let firstDay = CivilDate(daysSinceEpoch: 10_959)

    private let client: IntervalsClient
    private let folder: Int
    private let hasDays: Bool
    /// Tags that are not ours, by workout, as they were last read: an update must send them again.
    private let otherTags = Mutex<[Int: [String]]>([:])

    /// The folder; `hasDays` for a library plan.
    public init(_ client: IntervalsClient, folder: Int, hasDays: Bool) {
        self.client = client
        self.folder = folder
        self.hasDays = hasDays
    }

    /// Requests sent so far, by method.
    public var counts: [String: Int] { client.counts }

    /// The workouts of the folder, whatever the days.
    public func events(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Event] {
        try await client.libraryWorkouts(athlete: athlete).filter { $0.folderID == folder }.map(event)
    }

    /// Creates workouts in one call.
    public func createEvents(athlete: String, _ bodies: [EventBody]) async throws -> [Event] {
        try await client.createLibraryWorkouts(athlete: athlete, bodies.map { body($0, tags: []) }).map(event)
    }

    /// Creates one workout.
    public func createEvent(athlete: String, _ body: EventBody) async throws -> Event {
        event(try await client.createLibraryWorkout(athlete: athlete, self.body(body, tags: [])))
    }

    /// Changes the fields that the body sets; tags that are not ours stay.
    public func updateEvent(athlete: String, id: Int, _ body: EventBody) async throws -> Event {
        let tags = otherTags.withLock { $0[id] ?? [] }
        return event(try await client.updateLibraryWorkout(athlete: athlete, id: id, self.body(body, tags: tags)))
    }

    /// Deletes workouts one by one: the library has no call for several.
    public func deleteEvents(athlete: String, ids: [Int]) async throws -> Int {
        for id in ids { try await client.deleteLibraryWorkout(athlete: athlete, id: id) }
        return ids.count
    }

    private func event(_ workout: LibraryWorkout) -> Event {
        let marker = workout.tags.first(where: isMarker)
        let others = workout.tags.filter { !isMarker($0) }
        otherTags.withLock { $0[workout.id] = others }
        var event = Event(
            id: workout.id, category: "WORKOUT",
            startDateLocal: LocalDateTime(
                Self.firstDay + (hasDays ? workout.day ?? 0 : 0), workout.time.flatMap(ClockTime.init)))
        event.externalID = marker
        event.type = workout.type
        event.name = workout.name
        event.description = workout.description
        event.indoor = workout.indoor
        event.target = workout.target
        event.tags = others
        event.movingTime = workout.movingTime
        event.distance = workout.distance
        event.trainingLoad = workout.trainingLoad
        event.workoutDoc = workout.workoutDoc
        event.tellsDocument = workout.tellsDocument
        return event
    }

    private func body(_ event: EventBody, tags: [String]) -> LibraryWorkoutBody {
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
        if let marker = event.externalID { body.tags = (event.tags ?? tags) + [marker] }
        return body
    }
}

private func isMarker(_ tag: String) -> Bool {
    tag.hasPrefix("tp1:")
}
