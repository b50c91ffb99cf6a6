import CivilDates
import Diagnostics
import Periodization
import PlanSpec
import Workouts

/// Previews as one HTML page that needs nothing from elsewhere: the chart, the weeks, the sessions.
public struct PreviewPage: Sendable {
    /// One plan on the page.
    public struct Part: Sendable {
        /// Above the plan's name, such as the athlete's; nil for none.
        var title: String?
        /// The preview.
        var report: PreviewReport

        /// A part of the page.
        public init(title: String? = nil, _ report: PreviewReport) {
            self.title = title
            self.report = report
        }
    }

    private let title: String
    private let parts: [Part]

    /// A page of previews under the title of the window.
    public init(title: String, _ parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    /// The page, ending in a newline.
    public func html() -> String {
        html(before: "", after: "")
    }

    /// The page with something of one's own before and after what it shows; the window is titled by the plan.
    ///
    /// - Parameters:
    ///   - before: HTML at the head of the body.
    ///   - after: HTML at its end.
    public func html(before: String, after: String) -> String {
        PreviewPage.page(title: title, "\(before)<main>\n\(parts.map(body).joined())</main>\n\(after)")
    }

    /// A page with our style around a body.
    public static func page(title: String, _ body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(markup(title))</title>
        \(PageStyle.sheet)
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }

    /// The text as HTML shows it: what people wrote stays text.
    public static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { markup(String($0)) }.joined(separator: "\n")
    }

    private func body(_ part: Part) -> String {
        let report = part.report
        let schedule = report.schedule
        let title = part.title.map { "<p class=\"who\">\(markup($0))</p>\n" } ?? ""
        return """
            <article>
            \(title)<h1>\(markup(report.name))</h1>
            <p class="facts">\(schedule.weeks.count) weeks, \(schedule.start) to \(schedule.end)</p>
            <figure>
            \(SeasonDrawing(report).inline())</figure>
            \(summary(report))\(races(report))<h2>Weeks</h2>
            \(weeks(report))<h2>Sessions</h2>
            \(schedule.weeks.map { sessions(schedule, $0) }.joined())</article>

            """
    }

    private func summary(_ report: PreviewReport) -> String {
        let items = report.summaryBesidesRaces.map { "<li>\(markup($0))</li>" }
        return items.isEmpty ? "" : "<ul>\n\(items.joined(separator: "\n"))\n</ul>\n"
    }

    private func races(_ report: PreviewReport) -> String {
        guard !report.raceRows.isEmpty else { return "" }
        return "<h2>Races</h2>\n"
            + table(
                ["Date", "", "Name", "CTL that morning", "Form that morning", "CTL in the evening"], words: [0, 1, 2],
                report.raceRows.map { ("", $0) })
    }

    private func weeks(_ report: PreviewReport) -> String {
        table(
            ["Week", "Starts", "Phase", "Target", "Load", "Time", "CTL", "ATL", "Form", "Ramp"], words: [1, 2],
            report.weekRows.map { ($0.week.recovery ? " class=\"rest\"" : "", $0.cells) })
    }

    private func table(_ heading: [String], words: Set<Int>, _ rows: [(attributes: String, cells: [String])]) -> String
    {
        func line(_ cells: [String], _ tag: String) -> String {
            cells.enumerated().map { index, cell in
                "<\(tag)\(words.contains(index) ? "" : " class=\"n\"")>\(markup(cell))</\(tag)>"
            }.joined()
        }
        let body = rows.map { "<tr\($0.attributes)>\(line($0.cells, "td"))</tr>" }.joined(separator: "\n")
        return """
            <div class="wide"><table>
            <thead><tr>\(line(heading, "th"))</tr></thead>
            <tbody>
            \(body)
            </tbody></table></div>

            """
    }

    private func sessions(_ schedule: Schedule, _ week: PlannedWeek) -> String {
        let entries = schedule.entries.filter { $0.week == week.number && $0.category != .phase }
        guard !entries.isEmpty else { return "" }
        let name = week.name.map { " \($0)" } ?? ""
        let binding = week.binding.isEmpty ? "" : ", held down by \(week.binding.joined(separator: ", "))"
        let head =
            "\(week.phase) \(week.phaseWeek), \(week.start)\(name): load \(week.load), \(durationFigure(week.duration))"
            + binding
        return """
            <section id="w\(week.number)">
            <h3>Week \(week.number) <small>\(markup(head))</small></h3>
            \(entries.map(session).joined())</section>

            """
    }

    private func session(_ entry: PlannedEntry) -> String {
        let parts = entry.date.components
        let day = "\(entry.date.weekday.name.prefix(3)) \(parts.day) \(monthNames[parts.month - 1])"
        let time = entry.time.map { " \($0)" } ?? ""
        let figures = [
            entry.planned.duration > 0 ? durationFigure(entry.planned.duration) : nil,
            entry.planned.load.map { "load \($0)" } ?? (entry.category.isSession ? "load unknown" : nil),
        ].compactMap { $0 }.joined(separator: ", ")
        let role = entry.role?.rawValue ?? entry.category.rawValue.lowercased()
        let head = """
            <span class="day">\(day)\(time)</span><span class="role \(entry.isRace ? "race" : role)">\(markup(role))</span>\
            <span class="what">\(markup(entry.name))</span><span class="figures">\(figures)</span>
            """
        let text = entry.description
        guard !text.isEmpty else { return "<div class=\"session\">\(head)</div>\n" }
        return """
            <details class="session"><summary>\(head)</summary>
            <pre>\(PreviewPage.escaped(text))</pre></details>

            """
    }
}
