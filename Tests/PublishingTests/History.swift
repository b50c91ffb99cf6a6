import CalendarDiff
import CivilDates
import IntervalsICU

@testable import Publishing

/// A random history of author, athlete, clock and faults around one calendar, and what must hold after each apply.
///
/// The author puts workouts on even days, the athlete moves them to odd ones, and everything the athlete types is typed
/// once: so an edit can be told from the plan's own values without looking at how the program tells them apart.
struct History {
    private var scenario = Scenario(workouts: 0)
    private var random: SplitMix64
    private let hasMemory: Bool
    private let isCareless: Bool
    private var nextText = 0
    private var nextKey = 0
    /// Events that the athlete made, by entering or copying them.
    private var athletes: Set<Int> = []
    /// What the athlete last set, by event.
    private var edits: [Int: Edits] = [:]
    /// Keys whose event the athlete deleted.
    private var deleted: Set<String> = []
    /// The plan as each generation published it.
    private var published: [[DesiredEvent]] = []
    /// What happened, for whoever has to find out why it went wrong.
    private(set) var story: [String] = []
    /// What did not hold.
    private(set) var violations: [String] = []

    private struct Edits: Hashable {
        var date: CivilDate?
        var name: String?
        var description: String?
    }

    /// - Parameter isCareless: whether the program is told to write over today's events and the athlete's edits, so that
    ///   the checks have something to find.
    init(seed: UInt64, isCareless: Bool = false) {
        random = SplitMix64(seed: seed)
        self.isCareless = isCareless
        hasMemory = seed % 2 == 0
        scenario.savesState = seed % 16 == 0
        if hasMemory {
            // What no marker can hold is in the state.
            let (changes, matches) = (seed % 3 > 0, seed % 5 > 0)
            scenario.calendar.with { ($0.putChangesMarker, $0.upsertMatches) = (changes, matches) }
        }
        for _ in 0..<8 { addWorkout() }
    }

    /// Plays the history and then looks whether it settles.
    mutating func play(steps: Int) async throws {
        for _ in 0..<steps {
            for _ in 0..<random.number(0..<3) { authorActs() }
            for _ in 0..<random.number(0..<3) { athleteActs() }
            if random.happens(15) { scenario.today = scenario.today + 1 }
            if random.happens(35) { scheduleFaults() }
            if hasMemory, random.happens(12) { try await die() }
            if hasMemory, random.happens(10) { try await secondCoach() }
            try await apply()
        }
        try await settle()
    }

    // MARK: Who acts

    private mutating func authorActs() {
        let key = random.pick(scenario.desired.map(\.key)) ?? ""
        let (day, text) = (evenDay(), text("coach"))
        switch random.number(0..<8) {
        case 0: addWorkout()
        case 1: scenario.remove(key)
        case 2: scenario.edit(key) { $0.date = day }
        case 3: scenario.edit(key) { $0.name = text }
        case 4: scenario.edit(key) { $0.description = "- 45m 70% \(text)\n" }
        case 5: scenario.edit(key) { $0.indoor.toggle() }
        case 6: scenario.edit(key) { $0.time = $0.time == nil ? ClockTime(hour: 7, minute: 30) : nil }
        default: scenario.edit(key) { $0.target = $0.target == nil ? "HR" : nil }
        }
        story.append("author: \(key)")
    }

    private mutating func athleteActs() {
        let events = scenario.calendar.events
        guard let event = random.pick(events) else { return }
        let (id, text) = (event.id, text("athlete"))
        story.append("athlete: event \(id)")
        switch random.number(0..<7) {
        case 0:
            let days = 2 * random.number(-3..<4) + (event.startDateLocal.date - Scenario.day(0)).isMultiple(of: 2).asOne
            scenario.calendar.move(id, by: days)
            edits[id, default: Edits()].date = event.startDateLocal.date + days
        case 1:
            scenario.calendar.edit(id) { $0.name = text }
            edits[id, default: Edits()].name = text
        case 2:
            scenario.calendar.edit(id) { $0.description = "- 30m 55% \(text)" }
            edits[id, default: Edits()].description = "- 30m 55% \(text)"
        case 3 where random.happens(50):
            noteDeletion(of: event)
            scenario.calendar.delete(id)
            edits[id] = nil
        case 4:
            if let copy = scenario.calendar.copy(id, by: 7) { athletes.insert(copy) }
        case 5: athletes.insert(scenario.calendar.enter(text, on: oddDay()))
        default:
            if random.happens(20) { scenario.calendar.edit(id) { $0.pairedActivityID = "i\(id)" } }
        }
    }

    /// A deletion that the state knows of must last; one right after a run that died cannot be told from its failure.
    private mutating func noteDeletion(of event: Event) {
        guard hasMemory, !athletes.contains(event.id), let key = identifier(event) else { return }
        let record = scenario.memory.records[key]
        if record?.fate == .present, record?.eventID == event.id { deleted.insert(key) }
    }

