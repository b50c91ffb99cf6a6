import CivilDates
import Diagnostics
import LoadSimulation
import Periodization

extension SeasonDrawing {
    /// The evenings as points, the state before the first day at its beginning.
    private func points(_ value: (Fitness) -> Double) -> [(x: Double, value: Double)] {
        guard let first = curve.days.first else { return [] }
        return [(scale.x(first.date), value(curve.start))]
            + curve.days.map { (scale.x($0.date + 1), value($0.evening)) }
    }

    private func path(_ points: [(x: Double, value: Double)], _ panel: SeasonPanel) -> String {
        let pairs = points.map { "\(pixels($0.x)) \(pixels(panel.y($0.value)))" }
        return pairs.isEmpty ? "" : "M" + pairs.joined(separator: "L")
    }

    /// The path closed along the line of a value.
    private func area(_ points: [(x: Double, value: Double)], _ panel: SeasonPanel, along value: Double) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        let base = pixels(panel.y(value))
        return path(points, panel) + "L\(pixels(last.x)) \(base)L\(pixels(first.x)) \(base)Z"
    }

    /// Fitness as a surface with a strong edge, fatigue as a thin line over it.
    func curves() -> String {
        let ctl = points(\.ctl)
        guard !ctl.isEmpty else { return "" }
        var parts = [
            "<path class=\"ctlarea\" d=\"\(area(ctl, fitness, along: fitness.low))\"/>",
            "<path class=\"atl\" d=\"\(path(points(\.atl), fitness))\"/>",
            "<path class=\"ctl\" d=\"\(path(ctl, fitness))\"/>",
        ]
        if let peak = curve.peak {
            let (x, y) = (scale.x(peak.date + 1), fitness.y(peak.evening.ctl))
            let label = "highest CTL \(figure(peak.evening.ctl, decimals: 1))"
            parts.append(
                """
                <circle class="peak" cx="\(pixels(x))" cy="\(pixels(y))" r="3.5"><title>\(label) on \(peak.date)</title></circle>
                """)
        }
        return parts.joined(separator: "\n")
    }

    /// Form above zero in one colour, below in another, and its line.
    func formAreas() -> String {
        let line = points(\.form)
        guard !line.isEmpty else { return "" }
        let crossed = withCrossings(line)
        let above = crossed.map { ($0.x, max(0, $0.value)) }
        let below = crossed.map { ($0.x, min(0, $0.value)) }
        return """
            <path class="fresh" d="\(area(above, form, along: 0))"/>
            <path class="tired" d="\(area(below, form, along: 0))"/>
            <path class="form" d="\(path(line, form))"/>
            """
    }

    /// The points with one more wherever the line passes through zero.
    private func withCrossings(_ points: [(x: Double, value: Double)]) -> [(x: Double, value: Double)] {
        var result: [(x: Double, value: Double)] = []
        for point in points {
            if let last = result.last, last.value * point.value < 0 {
                let share = last.value / (last.value - point.value)
                result.append((last.x + (point.x - last.x) * share, 0))
            }
            result.append(point)
        }
        return result
    }

    /// A bar for each week and a tick where its target lies.
    func bars() -> String {
        schedule.weeks.map { week in
            let (start, end) = (scale.x(week.start), scale.x(week.start + 7))
            let gap = min(3, (end - start) * 0.18)
            let y = load.y(Double(week.load))
            let target = week.loadTarget.map { ", target \(figure($0))" } ?? ""
            let bar = """
                <rect class="\(week.recovery ? "rest" : "load")" x="\(pixels(start + gap / 2))" y="\(pixels(y))" \
                width="\(pixels(max(0.5, end - start - gap)))" height="\(pixels(max(0, load.bottom - y)))">\
                <title>week \(week.number), \(markup(week.phase)) \(week.phaseWeek), \(week.start): load \(week.load)\
                \(target)\(week.recovery ? ", recovery" : "")</title></rect>
                """
            guard let wanted = week.loadTarget else { return bar }
            let level = pixels(load.y(wanted))
            return bar
                + "\n<path class=\"target\" d=\"M\(pixels(start + gap / 2)) \(level)H\(pixels(end - gap / 2))\"/>"
        }.joined(separator: "\n")
    }

    /// The last values beside the ends of the curves.
    func ends() -> String {
        guard let last = curve.days.last?.evening else { return "" }
        var (ctl, atl) = (fitness.y(last.ctl), fitness.y(last.atl))
        if abs(ctl - atl) < 13 {
            let middle = (ctl + atl) / 2
            let order = last.ctl >= last.atl ? 6.5 : -6.5
            (ctl, atl) = (middle - order, middle + order)
        }
        let x = pixels(SeasonScale.right + 7)
        return """
            <text class="ctlword" x="\(x)" y="\(pixels(ctl))" dy="4">CTL \(figure(last.ctl, decimals: 0))</text>
            <text class="atlword" x="\(x)" y="\(pixels(atl))" dy="4">ATL \(figure(last.atl, decimals: 0))</text>
            <text x="\(x)" y="\(pixels(form.y(last.form)))" dy="4">\(last.form < 0 ? "" : "+")\(figure(last.form, decimals: 0))</text>
            """
    }
}
