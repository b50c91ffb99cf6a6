import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 17 and 18: the long session.
    static let longSessionRules: [LintRule] = [
        LintRule(
            .longSessionShare, unit: "%", .above(30, error: 40), .convention,
            source: "Daniels: 25-30 % of a week's running; long rides of 30-50 % are normal",
            explanation: """
                A long session's time as a share of the week's time in its sport, where the week has three sessions of \
                it or more. For sports other than running the limit is 50 % and never an error, unless the plan sets \
                one. Weeks with an A or B race are left out.
                """,
            fix: "Shorten the long session, or spread the week over more sessions.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [360], week: [{id: long, role: long, template: run, day: sun, share: 36%},
                          {id: cruise, template: cruise, day: tue}, {id: easy, template: run, count: 3, day: [wed, thu, sat]}]}
                    """,
                value: 37,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *run}
                    """)
        ) { season, threshold in season.longShares(threshold) },
        LintRule(
            .longRunDuration, unit: "min", .above(150, error: 180), .convention,
            source: "Daniels: at most two and a half hours",
            explanation: """
                Minutes of a run that is no race. Not for ultra runners: a plan with a run race of more than six hours \
                is left out.
                """,
            fix: "Shorten it, or split it over two days.",
            examples: RuleExamples(
                bad: """
                    lint: {long-session-share: off}
                    phases:
                      - {id: base, kind: base, weeks: 1, week: [{id: long, role: long, template: run, day: sun, duration: 160m},
                          {id: easy, template: run, count: 4, duration: 60m, day: [tue, wed, thu, sat]}]}
                    """,
                value: 160,
                good: """
                    lint: {long-session-share: off}
                    phases:
                      - {id: base, kind: base, weeks: 1, week: [{id: long, role: long, template: run, day: sun, duration: 120m},
                          {id: easy, template: run, count: 4, duration: 60m, day: [tue, wed, thu, sat]}]}
                    """)
        ) { season, _ in
            let runs = season.sessions.filter { $0.sport?.family == .run }
            if runs.contains(where: { $0.isRace && $0.planned.duration > 6 * 3600 }) { return [] }
            return runs.filter { !$0.isRace }.map { run in
                let minutes = Double(run.planned.duration) / 60
                return Measure(
                    minutes, "\(run.name) on \(run.date) lasts \(durationFigure(run.planned.duration))",
                    at: run.source, label: "week \(run.week)"
                ) { "shorten it to \(durationFigure(Int($0) * 60))" }
            }
        },
    ]
}

extension Season {
    fileprivate func longShares(_ threshold: Threshold) -> [Measure] {
        weeks.filter { !$0.hasBigRace }.flatMap { week in
            week.sessions.filter { $0.role == .long }.compactMap { long -> Measure? in
                let same = week.sessions.filter { $0.sport?.family == long.sport?.family }
                let total = same.seconds
                guard same.count > 2, total > 0 else { return nil }
                let share = Double(long.planned.duration) / Double(total) * 100
                let isOther = long.sport?.family != .run && !threshold.isSet
                return Measure(
                    share,
                    "\(long.name) has \(figure(share)) % of the time of \(week.label),"
                        + " \(durationFigure(long.planned.duration)) of \(durationFigure(total))",
                    at: long.source, label: "week \(week.number)", threshold: isOther ? .above(50) : nil
                ) { limit in
                    let rest = Double(total - long.planned.duration)
                    return "shorten it to \(durationFigure(Int(rest * limit / (100 - limit)) / 60 * 60))"
                        + ", or give the week more easy time"
                }
            }
        }
    }
}
