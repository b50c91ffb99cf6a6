extension ChangeSet {
    /// Deletes what is an exact double of one of our events: unpaired, in the future and as we wrote it.
    ///
    /// A copy that the athlete dragged to another day, or wrote in, is no double and stays. Which of several is the
    /// original is decided as ever: the recorded one, else the one with the lowest number.
    public init(duplicatesIn live: [LiveEvent], settings: ComparisonSettings, memory: Memory) {
        let calendar = Ownership(live, plan: settings.plan, memory: memory)
        let protection = Protection(settings)
        self.init(
            plan: settings.plan, athlete: settings.athlete, today: settings.today, timezone: settings.timezone,
            window: settings.window, planDigest: Digest.of([], plan: settings.plan), generation: memory.generation)
        raisesGeneration = false
        for copy in calendar.copies {
            let identifier = copy.marker.identifier
            let key = memory.records[identifier]?.key ?? identifier
            let isDouble =
                calendar.owned[identifier] != nil && EventMerge.editedFields(of: copy).isEmpty
                && protection.lock(on: copy.event) == nil && !protection.hasBegun(copy.event.content)
            if isDouble {
                changes.append(.deleting(key, copy.event, .removedFromPlan, source: nil))
            } else {
                copies.append(CopiedEvent(key: key, eventID: copy.event.id, date: copy.event.content.date))
            }
        }
        unchanged = calendar.owned.count
        unowned = live.count - calendar.owned.count - calendar.copies.count
        sort()
        let future = (Array(calendar.owned.values) + calendar.copies).count { protection.lock(on: $0.event) == nil }
        rails = RailCheck(settings.limits, future: future).refusals(of: self, isEmpty: false)
        digest = Digest.of(self)
    }
}
