import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 6 to 9: growth from week to week, and how a week is spread.
    static let weekRules: [LintRule] = [
        LintRule(
            .weekGrowth, unit: "%", .above(20, error: 30), .cohort,
            source: "Nielsen 2014, novice runners: more injuries with jumps over 30 % than under 10 %",
            explanation: """
                A week's load, A and B races left out, above the largest week before it; the first against 7 x starting \
                CTL. Published plans all break "10 % on last week" on the way out of recovery weeks, but stay within \
                6.5 to 19 % of their running maximum, so that is what counts.
                """,
            fix: "Lower the week, or raise the weeks before it.", reportedAs: ["limit-growth"],
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 3, load: [400, 400, 510], week: *ride}
                    """,
                value: 21.4,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 3, load: [400, 420, 460], week: *ride}
                    """)
        ) { season, _ in season.growths },
        LintRule(
            .longRunJump, unit: "%", .above(10, error: 30), .cohort,
            source: "Frandsen 2025, 5,205 runners: hazard 1.64 for a run 10-30 % above the longest of the last 30 days",
            explanation: """
                Each run's distance, or time where a distance is missing, above the longest run of the 30 days before \
                it. Races count as runs that were done, but are not held against the limit; the first two weeks only \
                set the mark.
                """,
            fix: "Shorten the run, or lengthen the long runs before it step by step.",
            examples: RuleExamples(
                bad: """
                    lint: {long-session-share: off}
                    phases:
                      - {id: base, kind: base, weeks: 3, week: [{id: run, template: run, day: [tue, thu]},
                          {id: long, role: long, template: run, day: sun, duration: [60m, 60m, 75m]},
                          {id: more, template: run, day: fri, duration: 60m}, {id: sat, template: run, day: sat, duration: 60m}]}
                    """,
                value: 25,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 3, week: [{id: run, template: run, day: [tue, thu]},
                          {id: long, role: long, template: run, day: sun, duration: [60m, 60m, 65m]},
                          {id: more, template: run, day: fri, duration: 60m}, {id: sat, template: run, day: sat, duration: 60m}]}
                    """)
        ) { season, _ in season.longRunJumps },
        LintRule(
            .monotony, .above(2, error: 2.5), .convention,
            source: "Foster 1998: above 2 flagged, above 2.5 linked to illness",
            explanation: """
                Mean of a week's seven daily loads over their standard deviation (sample form), rest days as 0. A week \
                whose days are all alike is infinite; one without load has none.
                """,
            fix: "Make hard days harder and easy days easier, or take a day off.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: easy, template: ride, count: 6}]}
                    """,
                value: 2.27,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.compactMap { week in
                guard let value = monotony(season.loads(of: week)) else { return nil }
                let text = value.isFinite ? figure(value, decimals: 2) : "infinite, all days being alike,"
                return Measure(
                    value, "monotony is \(text) in \(week.label)", at: week.place, label: "week \(week.number)"
                ) { _ in "take a day off, or move load from the easy days to the hard ones" }
            }
        },
        LintRule(
            .strain, unit: "%", .above(110), .convention,
            source: "Foster 1998; load units, so only an athlete's own history is a measure",
            explanation: """
                Load times monotony of a week against the largest of the eight weeks before it. Plans shorter than nine \
                weeks have nothing to compare with.
                """,
            fix: "Take a day off in the week, or lower it.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 9, rhythm: 3:1, load: [420, 420, 420, 280, 420, 420, 420, 280, 440],
                          week: *ride, weeks_override: {9: {week: [{id: all, template: ride, count: 5}]}}}
                    """,
                value: 149,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 9, rhythm: 3:1, load: [420, 420, 420, 280, 420, 420, 420, 280, 440],
                          week: *ride}
                    """)
        ) { season, _ in season.strains },
    ]
}

extension Season {
    /// The seven daily loads of a week.
    func loads(of week: SeasonWeek) -> [Double] {
        (0..<7).map { load(on: week.start + $0) }
    }

    fileprivate var growths: [Measure] {
        var largest = 7 * curve.start.ctl
        return weeks.compactMap { week in
            let (load, before) = (week.trainingLoad, largest)
            largest = max(largest, load)
            guard before > 0 else { return nil }
            let growth = (load / before - 1) * 100
            return Measure(
                growth,
                "\(week.label) has a load of \(figure(load)), \(figure(growth, decimals: 1)) % over"
                    + " \(figure(before)), the most before",
                at: week.place, label: "week \(week.number)"
            ) { "lower it to \(figure((before * (1 + $0 / 100)).rounded(.down)))" }
        }
    }

    fileprivate var longRunJumps: [Measure] {
        let runs = sessions.filter { $0.sport?.family == .run }
        return runs.enumerated().compactMap { index, run in
            guard !run.isRace, run.date - start >= 14 else { return nil }
            let earlier = runs[..<index].reversed().prefix { run.date - $0.date <= 30 }.filter { $0.date < run.date }
            let isByDistance = ([run] + earlier).allSatisfy { ($0.planned.distance ?? 0) > 0 }
            let size = { (entry: PlannedEntry) in
                isByDistance ? entry.planned.distance ?? 0 : Double(entry.planned.duration)
            }
            guard let longest = earlier.map(size).max(), longest > 0 else { return nil }
            let jump = (size(run) / longest - 1) * 100
            let show = { (size: Double) in
                isByDistance ? "\(figure(size / 1000, decimals: 1)) km" : durationFigure(Int(size))
            }
            return Measure(
                jump,
                "\(run.name) on \(run.date) is \(show(size(run))), \(figure(jump)) % over \(show(longest)),"
                    + " the longest run of the 30 days before",
                at: run.source, label: "week \(run.week)"
            ) { "make it \(show(longest * (1 + $0 / 100))) at most" }
        }
    }

    fileprivate var strains: [Measure] {
        let strains = weeks.map { strain(loads(of: $0)) ?? 0 }
        return weeks.indices.dropFirst(8).compactMap { index in
            guard let before = strains[(index - 8)..<index].filter(\.isFinite).max(), before > 0,
                strains[index].isFinite
            else { return nil }
            let (week, percent) = (weeks[index], strains[index] / before * 100)
            return Measure(
                percent,
                "strain is \(figure(strains[index])) in \(week.label), \(figure(percent)) % of the most in the eight"
                    + " weeks before",
                at: week.place, label: "week \(week.number)"
            ) { _ in "take a day off in it, or lower it" }
        }
    }
}
