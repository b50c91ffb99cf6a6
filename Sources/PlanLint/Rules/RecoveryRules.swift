import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 10 to 12, 16 and 35: recovery weeks, rest days and the way back after a break.
    static let recoveryRules: [LintRule] = [
        LintRule(
            .recoveryWeekMissing, unit: "weeks", .above(4, error: 6), .convention,
            source: "Friel 3:1, 2:1 for older athletes (set warn to 3 from age 50); strength coaches every 4-6 weeks",
            explanation: """
                Weeks in a row that are no recovery weeks. Besides those of the rhythm, a week counts as one if its load \
                is at most 80 % of the mean of the weeks since the last; taper, recovery and transition phases count as \
                rest.
                """,
            fix: "Make one of the weeks a recovery week, by `rhythm` or `weeks_override`.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 5, rhythm: none, load: [420, 420, 420, 420, 420], week: *ride}
                    """,
                value: 5,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 5, rhythm: 3:1, load: {start: 420, end: 440}, week: *ride}
                    """)
        ) { season, _ in season.loadingStreaks },
        LintRule(
            .recoveryWeekDepth, unit: "%", .outside(40...80), .convention,
            source: "60-70 % in practice",
            explanation: """
                A recovery week's load against the mean of the loading weeks since the one before, races included. Weeks \
                that holidays or sickness touch are left out.
                """,
            fix: "Set `recovery`, or the week's load, to 60-70 %.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 4, recovery: 90%, load: {start: 420, end: 440}, week: *ride}
                    """,
                value: 90,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 4, recovery: 65%, load: {start: 420, end: 440}, week: *ride}
                    """)
        ) { season, _ in season.recoveryDepths },
        LintRule(
            .recoveryWeekQuality, unit: "days", .above(14), .convention,
            source: "Issurin: the residual effect of speed lasts 5±3 days",
            explanation: """
                Days from one quality session, test or race to the next, where a recovery week lies between them. Easy \
                weeks keep one short sharp session.
                """,
            fix: "Keep one short quality session in the recovery week.",
            examples: RuleExamples(
                bad: """
                    lint: {recovery-week-depth: off}
                    phases:
                      - {id: base, kind: base, weeks: 6, rhythm: 3:1, load: [400, 420, 430, 220, 430, 430], week: *ride,
                          recovery_week: [{id: easy, template: ride, count: 2, day: [wed, sat]}],
                          weeks_override: {5: {sessions: {vo2: off}}}}
                    """,
                value: 21,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 6, rhythm: 3:1, load: [400, 420, 430, 270, 430, 430], week: *ride}
                    """)
        ) { season, _ in season.qualityGaps },
        LintRule(
            .restDayMissing, unit: "days", .from(10, error: 14), .convention,
            source: "one easy day a week, at least one day off in ten",
            explanation: """
                Days in a row with a workout or a race. Yoga, Pilates and walks leave a day free.
                """,
            fix: "Take one day off, such as with `availability: {mon: off}`.",
            examples: RuleExamples(
                bad: """
                    lint: {monotony: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 300], week: [{id: easy, template: ride, count: 7}]}
                    availability: {default: 3h, sun: 1h30}
                    """,
                value: 14,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 420], week: *ride}
                    """)
        ) { season, _ in season.daysWithoutRest },
        LintRule(
            .returnTooFast, unit: "%", .above(52.5), .convention,
            source: "Daniels: after 6-28 days off, half load for the first half of as many days, 75 % for the second",
            explanation: """
                After 6 to 28 days without a session, the mean daily load of the first half of as many days, against that \
                of the four weeks before the break or, if it is larger, the weeks' targets. Half is what is advised; the \
                limit leaves the 5 % by which sizing may miss.
                """,
            fix: "Halve the load of these days, or mark the break in `life` with `return: auto`.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 4, rhythm: none, load: [420, 420, 0, 420], week: *ride,
                          weeks_override: {3: {week: []}, 4: {week: [{id: easy, template: ride, day: [mon, tue, thu], count: 3}]}}}
                    """,
                value: 155.6,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 4, rhythm: none, load: [420, 420, 0, 250], week: *ride,
                          weeks_override: {3: {week: []}, 4: {week: [{id: a, template: ride, day: tue, share: 30%}, {id: b, template: ride, day: sat}, {id: c, template: ride, day: sun}]}}}
                    """)
        ) { season, _ in season.returns },
    ]
}

