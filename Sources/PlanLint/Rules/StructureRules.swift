import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 31, 38, 40 and 44: whether a plan's own numbers agree.
    static let structureRules: [LintRule] = [
        LintRule(
            .dayOverAvailability, unit: "min", .above(nil), .structure,
            source: "availability is hard",
            explanation: """
                Minutes of a day's workouts against what `availability` allows, with a phase's and a week's changes. The \
                engine keeps its own sessions within it and says so where a week breaks `limits.hours`; what is left are \
                pinned workouts. Races and fixed sessions are not bound.
                """,
            fix: "Shorten the workout, move it, or allow the day more.",
            reportedAs: ["limit-hours", "fixed-over-availability", "event-over-availability", "event-on-blocked-day"],
            examples: RuleExamples(
                bad: """
                    availability: {default: 3h, tue: 45m}
                    events: [{id: test, date: 2027-01-05, template: vo2}]
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: long, role: long, template: ride, day: sun, share: 28%}, {id: easy, template: ride, count: 3, day: [wed, fri, sat]}]}
                    """,
                value: 52,
                good: """
                    availability: {default: 3h}
                    events: [{id: test, date: 2027-01-05, template: vo2}]
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: long, role: long, template: ride, day: sun, share: 28%}, {id: easy, template: ride, count: 3, day: [wed, fri, sat]}]}
                    """)
        ) { season, _ in season.fullDays },
        LintRule(
            .weekSum, unit: "%", .above(5), .structure,
            source: "a week's number and its sessions say the same",
            explanation: """
                A week's load, races included, against its target. The engine tells of weeks that templates or days hold \
                down, and `binding` names what does; this is about the rest.
                """,
            fix: "Change the target, or the sessions' own sizes.",
            reportedAs: ["week-over-target", "week-under-target"],
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: a, template: ride, load: 250, day: sun}, {id: b, template: ride, load: 120, day: wed}]}
                    """,
                value: nil,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.compactMap { week in
                guard let target = week.target, target > 0, week.binding.isEmpty, !week.isTouchedByLife else {
                    return nil
                }
                let miss = abs(week.sumOfSessions / target - 1) * 100
                return Measure(
                    miss,
                    "\(week.label) comes to \(figure(week.sumOfSessions)) where its target is \(figure(target)),"
                        + " \(figure(miss)) % apart",
                    at: week.place, label: "week \(week.number)"
                ) { _ in "set the target to \(figure(week.sumOfSessions)), or leave a session without a size of its own"
                }
            }
        },
        LintRule(
            .serviceLoad, unit: "point", .above(1), .structure,
            source: "read-back after apply; the service's load wins",
            explanation: """
                The load that the service computed for each session after apply, against the preview's with the service's \
                thresholds. Judged when a plan is applied, never by `plan check`, which asks nobody.
                """,
            fix: "Compare the thresholds and the load order of the service's sport settings with the plan's.",
            examples: RuleExamples(bad: "", value: nil, good: "")
        ) { _, _ in [] },
        LintRule(
            .weeksInOrder, .above(nil), .structure,
            source: "phases are consecutive, and weeks begin on `week_starts`",
            explanation: """
                Phases follow one another without dates of their own, so they can neither overlap nor leave a gap; what \
                can be wrong, the plan's first day, is an error of the file.
                """,
            fix: "Let `start` be a day on which weeks begin.", reportedAs: ["start-not-on-week-start"],
            examples: RuleExamples(
                bad: """
                    week_starts: tue
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """,
                value: nil,
                good: """
                    week_starts: mon
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { _, _ in [] },
    ]
}

extension SeasonWeek {
    /// Load of everything in the week, as the engine adds it up.
    fileprivate var sumOfSessions: Double {
        sessions.reduce(0) { $0 + Double($1.planned.load ?? 0) }
    }
}

extension Season {
    fileprivate var fullDays: [Measure] {
        weeks.filter { !$0.isTouchedByLife }.flatMap { week -> [Measure] in
            let availability = availability(of: week)
            return (0..<7).compactMap { offset in
                let date = week.start + offset
                let bound = sessions(on: date).filter { !$0.isRace && !$0.key.hasPrefix("fixed.") }
                guard let allowed = availability.day(date.weekday).max,
                    let last = bound.last(where: { $0.planned.duration > 0 }),
                    bound.seconds > allowed
                else { return nil }
                let pinned = bound.first { $0.key.hasPrefix("event.") }
                return Measure(
                    Double(bound.seconds) / 60,
                    "\(date.weekday.name) \(date) has \(durationFigure(bound.seconds)) of training and room for"
                        + " \(allowed == 0 ? "none" : durationFigure(allowed))",
                    at: (pinned ?? last).source, label: "\(date)", severity: pinned == nil ? .error : .warning,
                    limit: Double(allowed) / 60
                ) { _ in "shorten it, move it, or allow the day more" }
            }
        }
    }

    /// What each weekday of a week allows.
    private func availability(of week: SeasonWeek) -> Availability {
        var availability = plan.availability
        if let change = week.phase.availability { availability = availability.merged(with: change) }
        if let change = week.phase.overrides[week.phaseWeek]?.availability {
            availability = availability.merged(with: change)
        }
        return availability
    }
}
