extension IntervalsClient {
    /// The athlete's calendars; the published description of the API no longer lists the call.
    public func calendars(athlete: String) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/calendars")))
    }
}
