// DELETE events/{event}, DELETE events, PUT events/bulk-delete.
extension Service {
    /// Deletes one event, with `others` also those made by the same call.
    mutating func deleteEvent(_ call: Call) throws(ServiceError) -> Reply {
        let event = data.athletes[call.athlete].events[try place(ofEventIn: call)]
        try checkEdit(event, call)
        let others = try call.flagQuery("others")
        let floor = try call.dateQuery("notBefore")
        data.athletes[call.athlete].events.removeAll { other in
            other.id == event.id
                || others && other.batch == event.batch && floor.map { other.firstDay >= $0 } ?? true
        }
        return Reply([:])
    }

    /// Deletes all events of some categories from a day on.
    mutating func deleteEventRange(_ call: Call) throws(ServiceError) -> Reply {
        let oldest = try call.requiredDate("oldest")
        let newest = try call.dateQuery("newest")
        let categories = Set(call.target.values("category"))
        guard !categories.isEmpty else { throw .invalid("category is required") }
        let creator = call.target.value("createdById")
        data.athletes[call.athlete].events.removeAll { event in
            event.firstDay >= oldest && newest.map { event.firstDay <= $0 } ?? true
                && categories.contains(event.category)
                && creator.map { event.record.text("created_by_id") == $0 } ?? true
        }
        return .empty
    }

    /// Deletes events by id, or by external id within the application's own; unknown ones are passed over.
    mutating func deleteListedEvents(_ call: Call) throws(ServiceError) -> Reply {
        let items = try call.objects()
        var doomed: Set<Int> = []
        for (index, item) in items.enumerated() {
            if index == call.itemLimit { break }
            doomed.formUnion(try ids(named: item, call))
        }
        let events = data.athletes[call.athlete].events
        for event in events where doomed.contains(event.id) { try checkEdit(event, call) }
        data.athletes[call.athlete].events.removeAll { doomed.contains($0.id) }
        if let limit = call.itemLimit, limit < items.count {
            throw ServiceError(status: 500, message: "Internal error")
        }
        return Reply(["eventsDeleted": .integer(events.count - data.athletes[call.athlete].events.count)])
    }

    private func ids(named item: [String: JSONValue], _ call: Call) throws(ServiceError) -> [Int] {
        let events = data.athletes[call.athlete].events
        if let external = item["external_id"], external != .null {
            guard let text = external.asText else { throw .invalid("Invalid external_id") }
            return events.filter {
                $0.externalID == text && $0.record.integer("oauth_client_id") == call.caller.clientID
            }.map(\.id)
        }
        guard let value = item["id"], value != .null else { return [] }
        guard let id = value.asInteger, Int32(exactly: id) != nil else { throw .invalid("Invalid id") }
        return data.athletes[call.athlete].place(ofEvent: id) == nil ? [] : [id]
    }
}
