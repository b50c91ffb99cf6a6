// athlete/{athlete}/workouts.
extension Service {
    /// Lists all workouts of the library.
    func listWorkouts(_ call: Call) -> Reply {
        Reply(.list(data.athletes[call.athlete].workouts.map { shown(workout: $0) }))
    }

    /// Shows one workout.
    func showWorkout(_ call: Call) throws(ServiceError) -> Reply {
        Reply(shown(workout: data.athletes[call.athlete].workouts[try place(ofWorkoutIn: call)]))
    }

    /// Creates one workout.
    mutating func createWorkout(_ call: Call) throws(ServiceError) -> Reply {
        data.counters.batch += 1
        return Reply(shown(workout: try addWorkout(try call.object(), call)))
    }

    /// Creates several workouts, or none where one of them is refused.
    mutating func createWorkouts(_ call: Call) throws(ServiceError) -> Reply {
        let before = data
        data.counters.batch += 1
        do throws(ServiceError) {
            var rows: [JSONValue] = []
            for (index, body) in try call.objects().enumerated() {
                if index == call.itemLimit { throw ServiceError(status: 500, message: "Internal error") }
                rows.append(shown(workout: try addWorkout(body, call)))
            }
            return Reply(.list(rows))
        } catch {
            if error.status == 422 { data = before }
            throw error
        }
    }

    /// Changes the fields that are sent.
    mutating func updateWorkout(_ call: Call) throws(ServiceError) -> Reply {
        let place = try place(ofWorkoutIn: call)
        let before = data.athletes[call.athlete].workouts[place]
        let patch = try workoutPatch(try call.object(), call)
        var record = before.record
        RecordShape.workout.apply(patch, to: &record)
        let workout = try settled(
            LibraryWorkout(record: record, batch: before.batch), patch: patch, before: before, call)
        data.athletes[call.athlete].workouts[place] = workout
        return Reply(shown(workout: workout))
    }

    /// Deletes one workout, with `others` also those made by the same call; gives their numbers.
    mutating func deleteWorkout(_ call: Call) throws(ServiceError) -> Reply {
        let workout = data.athletes[call.athlete].workouts[try place(ofWorkoutIn: call)]
        let others = try call.flagQuery("others")
        let doomed = data.athletes[call.athlete].workouts
            .filter { $0.id == workout.id || others && $0.batch == workout.batch }.map(\.id)
        data.athletes[call.athlete].workouts.removeAll { doomed.contains($0.id) }
        return Reply(.list(doomed.map(JSONValue.integer)))
    }

    /// Copies workouts some weeks ahead on their plan, several times.
    mutating func duplicateWorkouts(_ call: Call) throws(ServiceError) -> Reply {
        let request = try CopyRequest(try call.object(), ids: "workoutIds")
        let all = data.athletes[call.athlete].workouts
        let sources = try request.ids.map { (id) throws(ServiceError) in
            guard let source = all.first(where: { $0.id == id }) else { throw .notFound("Workout \(id)") }
            return source
        }
        data.counters.batch += 1
        var rows: [JSONValue] = []
        for days in request.offsets {
            for source in sources {
                data.counters.library += 1
                var copy = LibraryWorkout(record: source.record, batch: data.counters.batch)
                copy.record["id"] = .integer(data.counters.library)
                copy.record["day"] = .integer(source.day + days)
                copy.record["updated"] = stamp()
                data.athletes[call.athlete].workouts.append(copy)
                rows.append(shown(workout: copy))
            }
        }
        return Reply(.list(rows))
    }

    /// Lists every tag that is in use.
    func listWorkoutTags(_ call: Call) -> Reply {
        let tags = Set(data.athletes[call.athlete].workouts.flatMap { $0.record.texts("tags") })
        return Reply(.list(tags.sorted().map(JSONValue.text)))
    }

    /// Creates a workout from a file that comes as a part named `file`.
    mutating func importWorkout(_ call: Call) throws(ServiceError) -> Reply {
        let folder = data.athletes[call.athlete].folders[try place(ofFolderIn: call)].id
        guard let type = call.target.value("type") else { throw .invalid("type is required") }
        let file = try call.file()
        data.counters.batch += 1
        let body: [String: JSONValue] = [
            "folder_id": .integer(folder), "type": .text(type), "filename": .text(file.name),
            "file_contents_base64": .text(Base64.text(file.bytes)),
        ]
        return Reply(shown(workout: try addWorkout(body, call)))
    }
}

// What all writes of library workouts share.
extension Service {
    /// Stores a new workout.
    @discardableResult
    mutating func addWorkout(_ body: [String: JSONValue], _ call: Call) throws(ServiceError) -> LibraryWorkout {
        let patch = try workoutPatch(body, call)
        var record = RecordShape.workout.blank
        RecordShape.workout.apply(patch, to: &record)
        var workout = try settled(
            LibraryWorkout(record: record, batch: data.counters.batch), patch: patch, before: nil, call)
        data.counters.library += 1
        workout.record["id"] = .integer(data.counters.library)
        workout.record["athlete_id"] = .text(data.athletes[call.athlete].id)
        data.athletes[call.athlete].workouts.append(workout)
        return workout
    }

    private func workoutPatch(_ body: [String: JSONValue], _ call: Call) throws(ServiceError) -> [String: JSONValue] {
        let body = try UploadedWorkout.merged(into: body, athlete: data.athletes[call.athlete])
        return try RecordShape.workout.patch(body)
    }

    private mutating func settled(
        _ workout: LibraryWorkout, patch: [String: JSONValue], before: LibraryWorkout?, _ call: Call
    ) throws(ServiceError) -> LibraryWorkout {
        let athlete = data.athletes[call.athlete]
        try LibraryRules.check(workout: workout.record, folders: athlete.folders)
        var event = workout.asEvent
        EventFigures.settle(&event, patch: patch, before: before?.asEvent, athlete: athlete, parsesAgain: true)
        var settled = workout
        settled.record = event.record
        settled.record["updated"] = stamp()
        return settled
    }

    /// A workout as the service shows it.
    func shown(workout: LibraryWorkout) -> JSONValue {
        .object(RecordShape.workout.shown(workout.record))
    }

    private func place(ofWorkoutIn call: Call) throws(ServiceError) -> Int {
        let id = try call.integer("workout")
        guard let place = data.athletes[call.athlete].workouts.firstIndex(where: { $0.id == id }) else {
            throw .notFound("Workout \(id)")
        }
        return place
    }
}
