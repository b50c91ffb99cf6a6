import CalendarDiff

/// Writes down what a run is about to do, before it does it, and what came of it.
public struct RunRecorder: Sendable {
    private let apply: String
    private let append: @Sendable ([JournalLine]) throws -> Void

    /// A recorder of one apply; `append` returns when the lines are safe on disk.
    public init(apply: String, append: @escaping @Sendable ([JournalLine]) throws -> Void) {
        self.apply = apply
        self.append = append
    }

    func intend(_ request: PublishingRun.Request, _ live: [LiveEvent]) throws {
        let changes = PublishingRun.changes(of: request)
        guard !changes.isEmpty else { return }
        try append(
            changes.map { change in
                let event = change.eventID.flatMap { id in live.first { $0.id == id } }
                return .intent(apply, change, before: event)
            })
    }

    /// Writes what became of changes; of those in `unsettled` nobody knows, so nothing is said.
    func conclude(_ before: [Change], _ after: [Change], unsettled: Set<Int>) throws {
        let news = after.indices.filter { place in
            let (old, new) = (before[place], after[place])
            return (old.result != new.result || old.error != new.error) && !unsettled.contains(place)
        }
        let lines = news.compactMap { JournalLine.outcome(apply, after[$0]) }
        if !lines.isEmpty { try append(lines) }
    }
}
