/// A workout as the service's own document, `workout_doc`.
///
/// Its steps are also what the program prints as JSON. What is absent is left out, as the service does.
public struct WorkoutDocument: Hashable, Sendable {
    /// The text before the first step.
    public var description: String?
    /// The category line.
    public var category: String?
    /// What lines such as the pool length said.
    public var options = Options()
    /// Steps and blocks.
    public var steps: [DocumentStep]
    /// Seconds, repeats included.
    public var duration: Int
    /// Metres, where steps give any, time by pace included.
    public var distance: Double?
    /// The event's own target, else `AUTO`.
    public var target: String
    /// Seconds per zone.
    public var zoneTimes: [DocumentZoneTime]
    /// Whole watts, 0 without power.
    public var normalizedPower: Int
    /// Whole watts, 0 without power.
    public var averageWatts: Int
    /// Normalised over average power, 0 without power.
    public var variabilityIndex: Double
    /// The anchors of resolved values.
    public var anchors: Anchors?

    /// What lines of the text set.
    public struct Options: Hashable, Sendable, Encodable {
        /// Metres.
        public var poolLength: Double?

        private enum CodingKeys: String, CodingKey {
            case poolLength = "pool_length"
        }
    }

    /// The thresholds that resolved values rest on.
    public struct Anchors: Hashable, Sendable {
        /// Watts.
        public var ftp: Int?
        /// Beats a minute.
        public var lthr: Int?
        /// Metres per second.
        public var thresholdPace: Double?
    }

    /// Makes the document of `workout` and its `planned` figures.
    ///
    /// - Parameters:
    ///   - target: the event's own target.
    ///   - isResolved: whether watts, beats and speeds stand beside the targets.
    ///   - isEscaped: whether labels are HTML-escaped, as in the service's answers.
    public init(
        _ workout: Workout, planned: PlannedLoad, sport: Sport, thresholds: Thresholds, indoor: Bool = false,
        target: LoadMetric? = nil, isResolved: Bool = false, isEscaped: Bool = true
    ) {
        let resolver = Resolver(sport: sport, thresholds: thresholds, indoor: indoor)
        let maker = DocumentMaker(resolver: resolver, indoor: indoor, isResolved: isResolved, isEscaped: isEscaped)
        description = workout.description.isEmpty ? nil : workout.description
        category = workout.category
        options.poolLength = workout.poolLength
        steps = workout.items.map(maker.step)
        duration = planned.duration
        distance = planned.distance
        self.target = target?.rawValue ?? "AUTO"
        zoneTimes = maker.zoneTimes(planned)
        normalizedPower = planned.normalizedPower ?? 0
        averageWatts = planned.averageWatts ?? 0
        variabilityIndex = planned.variabilityIndex ?? 0
        if isResolved {
            anchors = Anchors(ftp: resolver.ftp, lthr: thresholds.lthr, thresholdPace: thresholds.thresholdPace)
        }
    }
}

/// A step or block of a workout document.
public struct DocumentStep: Hashable, Sendable {
    /// The label, or a block's whole header.
    public var text: String?
    /// Seconds; of a block all rounds together.
    public var duration: Int?
    /// Metres as typed; of a block all rounds together.
    public var distance: Double?
    /// Rounds of a block.
    public var reps: Int?
    /// The steps of one round.
    public var steps: [DocumentStep]?
    /// The flags that are set, by their names in the document.
    public var flags: Set<Flag> = []
    /// The value of `intensity=`.
    public var intensity: String?
    /// Whether power is hidden or shown again.
    public var hidePower: Bool?
    /// The power target.
    public var power: DocumentValue?
    /// The heart-rate target.
    public var heartRate: DocumentValue?
    /// The pace target.
    public var pace: DocumentValue?
    /// The cadence target.
    public var cadence: DocumentValue?
    /// Watts.
    public var resolvedPower: DocumentValue?
    /// Beats a minute.
    public var resolvedHeartRate: DocumentValue?
    /// Metres per second.
    public var resolvedPace: DocumentValue?
    /// Metres of a step by time and pace.
    public var resolvedDistance: Double?

    /// Something that a step is or does.
    public enum Flag: String, Hashable, Sendable, CaseIterable {
        case ramp, freeride, maxeffort, warmup, cooldown
        case untilLapPress = "until_lap_press"
    }
}

/// A value or a range of a workout document.
public struct DocumentValue: Hashable, Sendable, Encodable {
    /// The single value, or the middle of resolved bounds.
    public var value: Double?
    /// The first bound.
    public var start: Double?
    /// The last bound.
    public var end: Double?
    /// What the numbers mean; nil for resolved values.
    public var units: String?
    /// The averaging that devices show.
    public var averaging: String?
    /// Seconds of the best effort that `%mmp` refers to.
    public var mmpDuration: Int?

    private enum CodingKeys: String, CodingKey {
        case value, start, end, units
        case averaging = "target"
        case mmpDuration = "mmp_duration"
    }

    /// The target as it was typed: one value, or a start and an end.
    init(_ target: Target, paceUnit: Target.Units) {
        if target.start == target.end {
            value = target.start
        } else {
            (start, end) = (target.start, target.end)
        }
        units = (target.units == .secondsPerSportUnit ? paceUnit : target.units).rawValue
        averaging = target.averaging
        mmpDuration = target.mmpDuration
    }

    /// Resolved bounds, with their middle unless the target was a zone.
    init(value: Double?, _ bounds: Bounds) {
        self.value = value
        (start, end) = (bounds.start, bounds.end)
    }
}

/// Seconds in a zone, as the document lists them.
public struct DocumentZoneTime: Hashable, Sendable {
    /// `Z1` and so on, or `SS`.
    public var id: String
    /// Seconds.
    public var seconds: Int
    /// What the document adds for power.
    public var power: PowerZone?

    /// A power zone as the document describes it.
    public struct PowerZone: Hashable, Sendable {
        /// From 1; sweet spot comes last.
        public var zone: Int
        /// The usual name.
        public var name: String
        /// Percent of FTP above which it begins, for sweet spot only.
        public var min: Double?
        /// Percent of FTP up to which it goes.
        public var max: Double
        /// The first whole watt.
        public var minWatts: Int
        /// The last whole watt.
        public var maxWatts: Int
        /// Such as `56% - 75%`.
        public var percentRange: String
        /// Whether it overlaps other zones.
        public var gap: Bool
    }
}
