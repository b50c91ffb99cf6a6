/// Finds the best day for every session of a crowded week, exactly, day after day.
///
/// What a day costs depends on its own sessions alone, and what comes later only on which sessions are left and how far
/// back the last hard one lies. So of all ways to fill the first days with the same sessions only the best is kept: for
/// fourteen sessions at most 2¹⁴ sets a day, where a search session by session has 7¹⁴ placements.
struct PlacementTable {
    private let problem: PlacementProblem
    /// For each session, the one before it that comes no later.
    private let followed: [Int?]
    /// What is known to be possible; whatever must be worse is left out.
    private let bound: PlacementCost
    /// The days after each day: how many sessions they take, and their loads in order.
    private let later: [(sessions: Int, loads: [Double])]
    /// What the sessions of a set cost at least on the days after the one at hand.
    private var rests: [UInt32: Rest] = [:]
    private var states: [Key: State] = [Key(): State()]

    /// Sessions that days of 3 bits in a word can tell apart.
    private static let mostSessions = 21
    /// More sets than fourteen sessions make, in any state of the last hard days.
    private static let mostStates = 1 << 19

    /// Days so far back that they keep nothing away.
    private static let longAgo = UInt8.max

    /// What the days to come depend on.
    private struct Key: Hashable {
        /// The sessions that are placed.
        var placed: UInt32 = 0
        /// Days since the last hard session, and since the last one that isn't pinned.
        var sinceHard = PlacementTable.longAgo
        var sinceUnpinned = PlacementTable.longAgo
    }

    /// The best way to get there.
    private struct State {
        var cost = PlacementCost()
        /// The squares before rounding.
        var squares = 0.0
        /// The sessions' days, three bits each, the first listed in front; 7 for one that isn't placed.
        var days = UInt64.max >> 1

        func isBetter(than other: State) -> Bool {
            cost < other.cost || cost == other.cost && days < other.days
        }
    }

    /// The day of each session, nil for one that is left out; nil where the week is beyond this table.
    ///
    /// - Parameter bound: the cost of a placement that is known.
    static func solve(_ problem: PlacementProblem, followed: [Int?], bound: PlacementCost) -> [Int?]? {
        guard problem.items.count <= mostSessions else { return nil }
        var table = PlacementTable(problem, followed, bound)
        for day in 0..<7 where !table.fill(day) { return nil }
        return table.best
    }

    private init(_ problem: PlacementProblem, _ followed: [Int?], _ bound: PlacementCost) {
        self.problem = problem
        self.followed = followed
        self.bound = bound
        later = (0..<7).map { day in
            let days = problem.days[(day + 1)...]
            return (days.reduce(0) { $0 + max(0, $1.sessions) }, days.map(\.load).sorted())
        }
    }

    /// Fills a day in every way from every state.
    ///
    /// - Returns: whether the table stayed within its size.
    private mutating func fill(_ day: Int) -> Bool {
        rests.removeAll(keepingCapacity: true)
        var next: [Key: State] = [:]
        next.reserveCapacity(states.count)
        for (key, state) in states {
            var filling = Filling(day: day, key: key, state: state, room: problem.days[day])
            add(from: 0, &filling, to: &next)
            if next.count > Self.mostStates { return false }
        }
        states = next
        return true
    }

    /// A day with some sessions.
    private struct Filling {
        let day: Int
        var key: Key
        var state: State
        var room: PlacementProblem.Day
        /// Whether it has a hard session, and one that isn't pinned.
        var hasHard = false
        var hasUnpinned = false
    }

    /// The day as it is, then with each further session.
    private mutating func add(from first: Int, _ filling: inout Filling, to next: inout [Key: State]) {
        close(filling, &next)
        for index in first..<problem.items.count {
            let item = problem.items[index]
            let bit: UInt32 = 1 << UInt32(index)
            guard filling.key.placed & bit == 0, item.allowedDays >> filling.day & 1 == 1, item.fits(filling.room),
                followed[index].map({ filling.key.placed >> UInt32($0) & 1 == 1 }) ?? true,
                !item.isHard || keepsSpacing(item, filling)
            else { continue }
            let before = filling
            filling.key.placed |= bit
            filling.room.take(item)
            filling.state.cost.add(item, on: filling.day)
            let shift = UInt64(3 * (Self.mostSessions - 1 - index))
            filling.state.days = filling.state.days & ~(7 << shift) | UInt64(filling.day) << shift
            if item.isHard {
                filling.hasHard = true
                if item.pinnedDay != filling.day { filling.hasUnpinned = true }
            }
            add(from: index + 1, &filling, to: &next)
            filling = before
        }
    }

