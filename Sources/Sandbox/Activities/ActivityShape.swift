import Workouts

extension RecordShape {
    /// The fields of a completed session that the sandbox keeps, of some 180.
    static let activity = RecordShape(
        some(.text, "id icu_athlete_id created start_date oauth_client_name", serverMade: true)
            + some(.float, "icu_atl icu_ctl icu_intensity", serverMade: true)
            + some(.list, "icu_zone_times attachments", serverMade: true)
            + some(.text, "start_date_local name description external_id timezone device_name icu_color")
            + some(.choice(Set(Sport.allNames)), "type")
            + some(
                .choice([
                    "STRAVA", "UPLOAD", "MANUAL", "GARMIN_CONNECT", "OAUTH_CLIENT", "DROPBOX", "POLAR", "SUUNTO",
                    "COROS", "WAHOO", "ZWIFT", "ZEPP", "CONCEPT2", "HUAWEI",
                ]), "source")
            + some(.choice(["NONE", "COMMUTE", "WARMUP", "COOLDOWN", "RACE"]), "sub_type")
            + some(.integer, "moving_time elapsed_time icu_recording_time icu_training_load power_load hr_load")
            + some(.integer, "pace_load icu_joules icu_joules_above_ftp paired_event_id average_heartrate")
            + some(.integer, "max_heartrate icu_average_watts icu_weighted_avg_watts icu_ftp lthr icu_resting_hr")
            + some(.integer, "calories carbs_ingested icu_rpe feel session_rpe coach_tick")
            + some(.float, "distance icu_distance compliance total_elevation_gain average_speed max_speed pace")
            + some(.float, "average_cadence threshold_pace icu_weight perceived_exertion kg_lifted trimp")
            + some(.float, "icu_variability_index icu_efficiency_factor strain_score")
            + some(.flag, "trainer commute race has_heartrate device_watts icu_ignore_time icu_ignore_power")
            + some(.flag, "icu_ignore_hr lock_intervals")
            + some(.texts, "tags")
    )
}
