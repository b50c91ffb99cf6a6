import CivilDates
import IntervalsICU
import Publishing
import Synchronization

/// A calendar in memory that takes the publisher's calls, fails as told and keeps a log.
final class FakeCalendar: CalendarService {
    /// What becomes of one write.
    enum Fault: Hashable {
        /// It never arrives.
        case lost
        /// It is carried out, the answer is lost.
        case cut
        /// Some of a bulk call are carried out, then the service fails.
        case partial(Int)
        /// Nothing happens but this status.
        case status(Int)
        /// The service cannot be reached at all.
        case unreachable
    }

    /// One call that arrived.
    struct Call: Hashable {
        var method: String
        /// External ids or numbers.
        var items: [String]
    }

    /// Everything that a test may look at or change.
    struct State {
        var events: [Int: Event] = [:]
        var nextID = 1
        var log: [Call] = []
        var reads = 0
        /// Faults by number of the write, from 1.
        var faults: [Int: Fault] = [:]
        var writes = 0
        /// Reads that fail, by number from 1.
        var failingReads: Set<Int> = []
        /// Reads that show nothing, by number from 1.
        var emptyReads: Set<Int> = []
        /// Reads that show only the first half, by number from 1.
        var shortReads: Set<Int> = []
        /// Whether an update may change the external id.
        var putChangesMarker = true
        /// Whether an update leaves nothing but what it sends.
        var putReplaces = false
        /// Whether an upsert matches anything.
        var upsertMatches = true
        /// Names that the service refuses.
        var refusedNames: Set<String> = []
        /// Whether a bulk call with a refused event writes nothing.
        var isAtomic = true
        /// Whether steps are read out of descriptions.
        var readsSteps = true
        /// What else happens right before a write of that number.
        var before: [Int: @Sendable (inout State) -> Void] = [:]
    }

    private let state: Mutex<State>

    init(_ state: State = State()) {
        self.state = Mutex(state)
    }

    func with<Result: Sendable>(_ body: (inout sending State) -> sending Result) -> Result {
        state.withLock { body(&$0) }
    }

    var events: [Event] { with { Array($0.events.values) }.sorted { $0.id < $1.id } }
    var log: [Call] { with { $0.log } }

    var counts: [String: Int] {
        with { state in
            var counts = ["GET": state.reads]
            for call in state.log { counts[call.method, default: 0] += 1 }
            return counts
        }
    }

    func events(athlete: String, oldest: CivilDate, newest: CivilDate) async throws -> [Event] {
        try state.withLock { state in
            state.reads += 1
            if state.failingReads.contains(state.reads) { throw ServiceError.fake("GET", 503) }
            if state.emptyReads.contains(state.reads) { return [] }
            let events = state.events.values
                .filter { (oldest...newest).contains($0.startDateLocal.date) }
                .sorted { ($0.startDateLocal, $0.id) < ($1.startDateLocal, $1.id) }
            return state.shortReads.contains(state.reads) ? Array(events.prefix(events.count / 2)) : events
        }
    }

    func createEvents(athlete: String, _ bodies: [EventBody]) async throws -> [Event] {
        try write("POST", bodies.map { $0.externalID ?? "" }) { state, limit in
            let refused = bodies.filter { state.refusedNames.contains($0.name ?? "") }
            if !refused.isEmpty {
                if !state.isAtomic {
                    for body in bodies where !refused.contains(body) { _ = state.upsert(body) }
                }
                throw ServiceError.fake("POST", 422)
            }
            return bodies.prefix(limit ?? bodies.count).map { state.upsert($0) }
        }
    }

    func createEvent(athlete: String, _ body: EventBody) async throws -> Event {
        try write("POST", [body.externalID ?? ""]) { state, _ in
            if state.refusedNames.contains(body.name ?? "") { throw ServiceError.fake("POST", 422) }
            return state.insert(body)
        }
    }

    func updateEvent(athlete: String, id: Int, _ body: EventBody) async throws -> Event {
        try write("PUT", [String(id)]) { state, _ in
            guard let event = state.events[id] else { throw ServiceError.fake("PUT", 404) }
            if state.refusedNames.contains(body.name ?? "") { throw ServiceError.fake("PUT", 422) }
            var start = event
            if state.putReplaces {
                start = Event(id: id, category: event.category, startDateLocal: event.startDateLocal)
                start.externalID = event.externalID
                start.pairedActivityID = event.pairedActivityID
                start.color = body.unmanaged["color"].flatMap { if case .string(let text) = $0 { text } else { nil } }
            }
            var changed = state.applying(body, to: start)
            changed.unmanaged = state.putReplaces ? body.unmanaged : event.unmanaged
            if !state.putChangesMarker { changed.externalID = event.externalID }
            state.events[id] = changed
            return changed
        }
    }

    func deleteEvents(athlete: String, ids: [Int]) async throws -> Int {
        try write("DELETE", ids.map(String.init)) { state, limit in
            let doomed = ids.prefix(limit ?? ids.count).filter { state.events[$0] != nil }
            for id in doomed { state.events[id] = nil }
            return doomed.count
        }
    }

