import PlanSpec

/// The numbers that a phase states for its weeks, in the unit of their measure.
struct LoadingSeries {
    let form: Phase.LoadTarget?
    /// Loading weeks in the phase.
    let count: Int

    init(_ form: Phase.LoadTarget?, frames: some Collection<WeekFrame>) {
        self.form = form
        count = frames.count { !$0.recovery }
    }

    /// The first number, whatever week it belongs to.
    var first: Double? {
        switch form {
        case .list(let numbers): numbers.first
        case .linear(let start, _), .growth(let start, _): start
        default: nil
        }
    }

    /// Where the numbers come from.
    var source: WeekReason.Source {
        if case .list = form { .list } else { .series }
    }

    /// The week's stated number; nil for a recovery week that only follows from others.
    func target(of frame: WeekFrame) -> Double? {
        switch form {
        case .list(let numbers):
            return numbers.indices.contains(frame.phaseWeek - 1) ? numbers[frame.phaseWeek - 1] : nil
        case .linear(let start, let end):
            guard !frame.recovery else { return nil }
            return count < 2 ? start : start + (end - start) * Double(frame.loadingIndex) / Double(count - 1)
        case .growth(let start, let rate):
            guard !frame.recovery else { return nil }
            return (0..<frame.loadingIndex).reduce(start) { load, _ in load * (1 + rate) }
        default:
            return nil
        }
    }
}