    private func keepsSpacing(_ item: PlacementProblem.Item, _ filling: Filling) -> Bool {
        let isPinned = item.pinnedDay == filling.day
        for hard in problem.hardDates where abs(hard.day - filling.day) < problem.spacing {
            if !(isPinned && hard.isPinned) { return false }
        }
        // Two hard sessions may be near each other only where both are pinned.
        let since =
            isPinned
            ? filling.hasUnpinned ? 0 : filling.key.sinceUnpinned : filling.hasHard ? 0 : filling.key.sinceHard
        return since == Self.longAgo || Int(since) >= problem.spacing
    }

    /// Ends a day, and keeps what came of it if nothing as good does without it.
    private mutating func close(_ filling: Filling, _ next: inout [Key: State]) {
        var (key, state) = (filling.key, filling.state)
        func older(_ days: UInt8, _ isToday: Bool) -> UInt8 {
            if days == Self.longAgo, !isToday { return days }
            let since = isToday ? 1 : days + 1
            return Int(since) >= problem.spacing ? Self.longAgo : since
        }
        key.sinceHard = older(key.sinceHard, filling.hasHard)
        key.sinceUnpinned = older(key.sinceUnpinned, filling.hasUnpinned)
        state.squares += filling.room.load * filling.room.load
        state.cost.squares = settled(state.squares)
        if let known = next[key], !state.isBetter(than: known) { return }
        if canBeBest(key, state, after: filling.day) { next[key] = state }
    }

    /// What is left to place after a day.
    private struct Rest {
        /// Sessions left that no later day can take, or that find no room there.
        var dropped = 0
        var size = 0.0
        var cost = PlacementCost()
    }

    /// Whether what is left can still be as good as the bound.
    private mutating func canBeBest(_ key: Key, _ state: State, after day: Int) -> Bool {
        let rest = rests[key.placed] ?? rest(key.placed, after: day)
        guard bound.dropped == 0 else { return rest.dropped <= bound.dropped }
        if rest.dropped > 0 { return false }
        var cost = state.cost
        cost.offPinnedDay += rest.cost.offPinnedDay
        cost.preference += rest.cost.preference
        cost.offPattern += rest.cost.offPattern
        cost.squares = settled(state.squares + leastSquares(adding: rest.size, toSorted: later[day].loads) - 1e-6)
        return !(bound < cost)
    }

    private mutating func rest(_ placed: UInt32, after day: Int) -> Rest {
        var (rest, counting) = (Rest(), 0)
        for (index, item) in problem.items.enumerated() where placed >> UInt32(index) & 1 == 0 {
            let days = (day + 1..<7).filter { item.allowedDays >> UInt8($0) & 1 == 1 }
            guard let least = days.map({ item.cost(on: $0) }).min() else {
                rest.dropped += 1
                continue
            }
            if item.countsAgainstDay { counting += 1 }
            rest.size += item.size
            rest.cost.offPinnedDay += least.offPinnedDay
            rest.cost.preference += least.preference
            rest.cost.offPattern += least.offPattern
        }
        rest.dropped += max(0, counting - later[day].sessions)
        rests[placed] = rest
        return rest
    }

    /// The best of the last day's states.
    private var best: [Int?]? {
        var best: State?
        for (key, state) in states {
            var state = state
            for (index, item) in problem.items.enumerated() where key.placed >> UInt32(index) & 1 == 0 {
                state.cost.drop(item)
            }
            if best.map(state.isBetter) ?? true { best = state }
        }
        return best.map { best in
            problem.items.indices.map { index in
                let day = Int(best.days >> UInt64(3 * (Self.mostSessions - 1 - index)) & 7)
                return day < 7 ? day : nil
            }
        }
    }
}
