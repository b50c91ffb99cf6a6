public import LoadSimulation

/// The largest, and the least, weekly loads under all limits.
///
/// Every limit reads "this week's load is at most a non-decreasing function of the loads before", so taking the largest
/// allowed load week by week gives the largest CTL in every week, and `solve` only has to find one number: the factor of
/// the author's shape. Both are exact.
public struct LoadSolver: Sendable {
    /// What a week is to have before limits cut it.
    public enum Wish: Hashable, Sendable {
        /// So much of the solved factor.
        case scaled(Double)
        /// So much of the mean loading week since the last recovery week.
        case recovery(Double)
        /// A number from the file, whatever the limits say.
        case stated(Double)
        /// The load that raises CTL by so many points.
        case rise(Double)
        /// The load that ends the week at a CTL.
        case end(Double)
    }

    /// One week.
    public struct Week: Sendable {
        /// What it is to have.
        public var wish: Wish
        /// How its load falls on its days.
        public var shape: WeekShape
        /// Whether it is a loading week.
        public var isLoading: Bool
        /// The part of a week that it is, for a last one of fewer days.
        public var part: Double
        /// Load of A and B races, which the limits on load and hours leave out.
        public var bigRaces: Double
        /// Load of an hour as its sessions have it.
        public var loadPerHour: Double
        /// The most that its sessions and days can hold.
        public var room: Double
        /// What races, fixed and pinned sessions bring, whatever the wish and the limits say.
        public var committed = 0.0

        /// Makes a week.
        public init(
            _ wish: Wish, shape: WeekShape = .even, isLoading: Bool = true, part: Double = 1, bigRaces: Double = 0,
            loadPerHour: Double = .infinity, room: Double = .infinity
        ) {
            self.wish = wish
            self.shape = shape
            self.isLoading = isLoading
            self.part = part
            self.bigRaces = bigRaces
            self.loadPerHour = loadPerHour
            self.room = room
        }
    }

    /// Limits that hold in every week; infinite means none.
    public struct Limits: Hashable, Sendable {
        /// Most CTL points a week.
        public var ramp = Double.infinity
        /// Most load a week.
        public var load = Double.infinity
        /// Most hours a week.
        public var hours = Double.infinity
        /// Most growth over the largest loading week before, 0.2 for 20 %.
        public var growth = Double.infinity
        /// Lowest same-day form.
        public var form = -Double.infinity

        /// No limits.
        public init() {}
    }

    /// What came before the first week.
    public struct Start: Hashable, Sendable {
        /// CTL and ATL on the evening before.
        public var fitness: Fitness
        /// The week that the athlete is used to: seven times the CTL that the plan starts from.
        public var accustomed: Double
        /// The largest loading target so far.
        public var largest: Double?
        /// Loading targets since the last recovery week.
        public var run = LoadingRun()

        /// A start without anything before it.
        public init(_ fitness: Fitness) {
            self.fitness = fitness
            accustomed = 7 * fitness.ctl
        }

        /// Takes note of a week.
        mutating func add(_ load: Double, isLoading: Bool) {
            run.add(load, isLoading: isLoading)
            if isLoading { largest = max(largest ?? 0, load) }
        }
    }

    /// The weeks in order.
    public var weeks: [Week]
    /// Limits that hold in every week.
    public var limits: Limits
    /// What came before.
    public let start: Start
    /// A recovery week rests on the last loading week alone, as published test cases have it.
    var restsOnLastWeek = false
    /// The load of each week after the last run.
    public private(set) var loads: [Double]
    /// CTL on each week's last evening after the last run.
    public private(set) var ctl: [Double]
    /// CTL and ATL on the last evening of the last run.
    public private(set) var evening: Fitness
    /// The highest CTL on any evening of the last run.
    public private(set) var peak = 0.0

    /// Makes a solver.
    public init(_ weeks: [Week], limits: Limits = Limits(), start: Start) {
        self.weeks = weeks
        self.limits = limits
        self.start = start
        loads = Array(repeating: 0, count: weeks.count)
        ctl = loads
        evening = start.fitness
    }

