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
    ///   - planned: what the workouts should amount to with the service's thresholds, by key.
    ///   - isInterrupted: asked before each request; the one in flight is always finished.
    ///   - progress: told after each request.
    public func apply(
        _ changes: ChangeSet, planned: [String: PlannedFigures] = [:],
        isInterrupted: @Sendable () -> Bool = { false },
        progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> ApplyReport {
        guard !changes.isRefused else {
            return ApplyReport(changes: changes, requests: requests, exitStatus: changes.exitStatus)
        }
        var run = PublishingRun(changes, planned: planned)
        while true {
            if !run.isInterrupted, isInterrupted() { run.interrupt() }
            guard let request = run.next() else { break }
            run.receive(await reply(to: request, in: changes.window))
            progress(run.progress)
        }
        return ApplyReport(
            changes: run.changes, requests: requests, readBack: run.check.differences,
            warnings: run.check.warnings, failure: run.failure, exitStatus: run.exitStatus)
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
        case .delete(let ids): .deleted(try await service.deleteEvents(athlete: athlete, ids: ids))
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
