public import CivilDates

extension IntervalsClient {
    /// The events of a span of days, both ends included, of all enabled calendars.
    public func events(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Event] {
        try await value(.get(Call.athlete(athlete, "/events"), query: Call.days(oldest, newest)))
    }

    /// One event; 404 where there is none.
    public func event(athlete: String, id: Int) async throws -> Event {
        try await value(.get(Call.athlete(athlete, "/events/\(id)")))
    }

    /// The events that set fitness, its time constants and the estimated FTP, oldest first.
    public func fitnessModelEvents(athlete: String) async throws -> [Event] {
        try await value(.get(Call.athlete(athlete, "/fitness-model-events")))
    }

    /// Creates one event; a second call creates a second one.
    public func createEvent(athlete: String, _ body: EventBody) async throws -> Event {
        try await value(Call(method: "POST", path: Call.athlete(athlete, "/events"), body: try body.jsonBytes()))
    }

    /// Creates events in one call; one whose external id the same application already used replaces the old content.
    ///
    /// Whether the service takes all or none is unknown: after a failure read the calendar again.
    public func createEvents(athlete: String, _ bodies: [EventBody]) async throws -> [Event] {
        try await value(
            Call(
                method: "POST", path: Call.athlete(athlete, "/events/bulk"), query: [("upsert", "true")],
                body: try bodies.jsonBytes()))
    }

    /// Changes the fields of an event that the body sets.
    public func updateEvent(athlete: String, id: Int, _ body: EventBody) async throws -> Event {
        try await value(
            Call(
                method: "PUT", path: Call.athlete(athlete, "/events/\(id)"),
                body: try WholeEventBody(body: body).jsonBytes()))
    }

    /// Deletes one event.
    public func deleteEvent(athlete: String, id: Int) async throws {
        _ = try await perform(Call(method: "DELETE", path: Call.athlete(athlete, "/events/\(id)")))
    }

    /// Deletes events by id and returns how many there were; unknown ids are passed over.
    public func deleteEvents(athlete: String, ids: [Int]) async throws -> Int {
        let call = Call(
            method: "PUT", path: Call.athlete(athlete, "/events/bulk-delete"),
            body: try ids.map(DoomedEvent.init).jsonBytes())
        return try await value(call, as: DeletedEvents.self).count
    }
}

/// An event named for deletion.
private struct DoomedEvent: Encodable {
    let id: Int
}

/// The answer to a deletion.
private struct DeletedEvents: Decodable {
    let count: Int

    init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        count = try fields.required("eventsDeleted", fields.int)
    }
}
