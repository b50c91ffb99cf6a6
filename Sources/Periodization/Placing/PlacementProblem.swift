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
