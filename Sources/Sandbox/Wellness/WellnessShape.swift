extension RecordShape {
    private static let phases: Set<String> = ["PERIOD", "FOLLICULAR", "OVULATING", "LUTEAL", "NONE"]

    /// The fields of one athlete's day.
    static let wellness = RecordShape(
        some(.text, "id updated", serverMade: true)
            + some(.float, "rampRate ctlLoad atlLoad", serverMade: true)
            + some(.list, "sportInfo", serverMade: true)
            + some(.float, "ctl atl")
            + some(.float, "weight hrv hrvSDNN sleepScore avgSleepingHR spO2 hydrationVolume readiness baevskySI")
            + some(.float, "bloodGlucose lactate bodyFat abdomen vo2max respiration carbohydrates protein fatTotal")
            + some(.integer, "restingHR kcalConsumed sleepSecs sleepQuality soreness fatigue stress mood motivation")
            + some(.integer, "injury systolic diastolic hydration steps floorsClimbed")
            + some(.choice(phases), "menstrualPhase menstrualPhasePredicted")
            + some(.text, "comments")
            + some(.flag, "locked tempWeight tempRestingHR")
    )
}
