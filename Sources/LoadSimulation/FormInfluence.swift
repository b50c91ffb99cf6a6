import Glibc

/// What a load does to form on race morning, by the days between; the whole case for tapering in three numbers.
extension TimeConstants {
    /// Points of form that a point of load adds, with so many whole days between it and race morning.
    public func influence(daysBetween days: Double) -> Double {
        fitnessGain * pow(1 - fitnessGain, days) - fatigueGain * pow(1 - fatigueGain, days)
    }

    /// Days between at which a load changes nothing; later ones take form away.
    public var neutralDays: Double { log(fatigueGain / fitnessGain) / spread }

    /// Days between at which a load adds most.
    public var bestDays: Double {
        log(fatigueGain * log(1 - fatigueGain) / (fitnessGain * log(1 - fitnessGain))) / spread
    }

    private var spread: Double { log((1 - fitnessGain) / (1 - fatigueGain)) }
}
