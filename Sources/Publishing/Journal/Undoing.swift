public import CalendarDiff
public import CivilDates

/// What the calendar looked like before a run, as a comparison can want it.
///
/// What was created is no longer wanted, what was deleted is wanted again, and what was updated is wanted as it was. So
/// taking an apply back is an ordinary change set: whatever people did since stays, and every rail holds.
public struct Undoing: Sendable {
    /// The events as they were.
    public private(set) var desired: [DesiredEvent] = []
    /// The keys that the run touched.
    public private(set) var keys: [String] = []
    /// Keys that go back to their old names.
    private var moves: [KeyMove] = []
    /// Days around which the events lie.
    private let days: ChangeSet.Window?

    /// What takes the run back, as of a day: events do not go back to days that are gone.
    public init(_ apply: RecordedApply, today: CivilDate) {
        days = apply.begin.window
        let plan = apply.begin.plan ?? ""
        for operation in apply.operations where operation.isDone != false {
            guard let key = operation.intent.key, let action = operation.intent.action else { continue }
            keys.append(key)
            guard action != .create, let image = operation.intent.before else { continue }
            let old = image.externalID.flatMap(Marker.init)?.identifier
            let isRenamed = old.map { $0 != Marker.identifier(plan: plan, key: key) } ?? false
            let name = isRenamed ? old ?? key : key
            guard var event = image.desired(name, plan: plan) else { continue }
            if isRenamed {
                moves.append(KeyMove(from: key, to: name))
                keys.append(name)
            }
            if action == .update, event.content.end <= today { keepDays(of: &event, operation.intent.after ?? [:]) }
            desired.append(event)
        }
    }

    /// An event whose old day is gone stays on its new one.
    private func keepDays(of event: inout DesiredEvent, _ after: [EventField: FieldValue]) {
        guard let date = date(after[.date]) else { return }
        event.content.date = date
        event.content.lastDate = self.date(after[.endDate])
        event.appliedHashes = nil
    }

    private func date(_ value: FieldValue?) -> CivilDate? {
        if case .text(let text)? = value { CivilDate(text) } else { nil }
    }

    /// The days to read.
    public func window(today: CivilDate) -> ChangeSet.Window {
        let own = desired.map(\.content.date) + [today]
        let oldest = min(days?.oldest ?? today, (own.min() ?? today) - 42)
        return ChangeSet.Window(oldest: oldest, newest: max(days?.newest ?? today, (own.max() ?? today) + 42))
    }

    /// The rules of taking back: only these keys, no new generation, and where people wrote as well, theirs stays.
    public func adjust(_ settings: inout ComparisonSettings) {
        settings.filter.keys = Set(keys)
        settings.moves = moves
        settings.allowsEmpty = true
        settings.publishesPlan = false
        settings.keepsConflicts = true
        settings.onConflict = .skip
    }
}