extension Season {
    fileprivate var loadingStreaks: [Measure] {
        var streak: [SeasonWeek] = []
        var result: [Measure] = []
        func close() {
            guard let first = streak.first, let last = streak.last else { return }
            let count = streak.count
            streak = []
            result.append(
                Measure(
                    Double(count), "\(count) weeks without a recovery week, weeks \(first.number) to \(last.number)",
                    at: last.place, label: "weeks \(first.number) to \(last.number)"
                ) { "make week \(first.number + Int($0)) a recovery week" })
        }
        for week in weeks {
            let mean = streak.reduce(0) { $0 + $1.load } / Double(max(1, streak.count))
            let isLight = !streak.isEmpty && week.load <= 0.8 * mean
            if week.isRecovery || isLight || [.taper, .recovery, .transition].contains(week.phase.kind) {
                close()
            } else {
                streak.append(week)
            }
        }
        close()
        return result
    }

    fileprivate var recoveryDepths: [Measure] {
        var loading: [Double] = []
        var mean = 7 * curve.start.ctl
        return weeks.compactMap { week in
            if !loading.isEmpty { mean = loading.reduce(0, +) / Double(loading.count) }
            guard week.isRecovery else {
                loading.append(week.load)
                return nil
            }
            loading = []
            guard mean > 0, !week.isTouchedByLife else { return nil }
            let (percent, usual) = (week.load / mean * 100, mean)
            return Measure(
                percent,
                "recovery \(week.label) has \(figure(percent)) % of the loading weeks before it,"
                    + " \(figure(week.load)) against \(figure(usual))",
                at: week.place, label: "week \(week.number)"
            ) { "set it to \(figure(usual * $0 / 100))" }
        }
    }

    fileprivate var qualityGaps: [Measure] {
        let quality = sessions.filter(\.isQuality)
        return zip(quality, quality.dropFirst()).compactMap { one, next in
            let between = weeks.filter { one.date < $0.start && $0.end < next.date }
            guard let recovery = between.first(where: \.isRecovery) else { return nil }
            return Measure(
                Double(next.date - one.date),
                "there is no quality for \(next.date - one.date) days around recovery \(recovery.label),"
                    + " from \(one.date) to \(next.date)",
                at: recovery.place, label: "week \(recovery.number)"
            ) { _ in "keep one short quality session in it" }
        }
    }

    fileprivate var daysWithoutRest: [Measure] {
        var result: [Measure] = []
        var first: CivilDate?
        for offset in 0...loads.count {
            let date = start + offset
            if offset < loads.count, sessions(on: date).contains(where: \.isTraining) {
                first = first ?? date
                continue
            }
            if let begin = first, let week = week(of: date - 1) {
                let count = date - begin
                result.append(
                    Measure(
                        Double(count), "\(count) days in a row without a rest day, \(begin) to \(date - 1)",
                        at: week.phase.id.range, label: "\(begin) to \(date - 1)"
                    ) { "take a day off by \(begin + (Int($0) - 1))" })
            }
            first = nil
        }
        return result
    }

    fileprivate var returns: [Measure] {
        let dates = sessions.map(\.date)
        return zip(dates, dates.dropFirst()).compactMap { last, back in
            let off = back - last - 1
            guard (6...28).contains(off), let before = meanLoad(ofDays: 28, through: last) else { return nil }
            let days = max(1, off / 2)
            let targets = (0..<days).compactMap { week(of: back + $0)?.target }
            let usual = max(before, (targets.max() ?? 0) / 7)
            guard usual > 0, let week = week(of: back), !week.hasBigRace,
                let mean = meanLoad(ofDays: days, through: back + (days - 1))
            else { return nil }
            let percent = mean / usual * 100
            return Measure(
                percent,
                "after \(off) days off the first \(days) days, from \(back), have \(figure(percent)) % of the usual"
                    + " load",
                at: week.place, label: "week \(week.number)"
            ) { _ in "half is advised, a load of \(figure(usual * Double(days) / 2)) in these days" }
        }
    }
}

extension PlannedEntry {
    /// Whether it keeps a day from being a rest day.
    fileprivate var isTraining: Bool {
        guard let sport else { return false }
        return !["Yoga", "Pilates", "Walk"].contains(sport.name)
    }
}
