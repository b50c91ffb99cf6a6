/// A folder of the workout library, or a library plan: a folder whose workouts lie on days.
public struct LibraryFolder: Sendable, Equatable {
    /// The service's number of the folder.
    public var id: Int
    /// `FOLDER` or `PLAN`.
    public var type: String?
    /// Its name.
    public var name: String
    /// What it says of itself.
    public var description: String?
    /// Workouts in it; nil where the service does not tell.
    public var workoutCount: Int?
    /// Weeks of a plan.
    public var weeks: Int?
    /// Whether the key may change it.
    public var canEdit: Bool?

    /// A folder of an id and a name, all else unset.
    public init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// What to write of a folder: only the fields that are set are sent.
public struct LibraryFolderBody: Sendable, Equatable, Encodable {
    /// `FOLDER` or `PLAN`.
    public var type: String?
    /// Its name.
    public var name: String?
    /// What it says of itself.
    public var description: String?

    /// A body of its fields.
    public init(type: String? = nil, name: String? = nil, description: String? = nil) {
        self.type = type
        self.name = name
        self.description = description
    }
}

extension IntervalsClient {
    /// The folders and plans of the athlete's library.
    public func folders(athlete: String) async throws -> [LibraryFolder] {
        try await value(.get(Call.athlete(athlete, "/folders")))
    }

    /// The folders with every field that the service gives, their workouts included.
    public func folderRecords(athlete: String) async throws -> [ServiceValue] {
        try await value(.get(Call.athlete(athlete, "/folders")))
    }

    /// Makes a folder.
    public func createFolder(athlete: String, _ body: LibraryFolderBody) async throws -> LibraryFolder {
        try await value(Call(method: "POST", path: Call.athlete(athlete, "/folders"), body: try body.jsonBytes()))
    }

    /// Changes the fields of a folder that the body sets.
    public func updateFolder(athlete: String, id: Int, _ body: LibraryFolderBody) async throws -> LibraryFolder {
        try await value(
            Call(method: "PUT", path: Call.athlete(athlete, "/folders/\(id)"), body: try body.jsonBytes()))
    }

    /// Deletes a folder with its workouts; the service answers the same for a folder that does not exist.
    public func deleteFolder(athlete: String, id: Int) async throws {
        _ = try await perform(Call(method: "DELETE", path: Call.athlete(athlete, "/folders/\(id)")))
    }

    /// Who sees a folder.
    public func sharedWith(athlete: String, folder: Int) async throws -> [FolderShare] {
        try await value(.get(Call.athlete(athlete, "/folders/\(folder)/shared-with")))
    }

    /// Replaces the list of those who see a folder.
    public func setSharedWith(athlete: String, folder: Int, _ shares: [FolderShare]) async throws -> [FolderShare] {
        try await value(
            Call(
                method: "PUT", path: Call.athlete(athlete, "/folders/\(folder)/shared-with"),
                body: try shares.jsonBytes()))
    }
}

/// One who sees a folder.
public struct FolderShare: Sendable, Equatable {
    /// The athlete.
    public var id: String
    /// The name shown.
    public var name: String?
    /// Whether the athlete may change the folder.
    public var canEdit: Bool

    /// A share of its parts.
    public init(id: String, name: String? = nil, canEdit: Bool = false) {
        self.id = id
        self.name = name
        self.canEdit = canEdit
    }
}
