import CivilDates

extension ChangeSet {
    /// Decides which events that somebody else entered become the plan's.
    ///
    /// One is taken where day, kind, sport and name are those of an event of the plan that the calendar doesn't have, and
    /// where no other program knows it by an id of its own. It gets the marker and nothing else: what it says now counts as
    /// last applied, so that a later comparison shows what the plan would change.
    public init(
        adopting desired: [DesiredEvent], live: [LiveEvent], settings: ComparisonSettings, memory: Memory = Memory()
    ) {
        self.init(
            plan: settings.plan, athlete: settings.athlete, today: settings.today, timezone: settings.timezone,
            window: settings.window, planDigest: Digest.of(desired, plan: settings.plan), generation: memory.generation)
        // Whatever part of the plan was looked at, the rest was not.
        isFiltered = true
        raisesGeneration = false
        let calendar = Ownership(live, plan: settings.plan, memory: memory)
        let protection = Protection(settings)
        unowned = calendar.unmarked.count
        var candidates = AdoptionIndex(calendar.unmarked)
        for event in desired where settings.filter.admits(key: event.key, date: event.content.date) {
            if calendar.owned[Marker.identifier(plan: settings.plan, key: event.key)] != nil {
                unchanged += 1
            } else if let found = candidates.take(for: event) {
                if let why = protection.lock(on: found) {
                    locked.append(LockedEvent(key: event.key, date: found.content.date, why: why))
                } else {
                    changes.append(.adopting(found, as: event, plan: settings.plan))
                }
            }
        }
        sort()
        rails = RailCheck(settings.limits, future: 0).refusals(of: self, isEmpty: desired.isEmpty)
            .filter { $0.id == .empty || $0.id == .operations }
        digest = Digest.of(self)
    }
}

extension Change {
    /// An update that writes the marker alone.
    fileprivate static func adopting(_ live: LiveEvent, as desired: DesiredEvent, plan: String) -> Change {
        let base = live.content.leavingOpen(as: desired.content)
        return Change(
            key: desired.key, eventID: live.id, action: .update, reason: .adopted, date: live.content.date,
            lastDate: live.content.lastDate, time: live.content.time, name: live.content.name,
            category: live.content.category, type: live.content.type, forWeek: desired.forWeek,
            marker: Marker(plan: plan, key: desired.key, hashes: GroupHashes(of: base)).text, fields: [:],
            fingerprint: live.fingerprint, source: desired.source, result: nil, error: nil)
    }
}

extension EventContent {
    /// This content without what the plan leaves to the athlete and the service.
    fileprivate func leavingOpen(as plan: EventContent) -> EventContent {
        var result = self
        if plan.leavesOpen(.time) { result.time = nil }
        if plan.leavesOpen(.type) { result.type = nil }
        if plan.leavesOpen(.target) { result.target = nil }
        if plan.leavesOpen(.load) { result.load = nil }
        if plan.leavesOpen(.duration) { result.duration = nil }
        if plan.leavesOpen(.distance) { result.distance = nil }
        return result
    }
}

/// Events that nobody's program knows, by what makes them the plan's.
private struct AdoptionIndex {
    private struct Identity: Hashable {
        let date: CivilDate
        let category: String
        let type: String
        let name: String

        init(_ content: EventContent) {
            date = content.date
            category = content.category
            type = content.type ?? ""
            name = content.normal(.name)
        }
    }

    private var events: [Identity: [LiveEvent]] = [:]

    init(_ live: [LiveEvent]) {
        for event in live.sorted(by: { $0.id > $1.id }) where (event.externalID ?? "").isEmpty {
            events[Identity(event.content), default: []].append(event)
        }
    }

    /// The oldest event that fits, which nobody else gets then.
    mutating func take(for desired: DesiredEvent) -> LiveEvent? {
        events[Identity(desired.content)]?.popLast()
    }
}
