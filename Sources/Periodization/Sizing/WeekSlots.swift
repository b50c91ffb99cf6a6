import PlanSpec

/// How a week's load is divided over its sessions.
struct WeekSlots {
    /// The wanted load of each session.
    var loads: [Double]

    /// Adds up a week: own sizes first, then shares of the target, then the rest by weight of role.
    ///
    /// - Parameters:
    ///   - target: the week's target.
    ///   - committed: the load of races and pinned events.
    ///   - own: the load of sessions with an own size.
    ///   - ranges: what template and day allow for the others.
    init(target: Double, committed: Double, drafts: [Draft], own: [Int: Double], ranges: [ClosedRange<Double>]) {
        var loads = Array(repeating: 0.0, count: drafts.count)
        for (index, load) in own { loads[index] = load }
        let shared = drafts.indices.filter { if case .share = drafts[$0].size { true } else { false } }
        let open = drafts.indices.filter { if case .open = drafts[$0].size { true } else { false } }
        var wanted: [Int: Double] = [:]
        for index in shared {
            guard case .share(let share) = drafts[index].size else { continue }
            wanted[index] = share * target
            loads[index] = min(max(share * target, ranges[index].lowerBound), ranges[index].upperBound)
        }
        let rest = target - committed - loads.reduce(0, +)
        if open.contains(where: { drafts[$0].role.weight > 0 }) || shared.isEmpty {
            let slots = open.map { Slot(weight: drafts[$0].role.weight, range: ranges[$0]) }
            for (index, load) in zip(open, shareOut(rest, over: slots)) { loads[index] = load }
        } else {
            for index in open { loads[index] = ranges[index].lowerBound }
            let least = open.reduce(0) { $0 + loads[$1] }
            let slots = shared.map { Slot(weight: wanted[$0] ?? 0, range: ranges[$0]) }
            let total = rest - least + shared.reduce(0) { $0 + loads[$1] }
            for (index, load) in zip(shared, shareOut(total, over: slots)) { loads[index] = load }
        }
        self.loads = loads
    }
}
