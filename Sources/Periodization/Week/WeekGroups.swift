import PlanSpec
import Workouts

/// How a week's target falls apart into targets of their own: one, or one a sport.
struct WeekGroups {
    /// The group of each session; nil for one that no group's target counts.
    var members: [Int?]
    /// Each group's target.
    var totals: [Double]
    /// What each group has of it before its sessions are sized.
    var committed: [Double]
}

extension WeekBuilder {
    /// The groups of a week.
    ///
    /// With a split by sport, what the split doesn't name is taken off the target first, and a brick counts in its
    /// parts' sports as far as `contents` tells its size. In distance, only the plan's sport counts.
    mutating func groups(
        _ drafts: [Draft], _ frame: WeekFrame, _ commitments: [Commitment], contents: [Int: SessionContent]
    ) -> WeekGroups {
        let target = frame.target ?? 0
        let measure = frame.measure
        let split = plan.phases[frame.phaseIndex].sports
        var members: [Int?] = []
        for draft in drafts { members.append(group(of: draft, split, measure)) }
        guard !split.isEmpty else {
            let counted = commitments.filter { measure != .distance || isOfPlan($0.draft.sport) }
            return WeekGroups(
                members: members, totals: [target], committed: [counted.reduce(0) { $0 + measure.of($1.content) }])
        }
        var committed = Array(repeating: 0.0, count: split.count)
        var outside = 0.0
        let parts =
            commitments.map { ($0.draft, $0.content) }
            + drafts.indices.filter { members[$0] == nil }.compactMap { index in
                contents[index].map { (drafts[index], $0) }
            }
        for (draft, content) in parts {
            for (part, sized) in zip(draft.parts, content.parts) {
                let size = measure.of(SessionContent(parts: [sized]))
                if let group = split.place(of: part.sport) {
                    committed[group] += size
                } else if measure != .distance {
                    outside += size
                }
            }
        }
        return WeekGroups(
            members: members, totals: split.map { $0.share * max(0, target - outside) }, committed: committed)
    }

    private mutating func group(of draft: Draft, _ split: [SportShare], _ measure: SizeMeasure) -> Int? {
        if measure == .distance, (sizer.range(draft, .distance, within: nil)?.upperBound ?? 0) <= 0 { return nil }
        if split.isEmpty { return measure != .distance || isOfPlan(draft.sport) ? 0 : nil }
        let places = Set(draft.parts.map { split.place(of: $0.sport) })
        return places.count == 1 ? places.first ?? nil : nil
    }

    private func isOfPlan(_ sport: Sport) -> Bool { sport.family == plan.sport.family }
}

extension [SportShare] {
    /// The place of the share that a sport belongs to: its own, else its family's.
    func place(of sport: Sport) -> Int? {
        firstIndex { $0.sport == sport } ?? firstIndex { $0.sport == sport.family }
    }
}
