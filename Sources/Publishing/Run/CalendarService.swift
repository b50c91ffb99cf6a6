public import CivilDates
public import IntervalsICU

/// The calls of the service that a publisher makes.
public protocol CalendarService: Sendable {
    /// The events of a span of days, both ends included.
    func events(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Event]
    /// Creates events in one call, replacing those of the same external id.
    func createEvents(athlete: String, _ bodies: [EventBody]) async throws -> [Event]
    /// Creates one event, whatever else bears its external id.
    func createEvent(athlete: String, _ body: EventBody) async throws -> Event
    /// Changes the fields of an event that the body sets.
    func updateEvent(athlete: String, id: Int, _ body: EventBody) async throws -> Event
    /// Deletes events by id and returns how many there were.
    func deleteEvents(athlete: String, ids: [Int]) async throws -> Int
    /// Requests sent so far, by method.
    var counts: [String: Int] { get }
}

extension IntervalsClient: CalendarService {}
