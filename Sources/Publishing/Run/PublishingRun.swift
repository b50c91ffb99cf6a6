import CalendarDiff

/// Performs a change set step by step, without network or clock: it says what to ask and is told the answer.
///
/// Order: creates in chunks, updates, deletes if everything before went well, then a read-back. A write whose end is
/// unknown is followed by a read that tells what became of it; what is missing then is left to the next run.
struct PublishingRun: Sendable {
    /// What to ask the service.
    enum Request: Hashable {
        case create([Change])
        /// Without upsert, which would overwrite a copy.
        case createAlone(Change)
        case update(Change)
        /// With every field that the event had, since an update replaces it.
        case updateWhole(Change, LiveEvent)
        case delete([Change])
        /// All events of the window.
        case read
    }

    /// Requests that write, with what they are about.
    static func changes(of request: Request) -> [Change] {
        switch request {
        case .create(let changes), .delete(let changes): changes
        case .createAlone(let change), .update(let change), .updateWhole(let change, _): [change]
        case .read: []
        }
    }

    /// What the service answered.
    enum Reply {
        case events([LiveEvent])
        case event(LiveEvent)
        case deleted(Int)
        case failed(WriteFailure)
    }

    /// What is being asked, by places in the change set.
    private enum Step {
        case create([Int])
        case update(Int)
        /// Gives back what a sparse update took away.
        case repair(Int)
        case delete([Int])
        /// Reads to learn what became of a write, and why that is unknown.
        case settle([Int], reason: String)
        /// Reads to learn which events of a refused chunk are there all the same.
        case split([Int], reason: String)
        case readBack
    }

    /// Events in one bulk call.
    static let chunkSize = 50

    /// The change set, each change with its result as far as it is known.
    private(set) var changes: ChangeSet
    /// What was compared and what is worth telling.
    private(set) var check: ReadBackCheck
    /// Why the run ended early.
    private(set) var failure: String?
    /// Whether the end of some write was unknown, however it turned out.
    private(set) var hadUnknownWrite = false
    /// Whether an update took fields away that could not be given back.
    private var hasTakenFields = false
    /// Places of changes of which nobody could learn whether they were written.
    private(set) var unsettled: Set<Int> = []
    /// Whether somebody asked to stop.
    private(set) var isInterrupted = false

    /// Whether an update leaves nothing of an event but what it sends.
    private(set) var putReplaces: Bool
    /// Whether that is only a guess yet, from a refusal.
    private var isGuess = false
    /// Whether that was guessed before: once is enough.
    private var hasGuessed = false

    private let live: [Int: LiveEvent]
    private let copies: Set<Int>
    private var chunks: [[Int]]
    private var updates: [Int]
    private var deletes: [Int]
    private var pending: [Step] = []
    private var inFlight: Step?
    private var needsReadBack = false

    /// A run of a change set that no rail refuses.
    ///
    /// - Parameters:
    ///   - live: the events as they were when the set was made.
    ///   - putReplaces: whether updates are known to replace the whole event.
    init(
        _ changes: ChangeSet, live: [LiveEvent] = [], planned: [String: PlannedFigures], putReplaces: Bool = false
    ) {
        self.putReplaces = putReplaces
        self.live = Dictionary(live.map { ($0.id, $0) }) { first, _ in first }
        func places(_ action: Change.Action) -> [Int] {
            changes.changes.indices.filter { changes.changes[$0].action == action }
        }
        self.changes = changes
        let edited = PublishingRun.keysWithOtherContent(changes)
        check = ReadBackCheck(planned: planned.filter { !edited.contains($0.key) })
        let creates = places(.create).filter { !changes.changes[$0].besideCopy }
        chunks = stride(from: 0, to: creates.count, by: PublishingRun.chunkSize).map {
            Array(creates[$0..<min($0 + PublishingRun.chunkSize, creates.count)])
        }
        chunks += places(.create).filter { changes.changes[$0].besideCopy }.map { [$0] }
        copies = Set(changes.copies.map(\.eventID))
        updates = places(.update)
        deletes = places(.delete)
    }

    /// Keys of events whose workout is not the planned one, since the athlete's text or sport stays.
    private static func keysWithOtherContent(_ changes: ChangeSet) -> Set<String> {
        let kept = changes.kept.filter { $0.fields.keys.contains { $0.group == .content } }.map(\.key)
        return Set(kept + changes.conflicts.filter { $0.field.group == .content }.map(\.key))
    }

    /// The next question, or nil when there is nothing left to ask.
    mutating func next() -> Request? {
        inFlight = nextStep()
        return inFlight.map(request)
    }

    /// Ends the run: what has not been asked is skipped, except for reads that settle what was.
    mutating func interrupt() {
        isInterrupted = true
        needsReadBack = false
        skipRest("interrupted")
    }

    private mutating func nextStep() -> Step? {
        if let step = pending.popLast() { return step }
        if !chunks.isEmpty { return .create(chunks.removeFirst()) }
        if !updates.isEmpty { return .update(updates.removeFirst()) }
        if !deletes.isEmpty { return takeDeletes() ?? nextStep() }
        guard needsReadBack else { return nil }
        needsReadBack = false
        return .readBack
    }

