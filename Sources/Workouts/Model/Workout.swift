/// A workout as steps, the parsed form of its text.
public struct Workout: Hashable, Sendable {
    /// The text before the first step, or empty.
    public var description: String
    /// The steps and repeat blocks in order.
    public var items: [WorkoutItem]
    /// What a line `Category: X` said.
    public var category: String?
    /// What a line `Pool length: 25m` said, in metres.
    public var poolLength: Double?

    /// Makes a workout.
    public init(description: String = "", items: [WorkoutItem] = [], category: String? = nil, poolLength: Double? = nil)
    {
        self.description = description
        self.items = items
        self.category = category
        self.poolLength = poolLength
    }
}

/// A step, or a block of steps that repeats.
public enum WorkoutItem: Hashable, Sendable {
    /// One step.
    case step(Step)
    /// Steps that repeat; blocks do not nest.
    case block(RepeatBlock)
}

/// Steps that are done several times.
public struct RepeatBlock: Hashable, Sendable {
    /// How often.
    public var count: Int
    /// The whole header line as it was written, such as `Main set 4x`.
    public var text: String
    /// The steps of one round.
    public var steps: [Step]

    /// Beyond this many rounds a count is cut.
    static let largestCount = 10_000

    /// Makes a block.
    public init(count: Int, text: String, steps: [Step]) {
        self.count = count
        self.text = text
        self.steps = steps
    }
}

/// One step: how long, how hard, and how.
public struct Step: Hashable, Sendable {
    /// The label, or empty.
    public var text: String
    /// Seconds, where the step is by time.
    public var duration: Int?
    /// Metres, where the step is by distance.
    public var distance: Double?
    /// The power target.
    public var power: Target?
    /// The heart-rate target.
    public var heartRate: Target?
    /// The pace target.
    public var pace: Target?
    /// The cadence target.
    public var cadence: Target?
    /// Whether the target moves from its start to its end.
    public var ramp = false
    /// Whether ERG mode is off.
    public var freeride = false
    /// Whether it is an all-out effort.
    public var maxEffort = false
    /// Whether the step ends at the lap button.
    public var untilLapPress = false
    /// Whether it stands in a `Warmup` section.
    public var warmup = false
    /// Whether it stands in a `Cooldown` section.
    public var cooldown = false
    /// The word after `intensity=`, lower case; other words than the language's are none.
    public var intensity: String? {
        get { effort?.rawValue }
        set { effort = newValue.flatMap(Effort.init) }
    }
    private var effort: Effort?
    /// Whether the power is hidden from this step on (`hidepower`), or shown again (`/hidepower`).
    public var hidePower: Bool?

    /// Beyond this many metres a distance is cut.
    static let longestDistance = 10_000_000.0

    /// Makes a step.
    public init(text: String = "", duration: Int? = nil, distance: Double? = nil) {
        self.text = text
        self.duration = duration
        self.distance = distance
    }
}

/// A target in its own units: one value where `start` equals `end`, else a range or a ramp.
public struct Target: Hashable, Sendable {
    /// What the numbers of a target mean; the raw values are the service's own.
    public enum Units: String, Hashable, Sendable, CaseIterable {
        case percentFTP = "%ftp"
        case watts = "w"
        case powerZone = "power_zone"
        case percentMMP = "%mmp"
        case customZone = "custom_zone"
        case percentMaxHR = "%hr"
        case percentLTHR = "%lthr"
        case heartRateZone = "hr_zone"
        case percentPace = "%pace"
        case paceZone = "pace_zone"
        case secondsPerKilometre = "secs/km"
        case secondsPerMile = "secs/mi"
        case secondsPer100Metres = "secs/100m"
        case secondsPer100Yards = "secs/100y"
        case secondsPer500Metres = "secs/500m"
        case secondsPer400Metres = "secs/400m"
        case secondsPer250Metres = "secs/250m"
        /// Seconds for the sport's usual distance: a pace that was written without a unit.
        case secondsPerSportUnit = "secs"
        case rpm = "rpm"
    }

    /// The first value, as typed.
    public var start: Double
    /// The last value, as typed.
    public var end: Double
    /// What the values mean.
    public var units: Units
    /// The averaging that devices show: `lap`, `1s`, `3s`, `10s` or `30s`; other words are none.
    public var averaging: String? {
        get { average?.rawValue }
        set { average = newValue.flatMap(Average.init) }
    }
    private var average: Average?
    /// Seconds of the best effort that `%mmp` refers to; nil means the step's own duration.
    public var mmpDuration: Int?

    /// Makes a target.
    public init(_ start: Double, _ end: Double, _ units: Units, averaging: String? = nil, mmpDuration: Int? = nil) {
        self.start = start
        self.end = end
        self.units = units
        self.mmpDuration = mmpDuration
        self.averaging = averaging
    }
}
