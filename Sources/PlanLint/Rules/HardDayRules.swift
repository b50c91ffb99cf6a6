import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 13 to 15 and 37: hard days and what stands beside them.
    static let hardDayRules: [LintRule] = [
        LintRule(
            .hardDaysAdjacent, unit: "h", .below(48), .convention,
            source: "Seiler 2007: threshold costs as much recovery as VO2max work; planners keep 48 h",
            explanation: """
                Hours between the dates of two hard sessions: quality, test, long, race. Three days in a row are an \
                error. A long run beside quality has a rule of its own.
                """,
            fix: "Move one of them by a day.", reportedAs: ["hard-days-adjacent"],
            examples: RuleExamples(
                bad: """
                    limits: {hard: {spacing: 24h}}
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: a, template: vo2, day: tue},
                          {id: b, template: vo2, day: wed}, {id: easy, template: ride, day: [fri, sun], count: 2}]}
                    """,
                value: 24,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: a, template: vo2, day: tue},
                          {id: b, template: vo2, day: thu}, {id: easy, template: ride, day: [sat, sun], count: 2}]}
                    """)
        ) { season, threshold in season.hardStreaks(threshold) },
        LintRule(
            .qualityPerWeek, unit: "sessions", .above(3, error: 4), .convention,
            source: "two a week by default, three for a short time; set warn to 2 from age 50",
            explanation: "Quality and test sessions of a week, fixed ones included; a brick is one.",
            fix: "Make one of them easy.", reportedAs: ["too-many-hard"],
            examples: RuleExamples(
                bad: """
                    limits: {hard: {per_week: 4}}
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [300], week: [{id: a, template: vo2, day: mon},
                          {id: b, template: vo2, day: wed}, {id: c, template: vo2, day: fri}, {id: d, template: vo2, day: sun}]}
                    lint: {easy-share: off}
                    """,
                value: 4,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in
            season.weeks.compactMap { week in
                let quality = week.sessions.filter { $0.role?.countsAsHard ?? false }
                guard let last = quality.last else { return nil }
                let count = Set(quality.map(\.sessionKey)).count
                return Measure(
                    Double(count), "\(week.label) has \(count) quality and test sessions", at: last.source,
                    label: "week \(week.number)"
                ) { _ in "make \(last.name) an easy session" }
            }
        },
        LintRule(
            .qualityBesideLongRun, unit: "h", .below(48), .convention,
            source: "planners keep nothing hard next to the long run",
            explanation: "Hours between a long run and the quality or test session before or after it.",
            fix: "Leave an easy day between them.", reportedAs: ["hard-days-adjacent"],
            examples: RuleExamples(
                bad: """
                    limits: {hard: {spacing: 24h}}
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [400], week: [{id: cruise, template: cruise, day: sat},
                          {id: long, role: long, template: run, day: sun, share: 27%}, {id: easy, template: run, count: 3, day: [tue, wed, thu]}]}
                    """,
                value: 24,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [400], week: *run}
                    """)
        ) { season, _ in
            season.hardPairs.filter(\.isLongRunPair).map { pair in
                Measure(
                    24, "\(pair.later.name) on \(pair.later.date) is next to \(pair.earlier.name) on the day before",
                    at: pair.later.source, label: "week \(pair.later.week)"
                ) { _ in "leave an easy day between them" }
            }
        },
        LintRule(
            .sessionsOnQualityDay, .above(nil), .convention,
            source: "quality first, strength after; one hard session a day",
            explanation: """
                A day with quality may have easy sessions and strength, but strength comes after it (where both have a \
                time), and a second hard session is one too many.
                """,
            fix: "Move strength behind the quality session, or the second hard session to another day.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: gym, template: gym, day: tue, time: "07:00"},
                          {id: vo2, template: vo2, day: tue, time: "18:00"}, {id: long, role: long, template: ride, day: sun, share: 35%},
                          {id: easy, template: ride, day: [wed, sat], count: 2}]}
                    """,
                value: nil,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: gym, template: gym, day: tue, time: "18:00"},
                          {id: vo2, template: vo2, day: tue, time: "07:00"}, {id: long, role: long, template: ride, day: sun, share: 35%},
                          {id: easy, template: ride, day: [wed, sat], count: 2}]}
                    """)
        ) { season, _ in season.crowdedQualityDays },
    ]
}

/// Two hard sessions on neighbouring days.
private struct HardPair {
    let earlier: PlannedEntry
    let later: PlannedEntry

    /// Whether it is a long run with quality or a test.
    var isLongRunPair: Bool {
        let pair = [earlier, later]
        return pair.contains { $0.role == .long && $0.sport?.family == .run }
            && pair.contains { $0.role?.countsAsHard ?? false }
    }
}

extension Season {
    /// The first hard session of each day that has one.
    private var hardDays: [PlannedEntry] {
        var days: [PlannedEntry] = []
        for session in sessions where session.isHard && days.last?.date != session.date { days.append(session) }
        return days
    }

    fileprivate var hardPairs: [HardPair] {
        zip(hardDays, hardDays.dropFirst()).filter { $1.date - $0.date == 1 }.map {
            HardPair(earlier: $0, later: $1)
        }
    }

    /// Hard days in a row; two are a warning, or another rule's where one is a long run, three an error.
    fileprivate func hardStreaks(_ threshold: Threshold) -> [Measure] {
        var streaks: [[PlannedEntry]] = []
        for day in hardDays {
            if let last = streaks.last?.last, day.date - last.date == 1 {
                streaks[streaks.count - 1].append(day)
            } else {
                streaks.append([day])
            }
        }
        return streaks.compactMap { streak in
            guard let first = streak.first, let last = streak.last, streak.count > 1,
                let judged = threshold.judge(24)
            else { return nil }
            if streak.count == 2, HardPair(earlier: first, later: last).isLongRunPair { return nil }
            return Measure(
                24,
                "hard sessions on \(streak.count) days in a row, \(first.date) to \(last.date):"
                    + " \(streak.map(\.name).joined(separator: ", "))",
                at: last.source, label: "week \(last.week)", severity: streak.count > 2 ? .error : judged.severity,
                limit: judged.limit
            ) { _ in "move one of them by a day" }
        }
    }

    fileprivate var crowdedQualityDays: [Measure] {
        var result: [Measure] = []
        for offset in 0..<loads.count {
            let day = sessions(on: start + offset)
            guard let quality = day.first(where: { $0.isHard }) else { continue }
            let second = day.first { $0.isHard && $0.sessionKey != quality.sessionKey }
            if let second {
                result.append(
                    Measure(
                        nil, "\(second.name) is a second hard session on \(second.date), after \(quality.name)",
                        at: second.source, label: "week \(second.week)", severity: .warning
                    ) { _ in "move one of them, or make it easy" })
            }
            let early = day.first { gym in
                guard gym.role == .strength, let time = gym.time, let later = quality.time else { return false }
                return time < later
            }
            if let early, quality.role != .long {
                result.append(
                    Measure(
                        nil, "\(early.name) comes before \(quality.name) on \(early.date)", at: early.source,
                        label: "week \(early.week)", severity: .warning
                    ) { _ in "put it after the quality session" })
            }
        }
        return result
    }
}
