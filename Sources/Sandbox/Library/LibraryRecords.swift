/// A folder of the library, or a plan: a folder whose workouts lie on day offsets.
struct FolderRecord: Hashable, Sendable {
    /// Somebody with whom a folder is shared.
    struct Share: Hashable, Sendable {
        /// Who.
        var athleteID: String
        /// Whether they may change it.
        var canEdit: Bool
    }

    /// The fields.
    var record: Record
    /// With whom it is shared.
    var shares: [Share] = []

    /// The number.
    var id: Int { record.integer("id") ?? 0 }
    /// Whether its workouts lie on day offsets.
    var isPlan: Bool { record.text("type") == "PLAN" }
}

/// A workout of the library.
struct LibraryWorkout: Hashable, Sendable {
    /// The fields.
    var record: Record
    /// The number of the call that made it: "workouts added at the same time" share it.
    var batch: Int

    /// The number.
    var id: Int { record.integer("id") ?? 0 }
    /// The folder it lies in.
    var folder: Int { record.integer("folder_id") ?? 0 }
    /// Days after the first day of a plan.
    var day: Int { record.integer("day") ?? 0 }

    /// The workout as an event, which the figures are computed of.
    var asEvent: EventRecord { EventRecord(record, batch: batch) }
}
