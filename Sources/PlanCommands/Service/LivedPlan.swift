import CalendarDiff
import CivilDates
import Diagnostics
import Periodization
import PlanSpec

/// A plan with what the athlete's own calendar says of holidays, sick days and injuries.
struct LivedPlan {
    /// The plan, expanded with those days as overlays.
    let schedule: Schedule
    /// Keys that are on the calendar for the plan alone.
    let unavailable: Set<String>
    /// What was found, one line each.
    let remarks: [String]

    /// Lays the athlete's days over the plan, if the plan says `availability.from_calendar`.
    init(_ plan: Plan, _ schedule: Schedule, live: [LiveEvent]) {
        let overlays = plan.availability.fromCalendar ? live.compactMap { LifeOverlay($0, of: plan) } : []
        guard !overlays.isEmpty else {
            self.schedule = schedule
            unavailable = []
            remarks = []
            return
        }
        var lived = plan
        lived.life += overlays
        self.schedule = Schedule(lived)
        unavailable = Set(schedule.entries.filter(\.publish).map(\.key))
            .subtracting(self.schedule.entries.filter(\.publish).map(\.key))
        remarks = overlays.map { overlay in
            "\(overlay.from.value) to \(overlay.to.value): \(overlay.name ?? overlay.kind.standardName)"
                + " on the athlete's calendar counts as \(overlay.kind.rawValue)"
        }
    }
}

extension LifeOverlay {
    /// The overlay of an event that somebody else than the plan entered; nil for other events and other days.
    fileprivate init?(_ event: LiveEvent, of plan: Plan) {
        let kinds: [String: Kind] = ["HOLIDAY": .holiday, "SICK": .sick, "INJURED": .injured]
        let content = event.content
        guard let kind = kinds[content.category], content.end >= plan.start.value, content.date <= plan.end,
            event.externalID.flatMap(Marker.init)?.plan != plan.id.value
        else { return nil }
        let place = plan.id.range
        self.init(
            id: Located("calendar-\(event.id)", at: place), kind: kind,
            from: Located(max(content.date, plan.start.value), at: place),
            to: Located(min(content.end, plan.end), at: place), name: content.name.isEmpty ? nil : content.name,
            publish: false, range: place)
    }
}
