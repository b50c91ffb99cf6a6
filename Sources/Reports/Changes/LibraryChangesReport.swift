public import CalendarDiff
import CivilDates

/// What a push changes in a library folder, workout by workout.
public struct LibraryChangesReport: Sendable {
    private let changes: ChangeSet
    private let report: ApplyReport?
    private let asPlan: Bool

    /// What a push would do.
    public init(_ changes: ChangeSet, asPlan: Bool) {
        self.changes = changes
        report = nil
        self.asPlan = asPlan
    }

    /// What a push did.
    public init(_ report: ApplyReport, asPlan: Bool) {
        changes = report.changes
        self.report = report
        self.asPlan = asPlan
    }

    /// One line a workout and the totals, ending in a newline.
    public var text: String {
        var lines = changes.changes.map(line)
        lines += changes.kept.map { "* \($0.key): kept as it was edited in the library" }
        lines += changes.conflicts.map {
            "! \($0.key): \($0.field.rawValue) was changed in the library and in the file"
        }
        lines += changes.rails.map {
            "Refused (\($0.id)): \($0.value) against \($0.limit)" + ($0.acknowledge.map { "; go on with \($0)" } ?? "")
        }
        lines += (report?.warnings ?? []).map { "Warning: \($0)" }
        if let failure = report?.failure { lines.append("Stopped: \(failure)") }
        let totals = changes.totals
        lines.append(
            "Library: \(totals.create) to add, \(totals.update) to change, \(totals.delete) to delete."
                + " Kept \(totals.kept), conflicts \(totals.conflicts), unchanged \(totals.unchanged).")
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ change: Change) -> String {
        let symbol =
            switch change.action {
            case .create: "+"
            case .update: change.reason == .dateChanged ? ">" : "~"
            case .delete: "-"
            }
        // Days count from a Monday of no meaning.
        let day = asPlan ? "day \(change.date - firstDay)  " : ""
        let outcome = change.result.map { $0 == .done ? "" : "  \($0.rawValue): \(change.error ?? "")" } ?? ""
        return "\(symbol) \(day)\(change.key)  \(change.name)\(outcome)"
    }

    /// The change set or report as JSON.
    public func json() throws -> String {
        try report?.json() ?? changes.json()
    }

    private var firstDay: CivilDate { changes.window.oldest }
}