    private func write<Answer>(
        _ method: String, _ items: [String], _ body: (inout State, Int?) throws -> Answer
    ) throws -> Answer {
        try state.withLock { state in
            state.writes += 1
            let number = state.writes
            state.before[number]?(&state)
            let fault = state.faults[number]
            if fault == .lost { throw ServiceError.fakeTransport(method, outcomeUnknown: true) }
            if fault == .unreachable { throw ServiceError.fakeTransport(method, outcomeUnknown: false) }
            state.log.append(Call(method: method, items: items))
            switch fault {
            case .status(let status)?: throw ServiceError.fake(method, status)
            case .partial(let count)?:
                _ = try body(&state, count)
                throw ServiceError.fake(method, 500)
            default: break
            }
            let answer = try body(&state, nil)
            if fault == .cut { throw ServiceError.fakeTransport(method, outcomeUnknown: true) }
            return answer
        }
    }
}

extension ServiceError {
    /// The error that the client makes of a status.
    static func fake(_ method: String, _ status: Int) -> ServiceError {
        switch status {
        case 401: .unauthorized(method: method, path: "/x", message: "no")
        case 403: .forbidden(method: method, path: "/x", message: "no")
        case 429: .rateLimited(method: method, path: "/x", message: "slow down")
        default: .status(method: method, path: "/x", status: status, message: "fake")
        }
    }

    static func fakeTransport(_ method: String, outcomeUnknown: Bool) -> ServiceError {
        .transport(method: method, path: "/x", message: "connection reset", outcomeUnknown: outcomeUnknown)
    }
}

extension FakeCalendar.State {
    /// Makes a new event.
    mutating func insert(_ body: EventBody) -> Event {
        let start = body.startDateLocal ?? LocalDateTime(.init(daysSinceEpoch: 0))
        let empty = Event(id: nextID, category: body.category ?? "", startDateLocal: start)
        nextID += 1
        let event = applying(body, to: empty)
        events[event.id] = event
        return event
    }

    /// Replaces the event of the same external id with the lowest number, else makes a new one.
    mutating func upsert(_ body: EventBody) -> Event {
        let known = (upsertMatches ? body.externalID : nil).flatMap { id in
            events.values.filter { $0.externalID == id }.min { $0.id < $1.id }
        }
        guard let known else { return insert(body) }
        let event = applying(body, to: known)
        events[event.id] = event
        return event
    }

    /// The event with the fields that the body sets, and the figures that follow.
    func applying(_ body: EventBody, to event: Event) -> Event {
        var event = event
        event.externalID = body.externalID ?? event.externalID
        event.category = body.category ?? event.category
        event.type = body.type ?? event.type
        event.name = body.name ?? event.name
        event.description = body.description ?? event.description
        event.target = body.target ?? event.target
        event.indoor = body.indoor ?? event.indoor ?? false
        event.tags = body.tags ?? event.tags
        event.forWeek = body.forWeek ?? event.forWeek
        event.athleteCannotEdit = body.athleteCannotEdit ?? event.athleteCannotEdit
        event.loadTarget = body.loadTarget ?? event.loadTarget
        if let start = body.startDateLocal {
            event.startDateLocal = start
            if body.endDateLocal == nil { event.endDateLocal = LocalDateTime(start.date + 1) }
        }
        event.endDateLocal = body.endDateLocal ?? event.endDateLocal
        event.trainingLoad = body.trainingLoad ?? event.trainingLoad
        event.movingTime = body.movingTime ?? event.movingTime
        compute(&event)
        return event
    }

    /// Each line `- <minutes>m …` is a step; an hour of it is a load of 50.
    func compute(_ event: inout Event) {
        let steps = (event.description ?? "").split(separator: "\n").filter { $0.hasPrefix("- ") }
        let minutes = steps.compactMap { Int($0.dropFirst(2).prefix(while: \.isNumber)) }.reduce(0, +)
        guard readsSteps, !steps.isEmpty else { return event.workoutDoc = nil }
        event.workoutDoc = WorkoutDocumentSummary(stepCount: steps.count, duration: 60 * minutes)
        event.movingTime = 60 * minutes
        event.trainingLoad = minutes * 50 / 60
    }
}

// MARK: The athlete's hands

extension FakeCalendar {
    /// Changes an event as a person does in the browser.
    func edit(_ id: Int, _ change: @Sendable (inout Event) -> Void) {
        with { state in
            guard var event = state.events[id] else { return }
            change(&event)
            state.compute(&event)
            state.events[id] = event
        }
    }

    /// Moves an event, its end with it.
    func move(_ id: Int, by days: Int) {
        edit(id) { event in
            event.startDateLocal = LocalDateTime(event.startDateLocal.date + days, event.startDateLocal.time)
            event.endDateLocal = event.endDateLocal.map { LocalDateTime($0.date + days, $0.time) }
        }
    }

    func delete(_ id: Int) {
        with { $0.events[id] = nil }
    }

    /// Copies an event to another day, external id and all, and returns its number.
    @discardableResult func copy(_ id: Int, by days: Int) -> Int? {
        let copy: Int? = with { state in
            guard var event = state.events[id] else { return nil }
            event.id = state.nextID
            state.nextID += 1
            state.events[event.id] = event
            return event.id
        }
        if let copy { move(copy, by: days) }
        return copy
    }

    /// Enters an event of the athlete's own.
    @discardableResult func enter(_ name: String, on date: CivilDate, category: String = "WORKOUT") -> Int {
        with { state in
            var event = Event(id: state.nextID, category: category, startDateLocal: LocalDateTime(date))
            event.name = name
            event.type = "Ride"
            state.nextID += 1
            state.events[event.id] = event
            return event.id
        }
    }
}
