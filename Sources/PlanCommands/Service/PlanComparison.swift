import CalendarDiff
import CivilDates
import Diagnostics
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Publishing
import Workouts

/// A plan held against one athlete's calendar.
struct PlanComparison: Sendable {
    /// What a comparison is made for.
    enum Purpose: Sendable {
        /// To bring the calendar in step with the plan.
        case publish
        /// To tell what people changed.
        case drift
        /// To take events that match into the plan's ownership.
        case adopt
        /// To take the plan off the calendar.
        case remove
        /// To delete exact doubles.
        case dedupe
    }

    /// What apply would do.
    var changes: ChangeSet
    /// Who would do it.
    let publisher: Publisher
    /// What the service should make of each workout.
    let planned: [String: PlannedFigures]
    /// What the reader should know beforehand, one line each.
    let remarks: [String]
    /// What is remembered of the plan on this calendar.
    let state: PlanState
    /// The events as they were read.
    let live: [LiveEvent]
    /// What the plan wants.
    let desired: [DesiredEvent]
    /// Whether the key may write to this calendar, as far as the service says.
    var mayWrite = true
    /// Makes the comparison anew, with another read.
    let again: @Sendable () async throws -> PlanComparison

    /// Reads the calendar, with one request for the athlete and one for the events, and compares.
    static func make(
        _ plan: Plan, _ schedule: Schedule, file: String, service: ServiceOptions, comparison: ComparisonOptions,
        for purpose: Purpose = .publish, verbose: Bool, _ context: CommandContext
    ) async throws -> PlanComparison {
        let connection = try await ServiceConnection.open(
            service, planFile: file, planZone: plan.athlete.timezone,
            fitness: (plan.start.value - 1, schedule.fitness.ctl, schedule.fitness.atl), verbose: verbose, context)
        let state = try PlanState.load(
            PlanFolder(service, planFile: file, context), athlete: connection.athlete.id, plan: plan.id.value, context)
        let publisher = Publisher(connection.client, athlete: connection.athlete.id)
        let memory = state.memory ?? Memory()
        var window = Publisher.window(planStart: schedule.start, planEnd: schedule.end, today: connection.today)
            .reaching(memory, today: connection.today)
        if plan.availability.fromCalendar { window.reachBack(180, from: min(schedule.start, connection.today)) }
        var settings = try comparison.settings(plan, connection, window: window, context)
        var live = try await publisher.read(
            window, expecting: memory, plan: plan.id.value, today: connection.today, context)
        if settings.includesToday { live = try await connection.completing(live, context) }
        let lived = LivedPlan(plan, schedule, live: live)
        let desired = lived.schedule.desiredEvents
        settings.unavailable = lived.unavailable
        settings.digestBasis = schedule.desiredEvents
        let priced = lived.schedule.priced { connection.athlete.thresholds(for: $0) }
        var changes = changeSet(desired, live, settings, memory, for: purpose)
        changes.file = file
        changes.options = comparison.arguments
        if purpose == .publish { changes.effect = priced.effect(of: changes, on: live) }
        var result = PlanComparison(
            changes: changes, publisher: publisher, planned: purpose == .publish ? priced.plannedFigures : [:],
            remarks: lived.remarks + thresholdRemarks(plan, lived.schedule, connection.athlete)
                + state.remarks(for: purpose, changes)
                + (purpose == .publish ? settings.remarks(on: desired, changes) : []),
            state: state, live: live, desired: desired
        ) {
            try await make(
                plan, schedule, file: file, service: service, comparison: comparison, for: purpose, verbose: verbose,
                context)
        }
        result.mayWrite = !["READ", "NONE"].contains(connection.athlete.permission)
        return result
    }

