/// What a key may send over longer times: so many requests in any quarter of an hour, and so many a day.
///
/// Counted in slices of a minute, so a wait may be up to a minute longer than it need be, never shorter. The day is the
/// service's: it begins at midnight UTC.
struct RequestBudget: Sendable {
    /// Requests in any quarter of an hour.
    let perQuarterHour: Int
    /// Requests a day.
    let perDay: Int

    private var slices: [(minute: Int, count: Int)] = []
    private var day = 0
    private var today = 0

    /// The limits of a personal key.
    init(perQuarterHour: Int = 2_500, perDay: Int = 5_000) {
        self.perQuarterHour = perQuarterHour
        self.perDay = perDay
    }

    /// What to do with one more request.
    enum Verdict: Equatable {
        /// It may go after so many seconds.
        case wait(seconds: Int)
        /// None may go before midnight UTC.
        case spent
    }

    /// Counts one more request at that second since 1970 and says when it may go.
    mutating func take(at second: Int) -> Verdict {
        if second / 86_400 != day { (day, today) = (second / 86_400, 0) }
        guard today < perDay else { return .spent }
        today += 1
        let minute = second / 60
        slices.removeAll { $0.minute < minute - 15 }
        var total = slices.reduce(1) { $0 + $1.count }
        var wait = 0
        for slice in slices where total > perQuarterHour {
            total -= slice.count
            wait = (slice.minute + 15) * 60 + 60 - second
        }
        let goes = (second + wait) / 60
        if let last = slices.last, last.minute >= goes {
            slices[slices.count - 1].count += 1
        } else {
            slices.append((goes, 1))
        }
        return .wait(seconds: wait)
    }
}
