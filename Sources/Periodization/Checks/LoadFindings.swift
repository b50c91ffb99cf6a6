import Diagnostics
import PlanSpec
import Workouts

/// Sessions whose load nobody can predict, or whose stated load is not what the service will compute; once a line of
/// the file.
func loadFindings(_ weeks: [BuiltWeek]) -> [Diagnostic] {
    var seen: Set<SourceRange> = []
    return weeks.flatMap { week in
        let all =
            week.commitments.map { ($0.draft, $0.content) } + week.sessions.map { ($0.draft, $0.content) }
        return all.compactMap { draft, content -> Diagnostic? in
            guard let finding = unknownLoad(draft, content, in: week) ?? otherLoad(draft, content),
                seen.insert(draft.spec.range).inserted
            else { return nil }
            return finding
        }
    }
}

/// An unknown load is an error where the week has a load target, else a warning.
private func unknownLoad(_ draft: Draft, _ content: SessionContent, in week: BuiltWeek) -> Diagnostic? {
    guard !content.hasLoad, draft.role != .strength, draft.sport.countsInFitness else { return nil }
    return Diagnostic(
        "unknown-load", week.frame.target != nil && week.frame.measure == .load ? .error : .warning,
        "the load of \(draft.name) can't be predicted; state `load`", at: draft.spec.range,
        notes: [Diagnostic.Note("first used in \(week.label), template \(draft.template.id.value)")])
}

/// The service computes the load of steps itself, whatever the file states; sizing makes up for it where there are knobs.
private func otherLoad(_ draft: Draft, _ content: SessionContent) -> Diagnostic? {
    guard case .ownLoad(let stated) = draft.size, draft.template.scale.isEmpty, draft.spec.scale?.isEmpty ?? true,
        content.parts.contains(where: { $0.planned.basis != .explicit }), content.hasLoad,
        abs(content.load - stated) > SizeMeasure.load.tolerance(stated)
    else { return nil }
    return Diagnostic(
        "load-differs", .warning,
        "\(draft.name) states a load of \(figure(stated)), but the service computes \(figure(content.load)) from its steps",
        at: draft.spec.ranges["load"] ?? draft.spec.range, limit: stated, value: content.load)
}