    private static func changeSet(
        _ desired: [DesiredEvent], _ live: [LiveEvent], _ settings: ComparisonSettings, _ memory: Memory,
        for purpose: Purpose
    ) -> ChangeSet {
        var settings = settings
        switch purpose {
        case .publish:
            return ChangeSet(desired: desired, live: live, settings: settings, memory: memory)
        case .adopt:
            return ChangeSet(adopting: desired, live: live, settings: settings, memory: memory)
        case .dedupe:
            return ChangeSet(duplicatesIn: live, settings: settings, memory: memory)
        case .remove:
            settings.allowsEmpty = true
            settings.publishesPlan = false
            settings.moves = []
            settings.until = nil
            settings.protected.formUnion(desired.filter(\.protect).map(\.key))
            return ChangeSet(desired: [], live: live, settings: settings, memory: memory)
        case .drift:
            settings.tellsLockedEdits = true
            settings.publishesPlan = false
            settings.onConflict = .skip
            settings.onConflictByKey = [:]
            return ChangeSet(desired: desired, live: live, settings: settings, memory: memory).drift
        }
    }

    /// Says once a sport where the service computes with another threshold than the file.
    static func thresholdRemarks(_ plan: Plan, _ schedule: Schedule, _ athlete: Athlete) -> [String] {
        let sports = Set(schedule.entries.compactMap(\.sport)).sorted { $0.name < $1.name }
        return sports.flatMap { sport -> [String] in
            guard let own = plan.athlete.thresholds(for: sport), let theirs = athlete.thresholds(for: sport) else {
                return []
            }
            var lines: [String] = []
            if let file = own.ftp, let service = theirs.ftp, file != service {
                lines.append(
                    "\(sport.name): the service has FTP \(service), the file \(file); figures use the service's")
            }
            if let file = own.thresholdPace, let service = theirs.thresholdPace, abs(file / service - 1) > 0.002 {
                lines.append(
                    "\(sport.name): the service has another threshold pace than the file; figures use the service's")
            }
            return lines
        }
    }
}

extension ComparisonSettings {
    /// Keys and days that were asked for and that neither plan nor calendar has.
    fileprivate func remarks(on desired: [DesiredEvent], _ changes: ChangeSet) -> [String] {
        let keys = Set(
            desired.map(\.key) + changes.changes.map(\.key) + changes.kept.map(\.key) + changes.locked.map(\.key))
        let asked = onConflictByKey.keys.map { ("--on-conflict", $0) } + restore.map { ("--restore", $0) }
        let unknown = asked.filter { _, pattern in !keys.contains { KeyFilter.matches($0, pattern) } }
        var lines = unknown.sorted { $0 < $1 }.map { "\($0): neither plan nor calendar has the key \($1)" }
        let isMissed = !filter.isEmpty && changes.changes.isEmpty && changes.kept.isEmpty && changes.conflicts.isEmpty
        if isMissed, !desired.contains(where: { filter.admits(key: $0.key, date: $0.content.date) }) {
            lines.append("nothing in the plan matches --only, --from and --to")
        }
        return lines
    }
}

extension ChangeSet.Window {
    /// Takes in events that began so many days earlier: a service may list by first day alone, and holidays last.
    mutating func reachBack(_ days: Int, from day: CivilDate) { oldest = min(oldest, day - days) }

    /// The window with the days on which remembered events lie, from six weeks before today on.
    func reaching(_ memory: Memory, today: CivilDate) -> ChangeSet.Window {
        let days = memory.records.values.filter { $0.fate == .present }.compactMap(\.date)
        var result = self
        if let first = days.min() { result.oldest = min(oldest, max(first, today - 42)) }
        if let last = days.max() { result.newest = max(newest, last + 42) }
        return result
    }
}

extension Publisher {
    /// Reads the window; where hardly any of the remembered events is shown, once more.
    func read(
        _ window: ChangeSet.Window, expecting memory: Memory, plan: String, today: CivilDate,
        _ context: CommandContext
    ) async throws -> [LiveEvent] {
        do {
            let live = try await read(window)
            guard memory.doubts(live, plan: plan, window: window, today: today) else { return live }
            return try await read(window)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }
}

extension PlanState {
    /// What a missing state file means for the reader.
    fileprivate func remarks(for purpose: PlanComparison.Purpose, _ changes: ChangeSet) -> [String] {
        guard memory == nil, purpose == .publish else { return [] }
        return [
            "no state of \(plan) for athlete \(athlete) yet: an older plan, or what the athlete deleted, goes unnoticed"
        ]
    }
}
