import CivilDates
public import Diagnostics
import LoadSimulation
import Workouts
public import Periodization
public import PlanSpec

/// Why a week has its target and its load.
public struct WeekExplanation: Sendable {
    private let week: PlannedWeek
    private let entries: [PlannedEntry]
    private let limits: Limits
    private let taper: TaperOutcome?
    private let ink: Ink

    /// Makes the explanation of a week of a schedule.
    public init(_ week: PlannedWeek, of schedule: Schedule, limits: Limits, ink: Ink = Ink()) {
        self.week = week
        self.limits = limits
        self.ink = ink
        entries = schedule.entries.filter { $0.week == week.number && $0.category.isSession }
        taper = schedule.tapers.first { $0.phase == week.phase }
    }

    /// The explanation, ending in a newline.
    public var text: String {
        let name = week.name.map { " \($0)" } ?? ""
        let heading =
            "Week \(week.number)\(name), \(week.phase) \(week.phaseWeek), \(week.start) to \(week.start + 6)"
            + (week.recovery ? ", a recovery week" : "")
        var lines = [ink.paint(heading, .heading)]
        lines.append("Target   " + (week.shownTarget.map { "\($0): \(source)" } ?? "none: \(source)"))
        if case .none = week.reason.source {
        } else if week.measure == .load {
            let rise = week.reason.after - week.reason.before
            lines.append(
                "Curve    CTL \(figure(week.reason.before, decimals: 1)) to \(figure(week.reason.after, decimals: 1))"
                    + " (\(rise < 0 ? "" : "+")\(figure(rise, decimals: 1))) by the targets")
        }
        if !stated.isEmpty { lines.append("Limits   " + stated.joined(separator: ", ")) }
        lines.append("Held by  " + (week.binding.isEmpty ? "nothing" : week.binding.joined(separator: ", ")))
        lines.append("Sessions \(week.load) load, \(durationFigure(week.duration)) in \(entries.count)")
        var table = TextTable([.left, .left, .right, .right, .left], heading: [])
        for entry in entries {
            table.add([
                "\(entry.date.weekday.name.prefix(3)) \(entry.date)", entry.name,
                durationFigure(entry.planned.duration), entry.planned.load.map { "\($0)" } ?? "?",
                ink.paint(entry.key, .faint),
            ])
        }
        lines += table.lines().dropFirst().map { "  " + $0 }
        if let taper { lines.append(taper.text) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The file's limits with their values.
    private var stated: [String] {
        [
            limits.ramp.map { "ramp \(figure($0.value, decimals: 1)) CTL points a week" },
            limits.load.map { "load \(figure($0.value))" }, limits.hours.map { "hours \(durationFigure($0.value))" },
            limits.growth.map { "growth \(figure($0.value * 100)) %" },
            limits.form.map { "form \(figure($0.value))" },
        ].compactMap { $0 }
    }

    /// Where the target comes from, in words.
    private var source: String {
        week.reason.raised.map {
            "what its races, fixed and pinned sessions bring, more than \(figure($0)): \(rule)"
        } ?? rule
    }

    private var rule: String {
        switch week.reason.source {
        case .none: "the phase states none, so the week is the sum of its sessions"
        case .override: "the week's own number in weeks_override"
        case .list: "as the phase's list states it"
        case .series: "the phase's start goes on by its end or its growth"
        case .recovery(let depth, let mean):
            "\(figure(depth * 100)) % of \(measured(mean)), the mean loading week since the last recovery week"
        case .ctl(let ctl, let part, let factor):
            part == 1
                ? "solved for CTL \(figure(ctl, decimals: 1)) with no week above \(figure(factor))"
                : "solved for CTL \(figure(ctl, decimals: 1)): \(figure(part, decimals: 2)) of \(figure(factor)), the author's shape"
        case .ramp(let points): "the load that raises CTL by \(figure(points, decimals: 1))"
        case .hold(let ctl): "the load that keeps CTL at \(figure(ctl, decimals: 1))"
        case .taper(let cut): "the taper's days, \(figure(cut * 100)) % below what was, with the race and what follows"
        }
    }

    private func measured(_ number: Double) -> String {
        switch week.measure {
        case .load: figure(number)
        case .hours: durationFigure(Int(number.rounded()))
        case .distance: figure(number / 1000, decimals: 1) + " km"
        }
    }

    /// The explanation as JSON.
    public var json: JSONValue {
        [
            "week": .integer(week.number), "start": .string("\(week.start)"), "phase": .string(week.phase),
            "phase_week": .integer(week.phaseWeek), "recovery": .bool(week.recovery), "target": week.targetJSON,
            "source": .string(sourceName), "why": .string(source), "load": .integer(week.load),
            "duration": .integer(week.duration), "binding": JSONValue(week.binding) { .string($0) },
            "ctl_before": JSONValue(week.reason.before, decimals: 4),
            "ctl_after": JSONValue(week.reason.after, decimals: 4),
            "limits": [
                "ramp": JSONValue(limits.ramp?.value, decimals: 4), "load": JSONValue(limits.load?.value, decimals: 4),
                "hours": JSONValue(limits.hours.map { Double($0.value) / 3600 }, decimals: 4),
                "growth": JSONValue(limits.growth?.value, decimals: 4),
                "form": JSONValue(limits.form?.value, decimals: 4),
            ],
            "sessions": JSONValue(entries) { .string($0.key) },
        ]
    }

    private var sourceName: String {
        switch week.reason.source {
        case .none: "none"
        case .override: "weeks_override"
        case .list: "list"
        case .series: "series"
        case .recovery: "recovery"
        case .ctl: "ctl"
        case .ramp: "ramp"
        case .hold: "hold"
        case .taper: "taper"
        }
    }
}
