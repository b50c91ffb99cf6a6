public import CalendarDiff
import CivilDates
import Diagnostics

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
        var blocks: [[String]] = [changesByWeek(), findings(), effect(), legend()].filter { !$0.isEmpty }
        blocks.append(notes() + rails() + [totals])
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// What people changed, ending in a newline.
    public var driftText: String {
        if let emptied = changes.emptiedCount {
            return ink.paint("The calendar shows none of the \(emptied) events that should be there.", .problem) + "\n"
        }
        guard changes.hasDrift else { return "Nobody changed anything on the calendar since the last apply.\n" }
        let blocks = [findings(), legend(), ["Drift: \(driftTotals)."]]
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var driftTotals: String {
        let parts = [
            (changes.kept.count { $0.why == .movedByAthlete }, "moved"),
            (changes.kept.count { $0.why == .editedByAthlete || $0.why == .protected }, "edited"),
            (changes.kept.count { $0.why == .deletedByAthlete }, "deleted"),
            (changes.copies.count, "copied"), (Set(changes.conflicts.map(\.key)).count, "changed on both sides"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
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
            let hidden = EventField.allCases.count - change.fields.count
            lines.append(ink.paint("      (\(hidden) fields unchanged)", .faint))
            if change.reason == .keyMoved {
                lines.append("      (key moved\(change.movedFrom.map { " from \($0)" } ?? ""))")
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

    /// Load of the weeks that change, and CTL on race days.
    private func effect() -> [String] {
        guard let effect = changes.effect, !changes.changes.isEmpty else { return [] }
        let arrow = ink.glyph("→", "->")
        let shown = effect.weeks.prefix(ChangeSetReport.mostWeeks).map {
            "  week of \($0.start): load \($0.before) \(arrow) \($0.after)"
        }
        let rest = effect.weeks.dropFirst(ChangeSetReport.mostWeeks)
        let more =
            rest.isEmpty
            ? []
            : [
                "  \(rest.count) more weeks: load \(rest.reduce(0) { $0 + $1.before }) \(arrow)"
                    + " \(rest.reduce(0) { $0 + $1.after })"
            ]
        let races = effect.races.filter { $0.before != $0.after }.map {
            "  CTL on \($0.date) (\($0.key)): \(figure($0.before, decimals: 1)) \(arrow)"
                + " \(figure($0.after, decimals: 1))"
        }
        let lines = Array(shown) + more + races
        return lines.isEmpty ? [] : [ink.paint("Effect", .heading)] + lines
    }

    private static let mostWeeks = 6

    /// What the reader should know of the set as a whole.
    private func notes() -> [String] {
        var lines: [String] = []
        if changes.isFiltered {
            lines.append("Only part of the plan was looked at: nothing outside of it is written or deleted.")
        }
        if changes.later > 0 {
            lines.append("\(changes.later) events lie beyond the roll-out and wait.")
        }
        if !changes.proposals.isEmpty {
            lines.append("Keys look renamed; if they are, add to the plan:")
            lines.append("moved:")
            lines += changes.proposals.map {
                "  - {from: \(ChangeSetReport.quoted($0.from)), to: \(ChangeSetReport.quoted($0.to))}"
            }
        }
        return lines
    }

    /// A key as YAML takes it.
    private static func quoted(_ key: String) -> String {
        key.hasPrefix("~") ? "\"\(key)\"" : key
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
            let right = rail.id == .generation ? "if you took a change back on purpose" : "if that is right"
            let way = rail.acknowledge.map { "; \(right), add \($0)" } ?? ""
            let text =
                switch rail.id {
                case .empty: "the plan wants nothing on the calendar, which would delete everything"
                case .deletes:
                    "\(rail.value) % of the plan's future events would be deleted, the limit is \(rail.limit) %"
                case .updates:
                    "\(rail.value) % of the plan's future events would be changed, the limit is \(rail.limit) %"
                case .emptied:
                    "the calendar shows none of the \(rail.value) events that should be there"
                case .generation:
                    "this plan is as generation \(rail.value) was, and generation \(rail.limit) is published; if this"
                        + " is an old checkout, update it first"
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
