public import CalendarDiff
import CivilDates

/// A change set, or what became of it, as text for people.
public struct ChangeSetReport: Sendable {
    private let changes: ChangeSet
    private let ink: Ink

    /// Makes the report.
    public init(_ changes: ChangeSet, ink: Ink = Ink()) {
        self.changes = changes
        self.ink = ink
    }

    /// The changes by week, what is kept and locked, a legend of the symbols used and the totals, ending in a newline.
    public var text: String {
        var blocks: [[String]] = [changesByWeek(), findings(), legend()].filter { !$0.isEmpty }
        blocks.append(rails() + [totals])
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The counted last line.
    public var totals: String {
        let totals = changes.totals
        let parts = [
            (totals.kept, "kept \(totals.kept)"), (totals.conflicts, "conflicts \(totals.conflicts)"),
            (totals.locked, "locked \(totals.locked)"), (totals.unchanged, "unchanged \(totals.unchanged)"),
        ].filter { $0.0 > 0 }.map(\.1)
        let head = "Plan: \(totals.create) to add, \(totals.update) to change, \(totals.delete) to delete."
        guard let first = parts.first else { return head }
        let rest = ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
        return "\(head) \(rest)."
    }

    private func changesByWeek() -> [String] {
        var lines: [String] = []
        var monday: CivilDate?
        for change in changes.changes {
            let week = change.date - change.date.weekday.offset(from: .mon)
            if week != monday {
                if monday != nil { lines.append("") }
                lines.append(ink.paint("Week of \(week)", .heading))
                monday = week
            }
            lines += self.lines(of: change)
        }
        return lines
    }

    private func lines(of change: Change) -> [String] {
        let symbol = change.symbol
        let head =
            "  \(symbol.text) \(change.date.weekday.name.prefix(3)) \(change.date)  \(change.name)"
            + ink.paint("  \(change.key)", .faint)
        var lines = [ink.paint(head, symbol.role) + outcome(change)]
        if change.reason == .adopted {
            lines.append("      (adopted: it gets the plan's marker, and nothing else changes)")
        } else if change.action == .update {
            for field in EventField.allCases {
                guard let value = change.fields[field] else { continue }
                lines += self.lines(of: field, value)
            }
        } else if change.reason != .newInPlan && change.reason != .removedFromPlan {
            lines.append("      (\(change.reason.rawValue.split(separator: "_").joined(separator: " ")))")
        }
        return lines
    }

    private func outcome(_ change: Change) -> String {
        switch change.result {
        case nil, .done: ""
        case .failed:
            ink.paint("  failed\(change.source.map { " (\($0))" } ?? ""): \(change.error ?? "unknown")", .problem)
        case .skipped: "  skipped: \(change.error ?? "not reached")"
        }
    }

    private func lines(of field: EventField, _ value: FieldChange) -> [String] {
        let arrow = ink.glyph("→", "->")
        if field == .description, case .text(let before) = value.before, case .text(let after) = value.after {
            return ["      description:"] + difference(before, after)
        }
        return ["      \(field.rawValue): \(shown(value.before)) \(arrow) \(shown(value.after))"]
    }

    /// The lines that only one side has, at most six of each.
    private func difference(_ before: String, _ after: String) -> [String] {
        let old = before.split(separator: "\n", omittingEmptySubsequences: true)
        let new = after.split(separator: "\n", omittingEmptySubsequences: true)
        let (oldSet, newSet) = (Set(old), Set(new))
        let removed = old.filter { !newSet.contains($0) }
        let added = new.filter { !oldSet.contains($0) }
        func some(_ lines: [Substring], _ sign: String, _ role: Ink.Role) -> [String] {
            lines.prefix(6).map { ink.paint("        \(sign) \($0)", role) }
                + (lines.count > 6 ? ["        \(sign) and \(lines.count - 6) more lines"] : [])
        }
        let lines = some(removed, "-", .removed) + some(added, "+", .added)
        return lines.isEmpty ? ["        the order of its lines or blanks"] : lines
    }

    private func shown(_ value: FieldValue?) -> String {
        switch value {
        case nil: "nothing"
        case .text(let text): text
        case .number(let number): "\(number)"
        case .metres(let metres): "\(metres) m"
        case .flag(let flag): flag ? "true" : "false"
        case .list(let list): list.joined(separator: ", ")
        }
    }

    private func findings() -> [String] {
        let kept = changes.kept.map { event in
            let why = event.why.rawValue.split(separator: "_").joined(separator: " ")
            let symbol = event.why == .deletedByAthlete ? "x" : "*"
            return ink.paint("  \(symbol) \(event.key)  \(why), kept", .kept)
        }
        let conflicts = changes.conflicts.map {
            ink.paint(
                "  ! \($0.key)  \($0.field.rawValue): the calendar has \(shown($0.live)), the plan \(shown($0.desired))",
                .problem)
        }
        let locked = changes.locked.map { ink.paint("  # \($0.key)  \($0.date), \($0.why.rawValue)", .faint) }
        let copies = changes.copies.map {
            "  * \($0.key)  a copy on \($0.date) (event \($0.eventID)) is left alone"
        }
        let standins = changes.standins.map {
            "  * \($0.key)  not created: \($0.name) stands there already (event \($0.eventID))"
                + ($0.why == .sameWorkout ? "; plan adopt makes it the plan's" : "")
        }
        return kept + conflicts + locked + copies + standins
    }

    private func legend() -> [String] {
        var used = Set(changes.changes.map(\.symbol.text))
        if !changes.kept.isEmpty || !changes.copies.isEmpty || !changes.standins.isEmpty { used.insert("*") }
        if changes.kept.contains(where: { $0.why == .deletedByAthlete }) { used.insert("x") }
        if !changes.conflicts.isEmpty { used.insert("!") }
        if !changes.locked.isEmpty { used.insert("#") }
        let meanings = [
            ("+", "add"), ("~", "change"), (">", "move"), ("-", "delete"), ("*", "left as the athlete has it"),
            ("!", "conflict"), ("x", "deleted by the athlete"), ("#", "locked"),
        ]
        let line = meanings.filter { used.contains($0.0) }.map { "\($0.0) \($0.1)" }.joined(separator: "   ")
        return line.isEmpty ? [] : [ink.paint(line, .faint)]
    }

    private func rails() -> [String] {
        changes.rails.map { rail in
            let way = rail.acknowledge.map { "; if that is right, add \($0)" } ?? ""
            let text =
                switch rail.id {
                case .empty: "the plan wants nothing on the calendar, which would delete everything"
                case .deletes:
                    "\(rail.value) % of the plan's future events would be deleted, the limit is \(rail.limit) %"
                case .updates:
                    "\(rail.value) % of the plan's future events would be changed, the limit is \(rail.limit) %"
                case .operations: "\(rail.value) writes in one run, the limit is \(rail.limit)"
                }
            return ink.paint("Refused: \(text)\(way)", .problem)
        }
    }
}

extension Change {
    /// The sign of what is done, and its colour.
    fileprivate var symbol: (text: String, role: Ink.Role) {
        switch action {
        case .create: ("+", .added)
        case .delete: ("-", .removed)
        case .update:
            !fields.isEmpty && fields.keys.allSatisfy { $0.group == .date } ? (">", .changed) : ("~", .changed)
        }
    }
}
