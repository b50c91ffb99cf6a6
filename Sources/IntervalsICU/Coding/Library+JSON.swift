extension LibraryFolder: Decodable {
    /// Reads the folder.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(id: try fields.required("id", fields.int), name: try fields.string("name") ?? "")
        type = try fields.string("type")
        description = try fields.string("description")
        workoutCount = try fields.int("num_workouts")
        weeks = try fields.positiveInt("duration_weeks")
        canEdit = try fields.bool("canEdit")
    }
}

extension FolderShare: Codable {
    /// Reads the share.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(
            id: try fields.required("id", fields.string), name: try fields.string("name"),
            canEdit: try fields.bool("canEdit") ?? false)
    }

    /// Writes id and right; the rest is the service's.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encode(id, forKey: FieldName("id"))
        try fields.encode(canEdit, forKey: FieldName("canEdit"))
    }
}

extension LibraryWorkout: Decodable {
    /// Reads the workout.
    public init(from decoder: any Decoder) throws {
        let fields = try LenientFields(decoder)
        self.init(id: try fields.required("id", fields.int), name: try fields.string("name") ?? "")
        folderID = try fields.int("folder_id")
        type = try fields.string("type")
        description = try fields.string("description")
        day = try fields.int("day")
        time = try fields.string("time")
        indoor = try fields.bool("indoor")
        target = try fields.string("target")
        tags = try fields.strings("tags")
        movingTime = try fields.int("moving_time")
        distance = try fields.double("distance")
        trainingLoad = try fields.int("icu_training_load")
        workoutDoc = try? fields.value("workout_doc")
        tellsDocument = fields.has("workout_doc")
    }
}
