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
    ///
    /// - Parameter hasFixedQuality: whether a fixed quality session takes the place of a recovery week's.
    init(_ frame: WeekFrame, hasFixedQuality: Bool, in plan: Plan, sizer: inout Sizer) {
        let phase = plan.phases[frame.phaseIndex]
        source = Self.source(of: frame, in: plan)
        let isDerived = frame.recovery && source == .phase(frame.phaseIndex)
        let turn = Draft.Turn(
            index: isDerived ? max(0, frame.loadingIndex - 1) : frame.loadingIndex,
            depth: isDerived ? phase.recovery : 1, progressing: !isDerived)
        let drafts = phase.sessions(ofWeek: frame.phaseWeek).drafts(turn, in: plan, sizer: &sizer)
        self.drafts = isDerived ? drafts.keepingFirstQuality(unless: hasFixedQuality) : drafts
    }

    /// Where a week's list comes from.
    static func source(of frame: WeekFrame, in plan: Plan) -> ListSource {
        if frame.override?.week != nil { return .week(frame.number) }
        let hasOwn = frame.recovery && plan.phases[frame.phaseIndex].recoveryWeek != nil
        return hasOwn ? .recovery(frame.phaseIndex) : .phase(frame.phaseIndex)
    }

    /// The list as its pattern week sees it: no overrides, loading weeks' sizes.
    static func pattern(of source: ListSource, frames: [WeekFrame], in plan: Plan, sizer: inout Sizer) -> [Draft] {
        let specs: [SessionSpec]
        switch source {
        case .phase(let index): specs = plan.phases[index].week
        case .recovery(let index): specs = plan.phases[index].recoveryWeek ?? []
        case .week(let number): specs = frames[number - 1].override?.week ?? []
        }
        return specs.drafts(Draft.Turn(), in: plan, sizer: &sizer)
    }
}

extension [SessionSpec] {
    /// The drafts of a list with every copy.
    fileprivate func drafts(_ turn: Draft.Turn, in plan: Plan, sizer: inout Sizer) -> [Draft] {
        var drafts: [Draft] = []
        for spec in self {
            for copy in 0..<spec.count {
                if let draft = Draft(spec, copy: copy, turn: turn, in: plan, sizer: &sizer) { drafts.append(draft) }
            }
        }
        return drafts
    }
}

extension [Draft] {
    /// A recovery week without a list of its own keeps its first quality session only, and none beside a fixed one.
    fileprivate func keepingFirstQuality(unless hasFixed: Bool) -> [Draft] {
        let first = hasFixed ? nil : firstIndex { $0.role == .quality }
        return indices.filter { self[$0].role != .quality || $0 == first }.map { self[$0] }
    }
}