    private mutating func takeDeletes() -> Step? {
        defer { deletes = [] }
        let isClear = !hadUnknownWrite && !changes.changes.contains { $0.result == .failed || $0.result == .skipped }
        guard isClear else {
            conclude(deletes, .skipped, "deletes wait until everything else went well")
            return nil
        }
        return .delete(deletes)
    }

    private func request(_ step: Step) -> Request {
        switch step {
        case .create(let places) where places.count == 1 && changes.changes[places[0]].besideCopy:
            .createAlone(changes.changes[places[0]])
        case .create(let places): .create(places.map { changes.changes[$0] })
        case .update(let place), .repair(let place):
            if putReplaces, let event = changes.changes[place].eventID.flatMap({ live[$0] }) {
                .updateWhole(changes.changes[place], event)
            } else {
                .update(changes.changes[place])
            }
        case .delete(let places): .delete(places.map { changes.changes[$0] })
        case .settle, .split, .readBack: .read
        }
    }
}

// MARK: Answers

extension PublishingRun {
    /// Takes the answer to the last question.
    mutating func receive(_ reply: Reply) {
        guard let step = inFlight else { return }
        inFlight = nil
        switch (step, reply) {
        case (.create(let places), .events(let events)): created(places, events)
        case (.update(let place), .event(let event)): updated(place, event)
        case (.repair(let place), .event(let event)): concludeUpdate(place, event)
        case (.delete(let places), .deleted): deleted(places)
        case (.settle(let places, let reason), .events(let events)): settle(places, events, reason)
        case (.split(let places, let reason), .events(let events)): split(places, events, reason)
        case (.readBack, .events(let events)): readBack(events)
        case (.readBack, .failed(let failure)): check.note("could not be read back: \(failure.message)")
        case (.settle(let places, let reason), .failed):
            unsettled.formUnion(places)
            giveUp(places, "\(reason); reading again failed too")
        case (_, .failed(let failure)): failed(step, failure)
        default: failed(step, .unknown("the answer does not fit the question"))
        }
    }

    private mutating func created(_ places: [Int], _ events: [LiveEvent]) {
        let missing = take(places, from: events)
        guard !missing.isEmpty else { return }
        unknown(missing, "the answer to the bulk create does not hold it")
    }

    /// Notes the creates that are among the events, by marker, and returns the others.
    private mutating func take(_ places: [Int], from events: [LiveEvent]) -> [Int] {
        var byMarker: [String: LiveEvent] = [:]
        for event in events where !copies.contains(event.id) {
            guard let marker = event.externalID else { continue }
            byMarker[marker] = byMarker[marker].map { $0.id < event.id ? $0 : event } ?? event
        }
        return places.filter { place in
            guard let event = changes.changes[place].marker.flatMap({ byMarker[$0] }) else { return true }
            changes.changes[place].eventID = event.id
            conclude([place], .done)
            check.compare(changes.changes[place], event)
            return false
        }
    }

    private mutating func updated(_ place: Int, _ event: LiveEvent) {
        if !putReplaces, let before = live[event.id], changes.changes[place].hasTakenMore(from: before, event) {
            putReplaces = true
            check.note("an update replaces the whole event on this service, so whole events are sent")
            return pending.append(.repair(place))
        }
        concludeUpdate(place, event)
    }

    private mutating func concludeUpdate(_ place: Int, _ event: LiveEvent) {
        if isGuess {
            isGuess = false
            check.note("an update replaces the whole event on this service, so whole events are sent")
        }
        changes.changes[place].eventID = event.id
        guard !isUnadoptable(changes.changes[place], event) else {
            return conclude(
                [place], .failed, "the service does not let an update change external_id, so it can't be adopted")
        }
        conclude([place], .done)
        needsReadBack = !isInterrupted
    }

    /// Whether all that an update was to change, the marker, is as it was.
    private func isUnadoptable(_ change: Change, _ event: LiveEvent) -> Bool {
        change.reason == .adopted && event.externalID != change.marker && event.externalID == marker(of: change)
    }

    private mutating func deleted(_ places: [Int]) {
        conclude(places, .done)
        needsReadBack = !isInterrupted
    }

    private mutating func failed(_ step: Step, _ reason: WriteFailure) {
        let places = places(of: step)
        switch reason {
        case .unknown(let message): unknown(places, message)
        case .refused(let message):
            if case .create = step, places.count > 1 {
                pending.append(.split(places, reason: message))
            } else if case .update(let place) = step, !isInterrupted, asksForMore(message),
                changes.changes[place].eventID != nil
            {
                (putReplaces, isGuess, hasGuessed) = (true, true, true)
                pending.append(.repair(place))
            } else {
                if case .repair = step, isGuess { (putReplaces, isGuess) = (false, false) }
                conclude(places, .failed, message)
                noteLoss(step)
            }
        case .denied(let message), .unreachable(let message):
            giveUp(places, message)
            noteLoss(step)
        }
    }

