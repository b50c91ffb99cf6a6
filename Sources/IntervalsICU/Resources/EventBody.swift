/// What to write of an event: only the fields that are set are sent, and the others stay as they are.
///
/// There is no way to send null, which the service ignores, nor a workout document, which can wipe the steps.
public struct EventBody: Sendable, Equatable {
    /// The text by which its writer knows it again.
    public var externalID: String?
    /// `WORKOUT`, `RACE_A`, `NOTE` and so on; send it with every update.
    public var category: String?
    /// The sport, such as `Ride`; workouts and races need one, and every update should carry it.
    public var type: String?
    /// The title.
    public var name: String?
    /// The text with the steps; an empty text clears it.
    public var description: String?
    /// The start on the athlete's clock; sending it moves the event.
    public var startDateLocal: LocalDateTime?
    /// The first midnight after the last day, for events of several days.
    public var endDateLocal: LocalDateTime?
    /// Whether it belongs to the week as a whole.
    public var forWeek: Bool?
    /// `AUTO`, `POWER`, `HR` or `PACE`.
    public var target: String?
    /// Whether it is done indoors.
    public var indoor: Bool?
    /// Labels; the list replaces the old one, and an empty one clears it.
    public var tags: [String]?
    /// A colour name or hex value.
    public var color: String?
    /// Seconds; the service overwrites it where the text has steps.
    public var movingTime: Int?
    /// Metres; the service overwrites it where the text has steps.
    public var distance: Double?
    /// Planned training load; the service overwrites it where the text has steps.
    public var trainingLoad: Int?
    /// Load wished for where there are no steps.
    public var loadTarget: Int?
    /// Seconds wished for where there are no steps.
    public var timeTarget: Int?
    /// Metres wished for where there are no steps.
    public var distanceTarget: Double?
    /// Whether the athlete may not change it.
    public var athleteCannotEdit: Bool?
    /// Whether the athlete does not see it.
    public var hideFromAthlete: Bool?
    /// Whether it is kept off the fitness chart.
    public var notOnFitnessChart: Bool?
    /// `NORMAL`, `LIMITED` or `UNAVAILABLE`.
    public var trainingAvailability: String?

    /// Fields that are sent back as they came, for a service whose updates replace the whole event.
    public var unmanaged: [String: ServiceValue] = [:]

    /// A body without any field.
    public init() {}
}

extension EventBody: Encodable {
    /// The service's names; fields that are nil are left out.
    enum CodingKeys: String, CodingKey {
        case externalID = "external_id"
        case category, type, name, description
        case startDateLocal = "start_date_local"
        case endDateLocal = "end_date_local"
        case forWeek = "for_week"
        case target, indoor, tags, color
        case movingTime = "moving_time"
        case distance
        case trainingLoad = "icu_training_load"
        case loadTarget = "load_target"
        case timeTarget = "time_target"
        case distanceTarget = "distance_target"
        case athleteCannotEdit = "athlete_cannot_edit"
        case hideFromAthlete = "hide_from_athlete"
        case notOnFitnessChart = "not_on_fitness_chart"
        case trainingAvailability = "training_availability"
    }
}
