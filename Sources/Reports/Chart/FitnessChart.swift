import CivilDates
import Diagnostics
import LoadSimulation

/// CTL, ATL and form over the days of a curve, in characters.
struct FitnessChart {
    let curve: LoadCurve
    /// Days that carry a flag, with what it stands for.
    let races: [CivilDate]
    let ink: Ink

    private var columns: Int { max(20, min(ink.width, 120) - 7) }

    /// The lines: fitness and fatigue above, form below, months at the foot.
    func lines() -> [String] {
        let days = curve.days
        guard days.count > 1 else { return [] }
        let loads = days.flatMap { [$0.evening.ctl, $0.evening.atl] }
        let bottom = ((loads.min() ?? 0) / 10).rounded(.down) * 10
        let top = max(bottom + 10, loads.max() ?? 10)
        let low = min(0, days.map(\.evening.form).min() ?? 0)
        let high = max(5, days.map(\.evening.form).max() ?? 5)
        var upper = Canvas(columns: columns, rows: 12, ink: ink)
        var lower = Canvas(columns: columns, rows: 4, ink: ink)
        plot(&upper, bottom...top, .fatigue) { $0.evening.atl }
        plot(&upper, bottom...top, .fitness) { $0.evening.ctl }
        plot(&lower, low...high, .form) { $0.evening.form }
        let fitness = ink.paint("fitness " + ink.glyph("─", "*"), .fitness)
        let fatigue = ink.paint("fatigue " + ink.glyph("⠤", "."), .fatigue)
        return ["       \(fitness)   \(fatigue)"]
            + labelled(upper.lines(), [0: top, 11: bottom])
            + ["       " + ink.paint("form", .form)]
            + labelled(lower.lines(), [0: high, 3: low]) + [flags(), months()].filter { !$0.isEmpty }
    }

    /// Draws a joined line; a day's dots reach up or down to the day before.
    private func plot(
        _ canvas: inout Canvas, _ range: ClosedRange<Double>, _ role: Ink.Role, _ value: (LoadCurve.Day) -> Double
    ) {
        let span = max(range.upperBound - range.lowerBound, 1e-9)
        var last: Int?
        for x in 0..<canvas.width {
            let index = x * (curve.days.count - 1) / max(1, canvas.width - 1)
            let share = (value(curve.days[index]) - range.lowerBound) / span
            let y = Int((share * Double(canvas.height - 1)).rounded())
            let from = last ?? y
            for step in from < y ? (from + 1)...y : from > y ? y...(from - 1) : y...y {
                canvas.set(x: x, y: step, role)
            }
            last = y
        }
    }

    private func labelled(_ lines: [String], _ labels: [Int: Double]) -> [String] {
        let bar = ink.glyph("┤", "|")
        return lines.enumerated().map { row, line in
            withoutTrailingBlanks(aligned(labels[row].map { figure($0) } ?? "", 5) + " " + bar + line)
        }
    }

    private func column(of date: CivilDate) -> Int? {
        guard let first = curve.days.first?.date, curve.days.count > 1 else { return nil }
        let index = date - first
        guard curve.days.indices.contains(index) else { return nil }
        return index * (columns - 1) / (curve.days.count - 1)
    }

    private func flags() -> String {
        var line = Array(repeating: " ", count: columns)
        for column in races.compactMap({ column(of: $0) }) { line[column] = ink.glyph("▲", "^") }
        let text = withoutTrailingBlanks("       " + line.joined())
        return text.isEmpty ? "" : text + "  race"
    }

    private func months() -> String {
        var line = Array(repeating: Character(" "), count: columns)
        for day in curve.days where day.date.components.day == 1 {
            guard let start = column(of: day.date), start + 3 <= columns, line[start] == " ",
                start == 0 || line[start - 1] == " "
            else { continue }
            for (offset, letter) in monthNames[day.date.components.month - 1].enumerated() {
                line[start + offset] = letter
            }
        }
        return withoutTrailingBlanks("       " + String(line))
    }
}