    /// After an update that replaced the event nothing gives back what it took, if the repair fails.
    private mutating func noteLoss(_ step: Step) {
        guard case .repair(let place) = step, putReplaces, !isGuess else { return }
        hasTakenFields = true
        check.note(
            "\(changes.changes[place].key): the update took fields away that it did not name; the journal has them")
    }

    /// Whether a refusal says that a field is missing: an update that replaces the event needs them all.
    private func asksForMore(_ message: String) -> Bool {
        let words = message.lowercased()
        return !putReplaces && !hasGuessed && !live.isEmpty && (words.contains("required") || words.contains("missing"))
    }

    private mutating func unknown(_ places: [Int], _ reason: String) {
        hadUnknownWrite = true
        pending.append(.settle(places, reason: reason))
    }

    /// Halves a refused chunk, so that the healthy events go on and the sick ones end alone.
    private mutating func split(_ places: [Int], _ events: [LiveEvent], _ reason: String) {
        let missing = take(places, from: events)
        if isInterrupted {
            conclude(missing, .failed, reason)
        } else if missing.count == 1 {
            chunks.insert(missing, at: 0)
        } else if !missing.isEmpty {
            let half = missing.count / 2
            chunks.insert(contentsOf: [Array(missing[..<half]), Array(missing[half...])], at: 0)
        }
    }

    private mutating func settle(_ places: [Int], _ events: [LiveEvent], _ reason: String) {
        let creates = places.filter { changes.changes[$0].action == .create }
        conclude(take(creates, from: events), .failed, "\(reason); it is not on the calendar")
        let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        for place in places where changes.changes[place].action != .create {
            let change = changes.changes[place]
            let event = change.eventID.flatMap { byID[$0] }
            let isDone = change.action == .delete ? event == nil : event.map { hasTaken(change, $0) } ?? false
            if isDone { conclude([place], .done) } else { conclude([place], .failed, "\(reason); it was not done") }
            if isDone, let event { check.compare(change, event, before: marker(of: change)) }
        }
    }

    /// Whether an event shows the update, on a service that keeps old markers by its fields alone.
    private func hasTaken(_ change: Change, _ event: LiveEvent) -> Bool {
        event.externalID == change.marker
            || event.externalID == marker(of: change) && !change.fields.isEmpty
                && change.fieldsNotTaken(by: event).isEmpty
    }

    /// The marker that the event bore before the run.
    private func marker(of change: Change) -> String? {
        change.eventID.flatMap { live[$0]?.externalID }
    }

    private mutating func readBack(_ events: [LiveEvent]) {
        let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        for place in changes.changes.indices where changes.changes[place].result == .done {
            let change = changes.changes[place]
            let event = change.eventID.flatMap { byID[$0] }
            switch (change.action, event) {
            case (.create, _), (.delete, nil): continue
            case (.delete, _?): conclude([place], .failed, "the service still has it")
            case (.update, nil): check.note("\(change.key): gone right after it was updated")
            case (.update, let event?): check.compare(change, event, before: marker(of: change))
            }
        }
    }
}

// MARK: Results

extension PublishingRun {
    private mutating func conclude(_ places: [Int], _ result: Change.Result, _ error: String? = nil) {
        for place in places {
            changes.changes[place].result = result
            changes.changes[place].error = error
        }
    }

    private mutating func giveUp(_ places: [Int], _ reason: String) {
        conclude(places, .failed, reason)
        failure = reason
        skipRest("not tried: \(reason)")
    }

    /// Ends the run for a reason of our own, such as a disk that is full; what was asked stays as it is.
    mutating func stop(_ reason: String) {
        failure = failure ?? reason
        skipRest("not tried: \(reason)")
    }

    private mutating func skipRest(_ reason: String) {
        conclude(chunks.flatMap { $0 } + updates + deletes, .skipped, reason)
        (chunks, updates, deletes) = ([], [], [])
        // Without a service that answers there is nothing to read back either.
        if failure != nil { needsReadBack = false }
    }

    private func places(of step: Step) -> [Int] {
        switch step {
        case .create(let places), .delete(let places), .settle(let places, _), .split(let places, _): places
        case .update(let place), .repair(let place): [place]
        case .readBack: []
        }
    }

    /// How the run ended.
    var exitStatus: Int {
        let results = changes.changes.map(\.result)
        let hasWritten = results.contains(.done) || check.isDisturbed || hasTakenFields
        let hasFailed = results.contains { $0 != .done }
        if isInterrupted { return 130 }
        if hasFailed { return hasWritten || isUnsettled ? 5 : 1 }
        if hadUnknownWrite || check.lacksSteps || check.isDisturbed { return 5 }
        return changes.conflicts.isEmpty ? 0 : 3
    }

    /// Keys of updated events whose marker the service left as it was.
    var keptMarkers: Set<String> { check.keptMarkers }

    /// Whether a write may stand although the run could not find out.
    private var isUnsettled: Bool { hadUnknownWrite && failure != nil }
}
