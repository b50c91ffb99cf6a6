import Workouts

extension RecordShape {
    /// The fields of a calendar event.
    static let event = RecordShape(
        some(.integer, "id calendar_id oauth_client_id shared_event_id joules joules_above_ftp", serverMade: true)
            + some(
                .text, "uid athlete_id created_by_id updated plan_applied plan_name paired_activity_id",
                serverMade: true)
            + some(.float, "icu_intensity strain_score", serverMade: true)
            + some(.object, "workout_doc", serverMade: true)
            + some(.list, "push_errors attachments", serverMade: true)
            + some(.flag, "entered", serverMade: true, initial: false)
            + some(.text, "external_id start_date_local end_date_local type name description color")
            + some(.text, "plan_athlete_id")
            + some(.choice(EventCategory.names), "category")
            + some(.choice(["NONE", "COMMUTE", "WARMUP", "COOLDOWN", "RACE"]), "sub_type")
            + some(.choice(["AUTO", "POWER", "HR", "PACE"]), "target")
            + some(.flag, "indoor")
            + some(
                .flag,
                "for_week not_on_fitness_chart show_as_note show_on_ctl_line athlete_cannot_edit hide_from_athlete"
                    + " structure_read_only",
                initial: false)
            + some(.texts, "tags")
            + some(.integer, "moving_time icu_training_load load_target time_target carbs_per_hour carbs_used")
            + some(.integer, "atl_days ctl_days icu_ftp w_prime p_max max_training_time")
            + some(.integer, "plan_folder_id plan_workout_id")
            + some(.float, "distance distance_target icu_atl icu_ctl ss_cp ss_w_prime ss_p_max")
            + some(
                .choice(["NORMAL", "LIMITED", "UNAVAILABLE"]), "training_availability", initial: "NORMAL")
            + some(.choices(Set(Sport.allNames)), "can_train_sports")
    )
}

/// What an event is.
enum EventCategory {
    /// Every category.
    static let names: Set<String> = workouts.union([
        "NOTE", "PLAN", "HOLIDAY", "SICK", "INJURED", "SET_EFTP", "FITNESS_DAYS", "SEASON_START", "TARGET",
        "SET_FITNESS",
    ])
    /// Those that need a type, hold a workout and count in the fitness curve.
    static let workouts: Set<String> = ["WORKOUT", "RACE_A", "RACE_B", "RACE_C"]
    /// Those that change the fitness curve by themselves.
    static let fitnessModel: Set<String> = ["FITNESS_DAYS", "SET_FITNESS", "SET_EFTP"]
}
