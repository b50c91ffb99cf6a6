import CivilDates

/// Everything the service keeps of one athlete.
struct AthleteData: Hashable, Sendable {
    /// The profile.
    var profile: Record
    /// Thresholds and zones by sport.
    var settings: [Record] = []
    /// The events in ascending order of their ids.
    var events: [EventRecord] = []
    /// What is stored of single days; `ctl` and `atl` there are set by hand and anchor the fitness curve.
    var wellness: [CivilDate: Record] = [:]
    /// The completed sessions in the order they came in.
    var activities: [Record] = []
    /// The calendars; events of one that is switched off are not listed.
    var calendars: [Record] = [RecordShape.calendar.first]
    /// The library's folders and plans.
    var folders: [FolderRecord] = []
    /// The library's workouts.
    var workouts: [LibraryWorkout] = []

    /// The id, such as `i1`.
    var id: String { profile.text("id") ?? "" }
    /// The zone that decides what today is.
    var zone: String? { profile.text("timezone") }

    /// The numbers of the calendars that are switched off.
    var disabledCalendars: Set<Int> {
        Set(calendars.filter { !$0.flag("enabled") }.compactMap { $0.integer("id") })
    }

    /// Where the event of that id stands.
    func place(ofEvent id: Int) -> Int? {
        let place = events.partitionPoint { $0.id < id }
        return place < events.count && events[place].id == id ? place : nil
    }

    /// The settings of an activity type: those that name it, else those for other sports.
    func settings(for type: String?) -> Record? {
        guard let type else { return nil }
        if let own = settings.first(where: { $0.texts("types").contains(type) }) { return own }
        // The newest type: older settings do not name it, nor do the clients of their time know it.
        if type == "Cyclocross" { return settings(for: "Ride") }
        return settings.first { $0.flag("other") }
    }

    /// How much of a type's load counts for CTL and ATL.
    func factors(for type: String?) -> (ctl: Double, atl: Double) {
        let all = profile["icu_type_settings"]?.asList ?? []
        guard let type, let own = all.first(where: { $0.asObject?["type"]?.asText == type })?.asObject else {
            return (1, 1)
        }
        return (own["ctlFactor"]?.asDouble ?? 1, own["atlFactor"]?.asDouble ?? 1)
    }
}

extension Array {
    /// The first index whose element fails the predicate, where all that pass come first.
    func partitionPoint(where passes: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
