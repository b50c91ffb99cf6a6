extension RecordShape {
    /// The fields of a calendar, as one public client models them; the service's own description has none.
    static let calendar = RecordShape(
        some(.integer, "id", serverMade: true)
            + some(.text, "name type uid url updated defaultCategory")
            + some(.flag, "enabled external", initial: false)
    )
}

extension RecordShape {
    /// The calendar that every athlete has.
    var first: Record {
        var calendar = blank
        calendar["id"] = 1
        calendar["name"] = "Default"
        calendar["type"] = "DEFAULT"
        calendar["enabled"] = true
        calendar["defaultCategory"] = "WORKOUT"
        return calendar
    }
}

// GET athlete/{athlete}/calendars.
extension Service {
    /// Lists an athlete's calendars.
    func listCalendars(_ call: Call) -> Reply {
        Reply(.list(data.athletes[call.athlete].calendars.map { .object(RecordShape.calendar.shown($0)) }))
    }
}
