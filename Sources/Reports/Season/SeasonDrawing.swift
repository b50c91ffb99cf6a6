import CivilDates
import Diagnostics
import LoadSimulation
public import Periodization
import PlanSpec

/// A season as an SVG image: phases and races above, then fitness and fatigue, form, and the load of each week.
///
/// It carries its own style for light and dark, says in words what it shows, and needs nothing from elsewhere. The same
/// plan gives the same bytes on every machine.
public struct SeasonDrawing: Sendable {
    let name: String
    let schedule: Schedule
    let curve: LoadCurve
    let scale: SeasonScale
    let flags: SeasonFlags
    let fitness: SeasonPanel
    let form: SeasonPanel
    let load: SeasonPanel

    private var height: Double { load.bottom + 34 }

    /// Makes the drawing of a schedule; `name` is what people call the plan.
    public init(name: String, _ schedule: Schedule) {
        self.init(PreviewReport(name: name, schedule))
    }

    init(_ report: PreviewReport) {
        name = report.name
        schedule = report.schedule
        curve = report.curve
        let first = min(schedule.weeks.first?.start ?? schedule.start, curve.days.first?.date ?? schedule.start)
        let last = max(
            schedule.weeks.last.map { $0.start + 6 } ?? schedule.end, curve.days.last?.date ?? schedule.end)
        scale = SeasonScale(first: first, days: last - first + 1)
        flags = SeasonFlags(schedule.entries.filter(\.isRace), scale)
        let top = flags.bottom + 50
        let states = [curve.start] + curve.days.map(\.evening)
        fitness = SeasonPanel(
            top: top, bottom: top + 210, holding: states.flatMap { [$0.ctl, $0.atl] } + [0], lines: 5)
        form = SeasonPanel(
            top: fitness.bottom + 34, bottom: fitness.bottom + 124, holding: states.map(\.form) + [0], lines: 3)
        load = SeasonPanel(
            top: form.bottom + 34, bottom: form.bottom + 134,
            holding: schedule.weeks.flatMap { [Double($0.load), $0.loadTarget ?? 0] } + [0], lines: 3)
    }

    /// The image as a file of its own, ending in a newline.
    public func svg() -> String {
        image(opening: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(pixels(SeasonScale.width))\"")
    }

    /// The image as part of an HTML page, as wide as its place.
    func inline() -> String {
        image(opening: "<svg")
    }

