// PUT events/{event} and PUT events.
extension Service {
    /// Changes one event.
    mutating func updateEvent(_ call: Call) throws(ServiceError) -> Reply {
        var body = try call.object()
        let place = try place(ofEventIn: call)
        let event = data.athletes[call.athlete].events[place]
        if !switches.putChangesExternalID { body["external_id"] = event.record["external_id"] }
        if switches.putWithoutCategoryMeansWorkout, body["category"] ?? .null == .null { body["category"] = "WORKOUT" }
        let changed = try changed(event, by: body, call, replacing: switches.putReplaces)
        data.athletes[call.athlete].events[place] = changed
        return Reply(shown([changed], call)[0])
    }

    /// Sets the two flags for coaches on all events of some days.
    mutating func flagEvents(_ call: Call) throws(ServiceError) -> Reply {
        let (oldest, newest) = (try call.requiredDate("oldest"), try call.requiredDate("newest"))
        let patch = try RecordShape.event.patch(try call.object())
            .filter { ["hide_from_athlete", "athlete_cannot_edit"].contains($0.key) }
        var events: [EventRecord] = []
        for place in data.athletes[call.athlete].events.indices {
            var event = data.athletes[call.athlete].events[place]
            guard event.firstDay <= newest, event.lastDay >= oldest else { continue }
            try checkEdit(event, call)
            RecordShape.event.apply(patch, to: &event.record)
            event.record["updated"] = stamp()
            data.athletes[call.athlete].events[place] = event
            events.append(event)
        }
        return Reply(.list(shown(events, call)))
    }
}
