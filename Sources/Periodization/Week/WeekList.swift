import PlanSpec

/// Which list a week's sessions come from; weeks with the same source share one pattern week.
enum ListSource: Hashable {
    /// The list of the phase with that index.
    case phase(Int)
    /// The recovery list of the phase with that index.
    case recovery(Int)
    /// The list that the week of that number brings along.
    case week(Int)
}

/// The sessions of a week as its lists and overrides say, before anything is placed.
struct WeekList {
    /// Where the list comes from.
    let source: ListSource
    /// The sessions in the order of the list.
    let drafts: [Draft]

    /// Resolves the list of a week.
    init(_ frame: WeekFrame, in plan: Plan) {
        let phase = plan.phases[frame.phaseIndex]
        let ownList = frame.override?.week ?? (frame.recovery ? phase.recoveryWeek : nil)
        source =
            frame.override?.week != nil
            ? .week(frame.number) : ownList != nil ? .recovery(frame.phaseIndex) : .phase(frame.phaseIndex)
        let specs = phase.sessions(ofWeek: frame.phaseWeek)
        let isDerived = frame.recovery && ownList == nil
        let index = isDerived ? max(0, frame.loadingIndex - 1) : frame.loadingIndex
        let depth = isDerived ? phase.recovery : 1
        var drafts = specs.flatMap { spec in
            (0..<spec.count).compactMap {
                Draft(spec, copy: $0, index: index, depth: depth, progressing: !isDerived, in: plan)
            }
        }
        if isDerived { drafts = drafts.keepingFirstQuality() }
        self.drafts = drafts
    }

    /// The list as its pattern week sees it: no overrides, loading weeks' sizes.
    static func pattern(of source: ListSource, frames: [WeekFrame], in plan: Plan) -> [Draft] {
        let specs: [SessionSpec]
        switch source {
        case .phase(let index): specs = plan.phases[index].week
        case .recovery(let index): specs = plan.phases[index].recoveryWeek ?? []
        case .week(let number): specs = frames[number - 1].override?.week ?? []
        }
        return specs.flatMap { spec in (0..<spec.count).compactMap { Draft(spec, copy: $0, in: plan) } }
    }
}

extension [Draft] {
    /// A recovery week without a list of its own keeps its first quality session only.
    fileprivate func keepingFirstQuality() -> [Draft] {
        let first = firstIndex { $0.role == .quality }
        return indices.filter { self[$0].role != .quality || $0 == first }.map { self[$0] }
    }
}
