extension Event {
    /// Fields that a person may set and that no plan manages.
    static let unmanagedFields = [
        "color", "attachments", "sub_type", "not_on_fitness_chart", "show_as_note", "show_on_ctl_line",
        "hide_from_athlete", "structure_read_only", "training_availability", "max_training_time",
        "can_train_sports", "carbs_per_hour",
    ]
}
