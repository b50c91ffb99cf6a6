import Workouts

extension RecordShape {
    private static let orders: Set<String> = [
        "POWER_HR_PACE", "POWER_PACE_HR", "HR_POWER_PACE", "HR_PACE_POWER", "PACE_POWER_HR", "PACE_HR_POWER",
    ]

    /// The fields of an athlete's settings for some sports.
    static let sportSettings = RecordShape(
        some(.integer, "id", serverMade: true)
            + some(.text, "athlete_id created updated", serverMade: true)
            + some(.flag, "iseFTPSupported", serverMade: true, initial: false)
            + some(.choices(Set(Sport.allNames)), "types")
            + some(.integer, "ftp indoor_ftp w_prime p_max lthr max_hr warmup_time cooldown_time")
            + some(.integer, "sweet_spot_min sweet_spot_max")
            + some(.numbers, "power_zones hr_zones pace_zones")
            + some(.texts, "power_zone_names hr_zone_names pace_zone_names")
            + some(.float, "threshold_pace")
            + some(.choice(["AVG_HR", "HR_ZONES", "HRSS"]), "hr_load_type", initial: "HRSS")
            + some(.choice(["SWIM", "RUN"]), "pace_load_type")
            + some(
                .choice([
                    "SECS_100M", "SECS_100Y", "MINS_KM", "MINS_MILE", "SECS_500M", "SECS_400M", "SECS_250M", "NONE",
                ]), "pace_units")
            + some(.choice(orders), "load_order tiz_order workout_order interval_display", initial: "POWER_HR_PACE")
            + some(.text, "default_workout_time")
            + some(.object, "mmp_model")
            + some(.flag, "other", initial: false)
    )
}
