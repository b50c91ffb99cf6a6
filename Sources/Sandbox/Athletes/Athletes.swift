// GET athletes, GET and PUT athlete/{athlete}.
extension Service {
    /// Lists the caller and everybody the caller follows or coaches; refuses tokens.
    func listAthletes(_ call: Call) throws(ServiceError) -> Reply {
        guard call.caller.scopes == nil else { throw .denied }
        let grants = data.grants[call.caller.athleteID] ?? [:]
        let rows = data.athletes.compactMap { athlete -> JSONValue? in
            let isSelf = athlete.id == call.caller.athleteID
            guard isSelf || grants[athlete.id] != nil else { return nil }
            var row = RecordShape.athlete.shown(athlete.profile)
            row["icu_permission"] = .text(permission(of: call.caller, on: athlete.id))
            if !isSelf { row["icu_api_key"] = .null }
            return .object(row)
        }
        return Reply(.list(rows))
    }

    /// What a caller may do with an athlete's calendar.
    private func permission(of caller: Caller, on athlete: String) -> String {
        if athlete == caller.athleteID { return "WRITE" }
        return data.grants[caller.athleteID]?[athlete]?.rawValue ?? "NONE"
    }

    /// Shows an athlete with the sport settings.
    func showAthlete(_ call: Call) -> Reply {
        let athlete = data.athletes[call.athlete]
        var object = RecordShape.athlete.shown(athlete.profile)
        if athlete.id != call.caller.athleteID || call.caller.scopes != nil { object["icu_api_key"] = .null }
        object["icu_permission"] = .text(permission(of: call.caller, on: athlete.id))
        object["sportSettings"] = .list(athlete.settings.map { .object(RecordShape.sportSettings.shown($0)) })
        object["custom_items"] = []
        return Reply(.object(object))
    }

    /// Changes the fields that are sent.
    mutating func updateAthlete(_ call: Call) throws(ServiceError) -> Reply {
        let patch = try RecordShape.athlete.patch(try call.object())
        RecordShape.athlete.apply(patch, to: &data.athletes[call.athlete].profile)
        return showAthlete(call)
    }
}
