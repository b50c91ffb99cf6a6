extension Change {
    /// The written fields that the event does not have as they were written, once both are in normal form.
    public func fieldsNotTaken(by event: LiveEvent) -> [EventField] {
        EventField.allCases.filter { field in
            guard let change = fields[field], change.after != nil || !field.isOptional else { return false }
            switch (field, change.after) {
            case (.lock, .flag(let flag)?): return flag != event.lock
            case (.tags, .list(let tags)?): return !Set(event.tags).isSuperset(of: tags)
            default: return event.content.normal(field) != Change.normal(change.after, field)
            }
        }
    }

    /// Whether the event lost something that the change did not touch, compared with how it was.
    public func hasTakenMore(from before: LiveEvent, _ after: LiveEvent) -> Bool {
        if before.unmanaged.keys.contains(where: { after.unmanaged[$0] == nil }) { return true }
        let isComputed = (before.stepCount ?? 0) > 0
        return EventField.allCases.contains { field in
            guard fields[field] == nil, !(isComputed && field.group == .load) else { return false }
            switch field {
            case .lock: return before.lock && !after.lock
            case .tags: return !before.tags.isEmpty && after.tags.isEmpty
            case .date, .endDate, .time, .category, .type, .target: return false
            default: return !before.content.normal(field).isEmpty && after.content.normal(field).isEmpty
            }
        }
    }

    private static func normal(_ value: FieldValue?, _ field: EventField) -> String {
        switch value {
        case nil, .list?: ""
        case .text(let text)?:
            switch field {
            case .name: NormalForm.line(text)
            case .description: NormalForm.text(text)
            case .target: text == "AUTO" ? "" : text
            default: text
            }
        case .number(let number)?: NormalForm.figure(number)
        case .metres(let metres)?: NormalForm.figure(Int(exactly: metres.rounded()))
        case .flag(let flag)?: flag ? "true" : ""
        }
    }
}