    /// The program is killed after some request; what it had saved before stays.
    private mutating func die() async throws {
        let requests = random.number(0..<5)
        let before = Dictionary(uniqueKeysWithValues: scenario.calendar.events.map { ($0.id, $0) })
        story.append("killed after \(requests) requests")
        do { try await scenario.applyAndDie(after: requests) } catch { story.append("not even read") }
        checkUntouched(before)
        checkDuplicates()
        checkEdits(before)
    }

    /// Another coach runs an older commit with the same state: that is refused.
    private mutating func secondCoach() async throws {
        guard let older = published.dropLast().last, !older.isEmpty else { return }
        var other = scenario
        other.desired = older
        other.adjust = { _ in }
        let live = try? await other.read()
        guard let live, other.memory.digest != other.changeSet(live).planDigest,
            other.memory.earlier.contains(other.changeSet(live).planDigest)
        else { return }
        let before = scenario.calendar.with { $0.log.count }
        let report = await Publisher(other.calendar, athlete: "i1").apply(other.changeSet(live), live: live)
        story.append("second coach: \(report.exitStatus)")
        if report.exitStatus != 4 || scenario.calendar.with({ $0.log.count }) != before {
            violations.append("an older generation was not refused")
        }
    }

    private mutating func scheduleFaults() {
        let faults: [FakeCalendar.Fault] = [
            .lost, .cut, .partial(1), .status(500), .status(502), .status(429), .unreachable, .partial(3), .status(422),
        ]
        let scheduled = (1...3).compactMap { offset in
            random.happens(50) ? random.pick(faults).map { (offset, $0) } : nil
        }
        let isAtomic = random.happens(50)
        let failsReading = random.happens(10)
        let (isEmpty, isShort) = (hasMemory && random.happens(15), hasMemory && random.happens(15))
        // What a dead run may have created and two reads in a row don't show, nobody can know of.
        let isAgain = !scenario.memory.records.values.contains { $0.fate == .pending }
        scenario.calendar.with { state in
            for (offset, fault) in scheduled { state.faults[state.writes + offset] = fault }
            state.isAtomic = isAtomic
            if failsReading { state.failingReads = [state.reads + 2] }
            if isEmpty { state.emptyReads = [state.reads + 1] }
            if isEmpty, isAgain { state.emptyReads.insert(state.reads + 2) }
            if isShort { state.shortReads = [state.reads + 1] }
        }
        story.append("faults: \(scheduled)")
    }

    // MARK: What must hold

    /// Applies; what a rail refuses the coach mostly looks at and acknowledges, to the number.
    private mutating func apply() async throws {
        guard let rails = try await apply(Acknowledgement()), !rails.isEmpty else { return }
        guard random.happens(70) else { return }
        try await acknowledge(rails)
    }

    private mutating func acknowledge(_ rails: [RailRefusal]) async throws {
        var word = Acknowledgement()
        for rail in rails { word.add(rail) }
        guard word != Acknowledgement() else { return }
        story.append("acknowledged: \(rails.compactMap(\.acknowledge))")
        _ = try await apply(word)
    }

    /// Applies once and looks whether everything holds; the rails that refused it, nil where nothing could be read.
    private mutating func apply(_ word: Acknowledgement) async throws -> [RailRefusal]? {
        let before = Dictionary(uniqueKeysWithValues: scenario.calendar.events.map { ($0.id, $0) })
        let written = scenario.calendar.log.count
        let isCareless = isCareless
        scenario.adjust = { settings in
            word.lift(&settings)
            if isCareless { (settings.includesToday, settings.prunesEdited) = (true, true) }
        }
        var rails: [RailRefusal]?
        do {
            let generation = scenario.memory.generation
            let report = try await hasMemory ? scenario.applyAndRemember() : scenario.apply()
            if scenario.memory.generation != generation { published.append(scenario.desired) }
            story.append("apply on \(scenario.today): \(report.exitStatus), \(report.changes.totals)")
            rails = report.changes.rails
            if report.exitStatus == 4, scenario.calendar.log.count != written {
                violations.append("a rail let through")
            }
        } catch let error as ServiceError {
            story.append("not even read: \(error)")
        }
        scenario.calendar.with { ($0.failingReads, $0.emptyReads, $0.shortReads) = ([], [], []) }
        checkRails(before, word)
        checkDeletions()
        checkUntouched(before)
        checkDuplicates()
        checkEdits(before)
        return rails
    }

