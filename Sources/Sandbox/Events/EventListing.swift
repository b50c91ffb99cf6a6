import CivilDates
import WorkoutFiles

// GET events, events/{event}, event-tags and fitness-model-events.
extension Service {
    /// Lists the events of some days: all that touch them.
    mutating func listEvents(_ call: Call) throws(ServiceError) -> Reply {
        let oldest = try call.dateQuery("oldest") ?? today(of: call.athlete)
        let newest = try call.dateQuery("newest") ?? oldest + 6
        let calendar = try call.integerQuery("calendar_id")
        let limit = try call.integerQuery("limit")
        let resolves = try call.flagQuery("resolve")
        let format = try call.target.value("ext").map { (ext) throws(ServiceError) in try WorkoutFormat(suffix: ext) }
        let margins = resolves ? try TargetMargins(call) : nil
        let categories = Set(call.target.values("category"))
        var events = listed(call).filter { event in
            event.firstDay <= newest && (switches.listsByStartOnly ? event.firstDay : event.lastDay) >= oldest
                && (categories.isEmpty || categories.contains(event.category))
                && (calendar ?? 1) == event.record.integer("calendar_id")
        }
        if let limit, limit >= 0 { events = Array(events.prefix(limit)) }
        touch(&events, call)
        var rows = shown(events, call, margins: margins)
        if let format { try addFiles(to: &rows, of: events, format, call) }
        return call.asksForTable
            ? Reply(csv: Table.events(rows)) : Reply(.list(rows))
    }

    /// Shows one event.
    mutating func showEvent(_ call: Call) throws(ServiceError) -> Reply {
        var events = [data.athletes[call.athlete].events[try place(ofEventIn: call)]]
        touch(&events, call)
        return Reply(shown(events, call)[0])
    }

    /// Lists every tag that is in use.
    func listEventTags(_ call: Call) -> Reply {
        let tags = Set(data.athletes[call.athlete].events.flatMap { $0.record.texts("tags") })
        return Reply(.list(tags.sorted().map(JSONValue.text)))
    }

    /// Lists the events that change the fitness curve by themselves.
    func listFitnessModelEvents(_ call: Call) -> Reply {
        Reply(.list(shown(listed(call).filter { EventCategory.fitnessModel.contains($0.category) }, call)))
    }

    /// Adds each workout as a file to its row.
    private func addFiles(
        to rows: inout [JSONValue], of events: [EventRecord], _ format: WorkoutFormat, _ call: Call
    ) throws(ServiceError) {
        for (index, event) in events.enumerated() {
            guard var row = rows[index].asObject, let file = try file(of: event, format, call) else { continue }
            row["workout_filename"] = .text(file.name)
            row["workout_file_base64"] = .text(Base64.text(file.bytes))
            rows[index] = .object(row)
        }
    }

    /// What the caller may see of the enabled calendars, in the order of time.
    private func listed(_ call: Call) -> [EventRecord] {
        let athlete = data.athletes[call.athlete]
        return athlete.events.filter {
            isVisible($0, to: call.caller)
                && !athlete.disabledCalendars.contains($0.record.integer("calendar_id") ?? 1)
        }.sorted {
            ($0.record.text("start_date_local") ?? "", $0.id) < ($1.record.text("start_date_local") ?? "", $1.id)
        }
    }

    /// Moves `updated` of events that are read, where the switch says so.
    private mutating func touch(_ events: inout [EventRecord], _ call: Call) {
        guard switches.updatedMovesOnRead else { return }
        for index in events.indices {
            events[index].record["updated"] = stamp()
            guard let place = data.athletes[call.athlete].place(ofEvent: events[index].id) else { continue }
            data.athletes[call.athlete].events[place] = events[index]
        }
    }

    /// The events as the service shows them, with the fitness curve's values at the end of their days.
    func shown(_ events: [EventRecord], _ call: Call, margins: TargetMargins? = nil) -> [JSONValue] {
        let athlete = data.athletes[call.athlete]
        let days = FitnessCurve(athlete, today: today(of: call.athlete)).values(on: events.map(\.firstDay))
        let activities = Dictionary(
            athlete.activities.compactMap { activity in
                activity.integer("paired_event_id").map { ($0, activity["id"] ?? .null) }
            }
        ) { first, _ in first }
        return events.map { event in
            var object = RecordShape.event.shown(event.record)
            if event.isWorkout, let day = days[event.firstDay] {
                object["icu_ctl"] = .float(day.planned.ctl)
                object["icu_atl"] = .float(day.planned.atl)
            }
            object["paired_activity_id"] = activities[event.id] ?? .null
            if let margins, let document = WorkoutDocument.resolved(event, athlete, margins) {
                object["workout_doc"] = document
            }
            return .object(object)
        }
    }
}
