/// A field of an event that the program compares and writes; everything else on an event is left alone.
public enum EventField: String, Hashable, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case date
    case endDate = "end_date"
    case time, category, type, name, description, target, indoor, load, duration, distance, lock, tags

    /// The group whose hash in the marker covers the field; nil for lock and tags, where the plan always wins.
    public var group: FieldGroup? {
        switch self {
        case .date, .endDate, .time: .date
        case .name: .name
        case .category, .type, .target, .indoor, .description: .content
        case .load, .duration, .distance: .load
        case .lock, .tags: nil
        }
    }

    /// Whether a plan may leave the field open, which then belongs to the athlete and the service.
    var isOptional: Bool {
        switch self {
        case .time, .type, .target, .load, .duration, .distance: true
        default: false
        }
    }

    /// Whether a value that the plan had set goes when the plan no longer sets one; figures stay, the service may have
    /// computed them.
    var isReset: Bool { self == .time || self == .target }
}

/// Fields whose last applied values the marker remembers together, as one hash.
public enum FieldGroup: Int, Hashable, Sendable, CaseIterable {
    case date, name, content, load

    /// Its fields in the order in which they are hashed.
    public var fields: [EventField] {
        switch self {
        case .date: [.date, .endDate, .time]
        case .name: [.name]
        case .content: [.category, .type, .target, .indoor, .description]
        case .load: [.load, .duration, .distance]
        }
    }
}

/// The value of a field as change sets show it.
public enum FieldValue: Hashable, Sendable {
    /// Names, descriptions, dates as `YYYY-MM-DD`, times as `HH:MM`.
    case text(String)
    /// Load, and seconds of a duration.
    case number(Int)
    /// Metres.
    case metres(Double)
    /// Indoor and lock.
    case flag(Bool)
    /// Tags.
    case list([String])
}
