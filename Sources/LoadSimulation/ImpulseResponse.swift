import Glibc

/// Banister's model of performance: every load adds fitness that fades slowly and fatigue that fades fast.
///
/// A curve to look at beside CTL and form, never what targets are solved for: published fits leave its four numbers wide
/// open (Hellard 2006). The load of a day counts on that day.
public struct ImpulseResponse: Hashable, Sendable {
    /// Performance without any training, in the unit that is measured, such as watts.
    public var base: Double
    /// Performance a point of fitness.
    public var fitnessWeight: Double
    /// Performance lost a point of fatigue.
    public var fatigueWeight: Double
    /// Days in which fitness falls to e⁻¹.
    public var fitnessDays: Double
    /// Days in which fatigue falls to e⁻¹.
    public var fatigueDays: Double

    /// Makes a model.
    public init(base: Double, fitnessWeight: Double, fatigueWeight: Double, fitnessDays: Double, fatigueDays: Double) {
        self.base = base
        self.fitnessWeight = fitnessWeight
        self.fatigueWeight = fatigueWeight
        self.fitnessDays = fitnessDays
        self.fatigueDays = fatigueDays
    }

    /// The state on one evening.
    public struct Evening: Hashable, Sendable {
        /// Accumulated fitness.
        public var fitness: Double
        /// Accumulated fatigue.
        public var fatigue: Double
        /// What they make of performance.
        public var performance: Double
    }

    /// The evenings of consecutive days: `g = g · exp(-1/τ) + load`, fatigue likewise, performance base + k₁g − k₂h.
    public func evenings(_ loads: some Sequence<Double>) -> [Evening] {
        let (keepsFitness, keepsFatigue) = (exp(-1 / fitnessDays), exp(-1 / fatigueDays))
        var (fitness, fatigue) = (0.0, 0.0)
        return loads.map { load in
            fitness = fitness * keepsFitness + load
            fatigue = fatigue * keepsFatigue + load
            return Evening(
                fitness: fitness, fatigue: fatigue,
                performance: base + fitnessWeight * fitness - fatigueWeight * fatigue)
        }
    }

    /// Days before a race within which a load costs more than it brings (Fitz-Clarke, Morton and Banister 1991).
    public var neutralDays: Double { spread * log(fatigueWeight / fitnessWeight) }

    /// Days before a race at which a load brings most.
    public var bestDays: Double {
        spread * log(fatigueWeight * fitnessDays / (fitnessWeight * fatigueDays))
    }

    private var spread: Double { fitnessDays * fatigueDays / (fitnessDays - fatigueDays) }
}

/// A dose that saturates: twice the load does less than twice as much (Hill; Clarke and Skiba 2013).
public struct SaturatingDose: Hashable, Sendable {
    /// How steep it is.
    public var exponent: Double
    /// The load with half of the most effect.
    public var half: Double
    /// The most effect.
    public var most: Double

    /// Makes a dose.
    public init(exponent: Double, half: Double, most: Double) {
        self.exponent = exponent
        self.half = half
        self.most = most
    }

    /// The effect of a load.
    public func effect(of load: Double) -> Double {
        let power = pow(load, exponent)
        return most * power / (pow(half, exponent) + power)
    }
}