    /// No more of our events go or change at once than was acknowledged or is a small share of them.
    private mutating func checkRails(_ before: [Int: Event], _ word: Acknowledgement) {
        let after = Dictionary(uniqueKeysWithValues: scenario.calendar.events.map { ($0.id, $0) })
        var ours: [String: Event] = [:]
        for event in before.values.sorted(by: { $0.id < $1.id }) where !(hasMemory && athletes.contains(event.id)) {
            guard let key = identifier(event), ours[key] == nil else { continue }
            ours[key] = event
        }
        let future = ours.values.count { $0.startDateLocal.date > scenario.today && $0.pairedActivityID == nil }
        let gone = before.keys.count { after[$0] == nil }
        let changed = before.count { id, event in after[id].map { $0 != event } ?? false }
        for (what, count, percent, expected) in [
            ("deletes", gone, 25, word.deletes), ("updates", changed, 60, word.updates),
        ] where count > 3 && 100 * count > percent * future && expected != count {
            violations.append("\(count) \(what) of \(future) without a word")
        }
    }

    /// Events of the athlete's own, and those that are past, today's or completed, are as they were.
    private mutating func checkUntouched(_ before: [Int: Event]) {
        let after = Dictionary(uniqueKeysWithValues: scenario.calendar.events.map { ($0.id, $0) })
        let originals = Set(before.values.filter { !athletes.contains($0.id) }.compactMap(identifier))
        for (id, event) in before {
            // Without memory a copy whose original is gone cannot be told from it.
            let isForeign =
                athletes.contains(id) && (hasMemory || identifier(event).map { originals.contains($0) } ?? true)
            let isLocked = event.startDateLocal.date <= scenario.today || event.pairedActivityID != nil
            if isForeign || isLocked, after[id] != event {
                violations.append("event \(id) was touched, foreign \(isForeign), locked \(isLocked)")
            }
        }
    }

    private func identifier(_ event: Event) -> String? {
        event.externalID.flatMap(Marker.init)?.identifier
    }

    /// We never make a second event for a key.
    private mutating func checkDuplicates() {
        var seen: [String: Int] = [:]
        for event in scenario.calendar.events where !athletes.contains(event.id) {
            guard let identifier = identifier(event) else { continue }
            if let other = seen.updateValue(event.id, forKey: identifier) {
                violations.append("\(identifier) is there twice: \(other) and \(event.id)")
            }
        }
    }

    /// What the athlete deleted stays away.
    private mutating func checkDeletions() {
        for event in scenario.calendar.events where !athletes.contains(event.id) {
            guard let key = identifier(event), deleted.contains(key) else { continue }
            violations.append("\(key) came back after the athlete had deleted it")
        }
    }

    /// What the athlete set is still there.
    private mutating func checkEdits(_ before: [Int: Event]) {
        for (id, edit) in edits where before[id] != nil {
            let event = scenario.calendar.with { $0.events[id] }
            if let date = edit.date, event?.startDateLocal.date != date { violations.append("move of \(id) lost") }
            if let name = edit.name, event?.name != name { violations.append("name of \(id) lost") }
            if let text = edit.description, event?.description != text { violations.append("text of \(id) lost") }
        }
    }

    /// Without faults it comes to rest, with everything nobody else touched as the plan wants it.
    private mutating func settle() async throws {
        scenario.calendar.with { ($0.faults, $0.emptyReads, $0.shortReads) = ([:], [], []) }
        if scenario.desired.isEmpty { addWorkout() }
        // Without memory a copy takes the place of an original that this run deleted: once more.
        for _ in 0..<(hasMemory ? 1 : 2) {
            guard let rails = try await apply(Acknowledgement()), !rails.isEmpty else { continue }
            // A calendar from which the athlete took everything may be filled again.
            if rails.contains(where: { $0.id == .emptied }) { deleted = [] }
            try await acknowledge(rails)
        }
        let rest = try await scenario.diff()
        if !rest.changes.isEmpty {
            violations.append("does not settle: \(rest.changes.map { "\($0.key) \($0.action) \($0.fields.keys)" })")
        }
        let spared = Set(rest.kept.map(\.key) + rest.conflicts.map(\.key) + rest.locked.map(\.key))
        for wanted in scenario.desired where wanted.content.date > scenario.today && !spared.contains(wanted.key) {
            guard let event = scenario.event(wanted.key) else {
                violations.append("\(wanted.key) is missing")
                continue
            }
            let content = LiveEvent(event).content
            if content.date != wanted.content.date || content.name != wanted.content.name
                || content.description != wanted.content.description
            {
                violations.append("\(wanted.key) is not as wanted")
            }
        }
    }

    // MARK: Material

    private mutating func addWorkout() {
        nextKey += 1
        scenario.desired.append(Scenario.workout("base.w\(nextKey / 5 + 1).s\(nextKey)", on: 0))
        let (key, day) = (scenario.desired[scenario.desired.count - 1].key, evenDay())
        scenario.edit(key) { $0.date = day }
    }

    private mutating func text(_ who: String) -> String {
        nextText += 1
        return "\(who) \(nextText)"
    }

    private mutating func evenDay() -> CivilDate { Scenario.day(2 * random.number(0..<20)) }

    private mutating func oddDay() -> CivilDate { Scenario.day(2 * random.number(0..<20) + 1) }
}

extension Bool {
    fileprivate var asOne: Int { self ? 1 : 0 }
}
