// POST and DELETE athlete/{athlete}/sport-settings.
extension Service {
    /// Creates settings for activity types that have none of their own.
    mutating func createSportSettings(_ call: Call) throws(ServiceError) -> Reply {
        let patch = try RecordShape.sportSettings.patch(try call.object())
        var record = RecordShape.sportSettings.blank
        RecordShape.sportSettings.apply(patch, to: &record)
        let types = record.texts("types")
        guard !types.isEmpty else { throw .invalid("types is required") }
        let taken = Set(data.athletes[call.athlete].settings.flatMap { $0.texts("types") })
        if let type = types.first(where: taken.contains) { throw .invalid("There are settings for \(type) already") }
        let ids = data.athletes.flatMap { $0.settings.compactMap { $0.integer("id") } }
        record["id"] = .integer((ids.max() ?? 0) + 1)
        record["athlete_id"] = .text(data.athletes[call.athlete].id)
        record["created"] = stamp()
        record["updated"] = record["created"]
        data.athletes[call.athlete].settings.append(record)
        refreshFigures(call)
        return Reply(.object(RecordShape.sportSettings.shown(record)))
    }

    /// Deletes settings; those for other sports stay.
    mutating func deleteSportSettings(_ call: Call) throws(ServiceError) -> Reply {
        let place = try place(ofSettings: call.parameters["settings"] ?? "", call)
        guard !data.athletes[call.athlete].settings[place].flag("other") else {
            throw .invalid("The settings for other sports cannot be deleted")
        }
        data.athletes[call.athlete].settings.remove(at: place)
        refreshFigures(call)
        return Reply([:])
    }
}
