import PlanSpec

extension Role {
    /// Its place in the order in which sessions are left out; the lowest goes first.
    var dropClass: Int {
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

    /// Whether a week that is too full may leave it out.
    var isDroppable: Bool { dropClass <= 2 }
}

/// The drop rank of each session, 0 for the first to go: by role, and within a role the last of the list first.
func dropRanks(_ drafts: [Draft]) -> [Int] {
    var ranks = Array(repeating: 0, count: drafts.count)
    let order = drafts.indices.sorted {
        (drafts[$0].role.dropClass, -$0) < (drafts[$1].role.dropClass, -$1)
    }
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
}
