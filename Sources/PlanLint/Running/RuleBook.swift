public import PlanSpec

extension LintRule {
    /// Every rule in the order of its number.
    public static let all: [LintRule] =
        (fitnessRules + weekRules + recoveryRules + hardDayRules + longSessionRules + intensityRules + taperRules
        + raceFormRules + targetRules + raceRules + structureRules + workoutRules)
        .sorted { $0.id.number < $1.id.number }

    /// The rule of that name.
    public static func rule(_ id: CoachRule) -> LintRule? {
        all.first { $0.id == id }
    }
}
