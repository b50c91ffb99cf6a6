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
