import CivilDates
import PlanSpec
import Workouts

/// A list placed and sized alone, as the curve of the targets sees it.
struct PatternWeek {
    /// The load of each day that counts in fitness.
    var days = [0.0, 0, 0, 0, 0, 0, 0]
    /// The load that counts in the target but not in fitness.
    var uncounted = 0.0
    /// Seconds of everything in it.
    var seconds = 0
    /// The most load that its sessions and days can hold.
    var room = 0.0
}

/// A list whose sessions have their days in the pattern week.
struct PatternPlacement {
    /// The week: the first loading week of its phase without what its dates change.
    var frame: WeekFrame
    /// What happens every week.
    let commitments: [Commitment]
    /// The sessions with their days.
    let placed: [(draft: Draft, day: Int)]
    /// What is left of each day.
    let days: [PlacementProblem.Day]
}

extension WeekBuilder {
    /// The day of each session in the pattern week of a list, by the session's name.
    mutating func patternDays(of source: ListSource) -> [String: Int] {
        if let known = patterns[source] { return known }
        let placement = patternPlacement(of: source, target: nil)
        remember(placement, of: source)
        return patterns[source] ?? [:]
    }

    /// Keeps the days of a list's pattern week for the weeks to come.
    mutating func remember(_ placement: PatternPlacement?, of source: ListSource) {
        var days: [String: Int] = [:]
        for (draft, day) in placement?.placed ?? [] { days[draft.name] = day }
        patterns[source] = days
    }

    /// Places a list alone: plain availability and weekly fixed sessions, at the size of the phase's first loading week,
    /// or of `target`.
    mutating func patternPlacement(of source: ListSource, target: Double?) -> PatternPlacement? {
        let phaseIndex =
            switch source {
            case .phase(let index), .recovery(let index): index
            case .week(let number): frames[number - 1].phaseIndex
            }
        guard
            var plain = frames.first(where: { $0.phaseIndex == phaseIndex && !$0.recovery })
                ?? frames.first(where: { $0.phaseIndex == phaseIndex })
        else { return nil }
        plain.override = nil
        if let target { plain.target = target }
        let drafts = WeekList.pattern(of: source, frames: frames, in: plan, sizer: &sizer)
        return placedAlone(drafts, plain)
    }

    /// Places what the overrides of a week make of its list, alone, at the size of `target`.
    mutating func ownPlacement(of frame: WeekFrame, target: Double?) -> PatternPlacement {
        var frame = frame
        if let target { frame.target = target }
        let list = WeekList(frame, hasFixedQuality: false, in: plan, sizer: &sizer)
        return placedAlone(list.drafts, frame)
    }

    private mutating func placedAlone(_ drafts: [Draft], _ frame: WeekFrame) -> PatternPlacement {
        let scene = PlacementScene(
            rooms: availability(of: frame),
            commitments: fixed.weekly(in: frame, phase: plan.phases[frame.phaseIndex].id.value),
            pattern: nil, hardDates: [])
        let problem = placementProblem(drafts, frame: frame, scene)
        let days = PlacementSearch.solve(problem)
        return PatternPlacement(
            frame: frame, commitments: scene.commitments,
            placed: zip(drafts, days).compactMap { draft, day in day.map { (draft, $0) } }, days: problem.days)
    }

    /// Sizes a placed list to a target.
    ///
    /// - Parameter isDropping: whether sessions are left out where their smallest sizes are too much.
    mutating func patternWeek(_ placement: PatternPlacement, target: Double?, isDropping: Bool = false) -> PatternWeek {
        var week = BuiltWeek(frame: placement.frame, phase: "", commitments: placement.commitments)
        week.frame.target = target ?? week.frame.target
        var placed = placement.placed
        if isDropping {
            let dropped = whatIsTooMuch(placed.map(\.draft), without: [], week: &week)
            placed = placed.indices.filter { !dropped.contains($0) }.map { placed[$0] }
        }
        size(placed, days: placement.days, isPattern: true, in: &week)
        var pattern = PatternWeek(days: week.fitnessDays, seconds: week.duration)
        pattern.uncounted = week.load - pattern.days.reduce(0, +)
        pattern.room = room(of: week)
        return pattern
    }

    /// The largest target that a week's sessions can carry: a share takes its part of the target and no more, unless it
    /// is for the shared sessions to take what is left.
    private func room(of week: BuiltWeek) -> Double {
        var settled = week.commitments.reduce(0) { $0 + $1.content.load }
        var shares: [(part: Double, most: Double)] = []
        var open = 0.0
        for session in week.sessions {
            let most = session.range?.upperBound ?? 0
            if session.slot == nil {
                settled += session.content.load
            } else if case .share(let part) = session.draft.size {
                shares.append((part, most))
            } else {
                open += most
            }
        }
        let all = settled + open + shares.reduce(0) { $0 + $1.most }
        guard open > 0 else { return all }
        var (low, high) = (0.0, all)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let carried = settled + open + shares.reduce(0) { $0 + min($1.part * middle, $1.most) }
            if carried >= middle { low = middle } else { high = middle }
        }
        return high
    }

    /// The load of a list's week that its time limit allows, an hour; infinite where its sessions never last so long.
    mutating func loadPerHour(_ placement: PatternPlacement, limit: Int, room: Double) -> Double {
        guard limit > 0, patternWeek(placement, target: room).seconds > limit else { return .infinity }
        var (low, high) = (0.0, room)
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded()
            let week = patternWeek(placement, target: middle, isDropping: true)
            if week.seconds <= limit { low = middle } else { high = middle }
        }
        // By density, since the steps of sizes do not feed back; what never fits is known so as well.
        let week = patternWeek(placement, target: low, isDropping: true)
        return week.seconds > 0 ? (week.days.reduce(0, +) + week.uncounted) * 3600 / Double(week.seconds) : 0
    }
}

extension BuiltWeek {
    /// The load of each day as the fitness curve sees it.
    var fitnessDays: [Double] {
        var days = [0.0, 0, 0, 0, 0, 0, 0]
        func add(_ draft: Draft, _ content: SessionContent, _ day: Int) {
            guard days.indices.contains(day) else { return }
            for (part, sized) in zip(draft.parts, content.parts) where part.sport.countsInFitness {
                days[day] += Double(sized.planned.load ?? 0)
            }
        }
        for session in sessions { add(session.draft, session.content, session.day) }
        for commitment in commitments {
            add(commitment.draft, commitment.content, commitment.date - frame.start)
        }
        return days
    }
}
