import CivilDates

// POST duplicate-events.
extension Service {
    /// Copies events some weeks ahead, several times.
    mutating func duplicateEvents(_ call: Call) throws(ServiceError) -> Reply {
        let body = Record(fields: try call.object())
        guard let copies = body.integer("numCopies"), let weeks = body.integer("weeksBetween"),
            let ids = body["eventIds"]?.asList?.compactMap(\.asInteger)
        else { throw .invalid("numCopies, weeksBetween and eventIds are required") }
        guard (1...100).contains(copies), (1...100).contains(weeks) else { throw .invalid("Too many copies") }
        let sources = try ids.map { (id) throws(ServiceError) in
            guard let place = data.athletes[call.athlete].place(ofEvent: id) else { throw .notFound("Event \(id)") }
            return data.athletes[call.athlete].events[place]
        }
        let before = data
        data.counters.batch += 1
        var events: [EventRecord] = []
        do throws(ServiceError) {
            for number in 1...copies {
                for source in sources { events.append(try copy(source, days: 7 * weeks * number, call)) }
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
