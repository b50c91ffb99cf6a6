/// What power, heart rate or pace a planned load rests on.
public enum LoadMetric: String, Hashable, Sendable, CaseIterable {
    case power = "POWER"
    case heartRate = "HR"
    case pace = "PACE"
}

/// Sex, where a formula needs it.
public enum Sex: String, Hashable, Sendable, CaseIterable {
    case female, male
}

/// An athlete's thresholds and zones for one sport.
public struct Thresholds: Hashable, Sendable {
    /// How load follows from pace.
    public enum PaceLoad: String, Hashable, Sendable {
        /// Square of the speed.
        case run = "RUN"
        /// Cube of the speed.
        case swim = "SWIM"
    }

    /// Functional threshold power in watts.
    public var ftp: Int?
    /// Functional threshold power indoors in watts, where it differs.
    public var indoorFTP: Int?
    /// Threshold heart rate in beats per minute.
    public var lthr: Int?
    /// Highest heart rate in beats per minute.
    public var maxHR: Int?
    /// Resting heart rate in beats per minute.
    public var restingHR: Int?
    /// Sex, for heart-rate load only.
    public var sex: Sex?
    /// Threshold speed in metres per second.
    public var thresholdPace: Double?
    /// Upper bounds of the power zones in percent of FTP, the last 999.
    public var powerZones: [Double] = [55, 75, 90, 105, 120, 150, 999]
    /// Sweet spot, lower and upper bound in percent of FTP.
    public var sweetSpot: ClosedRange<Double> = 84...97
    /// Upper bounds of the heart-rate zones in beats per minute; nil takes the defaults of the threshold.
    public var heartRateZones: [Int]?
    /// Upper bounds of the pace zones in percent of threshold speed, the last 999.
    public var paceZones: [Double] = [77.5, 87.7, 94.3, 100, 103.4, 111.5, 999]
    /// Which metric counts first.
    public var loadOrder: [LoadMetric] = [.power, .heartRate, .pace]
    /// Which metric decides on the times in zones; nil takes the order of the load.
    public var zoneTimeOrder: [LoadMetric]?
    /// What a pace without a unit counts over; nil takes the sport's usual distance.
    public var paceUnit: Target.Units?
    /// How load follows from pace; nil takes the sport's.
    public var paceLoad: PaceLoad?

    /// Makes thresholds with the default zones.
    public init(ftp: Int? = nil, lthr: Int? = nil, thresholdPace: Double? = nil) {
        self.ftp = ftp
        self.lthr = lthr
        self.thresholdPace = thresholdPace
    }
}

extension Thresholds {
    /// The FTP that applies, or nil where none is known.
    func ftp(indoor: Bool) -> Int? {
        let watts = indoor ? indoorFTP ?? ftp : ftp
        return watts.flatMap { (1...100_000).contains($0) ? $0 : nil }
    }

    /// Upper bounds of the heart-rate zones in beats per minute.
    ///
    /// Without own zones they are the service's defaults: shares of the threshold, and the highest heart rate last.
    func heartRateBounds(for sport: Sport) -> [Int]? {
        if let heartRateZones { return heartRateZones.isEmpty ? nil : heartRateZones }
        guard let lthr, (1...1000).contains(lthr) else { return nil }
        let shares = sport.family == .ride ? [81, 90, 94, 100, 103, 106] : [85, 90, 95, 100, 103, 106]
        let bounds = shares.map { $0 * lthr / 100 - 1 }
        return maxHR.map { bounds + [max($0, bounds[5])] } ?? bounds
    }
}
