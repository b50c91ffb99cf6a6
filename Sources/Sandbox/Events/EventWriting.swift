import CivilDates

// What all writes of events share.
extension Service {
    /// A new event of an athlete from what a client sent.
    mutating func newEvent(_ body: [String: JSONValue], _ call: Call) throws(ServiceError) -> EventRecord {
        let patch = try EventRules.patch(body, data.athletes[call.athlete], switches)
        var record = RecordShape.event.blank
        RecordShape.event.apply(patch, to: &record)
        try EventRules.settle(&record)
        var event = EventRecord(record, batch: data.counters.batch)
        try checkRoom(for: event, athlete: call.athlete)
        setOrigin(&event, call)
        EventFigures.settle(&event, patch: patch, before: nil, athlete: data.athletes[call.athlete], parsesAgain: true)
        return event
    }

    private mutating func setOrigin(_ event: inout EventRecord, _ call: Call) {
        data.counters.event += 1
        var record = event.record
        record["id"] = .integer(data.counters.event)
        record["uid"] = .text(Counters.uid(event: data.counters.event))
        record["calendar_id"] = 1
        record["athlete_id"] = .text(data.athletes[call.athlete].id)
        record["created_by_id"] = .text(call.caller.athleteID)
        record["oauth_client_id"] = call.caller.clientID.map(JSONValue.integer)
        record["updated"] = stamp()
        event.record = record
    }

    /// The event after what a client sent; `replacing` puts back what was not sent.
    mutating func changed(
        _ event: EventRecord, by body: [String: JSONValue], _ call: Call, replacing: Bool
    ) throws(ServiceError) -> EventRecord {
        try checkEdit(event, call)
        let patch = try EventRules.patch(body, data.athletes[call.athlete], switches)
        var record = event.record
        RecordShape.event.apply(patch, to: &record, replacing: replacing)
        if patch["start_date_local"] != nil, patch["end_date_local"] == nil { record["end_date_local"] = nil }
        try EventRules.settle(&record)
        record["updated"] = stamp()
        var changed = EventRecord(record, batch: event.batch)
        if changed.firstDay != event.firstDay { try checkRoom(for: changed, athlete: call.athlete) }
        EventFigures.settle(
            &changed, patch: patch, before: event, athlete: data.athletes[call.athlete],
            parsesAgain: switches.putParsesAgain)
        return changed
    }

    private func checkRoom(for event: EventRecord, athlete: Int) throws(ServiceError) {
        let others = data.athletes[athlete].events.count { $0.firstDay == event.firstDay && $0.id != event.id }
        guard others < EventRules.mostPerDay else {
            throw .invalid("Too many events on \(event.firstDay), max is \(EventRules.mostPerDay)")
        }
    }

    /// Where the event of the path stands, if the caller may see it.
    func place(ofEventIn call: Call) throws(ServiceError) -> Int {
        let id = try call.integer("event")
        guard let place = data.athletes[call.athlete].place(ofEvent: id),
            isVisible(data.athletes[call.athlete].events[place], to: call.caller)
        else { throw .notFound("Event \(id)") }
        return place
    }

    /// Whether a coach hid the event from the athlete who asks.
    func isVisible(_ event: EventRecord, to caller: Caller) -> Bool {
        !(event.record.flag("hide_from_athlete") && isCoachs(event, seenBy: caller))
    }

    /// Refuses an athlete to change what a coach has locked.
    func checkEdit(_ event: EventRecord, _ call: Call) throws(ServiceError) {
        guard !event.record.flag("athlete_cannot_edit") || !isCoachs(event, seenBy: call.caller) else {
            throw .denied
        }
    }

    private func isCoachs(_ event: EventRecord, seenBy caller: Caller) -> Bool {
        event.record.text("athlete_id") == caller.athleteID && event.record.text("created_by_id") != caller.athleteID
    }
}
