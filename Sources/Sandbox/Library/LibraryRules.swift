/// What the service demands of a folder or library workout before it is stored.
enum LibraryRules {
    /// The longest name of a library workout, in characters.
    static let longestName = 80

    /// Refuses a folder without a name.
    static func check(folder record: Record) throws(ServiceError) {
        guard hasName(record) else { throw .invalid("Name is required") }
        if let start = record.text("start_date_local") {
            guard LocalMoment(start) != nil || LocalMoment(start + "T00:00:00") != nil else {
                throw .invalid("Invalid start_date_local \(start)")
            }
        }
    }

    /// Refuses a workout without a name, a type and a folder that exists.
    static func check(workout record: Record, folders: [FolderRecord]) throws(ServiceError) {
        guard hasName(record), let name = record.text("name") else { throw .invalid("Name is required") }
        guard name.count <= longestName else { throw .invalid("Name is too long, max is \(longestName)") }
        guard record["type"] != nil else { throw .invalid("Missing type") }
        guard let folder = record.integer("folder_id"), folders.contains(where: { $0.id == folder }) else {
            throw .invalid("Folder is required")
        }
        guard (record.integer("day") ?? 0) >= 0 else { throw .invalid("Invalid day") }
    }

    private static func hasName(_ record: Record) -> Bool {
        record.text("name")?.contains { !$0.isWhitespace } ?? false
    }
}
