public import CalendarDiff
import CivilDates
import Diagnostics

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
        lines += rails.map {
            "- **refused** by the rail `\($0.id.rawValue)`\($0.acknowledge.map { ", lifted by `\($0)`" } ?? "")"
        }
        lines += proposals.map { "- looks renamed: `\($0.from)` is now `\($0.to)`; say so under `moved:`" }
        lines += effectLines
        if !rails.isEmpty || !proposals.isEmpty || !effectLines.isEmpty { lines.append("") }
        lines.append(ChangeSetReport(self).totals)
        if !changes.isEmpty { lines += ["", "`plan apply … --digest \(digest)` applies exactly this."] }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ChangeSet {
    /// What people changed, as Markdown.
    public var driftMarkdown: String {
        var lines = ["### \(plan): what people changed for athlete \(athlete), as of \(today)", ""]
        if let emptiedCount {
            lines.append("The calendar shows none of the \(emptiedCount) events that should be there.")
        } else if !hasDrift {
            lines.append("Nothing.")
        }
        lines += kept.map { "- `\($0.key)`: \($0.why.rawValue.split(separator: "_").joined(separator: " "))" }
        lines += conflicts.map { "- `\($0.key)`: \($0.field.rawValue), changed on both sides" }
        lines += copies.map { "- `\($0.key)`: copied to \($0.date)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private var effectLines: [String] {
        guard let effect, !changes.isEmpty else { return [] }
        return effect.weeks.map { "- week of \($0.start): load \($0.before) → \($0.after)" }
            + effect.races.filter { $0.before != $0.after }.map {
                "- CTL on \($0.date) (`\($0.key)`): \(figure($0.before, decimals: 1)) → \(figure($0.after, decimals: 1))"
            }
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
