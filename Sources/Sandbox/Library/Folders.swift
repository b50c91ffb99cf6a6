// athlete/{athlete}/folders.
extension Service {
    /// Lists an athlete's own folders and plans with their workouts.
    func listFolders(_ call: Call) -> Reply {
        Reply(.list(data.athletes[call.athlete].folders.map { shown(folder: $0, call) }))
    }

    /// Creates a folder, with `copy_folder_id` one with the workouts of another.
    mutating func createFolder(_ call: Call) throws(ServiceError) -> Reply {
        let body = try call.object()
        let source = try copied(body["copy_folder_id"], call)
        var record = RecordShape.folder.blank
        if let source { record = source.record }
        RecordShape.folder.apply(try RecordShape.folder.patch(body), to: &record)
        try LibraryRules.check(folder: record)
        data.counters.library += 1
        record["id"] = .integer(data.counters.library)
        record["athlete_id"] = .text(data.athletes[call.athlete].id)
        let folder = FolderRecord(record: record)
        data.athletes[call.athlete].folders.append(folder)
        if let source { copyWorkouts(from: source.id, to: folder.id, call) }
        return Reply(shown(folder: folder, call))
    }

    /// Changes the fields that are sent.
    mutating func updateFolder(_ call: Call) throws(ServiceError) -> Reply {
        let place = try place(ofFolderIn: call)
        var folder = data.athletes[call.athlete].folders[place]
        RecordShape.folder.apply(try RecordShape.folder.patch(try call.object()), to: &folder.record)
        try LibraryRules.check(folder: folder.record)
        data.athletes[call.athlete].folders[place] = folder
        return Reply(shown(folder: folder, call))
    }

    /// Deletes a folder with its workouts; events made from them stay, and an unknown folder is no fault.
    mutating func deleteFolder(_ call: Call) throws(ServiceError) -> Reply {
        let id = try call.integer("folder")
        data.athletes[call.athlete].folders.removeAll { $0.id == id }
        data.athletes[call.athlete].workouts.removeAll { $0.folder == id }
        return Reply([:])
    }

    /// Hides or shows the workouts on some days of a plan.
    mutating func flagFolderWorkouts(_ call: Call) throws(ServiceError) -> Reply {
        let folder = data.athletes[call.athlete].folders[try place(ofFolderIn: call)].id
        let (oldest, newest) = (try call.requiredInteger("oldest"), try call.requiredInteger("newest"))
        let patch = try RecordShape.workout.patch(try call.object()).filter { $0.key == "hide_from_athlete" }
        var rows: [JSONValue] = []
        for place in data.athletes[call.athlete].workouts.indices {
            var workout = data.athletes[call.athlete].workouts[place]
            guard workout.folder == folder, oldest <= newest, (oldest...newest).contains(workout.day) else { continue }
            RecordShape.workout.apply(patch, to: &workout.record)
            workout.record["updated"] = stamp()
            data.athletes[call.athlete].workouts[place] = workout
            rows.append(shown(workout: workout))
        }
        return Reply(.list(rows))
    }

    /// Where the folder of the path stands.
    func place(ofFolderIn call: Call) throws(ServiceError) -> Int {
        let id = try call.integer("folder")
        guard let place = data.athletes[call.athlete].folders.firstIndex(where: { $0.id == id }) else {
            throw .notFound("Folder \(id)")
        }
        return place
    }

    /// A folder as the service shows it.
    func shown(folder: FolderRecord, _ call: Call, withChildren: Bool = true) -> JSONValue {
        let athlete = data.athletes[call.athlete]
        let workouts = athlete.workouts.filter { $0.folder == folder.id }
        var object = RecordShape.folder.shown(folder.record)
        object["children"] = withChildren ? .list(workouts.map { shown(workout: $0) }) : .null
        object["num_workouts"] = .integer(workouts.count)
        object["sharedWithCount"] = .integer(folder.shares.count)
        object["owner"] = SandboxData.card(of: athlete)
        return .object(object)
    }

    private func copied(_ id: JSONValue?, _ call: Call) throws(ServiceError) -> FolderRecord? {
        guard let id, id != .null else { return nil }
        guard let source = data.athletes[call.athlete].folders.first(where: { $0.id == id.asInteger }) else {
            throw .invalid("Folder to copy not found")
        }
        return source
    }

    private mutating func copyWorkouts(from source: Int, to folder: Int, _ call: Call) {
        data.counters.batch += 1
        for workout in data.athletes[call.athlete].workouts where workout.folder == source {
            data.counters.library += 1
            var copy = LibraryWorkout(record: workout.record, batch: data.counters.batch)
            copy.record["id"] = .integer(data.counters.library)
            copy.record["folder_id"] = .integer(folder)
            copy.record["updated"] = stamp()
            data.athletes[call.athlete].workouts.append(copy)
        }
    }
}
