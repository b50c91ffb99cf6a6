extension DesiredEvent {
    /// The fields in which an event is not as the plan wants it; what the plan leaves open is never one.
    public func differences(from live: LiveEvent) -> [EventField] {
        EventField.allCases.filter { field in
            field.group != nil && !content.leavesOpen(field) && content.normal(field) != live.content.normal(field)
        }
    }
}
