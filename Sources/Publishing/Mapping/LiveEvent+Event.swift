public import CalendarDiff
import CivilDates
public import IntervalsICU

extension LiveEvent {
    /// The event as far as it is ever compared.
    public init(_ event: Event) {
        var content = EventContent(
            date: event.startDateLocal.date, category: event.category, type: event.type, name: event.name ?? "",
            description: event.description ?? "")
        content.time = event.startDateLocal.time
        content.lastDate = event.forWeek ? nil : LiveEvent.lastDate(of: event)
        content.target = event.target
        content.indoor = event.indoor ?? false
        let isTarget = event.category == EventCategoryName.target
        content.load = isTarget ? event.loadTarget : event.trainingLoad
        content.duration = isTarget ? event.timeTarget : event.movingTime
        content.distance = isTarget ? event.distanceTarget : event.distance
        self.init(id: event.id, externalID: event.externalID, content: content)
        lock = event.athleteCannotEdit
        tags = event.tags
        forWeek = event.forWeek
        unmanaged = event.unmanaged.mapValues(\.compactJSON)
        pairedActivityID = event.pairedActivityID
        paired = event.pairedActivityID.map { !$0.isEmpty } ?? false
        stepCount = event.workoutDoc?.stepCount
        tellsDocument = event.tellsDocument
    }

    /// The last day, nil for one day: the end is the first moment after the event, so a midnight belongs to the day
    /// before.
    private static func lastDate(of event: Event) -> CivilDate? {
        guard let end = event.endDateLocal else { return nil }
        let last = end.time == nil ? end.date - 1 : end.date
        return last > event.startDateLocal.date ? last : nil
    }
}

/// Names of categories whose figures stand in other fields.
enum EventCategoryName {
    /// A weekly target: its load, duration and distance are wishes.
    static let target = "TARGET"
}
