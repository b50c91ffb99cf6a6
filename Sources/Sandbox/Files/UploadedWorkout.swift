/// A workout that comes as a file inside a body: `filename` with `file_contents` or `file_contents_base64`.
enum UploadedWorkout {
    private static let members = ["filename", "file_contents", "file_contents_base64", "workout"]

    /// The body with what the file says: its text always, its name and type where the body has none.
    ///
    /// A library workout under `workout` fills in what the body leaves out.
    static func merged(
        into body: [String: JSONValue], athlete: AthleteData
    ) throws(ServiceError) -> [String: JSONValue] {
        guard members.contains(where: { body[$0] ?? .null != .null }) else { return body }
        var merged = body.filter { !members.contains($0.key) }
        if let workout = body["workout"], workout != .null {
            guard let fields = workout.asObject else { throw .invalid("Invalid workout") }
            for (name, value) in try RecordShape.workout.patch(fields) where merged[name] ?? .null == .null {
                merged[name] = value
            }
        }
        guard let file = try file(body) else { return merged }
        let read = try WorkoutConversion.read(file.bytes, named: file.name, for: athlete)
        merged["description"] = .text(read.text)
        if let name = read.name, merged["name"] ?? .null == .null { merged["name"] = .text(name) }
        if let type = read.type, merged["type"] ?? .null == .null { merged["type"] = .text(type) }
        return merged
    }

    private static func file(_ body: [String: JSONValue]) throws(ServiceError) -> (name: String, bytes: [UInt8])? {
        let name = body["filename"]?.asText ?? ""
        if let contents = body["file_contents_base64"], contents != .null {
            guard let bytes = contents.asText.flatMap(Base64.bytes) else {
                throw .invalid("Invalid file_contents_base64")
            }
            return (name, bytes)
        }
        guard let contents = body["file_contents"], contents != .null else { return nil }
        guard let text = contents.asText else { throw .invalid("Invalid file_contents") }
        return (name, Array(text.utf8))
    }
}
