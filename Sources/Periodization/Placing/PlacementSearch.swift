/// Finds the best day for every session of a week, exactly, by depth-first search with bounds.
///
/// Days are tried from the first, sessions in the order of the list, so that among equal placements the one with the
/// earlier day for the session listed first is found first and kept. Sessions that are alike in everything keep their
/// order in time, which loses nothing. Where the pattern week's days fit, they are what has to be beaten from the start.
/// A week that is not settled after a fixed number of steps goes to `PlacementTable`, which is slower to begin and exact
/// for any week of up to fourteen sessions; beyond that, what neither settles keeps the best placement found.
struct PlacementSearch {
    private let problem: PlacementProblem
    /// Days of the sessions so far; nil for one that is left out.
    private var placed: [Int?] = []
    private var days: [PlacementProblem.Day]
    private var best: (cost: PlacementCost, days: [Int?])?
    /// Whether `best` was met on the way; until then an equal one replaces it, since the first of equals is wanted.
    private var isMet = false
    /// The least that the sessions from each index on add to the cost, and their size.
    private let ahead: [(cost: PlacementCost, size: Double, counting: Int)]
    /// For each session, the one before it that comes no later.
    private let followed: [Int?]
    private var stepsLeft: Int

    /// The day of each session, nil where it fits nowhere.
    ///
    /// - Parameter steps: how far to search before a table is made.
    static func solve(_ problem: PlacementProblem, steps: Int = 4_000) -> [Int?] {
        var search = PlacementSearch(problem, steps: steps)
        search.startWithPattern()
        search.place(from: 0, cost: PlacementCost())
        if search.stepsLeft <= 0, let best = search.best,
            let days = PlacementTable.solve(problem, followed: search.followed, bound: best.cost)
        {
            return days
        }
        return search.best?.days ?? problem.items.map { _ in nil }
    }

    private init(_ problem: PlacementProblem, steps: Int) {
        self.problem = problem
        stepsLeft = steps
        days = problem.days
        var ahead: [(cost: PlacementCost, size: Double, counting: Int)] = [(PlacementCost(), 0, 0)]
        for item in problem.items.reversed() {
            var (cost, size, counting) = ahead[ahead.count - 1]
            cost.addLeast(item)
            size += item.size
            if item.countsAgainstDay { counting += 1 }
            ahead.append((cost, size, counting))
        }
        self.ahead = ahead.reversed()
        followed = problem.items.indices.map { index in
            problem.items[index].earlierCopy ?? (0..<index).last { problem.items[$0].isLike(problem.items[index]) }
        }
    }

    private mutating func place(from index: Int, cost: PlacementCost) {
        guard index < problem.items.count else {
            if best.map({ cost < $0.cost || !isMet && cost == $0.cost }) ?? true {
                best = (cost, placed)
                isMet = true
            }
            return
        }
        stepsLeft -= 1
        guard stepsLeft > 0 || best == nil else { return }
        let item = problem.items[index]
        let earliest = followed[index].map { placed[$0] ?? 7 } ?? 0
        for day in 0..<7 where day >= earliest && item.allowedDays >> day & 1 == 1 && fits(item, on: day) {
            var cost = cost
            cost.add(item, on: day)
            let before = days[day]
            days[day].take(item)
            cost.squares = settled(days.reduce(0) { $0 + $1.load * $1.load })
            placed.append(day)
            if isPromising(cost, from: index + 1) { place(from: index + 1, cost: cost) }
            placed.removeLast()
            days[day] = before
        }
        var dropped = cost
        dropped.drop(item)
        placed.append(nil)
        if isPromising(dropped, from: index + 1) { place(from: index + 1, cost: dropped) }
        placed.removeLast()
    }

    /// Whether a placement that begins like this can still beat the best one.
    ///
    /// Where the sessions ahead outnumber the room, nobody knows which of them go, so that only their number counts.
    private func isPromising(_ cost: PlacementCost, from index: Int) -> Bool {
        guard let best else { return true }
        var bound = cost
        let ahead = ahead[index]
        let tooMany = ahead.counting - days.reduce(0) { $0 + max(0, $1.sessions) }
        bound.dropped += max(ahead.cost.dropped, tooMany)
        if tooMany <= ahead.cost.dropped {
            bound.offPinnedDay += ahead.cost.offPinnedDay
            bound.preference += ahead.cost.preference
            bound.offPattern += ahead.cost.offPattern
        }
        if tooMany <= 0, ahead.cost.dropped == 0 {
            bound.squares = max(
                cost.squares, settled(leastSquares(adding: ahead.size, toSorted: days.map(\.load).sorted()) - 1e-7))
        }
        return bound < best.cost || !isMet && bound == best.cost
    }

    /// Takes the pattern week's days as the best so far, where every session has one and can be there.
    private mutating func startWithPattern() {
        var cost = PlacementCost()
        for item in problem.items {
            guard let day = item.patternDay, item.allowedDays >> day & 1 == 1, fits(item, on: day) else { break }
            cost.add(item, on: day)
            days[day].take(item)
            placed.append(day)
        }
        let isWhole = placed.count == problem.items.count && keepsOrder(placed)
        cost.squares = settled(days.reduce(0) { $0 + $1.load * $1.load })
        if isWhole { best = (cost, placed) }
        placed = []
        days = problem.days
    }

    private func keepsOrder(_ days: [Int?]) -> Bool {
        days.indices.allSatisfy { index in
            followed[index].map { days[$0] ?? 7 <= days[index] ?? 7 } ?? true
        }
    }

    private func fits(_ item: PlacementProblem.Item, on day: Int) -> Bool {
        guard item.fits(days[day]) else { return false }
        return !item.isHard || keepsSpacing(item, on: day)
    }

    private func keepsSpacing(_ item: PlacementProblem.Item, on day: Int) -> Bool {
        let isPinned = item.pinnedDay == day
        for hard in problem.hardDates where abs(hard.day - day) < problem.spacing {
            if !(isPinned && hard.isPinned) { return false }
        }
        for (index, other) in placed.enumerated() {
            guard let other, problem.items[index].isHard, abs(other - day) < problem.spacing else { continue }
            if !(isPinned && problem.items[index].pinnedDay == other) { return false }
        }
        return true
    }
}

extension PlacementProblem.Item {
    /// Whether swapping the two changes nothing but which of them is listed first.
    fileprivate func isLike(_ other: PlacementProblem.Item) -> Bool {
        isHard == other.isHard && countsAgainstDay == other.countsAgainstDay && preferences == other.preferences
            && patternDay == other.patternDay && allowedDays == other.allowedDays && seconds == other.seconds
            && size == other.size && earlierCopy == nil && other.earlierCopy == nil && dropRank > other.dropRank
    }
}

extension PlacementCost {
    /// The least that a session costs on its best day, whatever the others do.
    fileprivate mutating func addLeast(_ item: PlacementProblem.Item) {
        guard item.allowedDays & 0x7F != 0 else {
            dropped += 1
            return
        }
        func isAllowed(_ day: Int) -> Bool { item.allowedDays >> day & 1 == 1 }
        if let pinned = item.pinnedDay {
            if !isAllowed(pinned) { offPinnedDay += 1 }
        } else if !item.preferences.isEmpty {
            preference += item.preferences.firstIndex(where: isAllowed) ?? item.preferences.count
        }
        if let pattern = item.patternDay, !isAllowed(pattern) { offPattern += 1 }
    }
}
