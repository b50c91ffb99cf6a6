import CivilDates

// GET events, events/{event}, event-tags and fitness-model-events.
extension Service {
    /// Lists the events of some days: all that touch them.
    mutating func listEvents(_ call: Call) throws(ServiceError) -> Reply {
        let oldest = try call.dateQuery("oldest") ?? today(of: call.athlete)
        let newest = try call.dateQuery("newest") ?? oldest + 6
        let calendar = try call.integerQuery("calendar_id")
        let limit = try call.integerQuery("limit")
        let resolves = try call.flagQuery("resolve")
        guard call.target.value("ext") == nil else { throw .invalid("The sandbox cannot convert workouts yet") }
        let categories = Set(call.target.values("category"))
        var events = listed(call).filter { event in
            event.firstDay <= newest && (switches.listsByStartOnly ? event.firstDay : event.lastDay) >= oldest
                && (categories.isEmpty || categories.contains(event.category))
                && (calendar ?? 1) == event.record.integer("calendar_id")
        }
        if let limit, limit >= 0 { events = Array(events.prefix(limit)) }
        touch(&events, call)
        let rows = shown(events, call, resolves: resolves)
        return call.parameters["format"]?.hasSuffix("csv") == true
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
    func shown(_ events: [EventRecord], _ call: Call, resolves: Bool = false) -> [JSONValue] {
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
            if resolves, let document = WorkoutDocument.resolved(event, athlete) { object["workout_doc"] = document }
            return .object(object)
        }
    }
}
