import CalendarDiff

/// What a coach says after a rail has refused a run: the exact numbers, and no more.
struct Acknowledgement: Hashable {
    /// The number of deletes that is all right.
    var deletes: Int?
    /// The number of updates that is all right.
    var updates: Int?
    private var isOlder = false
    private var isEmptied = false

    /// Takes over what a rail asks to be told.
    mutating func add(_ rail: RailRefusal) {
        let number = rail.acknowledge.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
        switch rail.id {
        case .deletes: deletes = number
        case .updates: updates = number
        case .generation: isOlder = true
        case .emptied: isEmptied = true
        case .empty, .operations: break
        }
    }

    /// Lifts what was acknowledged.
    func lift(_ settings: inout ComparisonSettings) {
        settings.limits.expectedDeletes = deletes
        settings.limits.expectedUpdates = updates
        settings.acceptsOlder = isOlder
        settings.remoteWasEmptied = isEmptied
    }
}
