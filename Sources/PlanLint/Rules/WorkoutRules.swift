import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 39 and 41 to 43: what a single workout says.
    static let workoutRules: [LintRule] = [
        LintRule(
            .sessionOffSlot, unit: "%", .above(10, error: 20), .structure,
            source: "a workout that can't be as big as planned is not the workout that was planned",
            explanation: """
                A session's load against the load that its own `load` or its `share` of the week asked for, at least two \
                points apart, where nothing that `binding` names explains it.
                """,
            fix: "Choose another template, widen its parameters, or change the share.", reportedAs: ["load-differs"],
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: long, role: long, template: vo2, day: sun, share: 30%}, {id: easy, template: ride, count: 3, day: [tue, wed, fri]}]}
                    """,
                value: 39.7,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.missedSlots },
        LintRule(
            .aboveThreshold, unit: "an hour", .above(nil, error: 100), .arithmetic,
            source: "threshold is what can be held for about an hour: 100 points",
            explanation: """
                Load an hour of workouts and races that last an hour or more, or, where more than an hour is more than \
                5 % above threshold, the load an hour of that.
                """,
            fix: "Raise the threshold, or lower the targets.",
            examples: RuleExamples(
                bad: """
                    lint: {easy-share: off, week-growth: off, relative-ramp: off, ramp-too-steep: off}
                    phases:
                      - {id: base, kind: base, weeks: 1, week: [{id: vo2, template: vo2, day: tue}, {id: easy, template: ride, day: sun}, {id: mad, role: quality, day: thu, text: "- 70m 104%"}]}
                    """,
                value: 108,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.sessions.flatMap(\.impossibleEfforts) },
        LintRule(
            .thresholdMissing, .above(nil), .arithmetic,
            source: "load is relative to a threshold",
            explanation: """
                The engine calls a load that can't be computed `unknown-load`. Where the file has no threshold for power \
                or pace, sessions are sized with a stand-in (FTP 250, 4:00/km, 1:40/100m), and this warns that their \
                loads are somebody else's. A roster's thresholds are used for its athletes.
                """,
            fix: "State the sport's threshold under `athlete.thresholds`.", reportedAs: ["unknown-load"],
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: swim, sport: Swim, role: easy, day: mon, text: "- 30m 80% Pace"}, {id: long, role: long, template: ride, day: sun, share: 35%}, {id: easy, template: ride, count: 2, day: [wed, fri]}]}
                    """,
                value: nil,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.standInThresholds },
        LintRule(
            .stepWithoutTarget, .above(nil), .service,
            source: "the service counts a step without target with 0 W",
            explanation: """
                Steps without power, heart rate or pace in a workout that has such targets elsewhere, so that its load \
                is computed with 0 for them. Free riding, all-out efforts, and steps that say rest, walk or recover are \
                left out.
                """,
            fix: "Give the step a target, or call it a rest.",
            examples: RuleExamples(
                bad: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: [{id: tempo, role: quality, day: tue, text: "- 20m\\n- 20m 80%"}, {id: long, role: long, template: ride, day: sun, share: 40%}, {id: easy, template: ride, count: 2, day: [wed, fri]}]}
                    """,
                value: nil,
                good: """
                    phases:
                      - {id: base, kind: base, weeks: 1, load: [420], week: *ride}
                    """)
        ) { season, _ in season.stepsWithoutTarget },
    ]
}

extension Season {
    fileprivate var missedSlots: [Measure] {
        let specs = sessionSpecs
        return weeks.filter { $0.binding.isEmpty && !$0.isTouchedByLife }.flatMap { week -> [Measure] in
            let here = week.sessions.compactMap { specs[$0.source] }
            // Where nothing is unsized, shares take the whole of the target in proportion.
            let sharesHold = here.contains {
                $0.share.isEmpty && $0.load.isEmpty && $0.duration.isEmpty && $0.distance.isEmpty
            }
            return week.sessions.compactMap { session -> Measure? in
                // A brick has one slot for all its parts.
                guard session.category == .workout, (session.brickPart ?? 1) == 1,
                    let spec = specs[session.source], let load = week.slotLoad(of: session),
                    sharesHold || spec.share.isEmpty, !week.isOverTarget,
                    let wanted = spec.wantedLoad(in: week, loadingIndex: loadingIndex(of: week)),
                    wanted > 0, abs(Double(load) - wanted) >= 2
                else { return nil }
                let miss = abs(Double(load) / wanted - 1) * 100
                return Measure(
                    miss,
                    "\(session.name) on \(session.date) has a load of \(load) where \(figure(wanted)) was asked for,"
                        + " \(figure(miss)) % apart",
                    at: session.source, label: "week \(week.number)"
                ) { _ in "choose another template, widen its parameters, or ask for \(load)" }
            }
        }
    }

    /// Sessions of the plan's lists by the place where they are written.
    private var sessionSpecs: [SourceRange: SessionSpec] {
        var specs: [SourceRange: SessionSpec] = [:]
        for phase in plan.phases {
            for week in 1...max(1, phase.weeks) {
                for spec in phase.sessions(ofWeek: week) { specs[spec.range] = spec }
            }
        }
        return specs
    }

    /// Loading weeks of its phase before a week.
    private func loadingIndex(of week: SeasonWeek) -> Int {
        weeks.count { $0.phase.id == week.phase.id && $0.number < week.number && !$0.isRecovery }
    }

    fileprivate var standInThresholds: [Measure] {
        var seen: Set<Sport> = []
        return sessions.compactMap { session in
            guard session.workout != nil, let sport = session.sport, !seen.contains(sport.family) else { return nil }
            let own = plan.athlete.thresholds(for: sport)
            let missing: String? =
                switch session.planned.basis {
                case .power where own?.ftp == nil: "FTP"
                case .pace where own?.thresholdPace == nil: "threshold pace"
                default: nil
                }
            guard let missing else { return nil }
            seen.insert(sport.family)
            return Measure(
                nil, "the file has no \(missing) for \(sport.name); \(session.name) is sized with a stand-in",
                at: session.source, label: sport.name, severity: .warning
            ) { _ in "state it under athlete.thresholds" }
        }
    }

    fileprivate var stepsWithoutTarget: [Measure] {
        var seen: Set<SourceRange> = []
        return sessions.compactMap { session in
            guard let workout = session.workout, session.planned.basis != .explicit, workout.hasTargets,
                let step = workout.steps.first(where: \.isForgotten)
            else { return nil }
            let template = session.template.flatMap { plan.templates[$0]?.id.range }
            let place = template ?? session.source
            guard seen.insert(place).inserted else { return nil }
            let length = step.duration.map(durationFigure) ?? step.distance.map { "\(figure($0)) m" } ?? "?"
            return Measure(
                nil, "\(session.name) has a step of \(length) without a target, which the service counts with 0 W",
                at: place, label: session.name, severity: .warning
            ) { _ in "give it a target, or call it a rest" }
        }
    }
}

extension SessionSpec {
    /// The load that its own `load` or `share` asks for in a week; nil for other sizes.
    fileprivate func wantedLoad(in week: SeasonWeek, loadingIndex: Int) -> Double? {
        if !load.isEmpty, !week.isRecovery { return load[min(loadingIndex, load.count - 1)] }
        guard !share.isEmpty, let target = week.target, count == 1 else { return nil }
        let index = week.isRecovery ? max(0, loadingIndex - 1) : loadingIndex
        return share[min(index, share.count - 1)] * target
    }
}

extension PlannedEntry {
    /// What can't be held for so long if the threshold is right.
    fileprivate var impossibleEfforts: [Measure] {
        guard let load = planned.load, planned.duration >= 3600 else { return [] }
        let rate = Double(load) / Double(planned.duration) * 3600
        // Zone 6 of pace and zone 5 of power begin near 104 and 105 % of threshold.
        let above = planned.basis == .explicit ? nil : seconds(inZones: (planned.basis == .pace ? 6 : 5)...)
        let isLong = (above ?? 0) > 3600
        let value = isLong ? max(rate, 100 * 1.05 * 1.05) : rate
        let text =
            isLong
            ? "\(name) on \(date) has \(durationFigure(above ?? 0)) more than 5 % above threshold"
            : "\(name) on \(date) has a load of \(load) in \(durationFigure(planned.duration)), \(figure(rate)) an hour"
        return [
            Measure(value, text, at: source, label: "week \(week)") { _ in
                "raise the threshold, or lower the targets"
            }
        ]
    }
}

extension Workout {
    /// All steps, those in blocks included.
    fileprivate var steps: [Step] {
        items.flatMap { item -> [Step] in
            switch item {
            case .step(let step): [step]
            case .block(let block): block.steps
            }
        }
    }

    fileprivate var hasTargets: Bool { steps.contains { $0.hasTarget } }
}

extension Step {
    fileprivate var hasTarget: Bool { power != nil || heartRate != nil || pace != nil }

    /// Whether it has no target, and nothing says that this is meant.
    fileprivate var isForgotten: Bool {
        guard !hasTarget, !freeride, !maxEffort, intensity == nil || intensity == "active" else { return false }
        let words = text.lowercased()
        return !["rest", "walk", "recover", "pause", "stand", "jog", "stretch", "drill"].contains { words.contains($0) }
    }
}
