import CivilDates

extension IntervalsClient {
    /// A planned workout as the bytes of a workout file, made by the service.
    public func downloadEvent(athlete: String, id: Int, as kind: WorkoutFileKind) async throws -> [UInt8] {
        try await bytes(.get(Call.athlete(athlete, "/events/\(id)/download.\(kind.rawValue)")))
    }

    /// A workout that is stored nowhere, converted by the service.
    public func convert(athlete: String, _ workout: LibraryWorkoutBody, to kind: WorkoutFileKind) async throws
        -> [UInt8]
    {
        try await bytes(
            Call(
                method: "POST", path: Call.athlete(athlete, "/download-workout.\(kind.rawValue)"),
                body: try workout.jsonBytes()))
    }

    /// The bytes of an answer; a web page in their place is refused.
    func bytes(_ call: Call) async throws -> [UInt8] {
        let response = try await perform(call)
        if ServiceMessage.isWebPage(response) {
            throw ServiceError.malformedAnswer(
                method: call.method, path: "/api/v1" + call.path, what: "a web page instead of a file")
        }
        return response.body
    }
}
