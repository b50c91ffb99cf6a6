public import CivilDates

/// What an event says, on either side of the comparison.
///
/// In a desired event a nil time, type, target, load, duration or distance means that the plan leaves it open.
public struct EventContent: Hashable, Sendable {
    /// Its day.
    public var date: CivilDate
    /// Its last day; nil for an event of one day.
    public var lastDate: CivilDate?
    /// The time of day; nil, like midnight, for none.
    public var time: ClockTime?
    /// The service's kind of event, such as `WORKOUT`.
    public var category: String
    /// The service's name of the sport, such as `Ride`.
    public var type: String?
    /// The title.
    public var name: String
    /// The text, steps included.
    public var description = ""
    /// `AUTO`, `POWER`, `HR` or `PACE`.
    public var target: String?
    /// Whether it is done indoors.
    public var indoor = false
    /// Training load.
    public var load: Int?
    /// Seconds.
    public var duration: Int?
    /// Metres.
    public var distance: Double?

    /// Content of one day; the rest is set afterwards.
    public init(date: CivilDate, category: String, type: String? = nil, name: String, description: String = "") {
        self.date = date
        self.category = category
        self.type = type
        self.name = name
        self.description = description
    }

    /// The last day, which is the first one for an event of one day.
    public var end: CivilDate { max(date, lastDate ?? date) }

    /// The value of the field, nil for none; lock and tags stand beside the content.
    public func value(_ field: EventField) -> FieldValue? {
        switch field {
        case .date: .text(date.description)
        case .endDate: end > date ? .text(end.description) : nil
        case .time: time.flatMap { $0.secondsSinceMidnight == 0 ? nil : .text($0.description) }
        case .category: .text(category)
        case .type: type.map(FieldValue.text)
        case .name: .text(name)
        case .description: .text(description)
        case .target: target.map(FieldValue.text)
        case .indoor: .flag(indoor)
        case .load: load.map(FieldValue.number)
        case .duration: duration.map(FieldValue.number)
        case .distance: distance.map(FieldValue.metres)
        case .lock, .tags: nil
        }
    }
}
