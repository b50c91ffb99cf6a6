import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

/// A plan whose taper is right, for the rules on form.
private let goodTaper = """
    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
    phases:
      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
      - {id: taper, kind: taper, weeks: 1, load: [455], week: *taper}
    """

extension LintRule {
    /// Rules 27 and 28: what a taper leaves.
    static let raceFormRules: [LintRule] = [
        LintRule(
            .raceMorningForm, unit: "points", .outside(5...25, error: -10...35), .convention,
            source: "Friel +15 to +25, ProCoach -5 to +25, flat above +30",
            explanation: """
                Form on the morning of an A race: CTL less ATL of the evening before. A warning needs it to be outside \
                5 to 25 points and outside 5 to 25 % of CTL, unless the plan sets limits of its own. The taper of the \
                literature, half the volume for two weeks, ends near +29 for an athlete at a steady CTL of 100.
                """,
            fix: "Change the taper's depth or length, or state `load: {form: 15}`.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    lint: {taper-cut: off}
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 1, load: [640], week: *taper}
                    """,
                value: -6.78, good: goodTaper)
        ) { season, threshold in season.raceForms(threshold) },
        LintRule(
            .taperFitnessLoss, unit: "%", .above(10, error: 15), .convention,
            source: "Friel: at most 10 % of CTL",
            explanation: """
                CTL on a race's eve against that of the evening before the taper, in percent. Volume cut by half for two \
                weeks costs 14 % from a steady state, and `taper-cut` rests on trials: where the cut is as that rule \
                wants it, this one speaks only from its error on, unless the plan sets limits of its own.
                """,
            fix: "Shorten the taper, or cut less.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-21, name: Race, priority: A, duration: 4h, load: 240}]
                    lint: {race-morning-form: off, taper-frequency: off}
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 3, load: [230, 220, 425], week: *taper}
                    """,
                value: 19,
                good: """
                    races: [{id: race, date: 2027-02-14, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 2, load: [230, 430], week: *taper}
                    """)
        ) { season, threshold in
            let wanted = LintRule.rule(.taperCut)?.threshold.set(by: season.plan.lint[.taperCut])
            return season.tapers.compactMap { taper in
                guard let before = season.evening(of: taper.start - 1)?.ctl, before > 0,
                    let after = season.evening(of: taper.eve)?.ctl
                else { return nil }
                let loss = (1 - after / before) * 100
                let isCutRight = season.timeCut(of: taper).map { wanted?.judge($0) == nil } ?? false
                if isCutRight, !threshold.isSet, threshold.judge(loss)?.severity == .warning { return nil }
                return Measure(
                    loss,
                    "the taper to \(taper.race.name) costs \(figure(loss, decimals: 1)) % of CTL, from"
                        + " \(figure(before, decimals: 1)) to \(figure(after, decimals: 1))",
                    at: taper.race.source, label: taper.race.name
                ) { _ in isCutRight ? "shorten the taper" : "shorten the taper, or cut less" }
            }
        },
    ]
}

extension Season {
    fileprivate func raceForms(_ threshold: Threshold) -> [Measure] {
        races(.raceA).compactMap { race in
            guard let form = curve[race.date]?.morningForm, let ctl = evening(of: race.date - 1)?.ctl else {
                return nil
            }
            let percent = ctl > 0 ? form / ctl * 100 : 0
            let isFineInPercent = (5...25).contains(percent) && threshold.judge(form)?.severity == .warning
            if isFineInPercent && !threshold.isSet { return nil }
            return Measure(
                form,
                "form on the morning of \(race.name), \(race.date), is \(figure(form, decimals: 1)),"
                    + " \(figure(percent)) % of CTL",
                at: race.source, label: race.name
            ) { form < $0 ? "taper more, or earlier" : "taper less, or later" }
        }
    }
}
