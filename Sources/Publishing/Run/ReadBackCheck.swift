import CalendarDiff

/// Compares what the service made of the written events with what was planned.
struct ReadBackCheck: Sendable {
    /// Loads may differ by so much: the service rounds, and its power curve is not ours.
    static let loadTolerance = 1

    /// The figures that differ.
    private(set) var differences: [ReadBackDifference] = []
    /// Workouts whose answers say nothing of their steps.
    private var undocumented = 0
    /// Whether somebody else wrote one of the events meanwhile.
    private(set) var isDisturbed = false

    private let planned: [String: PlannedFigures]
    private var notes: [String] = []
    private var altered: [EventField: Int] = [:]
    /// Updated events whose external id the service left as it was: what was last applied cannot be told from it.
    private(set) var keptMarkers: Set<String> = []

    init(planned: [String: PlannedFigures]) {
        self.planned = planned
    }

    /// Whether the service did not understand the steps of some workout.
    var lacksSteps: Bool { differences.contains(where: \.isMissingSteps) }

    /// What is worth telling, one line each.
    var warnings: [String] {
        notes
            + (undocumented > 0
                ? ["the service says nothing of the steps of \(undocumented) events, they were not compared"] : [])
            + (keptMarkers.isEmpty
                ? [] : ["the service does not let an update change external_id (\(keptMarkers.count) events)"])
            + EventField.allCases.compactMap { field in
                altered[field].map { "the service keeps \(field.rawValue) of \($0) events otherwise than it was sent" }
            }
    }

    mutating func note(_ line: String) {
        notes.append(line)
    }

    /// Looks at one written event, which bore a marker before unless it is new.
    mutating func compare(_ change: Change, _ event: LiveEvent, before: String? = nil) {
        let notTaken = change.fieldsNotTaken(by: event)
        if event.externalID != change.marker {
            let isKept = before.map { $0 == event.externalID } ?? false
            guard notTaken.isEmpty, isKept || isSameIdentity(event.externalID, change.marker) else {
                isDisturbed = true
                return note("\(change.key): changed by another writer meanwhile")
            }
            keptMarkers.insert(change.key)
        }
        for field in notTaken { altered[field, default: 0] += 1 }
        guard let planned = planned[change.key] else { return }
        compareSteps(change.key, planned, event)
        guard event.tellsDocument || event.content.duration != nil else { return }
        compare(.duration, change.key, planned.duration, event.content.duration, tolerance: 0)
        compare(.load, change.key, planned.load, event.content.load, tolerance: ReadBackCheck.loadTolerance)
    }

    /// Compares the steps. Without a document a duration of the service's own, which it can only have from the steps,
    /// shows that it read them; an answer that leaves both out says nothing.
    private mutating func compareSteps(_ key: String, _ planned: PlannedFigures, _ event: LiveEvent) {
        if event.stepCount == nil, event.content.duration == planned.duration { return }
        if event.stepCount != nil || event.tellsDocument {
            compare(.steps, key, planned.steps, event.stepCount ?? 0, tolerance: 0)
        } else {
            undocumented += 1
        }
    }

    private func isSameIdentity(_ one: String?, _ other: String?) -> Bool {
        guard let one = one.flatMap(Marker.init), let other = other.flatMap(Marker.init) else { return false }
        return one.plan == other.plan && one.identifier == other.identifier
    }

    private mutating func compare(
        _ figure: ReadBackDifference.Figure, _ key: String, _ planned: Int?, _ service: Int?, tolerance: Int
    ) {
        guard let planned, abs(planned - (service ?? 0)) > tolerance else { return }
        differences.append(ReadBackDifference(key: key, figure: figure, planned: planned, service: service))
    }
}
