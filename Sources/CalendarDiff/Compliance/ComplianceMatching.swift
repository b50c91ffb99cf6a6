public import CivilDates

extension Compliance {
    /// Finds out what became of each planned session.
    ///
    /// The service's own pairing counts first. What it left alone stands for a session of the same family of sports on the
    /// same day, and then for one of the same week, the nearest day first.
    ///
    /// - Parameters:
    ///   - excused: days of holiday, sickness or injury.
    ///   - weekStarts: the first day of each week of the plan.
    public init(
        planned: [PlannedSession], done: [DoneSession], excused: Set<CivilDate>, today: CivilDate,
        weekStarts: [CivilDate]
    ) {
        let planned = planned.sorted { ($0.date, $0.key) < ($1.date, $1.key) }
        var matching = ComplianceMatching(planned, done.sorted { ($0.date, $0.id) < ($1.date, $1.id) })
        matching.pair()
        matching.match { $0.date == $1.date }
        matching.match { planned, done in
            guard let week = weekStarts.last(where: { $0 <= planned.date }) else { return false }
            return planned.date <= today && week <= done.date && done.date < week + 7
        }
        self.weekStarts = weekStarts
        sessions = zip(planned, matching.matches).map { session, match in
            let activity = match.map { matching.done[$0] }
            let status: Status =
                if let activity {
                    activity.date == session.date ? .onTime : .shifted
                } else if session.date >= today {
                    .upcoming
                } else {
                    excused.contains(session.date) ? .excused : .missed
                }
            return Session(planned: session, done: activity, status: status)
        }
        unplanned = matching.rest
    }
}

/// Which activity stands for which planned session.
private struct ComplianceMatching {
    private let planned: [PlannedSession]
    let done: [DoneSession]
    /// The place of the activity for each planned session.
    private(set) var matches: [Int?]
    private var isTaken: [Bool]

    init(_ planned: [PlannedSession], _ done: [DoneSession]) {
        self.planned = planned
        self.done = done
        matches = planned.map { _ in nil }
        isTaken = done.map { _ in false }
    }

    /// Activities that stand for nothing.
    var rest: [DoneSession] { done.indices.filter { !isTaken[$0] }.map { done[$0] } }

    /// Takes the service's own pairs.
    mutating func pair() {
        let byEvent = Dictionary(
            planned.indices.compactMap { place in planned[place].eventID.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        let byActivity = Dictionary(
            planned.indices.compactMap { place in planned[place].activityID.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        for (index, activity) in done.enumerated() {
            guard let place = activity.eventID.flatMap({ byEvent[$0] }) ?? byActivity[activity.id] else { continue }
            take(index, for: place)
        }
    }

    /// Takes what fits by sport and day, for each session the nearest day; activities of another event stay out.
    mutating func match(where fits: (PlannedSession, DoneSession) -> Bool) {
        for place in planned.indices where matches[place] == nil {
            let session = planned[place]
            let nearest = done.indices.filter { index in
                !isTaken[index] && done[index].eventID == nil && done[index].family != nil
                    && done[index].family == session.family && fits(session, done[index])
            }.min { abs(done[$0].date - session.date) < abs(done[$1].date - session.date) }
            if let nearest { take(nearest, for: place) }
        }
    }

    private mutating func take(_ index: Int, for place: Int) {
        guard matches[place] == nil, !isTaken[index] else { return }
        matches[place] = index
        isTaken[index] = true
    }
}
