public import CalendarDiff
import CivilDates

/// An event as it was before it was written, as the journal keeps it.
public struct EventImage: Hashable, Sendable, Codable {
    /// Its marker.
    public var externalID: String?
    /// Managed fields that were set.
    public var fields: [EventField: FieldValue]
    /// Whether it stood for its whole week.
    public var forWeek: Bool
    /// Whether the service computed its figures from steps.
    public var hasSteps: Bool
    /// What people had set beside, as JSON by the service's names.
    public var unmanaged: [String: String]

    private enum CodingKeys: String, CodingKey {
        case externalID = "external_id"
        case fields
        case forWeek = "for_week"
        case hasSteps = "has_steps"
        case unmanaged
    }

    /// The image of an event.
    init(_ event: LiveEvent) {
        externalID = event.externalID
        fields = [:]
        for field in EventField.allCases { fields[field] = event.value(field) }
        forWeek = event.forWeek
        hasSteps = (event.stepCount ?? 0) > 0
        unmanaged = event.unmanaged
    }

    /// The event that would look like this again; nil where the image lacks a day or a kind.
    func desired(_ key: String, plan: String) -> DesiredEvent? {
        guard let date = date(.date), let category = text(.category) else { return nil }
        var content = EventContent(
            date: date, category: category, type: text(.type), name: text(.name) ?? "",
            description: text(.description) ?? "")
        content.lastDate = self.date(.endDate)
        content.time = text(.time).flatMap { ClockTime($0) }
        content.target = text(.target)
        content.indoor = fields[.indoor] == .flag(true)
        if !hasSteps {
            content.load = number(.load)
            content.duration = number(.duration)
            content.distance = number(.distance).map(Double.init)
        }
        var event = DesiredEvent(key: key, content: content)
        event.forWeek = forWeek
        event.lock = fields[.lock] == .flag(true)
        if case .list(let tags)? = fields[.tags], tags.contains("plan:\(plan)") { event.tag = "plan:\(plan)" }
        event.hasSteps = hasSteps
        event.appliedHashes = externalID.flatMap(Marker.init)?.hashes
        return event
    }

    private func text(_ field: EventField) -> String? {
        if case .text(let text)? = fields[field] { text } else { nil }
    }

    private func date(_ field: EventField) -> CivilDate? {
        text(field).flatMap { CivilDate($0) }
    }

    private func number(_ field: EventField) -> Int? {
        switch fields[field] {
        case .number(let number)?: number
        case .metres(let metres)?: Int(exactly: metres.rounded())
        default: nil
        }
    }
}
