public import CivilDates

/// What was planned against what was done.
public struct Compliance: Hashable, Sendable {
    /// What became of a planned session.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Done on its day.
        case onTime = "on_time"
        /// Done on another day.
        case shifted
        /// Not done, on a day that is gone.
        case missed
        /// Not done, on a day of holiday, sickness or injury.
        case excused
        /// Still to come, today included.
        case upcoming
    }

    /// A planned session with what became of it.
    public struct Session: Hashable, Sendable {
        /// What was planned.
        public var planned: PlannedSession
        /// What was done, if anything.
        public var done: DoneSession?
        /// What became of it.
        public var status: Status

        /// Days from the planned to the actual day, negative for earlier.
        public var shiftDays: Int? { done.map { $0.date - planned.date } }
    }

    /// The first day of each week.
    public var weekStarts: [CivilDate]
    /// Planned sessions by date and key.
    public var sessions: [Session]
    /// What was done beside the plan, by date and id.
    public var unplanned: [DoneSession]

    /// Counts of some sessions.
    public struct Counts: Hashable, Sendable {
        /// Sessions by what became of them.
        public var statuses: [Status: Int]
        /// Activities beside the plan.
        public var unplanned: Int
        /// Planned load; sessions of unknown load count 0 here.
        public var plannedLoad: Int
        /// Load of all that was done.
        public var doneLoad: Int
        /// Planned sessions whose load nobody knows.
        public var unknownLoads: Int

        /// Sessions of a status.
        public subscript(status: Status) -> Int { statuses[status] ?? 0 }
        /// All planned sessions.
        public var planned: Int { statuses.values.reduce(0, +) }
        /// Share of the due sessions that were done; excused ones are not due. Nil where none is.
        public var share: Double? {
            let done = self[.onTime] + self[.shifted]
            let due = done + self[.missed]
            return due == 0 ? nil : Double(done) / Double(due)
        }
    }

    /// Counts of the whole plan.
    public var totals: Counts { counts(sessions, unplanned) }

    /// Counts of the week that begins on a day.
    public func counts(ofWeek start: CivilDate) -> Counts {
        func isInWeek(_ date: CivilDate) -> Bool { start <= date && date < start + 7 }
        return counts(sessions.filter { isInWeek($0.planned.date) }, unplanned.filter { isInWeek($0.date) })
    }

    private func counts(_ sessions: [Session], _ unplanned: [DoneSession]) -> Counts {
        let done = sessions.compactMap(\.done) + unplanned
        return Counts(
            statuses: Dictionary(sessions.map { ($0.status, 1) }, uniquingKeysWith: +), unplanned: unplanned.count,
            plannedLoad: sessions.reduce(0) { $0 + ($1.planned.load ?? 0) },
            doneLoad: done.reduce(0) { $0 + ($1.load ?? 0) },
            unknownLoads: sessions.count { $0.planned.load == nil })
    }

    /// The planned load of sessions that are due: done, or on a day that is gone and not excused.
    public var dueLoad: Int {
        sessions.filter { [.onTime, .shifted, .missed].contains($0.status) }.reduce(0) { $0 + ($1.planned.load ?? 0) }
    }
}

/// A session as it was planned.
public struct PlannedSession: Hashable, Sendable {
    /// Its key in the plan.
    public var key: String
    /// Its day in the plan.
    public var date: CivilDate
    /// Its name.
    public var name: String
    /// The service's name of the sport.
    public var type: String?
    /// The sport's family, which tells what may stand for it.
    public var family: String?
    /// Planned load; nil where it is unknown.
    public var load: Int?
    /// Planned seconds; nil where they are unknown.
    public var duration: Int?
    /// The event on the calendar, where there is one.
    public var eventID: Int?
    /// The activity that the calendar pairs with it.
    public var activityID: String?

    /// A planned session; the rest is set afterwards.
    public init(key: String, date: CivilDate, name: String) {
        self.key = key
        self.date = date
        self.name = name
    }
}

/// A session as it was done.
public struct DoneSession: Hashable, Sendable {
    /// The service's id of the activity.
    public var id: String
    /// Its day.
    public var date: CivilDate
    /// Its name.
    public var name: String?
    /// The service's name of the sport.
    public var type: String?
    /// The sport's family.
    public var family: String?
    /// Its load; nil where the service has none.
    public var load: Int?
    /// Its seconds.
    public var duration: Int?
    /// The event that the service says it completes.
    public var eventID: Int?

    /// A session that was done; the rest is set afterwards.
    public init(id: String, date: CivilDate) {
        self.id = id
        self.date = date
    }
}