    /// Beyond what any week can be.
    static let plenty = 1e7

    /// Runs through the weeks with a factor; as a whole the pass is the largest plan under its shape and the limits.
    ///
    /// - Parameter peaking: whether the highest evening is wanted too.
    public mutating func run(factor: Double, peaking: Bool = false) {
        var state = start.fitness
        var memory = start
        var last = start.run.last
        peak = -.infinity
        // Through pointers: weeks are large, and nothing of them is to be copied.
        weeks.withUnsafeBufferPointer { weeks in
            for index in weeks.indices {
                let mean = (restsOnLastWeek ? last : memory.run.mean) ?? start.accustomed
                let load = weeks[index].load(factor, limits, state, memory, mean: mean)
                let spread = max(0, load - weeks[index].shape.offset)
                if peaking { peak = max(peak, weeks[index].shape.peak(state, spread)) }
                state = weeks[index].shape.lastEvening(state, spread)
                memory.add(load, isLoading: weeks[index].isLoading)
                if weeks[index].isLoading { last = load }
                loads[index] = load
                ctl[index] = state.ctl
            }
        }
        evening = state
    }

    /// What held each week of the last run below what it was to have.
    public func bindings(factor: Double) -> [Binding] {
        verdicts(factor: factor).map(\.binding)
    }

    /// What held each week of the last run, and what it was to have where more is committed.
    func verdicts(factor: Double) -> [(binding: Binding, raised: Double?)] {
        var state = start.fitness
        var memory = start
        var last = start.run.last
        return weeks.indices.map { index in
            let mean = (restsOnLastWeek ? last : memory.run.mean) ?? start.accustomed
            let load = loads[index]
            let binding = weeks[index].binding(at: load, factor, limits, state, memory, mean: mean)
            let raised = weeks[index].raised(factor, state, mean: mean)
            state = weeks[index].shape.lastEvening(state, max(0, load - weeks[index].shape.offset))
            memory.add(load, isLoading: weeks[index].isLoading)
            if weeks[index].isLoading { last = load }
            return (binding, raised)
        }
    }
}

/// The loading targets since the last recovery week.
public struct LoadingRun: Hashable, Sendable {
    private var sum = 0.0
    private var count = 0
    /// Whether a recovery week came since; the mean stays until the next loading week.
    private var isOver = false
    /// The last loading target.
    public private(set) var last: Double?

    /// Nothing so far.
    public init() {}

    /// Their mean; nil where there is none.
    public var mean: Double? { count > 0 ? sum / Double(count) : nil }

    /// Takes note of a week.
    mutating func add(_ load: Double, isLoading: Bool) {
        guard isLoading else {
            isOver = true
            return
        }
        if isOver { self = LoadingRun() }
        sum += load
        count += 1
        last = load
    }
}

/// What can hold a week's load down.
public struct Binding: OptionSet, Hashable, Sendable {
    /// One bit a cause.
    public let rawValue: UInt8

    /// Makes a set of causes.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `limits.ramp`
    public static let ramp = Binding(rawValue: 1)
    /// `limits.load`
    public static let load = Binding(rawValue: 2)
    /// `limits.hours`
    public static let hours = Binding(rawValue: 4)
    /// `limits.growth`
    public static let growth = Binding(rawValue: 8)
    /// `limits.form`
    public static let form = Binding(rawValue: 16)
    /// What the sessions and their days can hold.
    public static let availability = Binding(rawValue: 32)
    /// A recovery week.
    public static let rhythm = Binding(rawValue: 64)

    /// The limits of the file, in their order.
    static let limits: [Binding] = [.growth, .ramp, .load, .hours, .form]

    /// The names as results have them.
    public var names: [String] {
        let all: [(Binding, String)] = [
            (.ramp, "limits.ramp"), (.load, "limits.load"), (.hours, "limits.hours"), (.growth, "limits.growth"),
            (.form, "limits.form"), (.availability, "availability"), (.rhythm, "rhythm"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
