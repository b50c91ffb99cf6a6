extension RecordShape {
    /// The fields of an athlete's profile that the sandbox keeps, of some 160.
    static let athlete = RecordShape(
        some(.text, "id icu_api_key", serverMade: true)
            + some(.choice(["NONE", "READ", "WRITE"]), "icu_permission", serverMade: true)
            + some(.flag, "icu_coach", serverMade: true, initial: false)
            + some(.text, "name firstname lastname email sex city state country timezone locale bio website")
            + some(.text, "icu_date_of_birth measurement_preference icu_notes training_plan_start_date")
            + some(.choice(["ACTIVE", "DORMANT", "ARCHIVED"]), "status", initial: "ACTIVE")
            + some(.choice(["PRIVATE", "PUBLIC", "HIDDEN"]), "visibility", initial: "PRIVATE")
            + some(.integer, "icu_resting_hr training_plan_id")
            + some(.float, "icu_weight weight height")
            + some(.flag, "icu_form_as_percent weight_pref_lb fahrenheit", initial: false)
            + some(.list, "icu_type_settings")
            + some(.texts, "icu_tags")
    )
}
