public import CivilDates

/// What a person cannot do on a calendar.
public struct HandError: Error, Hashable, CustomStringConvertible {
    /// Why not.
    public let description: String
}

// What an athlete does in the web application, past keys, faults and the log.
extension SandboxService {
    /// All events of an athlete in the order of their ids, or of the only athlete.
    public func events(of athlete: String? = nil) -> [SandboxEvent] {
        service.data.athletes.filter { athlete == nil || $0.id == athlete }
            .flatMap { athlete in athlete.events.map { SandboxEvent($0, athlete) } }
    }

    /// The event of that number.
    public func event(_ id: Int) -> SandboxEvent? {
        guard let (athlete, place) = service.data.find(event: id) else { return nil }
        return SandboxEvent(service.data.athletes[athlete].events[place], service.data.athletes[athlete])
    }

    /// Adds an event from a JSON body as for `POST events`; gives its number.
    @discardableResult
    public func add(_ json: String, athlete: String = "i1") throws -> Int {
        try perform(athlete: athlete) { service, call in
            service.data.counters.batch += 1
            let event = try service.newEvent(try HandError.object(json), call)
            service.data.athletes[call.athlete].events.append(event)
            return event.id
        }
    }

    /// Edits an event with a JSON body as for `PUT events/{id}`.
    public func edit(event id: Int, _ json: String) throws {
        let body = try HandError.object(json)
        try perform(event: id) { service, call, place in
            let event = service.data.athletes[call.athlete].events[place]
            service.data.athletes[call.athlete].events[place] =
                try service.changed(event, by: body, call, replacing: false)
        }
    }

    /// Moves an event to another day; its time of day and length stay.
    public func move(event id: Int, to day: CivilDate) throws {
        try perform(event: id) { service, call, place in
            let event = service.data.athletes[call.athlete].events[place]
            var body: [String: JSONValue] = [:]
            for name in ["start_date_local", "end_date_local"] {
                guard let moment = event.record.text(name).flatMap({ LocalMoment($0) }) else { continue }
                let moved = LocalMoment(day: moment.day + (day - event.firstDay), seconds: moment.seconds)
                body[name] = .text(moved.text)
            }
            service.data.athletes[call.athlete].events[place] =
                try service.changed(event, by: body, call, replacing: false)
        }
    }

    /// Deletes an event.
    public func delete(event id: Int) throws {
        try perform(event: id) { service, call, place in
            _ = service.data.athletes[call.athlete].events.remove(at: place)
        }
    }

    /// Copies an event to another day; gives the copy's number.
    @discardableResult
    public func copy(event id: Int, to day: CivilDate) throws -> Int {
        try perform(event: id) { service, call, place in
            service.data.counters.batch += 1
            let event = service.data.athletes[call.athlete].events[place]
            return try service.copy(event, days: day - event.firstDay, call).id
        }
    }

    /// Completes an event with an activity that is paired with it.
    public func pair(event id: Int) throws {
        try perform(event: id) { service, call, place in
            _ = try service.complete(service.data.athletes[call.athlete].events[place], athlete: call.athlete)
        }
    }

    private func perform<Value>(
        event id: Int, _ work: (inout Service, Call, Int) throws -> Value
    ) throws -> Value {
        guard let (athlete, place) = service.data.find(event: id) else {
            throw HandError(description: "no event \(id)")
        }
        return try perform(athlete: service.data.athletes[athlete].id) { try work(&$0, $1, place) }
    }

    private func perform<Value>(athlete id: String, _ work: (inout Service, Call) throws -> Value) throws -> Value {
        guard let athlete = service.data.place(ofAthlete: id) else {
            throw HandError(description: "no athlete \(id)")
        }
        let call = Call(
            caller: Caller(athleteID: id), athlete: athlete, parameters: [:], target: RequestTarget(""), body: [])
        do {
            let value = try work(&service, call)
            try save()
            return value
        } catch let error as ServiceError {
            throw HandError(description: error.message)
        }
    }
}

extension HandError {
    fileprivate static func object(_ json: String) throws(HandError) -> [String: JSONValue] {
        guard let object = try? JSONReader.read(Array(json.utf8)).asObject else {
            throw HandError(description: "not a JSON object: \(json)")
        }
        return object
    }
}

extension SandboxData {
    /// Where the event of that number stands.
    func find(event id: Int) -> (athlete: Int, place: Int)? {
        for (index, athlete) in athletes.enumerated() {
            if let place = athlete.place(ofEvent: id) { return (index, place) }
        }
        return nil
    }
}
