public import CalendarDiff

/// The changes of a squad, or what became of them, as text for people.
public struct SquadChangesReport: Sendable {
    private let squad: SquadChanges
    private let name: String
    private let ink: Ink

    /// Makes the report; `name` is the roster's.
    public init(_ squad: SquadChanges, name: String, ink: Ink = Ink()) {
        self.squad = squad
        self.name = name
        self.ink = ink
    }

    /// One table of all athletes, then each athlete, ending in a newline.
    public var text: String {
        ([summary] + squad.athletes.map { heading($0) + body($0) }).joined(separator: "\n")
    }

    /// One table of all athletes with the totals below, ending in a newline.
    public var summary: String {
        let count = squad.athletes.count
        var table = TextTable(
            [.left, .left, .right, .right, .right, .right, .right, .left],
            heading: ["Athlete", "Plan", "Add", "Change", "Delete", "Kept", "Conflicts", ""])
        for athlete in squad.athletes { table.add(athlete.row) }
        let totals = squad.totals
        let last =
            "Squad: \(totals.create) to add, \(totals.update) to change, \(totals.delete) to delete,"
            + " for \(count) athlete\(count == 1 ? "" : "s")"
        let failed = squad.athletes.count { $0.error != nil }
        let lines = [ink.paint(name, .heading)] + table.lines()
        return (lines + [last + (failed > 0 ? "; \(failed) with trouble." : ".")]).joined(separator: "\n") + "\n"
    }

    private func heading(_ athlete: AthleteChanges) -> String {
        ink.paint("\(athlete.title), \(athlete.plan)", .heading) + "\n"
    }

    private func body(_ athlete: AthleteChanges) -> String {
        let error = athlete.error.map { ink.paint($0, .problem) + "\n" } ?? ""
        if let report = athlete.report { return ApplyText(report, ink: ink).text + error }
        return (athlete.changes.map { ChangeSetReport($0, ink: ink).text } ?? "") + error
    }

    /// What people changed on each calendar, ending in a newline.
    public var driftText: String {
        let parts = squad.athletes.map { athlete in
            heading(athlete)
                + (athlete.changes.map { ChangeSetReport($0, ink: ink).driftText }
                    ?? ink.paint(athlete.error ?? "failed", .problem) + "\n")
        }
        return ([ink.paint(name, .heading) + "\n"] + parts).joined(separator: "\n")
    }

    /// The same as Markdown.
    public var driftMarkdown: String {
        (["### \(name)", ""] + squad.athletes.compactMap(\.changes?.driftMarkdown)).joined(separator: "\n")
    }

    /// The changes as Markdown, for a pull request.
    public var markdown: String {
        var lines = [
            "### \(name)", "", "| Athlete | Plan | Add | Change | Delete | Kept | Conflicts | |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |",
        ]
        lines += squad.athletes.map { "| " + $0.row.joined(separator: " | ") + " |" }
        lines.append("")
        lines += squad.athletes.compactMap(\.changes?.markdown)
        return lines.joined(separator: "\n")
    }
}

extension AthleteChanges {
    /// The name with the id, or the id alone.
    fileprivate var title: String { name.map { "\($0) (\(athlete))" } ?? athlete }

    /// What the table says of the athlete; counts that nobody knows stay blank.
    fileprivate var row: [String] {
        let totals = (report?.changes ?? changes)?.totals
        let counts = [totals?.create, totals?.update, totals?.delete, totals?.kept, totals?.conflicts]
        return [title, plan] + counts.map { $0.map(String.init) ?? "" } + [outcome]
    }

    private var outcome: String {
        switch status {
        case 0 where report?.changes.changes.isEmpty == false: "applied"
        case 0, 2: changes?.changes.isEmpty == false && report == nil ? "" : "in step"
        case 3: "conflict left"
        case 4: "refused by a rail"
        case 5: "partly applied"
        case 6: "changed meanwhile"
        case 65: "plan at fault"
        case 130: "interrupted"
        default: "failed"
        }
    }
}
