import CivilDates

// POST duplicate-events.
extension Service {
    /// Copies events some weeks ahead, several times.
    mutating func duplicateEvents(_ call: Call) throws(ServiceError) -> Reply {
        let request = try CopyRequest(try call.object(), ids: "eventIds")
        let sources = try request.ids.map { (id) throws(ServiceError) in
            guard let place = data.athletes[call.athlete].place(ofEvent: id) else { throw .notFound("Event \(id)") }
            return data.athletes[call.athlete].events[place]
        }
        let before = data
        data.counters.batch += 1
        var events: [EventRecord] = []
        do throws(ServiceError) {
            for days in request.offsets {
                for source in sources { events.append(try copy(source, days: days, call)) }
            }
        } catch {
            data = before
            throw error
        }
        return Reply(.list(shown(events, call)))
    }

    /// Copies one event some days ahead; whether the copy keeps the external id is a switch.
    mutating func copy(_ source: EventRecord, days: Int, _ call: Call) throws(ServiceError) -> EventRecord {
        var body = source.record.fields
        for name in ["start_date_local", "end_date_local"] {
            guard let moment = source.record.text(name).flatMap({ LocalMoment($0) }) else { continue }
            body[name] = .text(LocalMoment(day: moment.day + days, seconds: moment.seconds).text)
        }
        if !switches.copiesKeepExternalID { body["external_id"] = nil }
        let event = try newEvent(body, call)
        data.athletes[call.athlete].events.append(event)
        return event
    }
}
