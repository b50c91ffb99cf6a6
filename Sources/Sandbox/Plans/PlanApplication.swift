import CivilDates

// POST events/apply-plan and PUT apply-plan-changes.
extension Service {
    /// Copies a plan's workouts onto the calendar, each on its day after the first.
    mutating func applyPlan(_ call: Call) throws(ServiceError) -> Reply {
        let body = Record(fields: try call.object())
        guard let start = body.text("start_date_local").flatMap(Service.planStart) else {
            throw .invalid("Invalid start_date_local")
        }
        guard let id = body.integer("folder_id") else { throw .invalid("folder_id is required") }
        guard let folder = data.athletes[call.athlete].folders.first(where: { $0.id == id }) else {
            throw .notFound("Folder \(id)")
        }
        let extras = try (body["extra_workouts"]?.asList ?? []).map { (workout) throws(ServiceError) in
            guard let fields = workout.asObject else { throw .invalid("Invalid extra_workouts") }
            return LibraryWorkout(record: Record(fields: try RecordShape.workout.patch(fields)), batch: 0)
        }
        let before = data
        data.counters.batch += 1
        do throws(ServiceError) {
            var count = 0
            for workout in data.athletes[call.athlete].workouts.filter({ $0.folder == id }) + extras {
                try place(workout, of: folder, from: start, call)
                count += 1
            }
            return Reply(["eventsCreated": .integer(count)])
        } catch {
            data = before
            throw error
        }
    }

    /// Brings the events of today and later in line with the plan that is assigned to the athlete.
    mutating func applyPlanChanges(_ call: Call) throws(ServiceError) -> Reply {
        let athlete = data.athletes[call.athlete]
        guard let id = athlete.profile.integer("training_plan_id"),
            let folder = athlete.folders.first(where: { $0.id == id }),
            let start = athlete.profile.text("training_plan_start_date").flatMap(Service.planStart)
        else { throw .invalid("No training plan") }
        let today = today(of: call.athlete)
        let before = data
        data.athletes[call.athlete].events.removeAll {
            $0.record.integer("plan_folder_id") == id && $0.firstDay >= today
        }
        data.counters.batch += 1
        do throws(ServiceError) {
            for workout in athlete.workouts where workout.folder == id && start + workout.day >= today {
                try place(workout, of: folder, from: start, call)
            }
        } catch {
            data = before
            throw error
        }
        data.athletes[call.athlete].profile["training_plan_last_applied"] = stamp()
        return Reply([:])
    }

    /// The first day of a plan, with or without a time.
    static func planStart(_ text: String) -> CivilDate? {
        guard let day = CivilDate(text) ?? LocalMoment(text)?.day, (1900..<2200).contains(day.components.year) else {
            return nil
        }
        return day
    }

    /// What a workout hands on to the event made from it.
    private static let handedOn = [
        "name", "description", "type", "indoor", "color", "target", "tags", "sub_type", "for_week",
        "carbs_per_hour", "moving_time", "icu_training_load", "distance", "hide_from_athlete",
    ]

    private mutating func place(
        _ workout: LibraryWorkout, of folder: FolderRecord, from start: CivilDate, _ call: Call
    ) throws(ServiceError) {
        guard workout.day < 10_000 else { throw .invalid("Invalid day") }
        var body: [String: JSONValue] = ["category": "WORKOUT"]
        for name in Service.handedOn { body[name] = workout.record[name] }
        let day = start + workout.day
        let time = workout.record.text("time").flatMap { LocalMoment("\(day)T\($0)") } ?? .midnight(day)
        body["start_date_local"] = .text(time.text)
        body["plan_folder_id"] = .integer(folder.id)
        body["plan_workout_id"] = workout.record["id"]
        body["plan_athlete_id"] = folder.record["athlete_id"]
        var event = try newEvent(body, call)
        event.record["plan_name"] = folder.record["name"]
        event.record["plan_applied"] = stamp()
        data.athletes[call.athlete].events.append(event)
    }
}
