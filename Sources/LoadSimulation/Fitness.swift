import Glibc

/// The two time constants of the fitness model.
public struct TimeConstants: Hashable, Sendable {
    /// Days of the long average, 42 by default.
    public let fitnessDays: Double
    /// Days of the short average, 7 by default.
    public let fatigueDays: Double
    /// The share of a day's load that CTL takes up, 1 - exp(-1/42).
    public let fitnessGain: Double
    /// The share of a day's load that ATL takes up, 1 - exp(-1/7).
    public let fatigueGain: Double

    /// Makes the constants from their days.
    public init(fitnessDays: Double = 42, fatigueDays: Double = 7) {
        self.fitnessDays = fitnessDays
        self.fatigueDays = fatigueDays
        fitnessGain = 1 - exp(-1 / fitnessDays)
        fatigueGain = 1 - exp(-1 / fatigueDays)
    }

    /// Makes the constants of tools that take up 1/42 and 1/7 of a day's load, as TrainingPeaks documents it.
    public static func reciprocal(fitnessDays: Double = 42, fatigueDays: Double = 7) -> TimeConstants {
        TimeConstants(
            fitnessDays: fitnessDays, fatigueDays: fatigueDays, fitnessGain: 1 / fitnessDays,
            fatigueGain: 1 / fatigueDays)
    }

    private init(fitnessDays: Double, fatigueDays: Double, fitnessGain: Double, fatigueGain: Double) {
        self.fitnessDays = fitnessDays
        self.fatigueDays = fatigueDays
        self.fitnessGain = fitnessGain
        self.fatigueGain = fatigueGain
    }

    /// 42 and 7 days.
    public static let standard = TimeConstants()
}

/// A day's training load as the two averages see it; a sport's factors may make them differ.
public struct DailyLoad: Hashable, Sendable {
    /// The load that feeds CTL.
    public var fitness: Double
    /// The load that feeds ATL.
    public var fatigue: Double

    /// Makes a load that both averages see alike.
    public init(_ load: Double) {
        fitness = load
        fatigue = load
    }

    /// Makes a load from what each average sees.
    public init(fitness: Double, fatigue: Double) {
        self.fitness = fitness
        self.fatigue = fatigue
    }
}

/// CTL and ATL on the evening of a day.
public struct Fitness: Hashable, Sendable {
    /// Chronic training load, "fitness": load points a day.
    public var ctl: Double
    /// Acute training load, "fatigue": load points a day.
    public var atl: Double

    /// Makes a state.
    public init(ctl: Double, atl: Double) {
        self.ctl = ctl
        self.atl = atl
    }

    /// CTL less ATL of the same evening.
    public var form: Double { ctl - atl }

    /// The state one evening later: `x += (load - x)(1 - exp(-1/τ))`, as the service computes it.
    public func after(_ load: DailyLoad, _ constants: TimeConstants = .standard) -> Fitness {
        Fitness(
            ctl: ctl + (load.fitness - ctl) * constants.fitnessGain,
            atl: atl + (load.fatigue - atl) * constants.fatigueGain)
    }
}
