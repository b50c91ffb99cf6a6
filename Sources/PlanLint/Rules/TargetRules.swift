import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 29 and 30: what a plan aims at.
    static let targetRules: [LintRule] = [
        LintRule(
            .targetOutOfReach, .above(nil), .arithmetic,
            source: "the largest loads under all limits, week by week, give the highest CTL that any plan can have",
            explanation: """
                The engine says it: the best that can be reached, which limit binds in which weeks, and the smallest \
                changes that would do. As an error of the plan it can't be turned off.
                """,
            fix: "One of the changes that the message lists.",
            reportedAs: ["target-out-of-reach"],
            examples: RuleExamples(
                bad: """
                    limits: {ramp: 4}
                    lint: {relative-ramp: off, form-too-low: off, week-growth: off}
                    phases:
                      - {id: base, kind: base, weeks: 4, load: {ctl: 90}, week: *ride}
                    """,
                value: nil,
                good: """
                    limits: {ramp: 4}
                    lint: {relative-ramp: off, form-too-low: off, week-growth: off}
                    phases:
                      - {id: base, kind: base, weeks: 4, load: {ctl: 65}, week: *ride}
                    """)
        ) { _, _ in [] },
        LintRule(
            .targetFarAboveStart, unit: "times", .above(1.5), .convention,
            source: "one and a half times the fitness takes a season",
            explanation: """
                The highest CTL of the plan's first 16 weeks, its last day left out, over the CTL that it starts from. \
                Starts below 20 are left out: a beginner doubles easily.
                """,
            fix: "Aim lower, or begin earlier.",
            examples: RuleExamples(
                bad: """
                    lint: {relative-ramp: off, form-too-low: off}
                    phases:
                      - {id: base, kind: base, weeks: 15, rhythm: 4:1, load: [480, 530, 580, 630, 440, 650, 690, 720, 750, 530, 780, 800, 820, 840, 560], week: *ride}
                    """,
                value: 1.69,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 15, rhythm: 3:1, load: {start: 420, end: 520}, week: *ride}
                    """)
        ) { season, _ in
            let days = season.curve.days.prefix(16 * 7 - 1)
            guard season.curve.start.ctl >= 20,
                let top = days.max(by: { $0.evening.ctl < $1.evening.ctl }), let week = season.week(of: top.date)
            else { return [] }
            let times = top.evening.ctl / season.curve.start.ctl
            return [
                Measure(
                    times,
                    "CTL is to be \(figure(top.evening.ctl, decimals: 1)) on \(top.date), \(figure(times, decimals: 2))"
                        + " times the \(figure(season.curve.start.ctl, decimals: 1)) of the start, in less than 16 weeks",
                    at: week.place, label: "week \(week.number)"
                ) { "aim at \(figure($0 * season.curve.start.ctl, decimals: 1)), or begin earlier" }
            ]
        },
    ]
}
