/// A JSON value that is only carried along.
public enum PlainValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([PlainValue])
    case object([String: PlainValue])

    /// Whether it says nothing that a new event would not have: null, false, 0, an empty text or list.
    public var isBlank: Bool {
        switch self {
        case .null: true
        case .flag(let flag): !flag
        case .number(let number): number == 0
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .object(let fields): fields.isEmpty
        }
    }
}

extension Event {
    /// Fields that a person may set and that no plan manages.
    static let unmanagedFields = [
        "color", "attachments", "sub_type", "not_on_fitness_chart", "show_as_note", "show_on_ctl_line",
        "hide_from_athlete", "structure_read_only", "training_availability", "max_training_time",
        "can_train_sports", "carbs_per_hour",
    ]
}
