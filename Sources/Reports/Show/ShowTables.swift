import CivilDates
import Diagnostics
public import Periodization
import Workouts
import PlanSpec

extension Schedule {
    /// The entries as CSV after RFC 4180, one row each.
    public var csv: String {
        let heading = ["week", "date", "key", "category", "type", "role", "name", "duration_s", "distance_m", "load"]
        let rows = entries.map { entry in
            [
                "\(entry.week)", "\(entry.date)", entry.key, entry.category.rawValue, entry.sport?.name ?? "",
                entry.role?.rawValue ?? "", entry.name,
                entry.category.isSession ? "\(entry.planned.duration)" : "",
                entry.planned.distance.map { figure($0) } ?? "", entry.planned.load.map { "\($0)" } ?? "",
            ]
        }
        return ([heading] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The weeks and their sessions as Markdown.
    public var markdown: String {
        var lines: [String] = []
        for week in weeks {
            let target = week.shownTarget.map { ", target \($0)" } ?? ""
            lines += [
                "## Week \(week.number): \(week.phase) \(week.phaseWeek), \(week.start)", "",
                "Load \(week.load)\(target), \(durationFigure(week.duration)).", "",
                "| Day | Session | Time | Load |", "| --- | --- | ---: | ---: |",
            ]
            for entry in entries where entry.week == week.number && entry.category.isSession {
                let name = entry.name.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                lines.append(
                    "| \(entry.date.weekday.name.prefix(3)) \(entry.date) | \(name) |"
                        + " \(durationFigure(entry.planned.duration)) | \(entry.planned.load.map { "\($0)" } ?? "?") |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

private func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
