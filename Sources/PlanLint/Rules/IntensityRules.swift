import CivilDates
import Diagnostics
import Glibc
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 19 to 21: how intensity is spread.
    static let intensityRules: [LintRule] = [
        LintRule(
            .runIntensityShare, unit: "%", .above(10), .convention,
            source: "Daniels: threshold 10 %, interval 8 %, repetition 5 % of a week's running",
            explanation: """
                Time in the pace zones Z4-Z5 (threshold), Z6 (interval) and Z7 (repetition) as shares of the week's \
                running time, in weeks of two hours or more. A number in `lint` is the one for threshold; the other two \
                keep their proportion of 8 and 5 tenths.
                """,
            fix: "Take a repetition out, or add easy running.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: long, role: long, template: run, day: sun, share: 26%},
                          {id: cruise, template: cruise, day: tue}, {id: more, template: cruise, day: thu}, {id: easy, template: run, count: 2, day: [wed, sat]}]}
                    """,
                value: 13.2,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *run}
                    """)
        ) { season, threshold in season.runShares(threshold) },
        LintRule(
            .easyShare, unit: "%", .below(80), .convention,
            source: "Seiler: 80 % of sessions below threshold, often 90 % of time",
            explanation: """
                Time in zones Z1-Z2 of a phase's workouts whose zones are known, races left out, in percent. It counts \
                time, not sessions: a phase in which three quarters of the sessions or more are neither quality nor test \
                nor race passes too, whatever its time.
                """,
            fix: "Lengthen the easy sessions, or make a quality session easy.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [330], week: [{id: a, template: sweetspot, day: tue},
                          {id: b, template: sweetspot, day: thu}, {id: easy, template: ride, day: [sat, sun], count: 2}]}
                    """,
                value: 74.7,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.easyShares },
        LintRule(
            .intensityModel, .above(nil), .convention,
            source: "Treff 2019: polarised where log10(Z1 / Z2 x Z3 x 100) is above 2; pyramidal where Z1 > Z2 > Z3",
            explanation: """
                Speaks only where the plan says what it follows: `lint: {intensity-model: polarised}` or `pyramidal`. \
                The three zones are time easy (Z1-Z2 of the service), between (Z3-Z4) and above threshold (Z5 and more) \
                of each base, build and peak phase, races left out. Without anything between, a phase with hard time is \
                polarised.
                """,
            fix: "Move time from between to easy or hard, or say what the plan follows.",
            examples: RuleExamples(
                bad: """
                    lint: {intensity-model: polarised}
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: tempo, template: sweetspot, day: tue},
                          {id: long, role: long, template: ride, day: sun, share: 40%}, {id: easy, template: ride, day: [thu, sat], count: 2}]}
                    """,
                value: nil,
                good: """
                    lint: {intensity-model: polarised}
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.modelBreaches },
    ]
}

/// Seconds easy, between the thresholds and hard, where zones are known.
private struct Distribution {
    var easy = 0
    var between = 0
    var hard = 0

    init(_ sessions: some Sequence<PlannedEntry>) {
        for session in sessions where !session.isRace {
            easy += session.seconds(inZones: 1...2) ?? 0
            between += session.seconds(inZones: 3...4) ?? 0
            hard += session.seconds(inZones: 5...) ?? 0
        }
    }

    var total: Int { easy + between + hard }
    /// Parts of the whole.
    var parts: (Double, Double, Double) {
        let total = Double(max(1, total))
        return (Double(easy) / total, Double(between) / total, Double(hard) / total)
    }
    /// Treff's index; infinite without time between, minus infinite without hard time.
    var polarisation: Double {
        let (one, two, three) = parts
        guard three > 0, one > 0 else { return -.infinity }
        return two > 0 ? log10(one / two * three * 100) : .infinity
    }
    /// In words for messages.
    var text: String {
        let (one, two, three) = parts
        return "\(figure(one * 100))/\(figure(two * 100))/\(figure(three * 100)) % easy, between and hard"
    }
}

