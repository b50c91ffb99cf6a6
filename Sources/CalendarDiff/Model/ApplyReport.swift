/// What became of a change set.
public struct ApplyReport: Hashable, Sendable {
    /// The change set, each change with its result.
    public var changes: ChangeSet
    /// Requests sent, by method.
    public var requests: [String: Int]
    /// Where the service computes something else than was planned.
    public var readBack: [ReadBackDifference]
    /// What the reader should know besides, one line each.
    public var warnings: [String]
    /// Why the run ended early; nil where it went through.
    public var failure: String?
    /// Keys of updated events whose marker the service left as it was.
    public var keptMarkers: Set<String> = []
    /// Keys of changes of which nobody could learn whether they were written.
    public var unsettled: Set<String> = []
    /// Whether updates turned out to replace whole events.
    public var putReplaces = false
    /// The number of this apply in the journal; nil where nothing was written down.
    public var applyID: String?
    /// 0 done, 1 failed and nothing written, 3 a conflict left, 4 a rail refused, 5 partly applied, 130 interrupted.
    public var exitStatus: Int

    /// A report of its parts.
    public init(
        changes: ChangeSet, requests: [String: Int], readBack: [ReadBackDifference] = [], warnings: [String] = [],
        failure: String? = nil, exitStatus: Int
    ) {
        self.changes = changes
        self.requests = requests
        self.readBack = readBack
        self.warnings = warnings
        self.failure = failure
        self.exitStatus = exitStatus
    }
}

/// A figure that the service computes otherwise than was planned.
public struct ReadBackDifference: Hashable, Sendable {
    /// Which figure.
    public enum Figure: String, Hashable, Sendable, Codable {
        case load, duration, steps
    }

    /// The key in the plan.
    public var key: String
    /// Which figure.
    public var figure: Figure
    /// What was planned.
    public var planned: Int
    /// What the service has; nil for none.
    public var service: Int?

    /// A difference of a figure.
    public init(key: String, figure: Figure, planned: Int, service: Int?) {
        self.key = key
        self.figure = figure
        self.planned = planned
        self.service = service
    }

    /// Whether the service did not understand the workout's steps.
    public var isMissingSteps: Bool { figure == .steps && planned > 0 && (service ?? 0) < planned }
}
