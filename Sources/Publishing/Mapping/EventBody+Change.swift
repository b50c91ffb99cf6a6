import CalendarDiff
import CivilDates
import IntervalsICU

extension EventBody {
    /// What to send for a create or an update: the changed fields, and the kind of event with every write.
    init(_ change: Change) {
        self.init()
        externalID = change.marker
        category = change.category
        type = change.type
        setDays(change)
        setTexts(change)
        setFigures(change)
        setFlags(change)
    }

    /// The same with every other field as it stands on the event, for a service whose updates replace it as a whole.
    init(_ change: Change, whole event: LiveEvent) {
        var change = change
        let isComputed = (event.stepCount ?? 0) > 0
        for field in EventField.allCases where change.fields[field] == nil && !(isComputed && field.group == .load) {
            guard let value = event.value(field) else { continue }
            change.fields[field] = FieldChange(before: value, after: value, base: .before)
        }
        self.init(change)
        if event.content.end > event.content.date, endDateLocal == nil {
            endDateLocal = LocalDateTime(event.content.end + 1)
        }
        if event.forWeek { forWeek = true }
        unmanaged = event.unmanaged.compactMapValues { try? ServiceValue(json: $0) }
    }

    private mutating func setDays(_ change: Change) {
        let fields = change.fields
        if fields[.date] != nil || fields[.time] != nil {
            startDateLocal = LocalDateTime(change.date, change.time)
        }
        let end = max(change.date, change.lastDate ?? change.date)
        // A moved event takes its end along only if told so; a new one of one day ends at midnight by itself.
        if change.action == .create ? end > change.date : fields[.date] != nil || fields[.endDate] != nil {
            endDateLocal = LocalDateTime(end + 1)
        }
        if change.action == .create && change.forWeek { forWeek = true }
    }

    private mutating func setTexts(_ change: Change) {
        name = change.text(.name)
        target = change.text(.target)
        description = change.text(.description)
        if change.action == .create && description == "" { description = nil }
    }

    private mutating func setFigures(_ change: Change) {
        let (load, duration, distance) = (change.number(.load), change.number(.duration), change.metres(.distance))
        if change.category == EventCategoryName.target {
            (loadTarget, timeTarget, distanceTarget) = (load, duration, distance)
        } else {
            (trainingLoad, movingTime, self.distance) = (load, duration, distance)
        }
    }

    /// A new event has every flag off and no tags, so only what differs from that is sent with it.
    private mutating func setFlags(_ change: Change) {
        let isCreate = change.action == .create
        if let flag = change.flag(.indoor), flag || !isCreate { indoor = flag }
        if let flag = change.flag(.lock), flag || !isCreate { athleteCannotEdit = flag }
        if let list = change.list(.tags), !list.isEmpty || !isCreate { tags = list }
    }
}

extension Change {
    fileprivate func text(_ field: EventField) -> String? {
        if case .text(let text)? = fields[field]?.after { text } else { nil }
    }

    fileprivate func number(_ field: EventField) -> Int? {
        if case .number(let number)? = fields[field]?.after { number } else { nil }
    }

    fileprivate func metres(_ field: EventField) -> Double? {
        if case .metres(let metres)? = fields[field]?.after { metres } else { nil }
    }

    fileprivate func flag(_ field: EventField) -> Bool? {
        if case .flag(let flag)? = fields[field]?.after { flag } else { nil }
    }

    fileprivate func list(_ field: EventField) -> [String]? {
        if case .list(let list)? = fields[field]?.after { list } else { nil }
    }
}
