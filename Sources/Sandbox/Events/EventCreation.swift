// POST events and events/bulk.
extension Service {
    /// Creates one event.
    mutating func createEvent(_ call: Call) throws(ServiceError) -> Reply {
        let body = try call.object()
        let onUID = try call.flagQuery("upsertOnUid")
        data.counters.batch += 1
        let event = try store(body, matching: onUID ? matchOnUID(body, call) : nil, call)
        return Reply(shown([event], call)[0])
    }

    /// Creates several events, or with `upsert` changes those with the same external id.
    mutating func createEvents(_ call: Call) throws(ServiceError) -> Reply {
        let bodies = try call.objects()
        let upserts = try call.flagQuery("upsert")
        let onUID = try call.flagQuery("upsertOnUid")
        let appliesPlan = try call.flagQuery("updatePlanApplied")
        let before = data
        data.counters.batch += 1
        var events: [EventRecord] = []
        do throws(ServiceError) {
            for (index, body) in bodies.enumerated() {
                if index == call.itemLimit { throw ServiceError(status: 500, message: "Internal error") }
                let match = upserts ? matchOnExternalID(body, call) : onUID ? matchOnUID(body, call) : nil
                events.append(try store(body, matching: match, call))
            }
            if appliesPlan { data.athletes[call.athlete].profile["training_plan_last_applied"] = stamp() }
        } catch {
            if switches.bulkIsAtomic, error.status == 422 { data = before }
            throw error
        }
        return Reply(.list(shown(events, call)))
    }

    private mutating func store(
        _ body: [String: JSONValue], matching place: Int?, _ call: Call
    ) throws(ServiceError) -> EventRecord {
        guard let place else {
            let event = try newEvent(body, call)
            data.athletes[call.athlete].events.append(event)
            return event
        }
        let event = try changed(
            data.athletes[call.athlete].events[place], by: body, call, replacing: switches.upsertReplaces)
        data.athletes[call.athlete].events[place] = event
        return event
    }

    private func matchOnExternalID(_ body: [String: JSONValue], _ call: Call) -> Int? {
        guard let id = body["external_id"]?.asText, !id.isEmpty, switches.upsertScope != .none else { return nil }
        return data.athletes[call.athlete].events.firstIndex {
            $0.externalID == id && $0.record.integer("oauth_client_id") == call.caller.clientID
                && (switches.upsertScope == .application
                    || $0.record.text("created_by_id") == call.caller.athleteID)
        }
    }

    private func matchOnUID(_ body: [String: JSONValue], _ call: Call) -> Int? {
        let events = data.athletes[call.athlete].events
        if body["category"]?.asText == "TARGET" {
            let day = body["start_date_local"]?.asText.flatMap { LocalMoment($0)?.day }
            return events.firstIndex {
                $0.category == "TARGET" && $0.firstDay == day && $0.type == body["type"]?.asText
            }
        }
        guard let uid = body["uid"]?.asText else { return nil }
        return events.firstIndex { $0.record.text("uid") == uid }
    }
}
