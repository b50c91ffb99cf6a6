import PlanSpec
import Workouts

/// What one session brings to the adding up of a week, in the week's measure.
struct SlotRequest {
    /// How big it is to be.
    enum Size {
        /// So much, whatever is left.
        case own(Double)
        /// A part of the week's target.
        case share(Double)
        /// What is left for it.
        case open
    }

    /// How big it is to be.
    var size: Size
    /// Its weight by role.
    var weight: Double
    /// What its template and its day allow.
    var range: ClosedRange<Double>
}

/// How a target is divided over sessions.
struct WeekSlots {
    /// The wanted size of each session.
    private(set) var sizes: [Double]

    /// Adds up: own sizes first, then shares of the target, then the rest by weight of role; without unsized sessions
    /// the shared ones take the rest in proportion.
    ///
    /// - Parameters:
    ///   - total: what all this adds up to.
    ///   - target: the week's target, which shares are of.
    ///   - committed: what races, fixed and pinned sessions have of the total.
    init(total: Double, target: Double, committed: Double, _ requests: [SlotRequest]) {
        var sizes = Array(repeating: 0.0, count: requests.count)
        var (shared, open): ([Int], [Int]) = ([], [])
        var weights = sizes
        for (index, request) in requests.enumerated() {
            let range = request.range
            switch request.size {
            case .own(let size): sizes[index] = size
            case .share(let share):
                shared.append(index)
                weights[index] = share * target
                sizes[index] = min(max(share * target, range.lowerBound), range.upperBound)
            case .open:
                open.append(index)
                weights[index] = request.weight
            }
        }
        let rest = total - committed - sizes.reduce(0, +)
        func slots(_ indices: [Int]) -> [Slot] {
            indices.map { Slot(weight: weights[$0], range: requests[$0].range) }
        }
        if open.contains(where: { weights[$0] > 0 }) || shared.isEmpty {
            for (index, size) in zip(open, shareOut(rest, over: slots(open))) { sizes[index] = size }
        } else {
            for index in open { sizes[index] = requests[index].range.lowerBound }
            let least = open.reduce(0) { $0 + sizes[$1] }
            let whole = rest - least + shared.reduce(0) { $0 + sizes[$1] }
            for (index, size) in zip(shared, shareOut(whole, over: slots(shared))) { sizes[index] = size }
        }
        self.sizes = sizes
    }
}
