public import CalendarDiff
public import CivilDates
import IntervalsICU

/// Reads one athlete's calendar and performs change sets on it.
public struct Publisher: Sendable {
    /// How far a run has come.
    public struct Progress: Hashable, Sendable {
        /// Changes with a result.
        public var done: Int
        /// All changes.
        public var total: Int
    }

    private let service: any CalendarService
    private let athlete: String
    private let countsBefore: [String: Int]

    /// A publisher for the athlete; it counts the requests that the service is sent from now on.
    public init(_ service: any CalendarService, athlete: String) {
        self.service = service
        self.athlete = athlete
        countsBefore = service.counts
    }

    /// The days to read for a plan: its own, those since today, and six weeks around, since athletes move things.
    public static func window(planStart: CivilDate, planEnd: CivilDate, today: CivilDate) -> ChangeSet.Window {
        ChangeSet.Window(oldest: min(planStart, today) - 42, newest: max(planStart, planEnd) + 42)
    }

    /// All events of the window; one request.
    public func read(_ window: ChangeSet.Window) async throws -> [LiveEvent] {
        try await service.events(athlete: athlete, oldest: window.oldest, newest: window.newest).map(LiveEvent.init)
    }

    /// Performs the change set, unless it is refused as a whole, and tells how it went.
    ///
    /// - Parameters:
    ///   - live: the events as they were when the set was made.
    ///   - recorder: told before each write what is about to happen, and after it what did.
    ///   - putReplaces: whether updates are known to replace whole events.
    ///   - planned: what the workouts should amount to with the service's thresholds, by key.
    ///   - isInterrupted: asked before each request; the one in flight is always finished.
    ///   - progress: told after each request.
    public func apply(
        _ changes: ChangeSet, live: [LiveEvent] = [], planned: [String: PlannedFigures] = [:],
        recorder: RunRecorder? = nil, putReplaces: Bool = false,
        isInterrupted: @Sendable () -> Bool = { false },
        progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> ApplyReport {
        guard !changes.isRefused else { return leaving(changes) }
        var run = PublishingRun(changes, live: live, planned: planned, putReplaces: putReplaces)
        while true {
            if !run.isInterrupted, isInterrupted() { run.interrupt() }
            guard let request = run.next() else { break }
            do {
                try recorder?.intend(request, live)
            } catch {
                run.receive(.failed(.unreachable("the journal can't be written: \(error)")))
                continue
            }
            let before = run.changes.changes
            run.receive(await reply(to: request, in: changes.window))
            do {
                try recorder?.conclude(before, run.changes.changes, unsettled: run.unsettled)
            } catch {
                run.stop("the journal can't be written: \(error)")
            }
            progress(run.progress)
        }
        var report = ApplyReport(
            changes: run.changes, requests: requests, readBack: run.check.differences,
            warnings: run.check.warnings, failure: run.failure, exitStatus: run.exitStatus)
        report.keptMarkers = run.keptMarkers
        report.unsettled = Set(run.unsettled.map { run.changes.changes[$0].key })
        report.putReplaces = run.putReplaces
        return report
    }

    /// The report of a change set of which nothing is done.
    public func leaving(_ changes: ChangeSet) -> ApplyReport {
        var left = changes
        let rails = changes.rails.map(\.id.rawValue).joined(separator: ", ")
        for index in left.changes.indices {
            left.changes[index].result = .skipped
            left.changes[index].error = rails.isEmpty ? "nothing was written" : "refused: \(rails)"
        }
        return ApplyReport(changes: left, requests: requests, exitStatus: changes.exitStatus)
    }

    func reply(to request: PublishingRun.Request, in window: ChangeSet.Window) async -> PublishingRun.Reply {
        do {
            return try await ask(request, in: window)
        } catch {
            return .failed(WriteFailure(error))
        }
    }

    private func ask(
        _ request: PublishingRun.Request, in window: ChangeSet.Window
    ) async throws -> PublishingRun.Reply {
        switch request {
        case .create(let changes):
            .events(try await service.createEvents(athlete: athlete, changes.map(EventBody.init)).map(LiveEvent.init))
        case .createAlone(let change):
            .events([LiveEvent(try await service.createEvent(athlete: athlete, EventBody(change)))])
        case .update(let change):
            .event(
                LiveEvent(
                    try await service.updateEvent(athlete: athlete, id: change.eventID ?? 0, EventBody(change))))
        case .updateWhole(let change, let event):
            .event(
                LiveEvent(
                    try await service.updateEvent(
                        athlete: athlete, id: event.id, EventBody(change, whole: event))))
        case .delete(let changes):
            .deleted(try await service.deleteEvents(athlete: athlete, ids: changes.compactMap(\.eventID)))
        case .read: .events(try await read(window))
        }
    }

    private var requests: [String: Int] {
        service.counts.merging(countsBefore) { $0 - $1 }
    }
}

extension PublishingRun {
    /// How far the run has come.
    var progress: Publisher.Progress {
        Publisher.Progress(done: changes.changes.count { $0.result != nil }, total: changes.changes.count)
    }
}
