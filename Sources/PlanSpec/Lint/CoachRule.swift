/// The coach's rules that a plan may set or turn off; the raw values are their stable ids.
///
/// Only names and what can be set live here, so that the reader can refuse a rule that doesn't exist; what the rules
/// check is no matter of the file format.
public enum CoachRule: String, Hashable, Sendable, CaseIterable {
    case rampTooSteep = "ramp-too-steep"
    case fourWeekRamp = "four-week-ramp"
    case relativeRamp = "relative-ramp"
    case formTooLow = "form-too-low"
    case acuteChronicRatio = "acute-chronic-ratio"
    case weekGrowth = "week-growth"
    case longRunJump = "long-run-jump"
    case monotony
    case strain
    case recoveryWeekMissing = "recovery-week-missing"
    case recoveryWeekDepth = "recovery-week-depth"
    case recoveryWeekQuality = "recovery-week-quality"
    case hardDaysAdjacent = "hard-days-adjacent"
    case qualityPerWeek = "quality-per-week"
    case qualityBesideLongRun = "quality-beside-long-run"
    case restDayMissing = "rest-day-missing"
    case longSessionShare = "long-session-share"
    case longRunDuration = "long-run-duration"
    case runIntensityShare = "run-intensity-share"
    case easyShare = "easy-share"
    case intensityModel = "intensity-model"
    case taperMissing = "taper-missing"
    case taperLength = "taper-length"
    case taperCut = "taper-cut"
    case taperIntensity = "taper-intensity"
    case taperFrequency = "taper-frequency"
    case raceMorningForm = "race-morning-form"
    case taperFitnessLoss = "taper-fitness-loss"
    case targetOutOfReach = "target-out-of-reach"
    case targetFarAboveStart = "target-far-above-start"
    case dayOverAvailability = "day-over-availability"
    case aRaces = "a-races"
    case qualityAfterRace = "quality-after-race"
    case bRace = "b-race"
    case returnTooFast = "return-too-fast"
    case raceSpecificWork = "race-specific-work"
    case sessionsOnQualityDay = "sessions-on-quality-day"
    case weekSum = "week-sum"
    case sessionOffSlot = "session-off-slot"
    case serviceLoad = "service-load"
    case aboveThreshold = "above-threshold"
    case thresholdMissing = "threshold-missing"
    case stepWithoutTarget = "step-without-target"
    case weeksInOrder = "weeks-in-order"

    /// What a plan may set of a rule.
    public enum Setting: Hashable, Sendable {
        /// Only `off`.
        case onlyOff
        /// One number a severity.
        case limit
        /// Two numbers a severity, between which all is well.
        case band
        /// The model that the plan follows.
        case model
    }

    /// What a plan may set of it beside `off`.
    public var setting: Setting {
        switch self {
        case .targetOutOfReach, .dayOverAvailability, .thresholdMissing, .stepWithoutTarget,
            .weeksInOrder, .sessionsOnQualityDay, .raceSpecificWork, .bRace, .qualityAfterRace:
            .onlyOff
        case .recoveryWeekDepth, .taperCut, .raceMorningForm: .band
        case .intensityModel: .model
        default: .limit
        }
    }

    /// Its number in the documentation, from 1.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
