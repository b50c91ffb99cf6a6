public import LoadSimulation

/// How a week's load falls on its seven days, and what that makes of CTL and ATL on each evening.
///
/// The model is linear: an evening's CTL is `keep · CTL before the week + constant + gain · load`.
public struct WeekShape: Sendable {
    /// One evening's CTL and ATL as linear functions.
    struct Evening: Sendable {
        var keepsCTL = 1.0
        var constantCTL = 0.0
        var gainCTL = 0.0
        var keepsATL = 1.0
        var constantATL = 0.0
        var gainATL = 0.0

        /// CTL for a state before the week and a load that is spread.
        func ctl(_ state: Fitness, _ spread: Double) -> Double {
            keepsCTL * state.ctl + constantCTL + gainCTL * spread
        }

        /// ATL for a state before the week and a load that is spread.
        func atl(_ state: Fitness, _ spread: Double) -> Double {
            keepsATL * state.atl + constantATL + gainATL * spread
        }
    }

    /// What of the target is not spread: races on their days, and what counts in the target but not in the curve.
    let offset: Double
    /// The seven evenings.
    let evenings: InlineArray<7, Evening>
    /// The last of them.
    let last: Evening
    /// What form on the evenings leaves room for.
    let forms: FormRoom
    /// The part of the spread load that each day gets, 1 together.
    let shares: InlineArray<7, Double>
    /// Races on their days.
    let races: InlineArray<7, Double>
    /// Makes the shape of a week.
    ///
    /// - Parameters:
    ///   - weights: seven numbers in the proportion of the days' loads; all 0 means even days.
    ///   - races: seven loads that stay on their days.
    ///   - uncounted: load of the target that the curve doesn't see, such as strength.
    ///   - others: seven loads that the curve sees and the target doesn't, such as an athlete's own events.
    ///   - exempt: days on which form has no limit, one bit each.
    public init(
        weights: [Double], races: [Double] = [0, 0, 0, 0, 0, 0, 0], uncounted: Double = 0,
        others: [DailyLoad]? = nil, exempt: UInt8 = 0, constants: TimeConstants = .standard
    ) {
        let sum = weights.reduce(0, +)
        let days = (0..<7).map { sum > 0 ? weights[$0] / sum : 1.0 / 7 }
        let (gain, fatigueGain) = (constants.fitnessGain, constants.fatigueGain)
        var evening = Evening()
        evenings = InlineArray { day in
            evening.keepsCTL *= 1 - gain
            evening.constantCTL = (1 - gain) * evening.constantCTL + gain * (races[day] + (others?[day].fitness ?? 0))
            evening.gainCTL = (1 - gain) * evening.gainCTL + gain * days[day]
            evening.keepsATL *= 1 - fatigueGain
            evening.constantATL =
                (1 - fatigueGain) * evening.constantATL + fatigueGain * (races[day] + (others?[day].fatigue ?? 0))
            evening.gainATL = (1 - fatigueGain) * evening.gainATL + fatigueGain * days[day]
            return evening
        }
        shares = InlineArray { days[$0] }
        self.races = InlineArray { races[$0] }
        offset = races.reduce(0, +) + uncounted
        last = evenings[6]
        forms = FormRoom(evenings, exempt: exempt)
    }

    /// A week of fewer days: equal ones, and after them the last evening again.
    init(firstDays count: Int, constants: TimeConstants = .standard) {
        let part = 1.0 / Double(count)
        let (gain, fatigueGain) = (constants.fitnessGain, constants.fatigueGain)
        var evening = Evening()
        evenings = InlineArray { day in
            guard day < count else { return evening }
            evening.keepsCTL *= 1 - gain
            evening.gainCTL = (1 - gain) * evening.gainCTL + gain * part
            evening.keepsATL *= 1 - fatigueGain
            evening.gainATL = (1 - fatigueGain) * evening.gainATL + fatigueGain * part
            return evening
        }
        shares = InlineArray { $0 < count ? part : 0 }
        races = InlineArray(repeating: 0)
        offset = 0
        last = evenings[6]
        forms = FormRoom(evenings, exempt: 0)
    }

    /// Seven equal days.
    public static let even = WeekShape(weights: [1, 1, 1, 1, 1, 1, 1])

    /// The curve's load of each day for a target.
    public func days(of target: Double) -> [Double] {
        let spread = max(0, target - offset)
        return (0..<7).map { races[$0] + shares[$0] * spread }
    }
}

/// What a week's load may be for a form on each of its evenings, evening beside evening in the lanes of vectors.
struct FormRoom: Sendable {
    private var keepsCTL = SIMD8<Double>(repeating: 0)
    private var keepsATL = SIMD8<Double>(repeating: 0)
    private var constant = SIMD8<Double>(repeating: 0)
    /// The load that takes a point of form away; infinite where no load of the week does, or where form has no limit.
    private var loadPerPoint = SIMD8<Double>(repeating: .infinity)

    init(_ evenings: InlineArray<7, WeekShape.Evening>, exempt: UInt8) {
        for day in 0..<7 {
            let evening = evenings[day]
            keepsCTL[day] = evening.keepsCTL
            keepsATL[day] = evening.keepsATL
            constant[day] = evening.constantCTL - evening.constantATL
            let falls = evening.gainATL - evening.gainCTL
            if falls > 0, exempt >> UInt8(day) & 1 == 0 { loadPerPoint[day] = 1 / falls }
        }
    }

    /// The most that may be spread so that form stays at `form` or above.
    func spread(keeping form: Double, _ state: Fitness) -> Double {
        let above = keepsCTL * state.ctl - keepsATL * state.atl + (constant - form)
        let none = SIMD8<Double>(repeating: .infinity)
        return (above * loadPerPoint).replacing(with: none, where: loadPerPoint .== none).min()
    }
}
