import Diagnostics
import LoadSimulation
import Periodization

extension PreviewReport {
    /// The preview as Markdown: what it comes to, the races, the weeks.
    public var markdown: String { markdown(for: nil) }

    /// The same, with the athlete it is for in the heading.
    public func markdown(for athlete: String?) -> String {
        let heading = [athlete, name].compactMap { $0 }.joined(separator: ": ")
        let facts = "\(schedule.weeks.count) weeks, \(schedule.start) to \(schedule.end)."
        return (["# \(markdownText(heading))", "", facts, ""] + markdownSummary + markdownRaces + markdownWeeks)
            .joined(separator: "\n") + "\n"
    }

    private var markdownSummary: [String] {
        let lines = summaryBesidesRaces.map { "- \(markdownText($0))" }
        return lines.isEmpty ? [] : lines + [""]
    }

    private var markdownRaces: [String] {
        let rows = raceRows.map { row in "| " + row.map(markdownText).joined(separator: " | ") + " |" }
        guard !rows.isEmpty else { return [] }
        return [
            "## Races", "", "| Date | Race | Name | CTL that morning | Form that morning | CTL in the evening |",
            "| --- | --- | --- | ---: | ---: | ---: |",
        ] + rows + [""]
    }

    private var markdownWeeks: [String] {
        let rows = weekRows.map { row in "| " + row.cells.map(markdownText).joined(separator: " | ") + " |" }
        return [
            "## Weeks", "", "| Week | Starts | Phase | Target | Load | Time | CTL | ATL | Form | Ramp |",
            "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ] + rows
    }
}
