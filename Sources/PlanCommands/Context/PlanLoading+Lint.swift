import Diagnostics
import PlanLint

extension PlanLoading {
    /// Every finding, with those of the coach's rules if the plan could be expanded, without what the plan allows.
    ///
    /// A roster's plans are judged for each athlete; what is the same for several is told once.
    var linted: [Diagnostic] {
        if let squad { return squad.diagnostics(of: squad.loadings.map(\.athlete)) { $0.linted } }
        guard let plan else { return diagnostics }
        return lint(plan.spec, plan.schedule, known: diagnostics).sorted(byFiles: sources.map(\.path))
    }
}
