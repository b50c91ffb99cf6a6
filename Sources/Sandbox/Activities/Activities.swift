import CivilDates

// athlete/{athlete}/activities, activity/{activity}, and what marks an event as done.
extension Service {
    /// Lists the activities of a span, newest first.
    func listActivities(_ call: Call) throws(ServiceError) -> Reply {
        let isTable = call.parameters["format"]?.hasSuffix("csv") == true
        let oldest = isTable ? try call.dateQuery("oldest") : try call.requiredDate("oldest")
        let newest = try call.dateQuery("newest")
        let limit = try call.integerQuery("limit")
        var activities = data.athletes[call.athlete].activities.filter { activity in
            guard let day = activity.text("start_date_local").flatMap({ LocalMoment($0)?.day }) else { return false }
            return oldest.map { day >= $0 } ?? true && newest.map { day <= $0 } ?? true
        }
        activities.sort {
            ($0.text("start_date_local") ?? "", $0.text("id") ?? "") > (
                $1.text("start_date_local") ?? "", $1.text("id") ?? ""
            )
        }
        if let limit, limit >= 0 { activities = Array(activities.prefix(limit)) }
        let rows = shown(activities: activities, athlete: call.athlete)
        if isTable { return Reply(csv: Table.text(rows, columns: RecordShape.activity.fields.map(\.name))) }
        return Reply(.list(RecordShape.selected(rows, fields: call.target.values("fields"))))
    }

    /// Shows one activity.
    func showActivity(_ call: Call) throws(ServiceError) -> Reply {
        let (athlete, place) = try place(ofActivityIn: call, write: false)
        return Reply(shown(activities: [data.athletes[athlete].activities[place]], athlete: athlete)[0])
    }

    /// Changes the fields that are sent; `paired_event_id` pairs the activity with an event.
    mutating func updateActivity(_ call: Call) throws(ServiceError) -> Reply {
        let (athlete, place) = try place(ofActivityIn: call, write: true)
        let patch = try RecordShape.activity.patch(try call.object())
        var activity = data.athletes[athlete].activities[place]
        RecordShape.activity.apply(patch, to: &activity)
        try settle(&activity)
        data.athletes[athlete].activities[place] = activity
        return Reply(shown(activities: [activity], athlete: athlete)[0])
    }

    /// Deletes one activity.
    mutating func deleteActivity(_ call: Call) throws(ServiceError) -> Reply {
        let (athlete, place) = try place(ofActivityIn: call, write: true)
        let activity = data.athletes[athlete].activities.remove(at: place)
        return Reply(["id": activity["id"] ?? .null])
    }

    /// Creates an activity without a recording.
    mutating func createManualActivity(_ call: Call) throws(ServiceError) -> Reply {
        let activity = try addActivity(try call.object(), athlete: call.athlete)
        return Reply(shown(activities: [activity], athlete: call.athlete)[0])
    }

    /// Creates a manual activity that is paired with an event.
    mutating func markEventDone(_ call: Call) throws(ServiceError) -> Reply {
        let event = data.athletes[call.athlete].events[try place(ofEventIn: call)]
        guard event.isWorkout else { throw .invalid("Not a workout") }
        let activity = try complete(event, athlete: call.athlete)
        return Reply(shown(activities: [activity], athlete: call.athlete)[0])
    }

    /// Adds an activity that fulfils an event as it was planned.
    mutating func complete(_ event: EventRecord, athlete: Int) throws(ServiceError) -> Record {
        var body: [String: JSONValue] = ["paired_event_id": .integer(event.id)]
        for name in ["start_date_local", "type", "name", "moving_time", "icu_training_load", "distance"] {
            body[name] = event.record[name]
        }
        body["elapsed_time"] = event.record["moving_time"]
        return try addActivity(body, athlete: athlete)
    }

    private mutating func addActivity(_ body: [String: JSONValue], athlete: Int) throws(ServiceError) -> Record {
        var activity = RecordShape.activity.blank
        RecordShape.activity.apply(try RecordShape.activity.patch(body), to: &activity)
        try settle(&activity)
        data.counters.activity += 1
        activity["id"] = .text("i\(5000 + data.counters.activity)")
        activity["icu_athlete_id"] = .text(data.athletes[athlete].id)
        activity["source"] = activity["source"] ?? "MANUAL"
        activity["created"] = stamp()
        data.athletes[athlete].activities.append(activity)
        return activity
    }

    private func settle(_ activity: inout Record) throws(ServiceError) {
        guard let start = activity.text("start_date_local").flatMap({ LocalMoment($0) }),
            (1900..<2200).contains(start.day.components.year)
        else { throw .invalid("Invalid start_date_local") }
        guard activity["type"] != nil else { throw .invalid("Missing type") }
        activity["start_date_local"] = .text(start.text)
    }

    private func place(ofActivityIn call: Call, write: Bool) throws(ServiceError) -> (athlete: Int, place: Int) {
        let id = call.parameters["activity"]
        for (athlete, data) in data.athletes.enumerated() {
            guard let place = data.activities.firstIndex(where: { $0.text("id") == id }) else { continue }
            guard call.caller.may(write: write, in: .activity) else { throw .denied }
            try permit(call.caller, on: data.id, write: write)
            return (athlete, place)
        }
        throw .notFound("Activity")
    }

    private func shown(activities: [Record], athlete: Int) -> [JSONValue] {
        let days = activities.map { $0.text("start_date_local").flatMap { LocalMoment($0)?.day } }
        let curve = FitnessCurve(data.athletes[athlete], today: today(of: athlete)).values(on: days.compactMap(\.self))
        return zip(activities, days).map { activity, day in
            var object = RecordShape.activity.shown(activity)
            if let day, let value = curve[day] {
                object["icu_ctl"] = .float(value.state.ctl)
                object["icu_atl"] = .float(value.state.atl)
            }
            return .object(object)
        }
    }
}
