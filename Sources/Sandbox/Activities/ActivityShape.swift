import Workouts

extension RecordShape {
    /// The fields of a completed session that the sandbox keeps, of some 180.
    static let activity = RecordShape(
        some(.text, "id icu_athlete_id created updated", serverMade: true)
            + some(.float, "icu_atl icu_ctl", serverMade: true)
            + some(.text, "start_date_local name description external_id")
            + some(.choice(Set(Sport.allNames)), "type")
            + some(.choice(["MANUAL", "UPLOAD", "STRAVA", "GARMIN_CONNECT", "OAUTH_CLIENT"]), "source")
            + some(.integer, "moving_time elapsed_time icu_training_load power_load hr_load pace_load icu_joules")
            + some(.integer, "paired_event_id average_heartrate max_heartrate icu_average_watts")
            + some(.float, "distance compliance")
            + some(.flag, "trainer")
    )
}
