import Workouts

extension RecordShape {
    /// The fields of a library folder or plan.
    static let folder = RecordShape(
        some(.integer, "id num_workouts sharedWithCount", serverMade: true)
            + some(.text, "athlete_id shareToken", serverMade: true)
            + some(.flag, "canEdit", serverMade: true, initial: true)
            + some(.object, "owner", serverMade: true)
            + some(.list, "children", serverMade: true)
            + some(.text, "name description start_date_local blurb")
            + some(.choice(["FOLDER", "PLAN"]), "type", initial: "FOLDER")
            + some(.choice(["PRIVATE", "PUBLIC"]), "visibility", initial: "PRIVATE")
            + some(.integer, "rollout_weeks auto_rollout_day starting_ctl starting_atl duration_weeks")
            + some(.integer, "hours_per_week_min hours_per_week_max")
            + some(.flag, "read_only_workouts", initial: false)
            + some(.choices(Set(Sport.allNames)), "activity_types")
            + some(.choices(["AUTO", "POWER", "HR", "PACE"]), "workout_targets")
    )

    /// The fields of a library workout.
    static let workout = RecordShape(
        some(.integer, "id joules joules_above_ftp", serverMade: true)
            + some(.text, "athlete_id updated plan_applied", serverMade: true)
            + some(.float, "icu_intensity", serverMade: true)
            + some(.object, "workout_doc", serverMade: true)
            + some(.list, "attachments targets", serverMade: true)
            + some(.text, "name description color time")
            + some(.choice(Set(Sport.allNames)), "type")
            + some(.choice(["AUTO", "POWER", "HR", "PACE"]), "target")
            + some(.choice(["NONE", "COMMUTE", "WARMUP", "COOLDOWN", "RACE"]), "sub_type")
            + some(.flag, "indoor hide_from_athlete for_week", initial: false)
            + some(.texts, "tags")
            + some(.integer, "icu_training_load moving_time folder_id day days carbs_per_hour")
            + some(.float, "distance")
    )
}
