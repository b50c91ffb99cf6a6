import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec

/// What a solved target promises, to be held against the sized sessions.
struct Promise {
    /// Where the target is written.
    let range: SourceRange
    /// The CTL, where it is one.
    var ctl: LoadSolver.Goal?
    /// The first and the last day of its phase.
    var first: CivilDate?
    var last: CivilDate?
    /// The race, and the form on its morning.
    var race: CivilDate?
    var form: Phase.FormGoal?

    /// A warning where the sessions come to something else: CTL more than a point apart, form more than three.
    func finding(_ curve: LoadCurve) -> Diagnostic? {
        if let ctl { return finding(ctl, curve) }
        guard let race, let form, let day = curve[race] else { return nil }
        let morning = curve[race - 1]?.evening ?? curve.start
        let (wanted, value) =
            switch form {
            case .points(let points): (points, day.morningForm)
            case .ofFitness(let part): (part * morning.ctl, day.morningForm)
            }
        guard abs(value - wanted) > 3 + 1e-6 else { return nil }
        return Diagnostic(
            "form-missed", .warning,
            "form on the morning of \(race) comes to \(figure(value, decimals: 1)) with the sized sessions,"
                + " \(figure(wanted, decimals: 1)) was wanted", at: range, limit: wanted, value: value)
    }

    private func finding(_ goal: LoadSolver.Goal, _ curve: LoadCurve) -> Diagnostic? {
        guard let first, let last else { return nil }
        let days = curve.days.filter { first <= $0.date && $0.date <= last }
        let reached = goal.occasion == .peak ? days.map(\.evening.ctl).max() : days.last?.evening.ctl
        guard let reached, abs(reached - goal.ctl) > 1 + 1e-6 else { return nil }
        return Diagnostic(
            "target-missed-by-rounding", .warning,
            "the sized sessions come to CTL \(figure(reached, decimals: 1)) where the targets reach"
                + " \(figure(goal.ctl, decimals: 1)); see which weeks miss their targets", at: range, limit: goal.ctl,
            value: reached)
    }
}
