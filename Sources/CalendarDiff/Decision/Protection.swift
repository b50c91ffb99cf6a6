import CivilDates

/// The days that are not written, and the events on them.
struct Protection {
    /// The athlete's date.
    let today: CivilDate
    /// Whether today may be written.
    let includesToday: Bool
    /// Days after today that may not.
    let freezeDays: Int

    init(_ settings: ComparisonSettings) {
        today = settings.today
        includesToday = settings.includesToday
        freezeDays = settings.limits.freezeDays
    }

    /// Whether the day is gone: past, or today unless included.
    func isGone(_ date: CivilDate) -> Bool {
        date < today || (date == today && !includesToday)
    }

    /// Whether nothing on the day is written.
    func isFrozen(_ date: CivilDate) -> Bool {
        isGone(date) || (date > today && date - today <= freezeDays)
    }

    /// Why the event is not written, nil where it may be; one of several days counts by its last.
    func lock(on event: LiveEvent) -> LockedEvent.Why? {
        let last = event.content.end
        if event.paired { return .completed }
        if last < today { return .past }
        return isFrozen(last) ? .today : nil
    }

    /// Whether an event of several days has begun, so that its start stays as it is.
    func hasBegun(_ content: EventContent) -> Bool {
        content.end > content.date && isFrozen(content.date)
    }
}
