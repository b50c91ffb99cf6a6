import CivilDates
import Diagnostics
import LoadSimulation
public import Periodization
import Workouts

/// What the plan does to CTL, ATL and form.
public struct PreviewReport: Sendable {
    let name: String
    let schedule: Schedule
    private let ink: Ink
    let curve: LoadCurve

    /// Makes the report; `name` is what people call the plan.
    public init(name: String, _ schedule: Schedule, ink: Ink = Ink()) {
        self.name = name
        self.schedule = schedule
        self.ink = ink
        curve = schedule.curve
    }

    /// Chart, weekly table, races and extremes, ending in a newline.
    public var text: String {
        let heading =
            "\(name) \(ink.glyph("·", "-")) \(schedule.weeks.count) weeks, \(schedule.start) to \(schedule.end)"
        let chart = FitnessChart(
            curve: curve, races: schedule.entries.filter(\.isRace).map(\.date), ink: ink)
        let parts = [[ink.paint(heading, .heading)], chart.lines(), table(), summary()]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func table() -> [String] {
        var table = TextTable(
            [.right, .left, .left, .right, .right, .right, .right, .right, .right, .right, .left],
            heading: ["Week", "Starts", "Phase", "Target", "Load", "Time", "CTL", "ATL", "Form", "Ramp", ""])
        let most = max(1, schedule.weeks.map(\.load).max() ?? 1)
        for week in schedule.weeks {
            guard let day = curve[week.start + 6] else { continue }
            let phase = "\(week.phase) \(week.phaseWeek)" + (week.recovery ? " \(ink.glyph("↓", "r"))" : "")
            table.add([
                "\(week.number)", "\(week.start)", phase, week.shownTarget ?? "", "\(week.load)",
                durationFigure(week.duration), figure(day.evening.ctl, decimals: 1),
                figure(day.evening.atl, decimals: 1), figure(day.evening.form, decimals: 1),
                day.ramp.map { ($0 < 0 ? "" : "+") + figure($0, decimals: 1) } ?? "", bar(week.load, most),
            ])
        }
        return table.lines().enumerated().map { $0.offset == 0 ? ink.paint($0.element, .heading) : $0.element }
    }

    private func bar(_ load: Int, _ most: Int) -> String {
        let eighths = load * 80 / most
        guard !ink.ascii else { return String(repeating: "#", count: eighths / 8) }
        let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + blocks[eighths % 8]
    }

    private func summary() -> [String] {
        var lines: [String] = []
        for race in schedule.entries.filter(\.isRace) {
            guard let day = curve[race.date] else { continue }
            let ctl = day.evening.ctl
            lines.append(
                "\(race.category.rawValue.suffix(1)) race \(race.date) \(race.name): on the morning"
                    + " CTL \(figure(morningCTL(race.date), decimals: 1)), form \(signed(day.morningForm));"
                    + " in the evening CTL \(figure(ctl, decimals: 1))")
        }
        return lines + summaryBesidesRaces
    }

    /// The tapers, the extremes and what is not known, a sentence each.
    var summaryBesidesRaces: [String] {
        var lines = schedule.tapers.map(\.text)
        if let peak = curve.peak {
            lines.append("Highest CTL \(figure(peak.evening.ctl, decimals: 1)) on \(peak.date)")
        }
        if let low = curve.lowestForm { lines.append("Lowest form \(signed(low.evening.form)) on \(low.date)") }
        let unknown = schedule.entries.count { $0.category.isSession && $0.planned.load == nil }
        if unknown > 0 { lines.append("\(unknown) sessions have no known load and count 0 here") }
        return lines
    }

    func signed(_ number: Double) -> String {
        (number < 0 ? "" : "+") + figure(number, decimals: 1)
    }

    /// CTL on the evening before a date.
    func morningCTL(_ date: CivilDate) -> Double {
        curve[date - 1]?.evening.ctl ?? curve.start.ctl
    }
}

extension PlannedEntry {
    /// Whether it is a race.
    var isRace: Bool {
        switch category {
        case .raceA, .raceB, .raceC: true
        case .workout, .note, .phase, .target, .seasonStart, .holiday, .sick, .injured: false
        }
    }
}
