import CivilDates

/// Finds events that somebody else entered and that make one of ours superfluous.
struct StandinIndex {
    private struct Race: Hashable {
        let date: CivilDate
        let type: String
    }

    private struct Workout: Hashable {
        let date: CivilDate
        let category: String
        let type: String
        let name: String
    }

    private var races: [Race: LiveEvent] = [:]
    private var workouts: [Workout: LiveEvent] = [:]

    init(_ events: [LiveEvent]) {
        for event in events {
            let content = event.content
            let workout = StandinIndex.workout(content)
            workouts[workout] = workouts[workout].map { $0.id < event.id ? $0 : event } ?? event
            guard content.isRace else { continue }
            let race = Race(date: content.date, type: content.type ?? "")
            races[race] = races[race].map { $0.id < event.id ? $0 : event } ?? event
        }
    }

    /// The event that stands where the desired one would go.
    func standin(for desired: DesiredEvent) -> Standin? {
        let content = desired.content
        let race = content.isRace ? races[Race(date: content.date, type: content.type ?? "")] : nil
        guard let event = race ?? workouts[StandinIndex.workout(content)] else { return nil }
        return Standin(
            key: desired.key, eventID: event.id, date: content.date, name: event.content.name,
            why: race == nil ? .sameWorkout : .sameRace)
    }

    private static func workout(_ content: EventContent) -> Workout {
        Workout(
            date: content.date, category: content.category, type: content.type ?? "", name: content.normal(.name))
    }
}

extension EventContent {
    /// Whether it is a race of any priority.
    var isRace: Bool { category.hasPrefix("RACE_") }
}