extension Season {
    /// The workouts of each phase in order.
    private var phases: [(phase: Phase, sessions: [PlannedEntry])] {
        var result: [(phase: Phase, sessions: [PlannedEntry])] = []
        for week in weeks {
            if result.last?.phase.id == week.phase.id {
                result[result.count - 1].sessions += week.sessions
            } else {
                result.append((week.phase, week.sessions))
            }
        }
        return result
    }

    fileprivate func runShares(_ threshold: Threshold) -> [Measure] {
        let kinds: [(String, ClosedRange<Int>, Double)] = [
            ("threshold", 4...5, 1), ("interval", 6...6, 0.8), ("repetition", 7...12, 0.5),
        ]
        return weeks.flatMap { week -> [Measure] in
            let runs = week.sessions.filter { $0.sport?.family == .run && !$0.isRace }
            let total = runs.seconds
            guard total >= 7200 else { return [] }
            return kinds.compactMap { kind, zones, part in
                let paced = runs.filter { $0.planned.basis == .pace }
                let seconds = paced.reduce(0) { $0 + ($1.seconds(inZones: zones) ?? 0) }
                let share = Double(seconds) / Double(total) * 100
                let most = paced.max { ($0.seconds(inZones: zones) ?? 0) < ($1.seconds(inZones: zones) ?? 0) }
                return Measure(
                    share,
                    "\(kind) running is \(figure(share)) % of \(week.label), \(durationFigure(seconds)) of"
                        + " \(durationFigure(total))",
                    at: most?.source ?? week.place, label: "week \(week.number)", threshold: threshold.scaled(part)
                ) { "take \(durationFigure(max(60, (seconds - Int(Double(total) * $0 / 100)) / 60 * 60))) of it out" }
            }
        }
    }

    fileprivate var easyShares: [Measure] {
        phases.compactMap { phase, sessions in
            let endurance = sessions.filter { !$0.isRace && $0.role != .strength }
            let distribution = Distribution(endurance)
            let hard = Set(endurance.filter(\.isQuality).map(\.key)).count
            guard distribution.total > 0, Double(endurance.count - hard) < 0.75 * Double(endurance.count) else {
                return nil
            }
            let easy = distribution.parts.0 * 100
            return Measure(
                easy,
                "\(figure(easy)) % of the time of \(phase.name) is easy, and \(endurance.count - hard) of"
                    + " \(endurance.count) sessions are",
                at: phase.load?.range ?? phase.id.range, label: phase.name
            ) { _ in "lengthen easy sessions, or make a quality session easy" }
        }
    }

    fileprivate var modelBreaches: [Measure] {
        guard let model = plan.lint[.intensityModel]?.model else { return [] }
        return phases.filter { [.base, .build, .peak].contains($0.phase.kind) }.compactMap { phase, sessions in
            let distribution = Distribution(sessions)
            guard distribution.total > 0 else { return nil }
            let (one, two, three) = distribution.parts
            let isAsSaid = model == .polarised ? distribution.polarisation > 2 : one > two && two > three
            guard !isAsSaid else { return nil }
            let index = distribution.polarisation
            let more = index.isFinite ? ", polarisation index \(figure(index, decimals: 2))" : ""
            return Measure(
                index.isFinite ? index : nil, "\(phase.name) is not \(model.rawValue): \(distribution.text)\(more)",
                at: phase.id.range, label: phase.name, severity: .warning, limit: model == .polarised ? 2 : nil
            ) { _ in "move time from between to easy or hard, or say what the plan follows" }
        }
    }
}

extension Threshold {
    /// The thresholds for a kind of running that may have less of the week.
    fileprivate func scaled(_ part: Double) -> Threshold {
        func scale(_ bound: LintSetting.Bound?) -> LintSetting.Bound? {
            if case .limit(let limit) = bound { .limit(limit * part) } else { bound }
        }
        var result = self
        (result.warn, result.error) = (scale(warn), scale(error))
        return result
    }
}
