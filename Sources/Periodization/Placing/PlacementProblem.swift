/// A week's sessions that need days, and what the days allow; days are counted from 0, the week's first.
struct PlacementProblem {
    /// A session that needs a day.
    struct Item {
        /// Whether it keeps its distance from other hard sessions.
        var isHard: Bool
        /// Whether it counts against a day's number of sessions.
        var countsAgainstDay: Bool
        /// Its place in the order in which sessions are dropped, the first to go 0.
        var dropRank: Int
        /// The days that the file names, in the order of preference.
        var preferences: [Int]
        /// Its day in the pattern week.
        var patternDay: Int?
        /// The days that can take it at all, one bit each.
        var allowedDays: UInt8
        /// The least seconds that it needs.
        var seconds: Int
        /// Its load, for spreading the week evenly.
        var size: Double
        /// The copy of the same line before it, which comes no later.
        var earlierCopy: Int?

        /// The one day that the file names.
        var pinnedDay: Int? { preferences.count == 1 ? preferences[0] : nil }
    }

    /// What is left of a day after what happens anyway.
    struct Day {
        /// Seconds; nil means no limit.
        var seconds: Int?
        /// Sessions.
        var sessions: Int
        /// Load that is already there.
        var load: Double
    }

    /// A hard session that has its day already; its day may lie outside the week.
    struct HardDate {
        /// The day.
        var day: Int
        /// Whether its author chose the day.
        var isPinned: Bool
    }

    /// The sessions in the order of the list.
    var items: [Item]
    /// The seven days.
    var days: [Day]
    /// Days between the dates of two hard sessions.
    var spacing: Int
    /// Hard sessions that are placed already.
    var hardDates: [HardDate]
}

/// What a placement costs; the earlier fields decide first, less is better.
struct PlacementCost: Comparable {
    /// Sessions left out.
    var dropped = 0
    /// Which ones, a bit each by drop rank, so that the first to go cost least.
    var droppedRanks: UInt64 = 0
    /// Sessions with one day that are not on it.
    var offPinnedDay = 0
    /// Positions in preference lists.
    var preference = 0
    /// Sessions that are not on their pattern week's day.
    var offPattern = 0
    /// Sum of squared day sizes.
    var squares = 0.0

    static func < (left: PlacementCost, right: PlacementCost) -> Bool {
        if left.dropped != right.dropped { return left.dropped < right.dropped }
        if left.droppedRanks != right.droppedRanks { return left.droppedRanks < right.droppedRanks }
        if left.offPinnedDay != right.offPinnedDay { return left.offPinnedDay < right.offPinnedDay }
        if left.preference != right.preference { return left.preference < right.preference }
        if left.offPattern != right.offPattern { return left.offPattern < right.offPattern }
        return left.squares < right.squares
    }
}

extension PlacementProblem.Day {
    /// Makes room for a session.
    mutating func take(_ item: PlacementProblem.Item) {
        if item.countsAgainstDay { sessions -= 1 }
        if let seconds { self.seconds = seconds - item.seconds }
        load += item.size
    }
}

extension PlacementProblem.Item {
    /// Whether a day has room for it.
    func fits(_ day: PlacementProblem.Day) -> Bool {
        if countsAgainstDay, day.sessions < 1 { return false }
        return day.seconds.map { $0 >= seconds } ?? true
    }

    /// What it costs on a day, but for the day's size.
    func cost(on day: Int) -> PlacementCost {
        var cost = PlacementCost()
        cost.add(self, on: day)
        return cost
    }
}

extension PlacementCost {
    /// Adds what a session costs on a day, but for the day's size.
    mutating func add(_ item: PlacementProblem.Item, on day: Int) {
        if let pinned = item.pinnedDay {
            if pinned != day { offPinnedDay += 1 }
        } else if !item.preferences.isEmpty {
            preference += item.preferences.firstIndex(of: day) ?? item.preferences.count
        }
        if let pattern = item.patternDay, pattern != day { offPattern += 1 }
    }

    /// Adds a session that is left out.
    mutating func drop(_ item: PlacementProblem.Item) {
        dropped += 1
        droppedRanks |= 1 << UInt64(min(63, item.dropRank))
    }
}

/// The least sum of squares when `load` is poured over days in any parts; a bound for every way to place sessions.
///
/// - Parameter loads: what is there, the smallest first.
func leastSquares(adding load: Double, toSorted loads: [Double]) -> Double {
    guard let first = loads.first else { return 0 }
    var (rest, level, count) = (load, first, 1)
    while count < loads.count, (loads[count] - level) * Double(count) <= rest {
        rest -= (loads[count] - level) * Double(count)
        level = loads[count]
        count += 1
    }
    level += rest / Double(count)
    var squares = Double(count) * level * level
    for index in count..<loads.count { squares += loads[index] * loads[index] }
    return squares
}
