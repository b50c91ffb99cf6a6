import CivilDates
import Diagnostics
public import Periodization
import PlanSpec
import Workouts

/// The expanded calendar as text: a grid of weeks and days, then the sessions.
public struct ShowReport: Sendable {
    private let name: String
    private let schedule: Schedule
    private let ink: Ink

    /// Makes the report of a schedule; `name` is what people call the plan.
    public init(name: String, _ schedule: Schedule, ink: Ink = Ink()) {
        self.name = name
        self.schedule = schedule
        self.ink = ink
    }

    /// The text, ending in a newline.
    public var text: String {
        let count = schedule.weeks.count == 1 ? "1 week" : "\(schedule.weeks.count) weeks"
        let first = schedule.weeks.first?.start ?? schedule.start
        let last = schedule.weeks.last.map { $0.start + 6 } ?? schedule.end
        let heading = "\(name) \(ink.glyph("·", "-")) \(count), \(first) to \(last)"
        let lines = [ink.paint(heading, .heading), ""] + grid() + ["", legend()] + schedule.weeks.flatMap(week)
        return lines.joined(separator: "\n") + "\n"
    }

    private func grid() -> [String] {
        let firstDay = schedule.start.weekday
        let weekdays = (0..<7).map { (schedule.start + $0).weekday.name.prefix(3) }
        var table = TextTable(
            [.right, .left, .left, .right, .right, .right] + Array(repeating: .left, count: 7),
            heading: ["Week", "Starts", "Phase", "Target", "Load", "Time"] + weekdays.map(String.init))
        let byWeek = Dictionary(grouping: schedule.entries.filter(\.category.isSession), by: \.week)
        for week in schedule.weeks {
            var cells = Array(repeating: "", count: 7)
            for entry in byWeek[week.number] ?? [] {
                let day = entry.date.weekday.offset(from: firstDay)
                cells[day] += (cells[day].isEmpty ? "" : "+") + mark(entry)
            }
            let phase = "\(week.phase) \(week.phaseWeek)" + (week.recovery ? " \(ink.glyph("↓", "r"))" : "")
            table.add(
                [
                    "\(week.number)", "\(week.start)", phase, week.shownTarget ?? "",
                    "\(week.load)", durationFigure(week.duration),
                ] + cells.map { $0.isEmpty ? ink.glyph("·", "-") : $0 })
        }
        return table.lines().enumerated().map { $0.offset == 0 ? ink.paint($0.element, .heading) : $0.element }
    }

    private func mark(_ entry: PlannedEntry) -> String {
        let letter = entry.role.map(\.letter) ?? "?"
        return letter + (entry.planned.load.map { "\($0)" } ?? "?")
    }

    private func legend() -> String {
        let used = Set(schedule.entries.compactMap(\.role))
        let parts = Role.allCases.filter(used.contains).map { "\($0.letter) \($0.rawValue)" }
        return ink.paint(
            parts.joined(separator: "  ") + "  number: training load  \(ink.glyph("↓", "r")) recovery week", .faint)
    }

    private func week(_ week: PlannedWeek) -> [String] {
        let entries = schedule.entries.filter { $0.week == week.number && $0.category != .phase }
        let target = week.shownTarget.map { "target \($0), " } ?? ""
        let binding = week.binding.isEmpty ? "" : ", held down by \(week.binding.joined(separator: ", "))"
        let name = week.name.map { " \($0)" } ?? ""
        let heading =
            "Week \(week.number)\(name), \(week.phase) \(week.phaseWeek), \(week.start): \(target)planned \(week.load),"
            + " \(durationFigure(week.duration))\(binding)"
        var table = TextTable([.left, .left, .left, .left, .right, .right, .left], heading: [])
        for entry in entries {
            let parts = entry.date.components
            let day =
                "\(entry.date.weekday.name.prefix(3)) \(aligned("\(parts.month)", 2))-\(parts.day < 10 ? "0" : "")\(parts.day)"
            table.add([
                day, entry.time?.description ?? "", entry.role?.rawValue ?? entry.category.rawValue.lowercased(),
                entry.name, entry.planned.duration > 0 ? durationFigure(entry.planned.duration) : "",
                entry.planned.load.map { "\($0)" } ?? (entry.category.isSession ? "?" : ""),
                ink.paint(entry.key, .faint),
            ])
        }
        return ["", ink.paint(heading, .heading)] + table.lines().dropFirst().map { "  " + $0 }
    }
}

extension Role {
    /// The letter that stands for it in the grid.
    var letter: String {
        switch self {
        case .long: "L"
        case .quality: "Q"
        case .easy: "E"
        case .recovery: "R"
        case .strength: "S"
        case .technique: "T"
        case .test: "X"
        case .race: "!"
        }
    }
}
