import CivilDates

// athlete/{athlete}/activities, activity/{activity}, and what marks an event as done.
extension Service {
    /// Lists the activities of a span, newest first.
    func listActivities(_ call: Call) throws(ServiceError) -> Reply {
        let isTable = call.asksForTable
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
        let activity = data.athletes[athlete].activities[place]
        let object = shown(activities: [activity], athlete: athlete)[0]
        guard try call.flagQuery("intervals"), !activity.isStravas else { return Reply(object) }
        return Reply(.object((object.asObject ?? [:]).merging(ActivityIntervals(activity).json) { $1 }))
    }

    /// Lists activities of an athlete by their ids; unknown ones are passed over.
    func listNamedActivities(_ call: Call) throws(ServiceError) -> Reply {
        let withIntervals = try call.flagQuery("intervals")
        let ids = (call.parameters["ids"] ?? "").split(separator: ",").map(String.init)
        let all = data.athletes[call.athlete].activities
        let found = ids.compactMap { id in all.first { $0.text("id") == id } }
        let rows = zip(found, shown(activities: found, athlete: call.athlete)).map { activity, object in
            guard withIntervals, !activity.isStravas else { return object }
            return .object((object.asObject ?? [:]).merging(ActivityIntervals(activity).json) { $1 })
        }
        return Reply(.list(rows))
    }

    /// Lists the activities before and after one, newest first.
    func listActivitiesAround(_ call: Call) throws(ServiceError) -> Reply {
        guard let id = call.target.value("activity_id") else { throw .invalid("activity_id is required") }
        let limit = max(0, try call.integerQuery("limit") ?? 10)
        let sorted = data.athletes[call.athlete].activities
            .sorted { ($0.text("start_date_local") ?? "") > ($1.text("start_date_local") ?? "") }
        guard let place = sorted.firstIndex(where: { $0.text("id") == id }) else { throw .notFound("Activity") }
        let near = sorted[max(0, place - min(limit, place))..<min(sorted.count, place + 1 + min(limit, sorted.count))]
        return Reply(.list(shown(activities: Array(near), athlete: call.athlete)))
    }

    /// Lists every tag that is in use.
    func listActivityTags(_ call: Call) -> Reply {
        let tags = Set(data.athletes[call.athlete].activities.flatMap { $0.texts("tags") })
        return Reply(.list(tags.sorted().map(JSONValue.text)))
    }

    /// Finds activities by a piece of their names, or by a tag behind `#`, newest first; whole ones or their heads.
    func searchActivities(_ call: Call, whole: Bool) throws(ServiceError) -> Reply {
        guard let query = call.target.value("q") else { throw .invalid("q is required") }
        let limit = max(0, try call.integerQuery("limit") ?? 100)
        let found = data.athletes[call.athlete].activities.filter { activity in
            query.hasPrefix("#")
                ? activity.texts("tags").contains(String(query.dropFirst()))
                : activity.text("name")?.lowercased().contains(query.lowercased()) ?? false
        }.sorted { ($0.text("start_date_local") ?? "") > ($1.text("start_date_local") ?? "") }
        let rows = shown(activities: Array(found.prefix(limit)), athlete: call.athlete)
        guard !whole else { return Reply(.list(rows)) }
        let heads: Set = [
            "id", "name", "start_date_local", "type", "race", "distance", "moving_time", "tags", "description",
        ]
        return Reply(.list(rows.map { .object(($0.asObject ?? [:]).filter { heads.contains($0.key) }) }))
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
        return Reply(["id": activity["id"] ?? .null, "icu_athlete_id": activity["icu_athlete_id"] ?? .null])
    }

    /// Creates an activity without a recording.
    mutating func createManualActivity(_ call: Call) throws(ServiceError) -> Reply {
        let activity = try addActivity(try call.object(), athlete: call.athlete)
        return Reply(shown(activities: [activity], athlete: call.athlete)[0])
    }

    /// Creates several activities without recordings, or none where one of them is refused.
    mutating func createManualActivities(_ call: Call) throws(ServiceError) -> Reply {
        let before = data
        do throws(ServiceError) {
            let activities = try call.objects().map { (body) throws(ServiceError) in
                try addActivity(body, athlete: call.athlete)
            }
            return Reply(.list(shown(activities: activities, athlete: call.athlete)))
        } catch {
            data = before
            throw error
        }
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
        activity["start_date"] = activity.text("start_date_local").map { .text($0 + "Z") }
        let event = activity.integer("paired_event_id").flatMap { data.athletes[athlete].place(ofEvent: $0) }
        if let text = event.flatMap({ data.athletes[athlete].events[$0].description }) {
            activity["intervals"] = ActivityIntervals.followed(
                text, type: activity.text("type"), data.athletes[athlete])
        }
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

    func place(ofActivityIn call: Call, write: Bool) throws(ServiceError) -> (athlete: Int, place: Int) {
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
            if activity.isStravas { return activity.stravaStub }
            var object = RecordShape.activity.shown(activity)
            if let load = activity.integer("icu_training_load"), let seconds = activity.integer("moving_time"),
                load >= 0, seconds > 0
            {
                object["icu_intensity"] = .float(Float(100 * (Double(load) * 36 / Double(seconds)).squareRoot()))
            }
            if let day, let value = curve[day] {
                object["icu_ctl"] = .float(value.state.ctl)
                object["icu_atl"] = .float(value.state.atl)
            }
            return .object(object)
        }
    }
}

extension Record {
    /// Whether it came from Strava, which lets nobody else show it.
    var isStravas: Bool { text("source") == "STRAVA" }

    /// What the API shows of an activity from Strava; its load counts all the same.
    var stravaStub: JSONValue {
        var stub: [String: JSONValue] = ["_note": "Activities from Strava are not available through the API"]
        for name in ["id", "icu_athlete_id", "start_date_local", "source"] { stub[name] = self[name] ?? .null }
        return .object(stub)
    }
}
