import CalendarDiff

/// Compares what the service made of the written events with what was planned.
struct ReadBackCheck: Sendable {
    /// Loads may differ by so much: the service rounds, and its power curve is not ours.
    static let loadTolerance = 1

    /// Figures that differ.
    private var compared: [ReadBackDifference] = []
    /// Workouts that came back without a document.
    private var undocumented: [ReadBackDifference] = []
    /// Whether any answer held a document.
    private var givesDocuments = false
    /// Whether somebody else wrote one of the events meanwhile.
    private(set) var isDisturbed = false

    private let planned: [String: PlannedFigures]
    private var notes: [String] = []
    private var altered: [EventField: Int] = [:]
    /// Updated events whose external id the service left as it was: what was last applied cannot be told from it.
    private var keptMarkers = 0

    init(planned: [String: PlannedFigures]) {
        self.planned = planned
    }

    /// The figures that differ; a workout without a document has lost its steps where others have documents.
    var differences: [ReadBackDifference] { givesDocuments ? compared + undocumented : compared }

    /// Whether the service did not understand the steps of some workout.
    var lacksSteps: Bool { differences.contains(where: \.isMissingSteps) }

    /// What is worth telling, one line each.
    var warnings: [String] {
        notes
            + (givesDocuments || undocumented.isEmpty
                ? [] : ["the answers hold no workout documents: the steps of \(undocumented.count) events were not compared"])
            + (keptMarkers > 0 ? ["the service does not let an update change external_id (\(keptMarkers) events)"] : [])
            + EventField.allCases.compactMap { field in
                altered[field].map { "the service keeps \(field.rawValue) of \($0) events otherwise than it was sent" }
            }
    }

    mutating func note(_ line: String) {
        notes.append(line)
    }

    /// Looks at one written event.
    mutating func compare(_ change: Change, _ event: LiveEvent) {
        let notTaken = change.fieldsNotTaken(by: event)
        if event.externalID != change.marker {
            guard notTaken.isEmpty, isSameIdentity(event.externalID, change.marker) else {
                isDisturbed = true
                return note("\(change.key): changed by another writer meanwhile")
            }
            keptMarkers += 1
        }
        for field in notTaken { altered[field, default: 0] += 1 }
        guard let planned = planned[change.key] else { return }
        if let steps = event.stepCount {
            givesDocuments = true
            compare(.steps, change.key, planned.steps, steps, tolerance: 0)
        } else if planned.steps > 0 {
            undocumented.append(
                ReadBackDifference(key: change.key, figure: .steps, planned: planned.steps, service: nil))
            if event.content.duration == nil, event.content.load == nil { return }
        }
        compare(.duration, change.key, planned.duration, event.content.duration, tolerance: 0)
        compare(.load, change.key, planned.load, event.content.load, tolerance: ReadBackCheck.loadTolerance)
    }

    private func isSameIdentity(_ one: String?, _ other: String?) -> Bool {
        guard let one = one.flatMap(Marker.init), let other = other.flatMap(Marker.init) else { return false }
        return one.plan == other.plan && one.identifier == other.identifier
    }

    private mutating func compare(
        _ figure: ReadBackDifference.Figure, _ key: String, _ planned: Int?, _ service: Int?, tolerance: Int
    ) {
        guard let planned, abs(planned - (service ?? 0)) > tolerance else { return }
        compared.append(ReadBackDifference(key: key, figure: figure, planned: planned, service: service))
    }
}
