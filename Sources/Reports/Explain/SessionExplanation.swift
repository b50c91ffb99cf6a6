import CivilDates
public import Diagnostics
public import Periodization
import Workouts
import PlanSpec

/// Why a session is on its day and has its size.
public struct SessionExplanation: Sendable {
    private let reason: SessionReason
    private let entry: PlannedEntry?
    private let week: PlannedWeek?
    private let ink: Ink

    /// Makes the explanation of a session of a schedule.
    public init(_ reason: SessionReason, of schedule: Schedule, ink: Ink = Ink()) {
        self.reason = reason
        self.ink = ink
        let entry = schedule.entries.first { $0.key == reason.key || $0.key == reason.key + ".1" }
        self.entry = entry
        week = entry.flatMap { entry in schedule.weeks.first { $0.number == entry.week } }
    }

    /// The explanation, ending in a newline.
    public var text: String {
        let name = entry.map { ", \($0.name)" } ?? ""
        var lines = [ink.paint("\(reason.key)\(name)", .heading)]
        lines.append("Day      \(reason.date.weekday.name) \(reason.date): \(choice)")
        for other in reason.others { lines.append("         not \(other.date.weekday.name): \(why(other.why))") }
        lines.append("Size     \(shown(reason.size)): \(size)")
        if let slot = reason.slot {
            lines.append("         slot \(shown(slot)), the nearest that its knobs give is taken")
        }
        if let range = reason.range, reason.slot != nil {
            lines.append(
                "         its template and its day allow \(shown(range.lowerBound)) to \(shown(range.upperBound))")
        }
        if let limit = reason.dayLimit { lines.append("         its day leaves it \(durationFigure(limit))") }
        if let changed = reason.changedBy {
            lines.append("Life     \(changed.life) made it that from \(shown(changed.before))")
        }
        if let entry {
            lines.append("Text     \(entry.template.map { "template \($0), " } ?? "")\(entry.sourceLine)")
        }
        if let week {
            lines.append(
                "Week     \(week.number), \(week.phase) \(week.phaseWeek)"
                    + (week.shownTarget.map { ", target \($0)" } ?? ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var choice: String {
        switch reason.choice {
        case .given: "the file gives the date"
        case .named: "the day that the file names"
        case .preferred(let place): "choice \(place) of the days that the file lists"
        case .pattern: "its day in the list's pattern week, which every week keeps where it can"
        case .even: "of the days left, the one with the most even sizes, the earlier first"
        }
    }

    private var size: String {
        if reason.isOwnSized { return "the file states it" }
        if case .given = reason.choice { return "what its workout comes to, as the file states no size" }
        guard reason.slot != nil else { return "its template's default, as the week has no target for it" }
        if let share = reason.share { return "\(figure(share * 100)) % of the week's target" }
        return "its part of what is left, by weight \(figure(reason.weight)) of its role"
    }

    private func shown(_ number: Double) -> String {
        switch reason.measure {
        case "duration": durationFigure(Int(number.rounded()))
        case "distance": figure(number / 1000, decimals: 1) + " km"
        default: "load \(figure(number))"
        }
    }

    private func why(_ refusal: DayRefusal) -> String {
        switch refusal {
        case .off: "the day is off"
        case .sport: "the day doesn't take the sport"
        case .race: "a race has the day to itself"
        case .nearRace: "a race near it wants an easy day"
        case .time(let left, let least): "\(durationFigure(left)) left, it needs \(durationFigure(least))"
        case .full: "no more sessions fit"
        case .nearHard(let date): "too near to the hard session on \(date.weekday.name) \(date)"
        case .notNamed: "the file names another day"
        case .lessPreferred: "the file prefers the day that it has"
        case .notPattern: "the pattern week has it elsewhere"
        case .lessEven: "the week would be less even, or an earlier day was as good"
        }
    }

    /// The explanation as JSON.
    public var json: JSONValue {
        [
            "key": .string(reason.key), "date": .string("\(reason.date)"), "why_day": .string(choice),
            "other_days": JSONValue(reason.others) {
                ["date": .string("\($0.date)"), "why_not": .string(why($0.why))]
            },
            "measure": .string(reason.measure), "size": JSONValue(reason.size, decimals: 1),
            "why_size": .string(size), "slot": JSONValue(reason.slot, decimals: 4),
            "share": JSONValue(reason.share, decimals: 4), "own_size": .bool(reason.isOwnSized),
            "least": JSONValue(reason.range?.lowerBound, decimals: 1),
            "most": JSONValue(reason.range?.upperBound, decimals: 1), "day_limit": JSONValue(reason.dayLimit),
            "changed_by": JSONValue(reason.changedBy?.life), "week": JSONValue(week?.number),
            "template": JSONValue(entry?.template),
        ]
    }
}
