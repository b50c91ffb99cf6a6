/// One entry on an athlete's calendar as the service gives it: a workout, race, note, holiday, target and so on.
///
/// Fields keep the service's names and units. Unset figures may come as 0 or as nil: treat both as nothing.
public struct Event: Sendable, Equatable {
    /// The service's number of the event, unique over all athletes.
    public var id: Int
    /// The text by which its writer knows it again.
    public var externalID: String?
    /// The service's own identifier; what a client sends for it is ignored.
    public var uid: String?
    /// The calendar it is on; 1 is the default one.
    public var calendarID: Int?
    /// The athlete whose credential wrote it.
    public var createdByID: String?
    /// The OAuth application that wrote it; nil for API keys.
    public var oauthClientID: Int?
    /// When the service last touched it, in its own notation; it moves without edits too.
    public var updated: String?

    /// `WORKOUT`, `RACE_A`, `NOTE`, `HOLIDAY` and so on; empty where the service gives none.
    public var category: String
    /// The sport, such as `Ride`; nil for notes.
    public var type: String?
    /// The title.
    public var name: String?
    /// The text, byte for byte as it was sent; for workouts the steps stand in it.
    public var description: String?
    /// The start on the athlete's clock.
    public var startDateLocal: LocalDateTime
    /// The first moment after it; the midnight after the start day unless set.
    public var endDateLocal: LocalDateTime?
    /// Whether it belongs to the week as a whole.
    public var forWeek: Bool
    /// What its steps are meant by: `AUTO`, `POWER`, `HR` or `PACE`.
    public var target: String?
    /// Whether it is done indoors; nil where that means nothing.
    public var indoor: Bool?
    /// Labels.
    public var tags: [String]
    /// A colour name or hex value.
    public var color: String?

    /// Seconds.
    public var movingTime: Int?
    /// Metres.
    public var distance: Double?
    /// Planned training load, 100 for an hour at threshold.
    public var trainingLoad: Int?
    /// Percent of threshold.
    public var intensity: Double?
    /// Load wished for where there are no steps.
    public var loadTarget: Int?
    /// Seconds wished for where there are no steps.
    public var timeTarget: Int?
    /// Metres wished for where there are no steps.
    public var distanceTarget: Double?
    /// What the service read out of the description; nil where it read nothing.
    public var workoutDoc: WorkoutDocumentSummary?
    /// Whether the answer has a place for the document, be it null.
    public var tellsDocument = true

    /// The activity that completed it; such an event is history.
    public var pairedActivityID: String?
    /// Fields that a person may set and that no plan manages, as they came; blank ones are left out.
    public var unmanaged: [String: ServiceValue] = [:]
    /// Whether the athlete may not change it.
    public var athleteCannotEdit: Bool
    /// Whether the athlete does not see it.
    public var hideFromAthlete: Bool
    /// Whether it is kept off the fitness chart.
    public var notOnFitnessChart: Bool
    /// `NORMAL`, `LIMITED` or `UNAVAILABLE`, on holidays and sick days.
    public var trainingAvailability: String?

    /// Fitness after that day as projected, or as set by a `SET_FITNESS` event.
    public var ctl: Double?
    /// Fatigue after that day as projected, or as set by a `SET_FITNESS` event.
    public var atl: Double?
    /// Days of the fitness average from a `FITNESS_DAYS` event on.
    public var ctlDays: Int?
    /// Days of the fatigue average from a `FITNESS_DAYS` event on.
    public var atlDays: Int?
    /// Watts set by a `SET_EFTP` event.
    public var ftp: Int?

    /// An event of its key fields, all others unset.
    public init(id: Int, category: String, startDateLocal: LocalDateTime) {
        self.id = id
        self.category = category
        self.startDateLocal = startDateLocal
        forWeek = false
        tags = []
        athleteCannotEdit = false
        hideFromAthlete = false
        notOnFitnessChart = false
    }
}

/// What the service read out of a workout's description, as far as a publisher compares it.
public struct WorkoutDocumentSummary: Sendable, Equatable {
    /// Entries at the top and inside repeat blocks, each counted once.
    public var stepCount: Int
    /// Seconds, repeats included.
    public var duration: Int?
    /// Metres, repeats included.
    public var distance: Double?
    /// Whole watts.
    public var normalizedPower: Int?
    /// Whole watts.
    public var averageWatts: Int?

    /// A summary of its figures.
    public init(
        stepCount: Int, duration: Int? = nil, distance: Double? = nil, normalizedPower: Int? = nil,
        averageWatts: Int? = nil
    ) {
        self.stepCount = stepCount
        self.duration = duration
        self.distance = distance
        self.normalizedPower = normalizedPower
        self.averageWatts = averageWatts
    }
}
