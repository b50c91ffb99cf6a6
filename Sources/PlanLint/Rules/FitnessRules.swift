import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

/// CTL below which a rise in percent of it says little.
private let leastMeaningfulCTL = 20.0

/// Weekly load that moves CTL by one point in a week of even days: 7 / (1 - e^(-7/42)).
private let loadForOnePoint = 45.597

extension LintRule {
    /// Rules 1 to 5: how fast CTL rises, and how deep form falls.
    static let fitnessRules: [LintRule] = [
        LintRule(
            .rampTooSteep, unit: "points", .above(6, error: 8), .convention,
            source: "Friel 5-8 a week with 10 as the upper end, Couzens 3-5; 5 and 7 for athletes over 50",
            explanation: """
                CTL on a week's last evening less that of the week before. A steady rise of r points holds form at -5r, \
                so 6 a week means form near -30. Weeks with an A race are left out.
                """,
            fix: "Lower the week's load by 46 for each point too many.", reportedAs: ["limit-ramp"],
            examples: RuleExamples(
                bad: """
                    lint: {relative-ramp: off, week-growth: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [690, 500], week: *ride}
                    """,
                value: 6.3,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [500, 520], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.filter { !$0.hasARace }.compactMap { week in
                guard let ramp = season.curve[week.end]?.ramp else { return nil }
                return Measure(
                    ramp, "CTL rises by \(figure(ramp, decimals: 1)) in \(week.label)", at: week.place,
                    label: "week \(week.number)"
                ) { lowerWeek(by: (ramp - $0) * loadForOnePoint) }
            }
        },
        LintRule(
            .fourWeekRamp, unit: "points", .above(20, error: 28), .convention,
            source: "Couzens: 10-20 points in a block of four weeks",
            explanation: """
                CTL on a week's last evening less that of four weeks before. It catches a rise without a rest that no \
                single week shows. Weeks with an A race are left out.
                """,
            fix: "Lower the four weeks together by 46 for each point too many, or put a recovery week among them.",
            examples: RuleExamples(
                bad: """
                    lint: {relative-ramp: off, week-growth: off, ramp-too-steep: off, acute-chronic-ratio: off, form-too-low: off}
                    phases:
                      - {id: base, kind: base, weeks: 4, rhythm: none, load: [680, 700, 720, 730], week: *ride}
                    """,
                value: 21.54,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 4, rhythm: none, load: [500, 510, 520, 530], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.dropFirst(3).filter { !$0.hasARace }.compactMap { week in
                guard let last = season.evening(of: week.end), let first = season.evening(of: week.end - 28) else {
                    return nil
                }
                let rise = last.ctl - first.ctl
                return Measure(
                    rise, "CTL rises by \(figure(rise, decimals: 1)) in the four weeks to \(week.label)",
                    at: week.place, label: "the four weeks to week \(week.number)"
                ) { "lower the four weeks by \(figure((rise - $0) * loadForOnePoint)) together" }
            }
        },
        LintRule(
            .relativeRamp, unit: "of CTL", .above(0.06, error: 0.10), .arithmetic,
            source: "an acute:chronic ratio of 1.3 and of 1.5: held week after week, ATL / CTL is 1 + 5 r / CTL",
            explanation: """
                A week's rise of CTL as a part of the CTL before it: 3 points are little for an athlete at 100 and much \
                for one at 35. Weeks that begin below a CTL of 20, and weeks with an A race, are left out.
                """,
            fix: "Lower the week's load until the rise fits.", reportedAs: ["limit-ramp"],
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [600, 500], week: *ride}
                    lint: {week-growth: off}
                    """,
                value: 0.07,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [500, 500], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.filter { !$0.hasARace }.compactMap { week in
                guard let ramp = season.curve[week.end]?.ramp, let before = season.evening(of: week.start - 1)?.ctl,
                    before >= leastMeaningfulCTL
                else { return nil }
                let part = ramp / before
                return Measure(
                    part,
                    "CTL rises by \(figure(part, decimals: 2)) of itself in \(week.label),"
                        + " from \(figure(before, decimals: 1)) by \(figure(ramp, decimals: 1))",
                    at: week.place, label: "week \(week.number)"
                ) { lowerWeek(by: (ramp - $0 * before) * loadForOnePoint) }
            }
        },
        LintRule(
            .formTooLow, unit: "points", .below(-30, error: -40), .convention,
            source: "Intervals.icu calls form below -30 high risk",
            explanation: """
                The lowest same-day form of each week, races and the days after them left out. Seven days in a row below \
                the first limit are an error too.
                """,
            fix: "Ease the days before it, or bring the next recovery week forward.", reportedAs: ["limit-form"],
            examples: RuleExamples(
                bad: """
                    lint: {relative-ramp: off, ramp-too-steep: off, week-growth: off, acute-chronic-ratio: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [800, 400], week: *ride}
                    """,
                value: -36.77,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [500, 400], week: *ride}
                    """)
        ) { season, threshold in season.lowForm(threshold) },
        LintRule(
            .acuteChronicRatio, .above(1.5), .convention,
            source: "Gabbett and others; criticised for mathematical coupling (Lolli) and noise (Impellizzeri)",
            explanation: """
                The highest ATL / CTL of a week, where CTL is at least 20. It is never more than a note: the ratio \
                predicts injuries poorly.
                """,
            fix: "Nothing needs to change; read it beside form and ramp.",
            examples: RuleExamples(
                bad: """
                    lint: {relative-ramp: off, ramp-too-steep: off, week-growth: off, form-too-low: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [800, 400], week: *ride}
                    """,
                value: 1.53,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [500, 400], week: *ride}
                    """)
        ) { season, threshold in season.acuteChronicRatios(threshold) },
    ]
}

/// The change that a week too heavy by so much needs.
func lowerWeek(by load: Double) -> String {
    "lower the week by \(figure(max(1, load.rounded(.up))))"
}

extension Season {
    /// The lowest form of each week; the seventh day in a row below the warning makes it an error.
    fileprivate func lowForm(_ threshold: Threshold) -> [Measure] {
        let excepted = Set(sessions.filter(\.isRace).flatMap { [$0.date, $0.date + 1] })
        var streak = 0
        return weeks.compactMap { week in
            var lowest: LoadCurve.Day?
            var longest = 0
            for offset in 0..<7 {
                guard let day = curve[week.start + offset], !excepted.contains(day.date) else { continue }
                let isLow = threshold.warn.flatMap { Threshold(side: .below, warn: $0).judge(day.evening.form) } != nil
                streak = isLow ? streak + 1 : 0
                longest = max(longest, streak)
                if day.evening.form < lowest?.evening.form ?? .infinity { lowest = day }
            }
            guard let lowest else { return nil }
            let form = lowest.evening.form
            let days = longest >= 7 ? ", below the limit for \(longest) days in a row" : ""
            return Measure(
                form, "form falls to \(figure(form, decimals: 1)) on \(lowest.date) in \(week.label)\(days)",
                at: week.place, label: "week \(week.number)",
                severity: longest >= 7 ? .error : nil, limit: longest >= 7 ? threshold.warnLimit : nil
            ) { _ in "ease the days before it, or bring a recovery week forward" }
        }
    }

    fileprivate func acuteChronicRatios(_ threshold: Threshold) -> [Measure] {
        weeks.compactMap { week in
            let states = (0..<7).compactMap { curve[week.start + $0]?.evening }.filter { $0.ctl >= leastMeaningfulCTL }
            guard let ratio = states.map({ $0.atl / $0.ctl }).max(), let judged = threshold.judge(ratio) else {
                return nil
            }
            return Measure(
                ratio, "ATL is up to \(figure(ratio, decimals: 2)) times CTL in \(week.label)", at: week.place,
                label: "week \(week.number)", severity: .note, limit: judged.limit
            ) { _ in "for information: the ratio predicts little" }
        }
    }
}

extension Threshold {
    /// The number from which it warns.
    var warnLimit: Double? {
        if case .limit(let limit) = warn { limit } else { nil }
    }
}