    private func image(opening: String) -> String {
        let parts = [
            """
            \(opening) viewBox="0 0 \(pixels(SeasonScale.width)) \(pixels(height))" class="season" role="img">
            <title>\(markup(name))</title>
            <desc>\(markup(words))</desc>
            \(SeasonStyle.sheet)
            <rect class="paper" width="\(pixels(SeasonScale.width))" height="\(pixels(height))"/>
            <text class="name" x="\(pixels(SeasonScale.left))" y="26">\(markup(fitting(name, 380) ?? ""))</text>
            """,
            legend(), phases(), months(), grid(fitness), grid(form), grid(load),
            title("Fitness and fatigue", fitness), title("Form", form), title("Load a week", load),
            bars(), formAreas(), curves(), flags.drawn(to: load.bottom), ends(), "</svg>",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// What the image shows, for those who hear it.
    private var words: String {
        var sentences = ["\(schedule.weeks.count) weeks from \(schedule.start) to \(schedule.end)"]
        if let peak = curve.peak {
            sentences.append("highest CTL \(figure(peak.evening.ctl, decimals: 1)) on \(peak.date)")
        }
        if let low = curve.lowestForm {
            sentences.append("lowest form \(figure(low.evening.form, decimals: 1)) on \(low.date)")
        }
        sentences += schedule.entries.filter(\.isRace).map { race in
            let form = curve[race.date].map { ", form \(figure($0.morningForm, decimals: 1)) that morning" } ?? ""
            return "\(race.category.rawValue.suffix(1)) race \(race.name) on \(race.date)\(form)"
        }
        return sentences.joined(separator: "; ") + "."
    }
}

// MARK: Around the curves

extension SeasonDrawing {
    private func legend() -> String {
        var parts: [String] = []
        var x = SeasonScale.right
        func add(_ word: String, _ sign: (_ x: String, _ end: String) -> String) {
            x -= textWidth(word)
            parts.append("<text x=\"\(pixels(x))\" y=\"26\">\(word)</text>")
            parts.append(sign(pixels(x - 24), pixels(x - 6)))
            x -= 40
        }
        func block(_ style: String) -> (String, String) -> String {
            { start, _ in "<rect class=\"\(style)\" x=\"\(start)\" y=\"17\" width=\"18\" height=\"9\"/>" }
        }
        func line(_ style: String) -> (String, String) -> String {
            { "<path class=\"\(style)\" d=\"M\($0) 22H\($1)\"/>" }
        }
        if schedule.weeks.contains(where: { $0.loadTarget != nil }) { add("target", line("target")) }
        if schedule.weeks.contains(where: \.recovery) { add("recovery week", block("rest")) }
        add("load", block("load"))
        add("fatigue (ATL)", line("atl"))
        add("fitness (CTL)", line("ctl"))
        return parts.joined(separator: "\n")
    }

    /// A strip with the phases, each a colour down through all panels' height of its own strip.
    private func phases() -> String {
        var parts: [String] = []
        for (index, phase) in schedule.phaseSpans.enumerated() {
            let (start, end) = (scale.x(phase.start), scale.x(phase.end + 1))
            let y = flags.bottom + 6
            parts.append(
                """
                <rect class="band p\(index % 6)" x="\(pixels(start))" y="\(pixels(y))" width="\(pixels(max(1, end - start - 1)))" \
                height="20" rx="3"><title>\(markup(phase.name)), \(phase.start) to \(phase.end)</title></rect>
                """)
            guard let label = fitting(phase.name, end - start - 6) else { continue }
            parts.append(
                """
                <text class="phase" x="\(pixels((start + end - 1) / 2))" y="\(pixels(y + 14))" \
                text-anchor="middle">\(markup(label))</text>
                """)
        }
        return parts.joined(separator: "\n")
    }

    /// A line at the first of each month and its name at the foot, as far as there is room.
    private func months() -> String {
        var parts: [String] = []
        var free = 0.0
        for offset in 0..<max(0, scale.days) {
            let date = scale.first + offset
            guard offset == 0 || date.components.day == 1 else { continue }
            let x = scale.x(date)
            if offset > 0 {
                parts.append(
                    """
                    <path class="month" d="M\(pixels(x)) \(pixels(fitness.top))V\(pixels(fitness.bottom))M\(pixels(x)) \
                    \(pixels(form.top))V\(pixels(form.bottom))M\(pixels(x)) \(pixels(load.top))V\(pixels(load.bottom))"/>
                    """)
            }
            let isYear = free == 0 || date.components.month == 1
            var label = monthNames[date.components.month - 1] + (isYear ? " \(date.components.year)" : "")
            if offset == 0, date.components.day > 1 { label = "\(date.components.day) " + label }
            // The days before a first month that would push its name away stay without one.
            let next = scale.x(date.firstOfNextMonth)
            if offset == 0, date.components.day > 1, next < x + textWidth(label) + 8 { continue }
            guard x >= free, x + textWidth(label) < SeasonScale.width else { continue }
            free = x + textWidth(label) + 8
            parts.append("<text x=\"\(pixels(x))\" y=\"\(pixels(load.bottom + 18))\">\(label)</text>")
        }
        return parts.joined(separator: "\n")
    }

    private func grid(_ panel: SeasonPanel) -> String {
        panel.ticks.map { value in
            let y = pixels(panel.y(value))
            let style = value == 0 ? "zero" : "grid"
            return """
                <path class="\(style)" d="M\(pixels(SeasonScale.left)) \(y)H\(pixels(SeasonScale.right))"/>
                <text x="\(pixels(SeasonScale.left - 7))" y="\(y)" dy="4" text-anchor="end">\(figure(value))</text>
                """
        }.joined(separator: "\n")
    }

    private func title(_ words: String, _ panel: SeasonPanel) -> String {
        "<text class=\"panel\" x=\"\(pixels(SeasonScale.left))\" y=\"\(pixels(panel.top - 9))\">\(words)</text>"
    }
}

extension Schedule {
    /// The phases with their first and last day, in order.
    var phaseSpans: [(name: String, start: CivilDate, end: CivilDate)] {
        var spans: [(name: String, start: CivilDate, end: CivilDate)] = []
        for week in weeks {
            if spans.last?.name == week.phase {
                spans[spans.count - 1].end = week.start + 6
            } else {
                spans.append((week.phase, week.start, week.start + 6))
            }
        }
        return spans
    }
}

extension CivilDate {
    /// The first day of the month after this day's.
    fileprivate var firstOfNextMonth: CivilDate {
        (1...31).lazy.map { self + $0 }.first { $0.components.day == 1 } ?? self
    }
}

extension PlannedWeek {
    /// The target, where it counts points of load.
    var loadTarget: Double? { measure == .load ? target : nil }
}
