public import CalendarDiff
import CivilDates

extension ChangeSet {
    /// The change set as Markdown, for a pull request.
    public var markdown: String {
        var lines = ["### \(plan): changes for athlete \(athlete), as of \(today)", ""]
        if !changes.isEmpty {
            lines += ["| | Day | Session | What changes |", "| --- | --- | --- | --- |"]
            for change in changes {
                let what =
                    change.action == .update
                    ? EventField.allCases.filter { change.fields[$0] != nil }.map(\.rawValue).joined(separator: ", ")
                    : change.action.rawValue
                let name = change.name.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                lines.append("| `\(change.action.sign)` | \(change.date) | \(name) `\(change.key)` | \(what) |")
            }
            lines.append("")
        }
        lines += kept.map { "- kept `\($0.key)`: \($0.why.rawValue.split(separator: "_").joined(separator: " "))" }
        lines += conflicts.map { "- **conflict** `\($0.key)`: \($0.field.rawValue)" }
        if !(kept.isEmpty && conflicts.isEmpty) { lines.append("") }
        lines.append(ChangeSetReport(self).totals)
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Change.Action {
    fileprivate var sign: String {
        switch self {
        case .create: "+"
        case .update: "~"
        case .delete: "-"
        }
    }
}
