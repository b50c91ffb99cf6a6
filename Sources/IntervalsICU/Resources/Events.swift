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

    /// The events of a span of days with every field that the service gives.
    ///
    /// - Parameter category: only events of these kinds, such as `WORKOUT,NOTE`.
    public func eventRecords(
        athlete: String, oldest: CivilDate, newest: CivilDate, category: String? = nil
    ) async throws -> [ServiceValue] {
        let filter = category.map { [("category", $0)] } ?? []
        return try await value(.get(Call.athlete(athlete, "/events"), query: Call.days(oldest, newest) + filter))
    }

    /// One event with every field that the service gives.
    public func eventRecord(athlete: String, id: Int) async throws -> ServiceValue {
        try await value(.get(Call.athlete(athlete, "/events/\(id)")))
    }

    /// The events that set fitness with every field that the service gives.
    public func fitnessModelRecords(athlete: String) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/fitness-model-events")))
    }

    /// Creates events of workout files in one call; the service reads the files.
    public func createEvents(athlete: String, files: [EventUpload]) async throws -> [Event] {
        try await value(
            Call(method: "POST", path: Call.athlete(athlete, "/events/bulk"), body: try files.jsonBytes()))
    }

    /// Creates one event of a workout file; the service reads the file.
    public func createEvent(athlete: String, file: EventUpload) async throws -> Event {
        try await value(Call(method: "POST", path: Call.athlete(athlete, "/events"), body: try file.jsonBytes()))
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
