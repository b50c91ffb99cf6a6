import PlanSpec

extension Role {
    /// Its place in the order in which sessions are left out; the lowest goes first.
    fileprivate var dropClass: Int {
        switch self {
        case .recovery: 0
        case .technique: 1
        case .easy: 2
        case .strength: 3
        case .quality: 4
        case .test: 5
        case .long: 6
        case .race: 7
        }
    }
}

extension Draft {
    /// Its place in the order in which sessions are left out: optional ones first, then by role.
    fileprivate var dropClass: Int { spec.optional ? -1 : role.dropClass }

    /// Whether a week that is too full may leave it out.
    var isDroppable: Bool { dropClass <= 2 }
}

/// The drop rank of each session, 0 for the first to go: optional ones, then by role, and the last of the list first.
func dropRanks(_ drafts: [Draft]) -> [Int] {
    var ranks = Array(repeating: 0, count: drafts.count)
    let order = drafts.indices.sorted { (drafts[$0].dropClass, -$0) < (drafts[$1].dropClass, -$1) }
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
}
