import CivilDates

/// An event on a calendar.
struct EventRecord: Hashable, Sendable {
    /// The fields.
    var record: Record {
        didSet { readDates() }
    }
    /// The first day.
    private(set) var firstDay: CivilDate
    /// The last day; an event without an end, or with one at the next midnight, has only one.
    private(set) var lastDay: CivilDate
    /// The number of the call that made it: "events added at the same time" share it.
    var batch: Int

    /// Makes an event from its fields.
    init(_ record: Record, batch: Int) {
        self.record = record
        self.batch = batch
        firstDay = CivilDate(daysSinceEpoch: 0)
        lastDay = firstDay
        readDates()
    }

    private mutating func readDates() {
        guard let start = record.text("start_date_local").flatMap({ LocalMoment($0) }) else { return }
        firstDay = start.day
        lastDay = start.day
        if let end = record.text("end_date_local").flatMap({ LocalMoment($0) }) {
            lastDay = max(start.day, end.seconds == 0 ? end.day - 1 : end.day)
        }
    }

    /// The number.
    var id: Int { record.integer("id") ?? 0 }
    /// The name another program knows it by.
    var externalID: String? { record.text("external_id") }
    /// What it is.
    var category: String { record.text("category") ?? "WORKOUT" }
    /// Whether it is a workout or a race.
    var isWorkout: Bool { EventCategory.workouts.contains(category) }
    /// The activity type.
    var type: String? { record.text("type") }
    /// The workout's text.
    var description: String? { record.text("description") }
    /// Whether the text has steps.
    var hasSteps: Bool {
        guard let steps = record["workout_doc"]?.asObject?["steps"]?.asList else { return false }
        return !steps.isEmpty
    }
    /// The load it adds on its day, where it counts in the fitness curve.
    var countedLoad: Int? {
        isWorkout && !record.flag("not_on_fitness_chart") ? record.integer("icu_training_load") : nil
    }
}
