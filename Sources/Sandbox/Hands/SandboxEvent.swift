public import CivilDates

/// An event as it lies on a calendar, for looking at from outside the API.
public struct SandboxEvent: Hashable, Sendable {
    /// The number.
    public let id: Int
    /// The athlete whose calendar it is on.
    public let athleteID: String
    /// The first day.
    public let day: CivilDate
    /// The start, such as `2026-03-02T00:00:00`.
    public let start: String
    /// The end, exclusive.
    public let end: String
    /// What it is, such as `WORKOUT`.
    public let category: String
    /// The activity type.
    public let type: String?
    /// The title.
    public let name: String
    /// The text.
    public let description: String?
    /// The name another program knows it by.
    public let externalID: String?
    /// The tags.
    public let tags: [String]
    /// The load, computed or given by hand.
    public let load: Int?
    /// Seconds.
    public let movingTime: Int?
    /// When it was last written.
    public let updated: String
    /// Whether an activity is paired with it.
    public let isPaired: Bool
    /// Every field that is set, as JSON with sorted names.
    public let json: String

    init(_ event: EventRecord, _ athlete: AthleteData) {
        let record = event.record
        id = event.id
        athleteID = athlete.id
        day = event.firstDay
        start = record.text("start_date_local") ?? ""
        end = record.text("end_date_local") ?? ""
        category = event.category
        type = event.type
        name = record.text("name") ?? ""
        description = event.description
        externalID = event.externalID
        tags = record.texts("tags")
        load = record.integer("icu_training_load")
        movingTime = record.integer("moving_time")
        updated = record.text("updated") ?? ""
        isPaired = athlete.activities.contains { $0.integer("paired_event_id") == event.id }
        json = String(decoding: JSONValue.object(record.fields).bytes, as: UTF8.self)
    }
}
