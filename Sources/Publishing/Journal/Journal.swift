public import CalendarDiff
import CivilDates

/// All runs that wrote to one athlete's calendar, oldest first.
public struct Journal: Hashable, Sendable {
    /// The runs.
    public private(set) var applies: [RecordedApply] = []

    /// Reads a journal; lines that cannot be read are passed over, since a journal never stands in the way.
    public init(text: String) {
        var places: [String: Int] = [:]
        for piece in text.split(separator: "\n") {
            guard let line = JournalLine(json: piece) else { continue }
            if line.kind == .begin {
                places[line.apply] = applies.count
                applies.append(RecordedApply(begin: line))
            } else if let place = places[line.apply] {
                applies[place].add(line)
            }
        }
    }

    /// The run to take back unless another is named: the last one that wrote, is no taking back and was not taken back.
    public func lastUndoable(plan: String? = nil) -> RecordedApply? {
        // One that broke off midway is taken up again.
        let undone = Set(applies.filter { $0.status == 0 || $0.status == 3 }.compactMap(\.begin.undoes))
        return applies.last { apply in
            apply.hasWritten && apply.begin.undoes == nil && !undone.contains(apply.id)
                && (plan == nil || apply.begin.plan == plan)
        }
    }

    /// The run with that id.
    public func apply(_ id: String) -> RecordedApply? {
        applies.last { $0.id == id }
    }

    /// An id that no run has: the moment in UTC, with a number behind it where it is taken.
    public func freshID(secondsSinceEpoch now: Int) -> String {
        let moment = Journal.moment(now).filter { $0 != "-" && $0 != ":" }
        let taken = Set(applies.map(\.id))
        guard taken.contains(moment) else { return moment }
        return (2...).lazy.map { "\(moment)-\($0)" }.first { !taken.contains($0) } ?? moment
    }

    /// A moment as `2027-01-02T09:30:00Z`.
    public static func moment(_ secondsSinceEpoch: Int) -> String {
        let (day, second) = secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CivilDate(daysSinceEpoch: day))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}

/// One run as the journal knows it.
public struct RecordedApply: Hashable, Sendable {
    /// One event that it was about to write.
    public struct Operation: Hashable, Sendable {
        /// What was intended.
        public var intent: JournalLine
        /// Whether it was written; nil where the run did not live to learn it.
        public var isDone: Bool?
    }

    /// How it began.
    public let begin: JournalLine
    /// What it did, in order.
    public private(set) var operations: [Operation] = []
    /// How it ended; nil where it did not.
    public private(set) var status: Int?

    /// Its id.
    public var id: String { begin.apply }

    /// Whether anything was written, as far as is known.
    public var hasWritten: Bool { operations.contains { $0.isDone != false } }

    init(begin: JournalLine) {
        self.begin = begin
    }

    mutating func add(_ line: JournalLine) {
        switch line.kind {
        case .begin: break
        case .intent: note(line)
        case .done, .failed:
            guard let place = operations.lastIndex(where: { $0.isOf(line) }) else { return }
            operations[place].isDone = line.kind == .done
            if let id = line.eventID { operations[place].intent.eventID = id }
        case .end: status = line.status
        }
    }

    /// A second intent for the same event, as when a chunk is halved, replaces the first.
    private mutating func note(_ line: JournalLine) {
        if let place = operations.lastIndex(where: { $0.isOf(line) }) {
            if operations[place].isDone != true { operations[place].intent = line }
        } else {
            operations.append(Operation(intent: line))
        }
    }

    /// How many events were written in a way.
    public func count(_ action: Change.Action) -> Int {
        operations.count { $0.intent.action == action && $0.isDone == true }
    }
}

extension RecordedApply.Operation {
    fileprivate func isOf(_ line: JournalLine) -> Bool {
        intent.key == line.key && intent.action == line.action
            && (line.action == .create || intent.eventID == nil || line.eventID == nil
                || intent.eventID == line.eventID)
    }
}
