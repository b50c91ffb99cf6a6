public import CalendarDiff

/// What became of a change set, as text for people.
public struct ApplyText: Sendable {
    private let report: ApplyReport
    private let ink: Ink

    /// Makes the text.
    public init(_ report: ApplyReport, ink: Ink = Ink()) {
        self.report = report
        self.ink = ink
    }

    /// The changes with their outcome, what the service computes otherwise, and the totals, ending in a newline.
    public var text: String {
        var lines: [String] = []
        if !report.changes.changes.isEmpty || !report.changes.kept.isEmpty || !report.changes.conflicts.isEmpty {
            lines.append(ChangeSetReport(report.changes, ink: ink).text)
        }
        for difference in report.readBack {
            let service = difference.service.map { "\($0)" } ?? "none"
            lines.append(
                "Warning: \(difference.key): \(difference.figure.rawValue) \(difference.planned) planned,"
                    + " the service has \(service)\n")
        }
        lines += report.warnings.map { "Warning: \($0)\n" }
        if let failure = report.failure { lines.append(ink.paint("Stopped: \(failure)", .problem) + "\n") }
        return lines.joined() + summary + "\n"
    }

    private var summary: String {
        func done(_ action: Change.Action) -> Int {
            report.changes.changes.count { $0.action == action && $0.result == .done }
        }
        let requests = ["GET", "POST", "PUT", "DELETE"].compactMap { method in
            report.requests[method].flatMap { $0 > 0 ? "\($0) \(method)" : nil }
        }
        let sent = requests.isEmpty ? "no requests" : requests.joined(separator: ", ")
        guard report.changes.changes.isEmpty else {
            return "Applied: \(done(.create)) added, \(done(.update)) changed, \(done(.delete)) deleted (\(sent))."
        }
        let conflicts = report.changes.totals.conflicts
        if conflicts > 0 {
            return "Nothing was written; \(conflicts) conflict\(conflicts == 1 ? " is" : "s are") left (\(sent))."
        }
        let unchanged = report.changes.totals.unchanged
        return "Nothing to do: the calendar is as the plan says, \(unchanged) unchanged (\(sent))."
    }
}
