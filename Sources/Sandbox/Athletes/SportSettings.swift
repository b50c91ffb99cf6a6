// athlete/{athlete}/sport-settings.
extension Service {
    /// Lists an athlete's settings.
    func listSportSettings(_ call: Call) -> Reply {
        Reply(.list(data.athletes[call.athlete].settings.map { .object(RecordShape.sportSettings.shown($0)) }))
    }

    /// Shows the settings of an id or activity type.
    func showSportSettings(_ call: Call) throws(ServiceError) -> Reply {
        shown(settingsAt: try place(ofSettings: call.parameters["settings"] ?? "", call), call)
    }

    /// Changes the fields that are sent, and with them the figures of what is planned from today on.
    mutating func updateSportSettings(_ call: Call) throws(ServiceError) -> Reply {
        try requireRecalculation(call)
        let place = try place(ofSettings: call.parameters["settings"] ?? "", call)
        try update(settingsAt: place, try call.object(), call)
        refreshFigures(call)
        return shown(settingsAt: place, call)
    }

    /// Changes several settings, each by its id.
    mutating func updateAllSportSettings(_ call: Call) throws(ServiceError) -> Reply {
        try requireRecalculation(call)
        let before = data
        do throws(ServiceError) {
            for body in try call.objects() {
                guard let id = body["id"]?.asInteger else { throw .invalid("id is required") }
                try update(settingsAt: try place(ofSettings: String(id), call), body, call)
            }
        } catch {
            data = before
            throw error
        }
        refreshFigures(call)
        return listSportSettings(call)
    }

    private func requireRecalculation(_ call: Call) throws(ServiceError) {
        guard call.target.value("recalcHrZones") != nil else { throw .invalid("recalcHrZones is required") }
        _ = try call.flagQuery("recalcHrZones")
    }

    func place(ofSettings key: String, _ call: Call) throws(ServiceError) -> Int {
        let place = data.athletes[call.athlete].settings.firstIndex { settings in
            settings.texts("types").contains(key) || settings.integer("id").map(String.init) == key
        }
        guard let place else { throw .notFound("Sport settings \(key)") }
        return place
    }

    private func shown(settingsAt place: Int, _ call: Call) -> Reply {
        Reply(.object(RecordShape.sportSettings.shown(data.athletes[call.athlete].settings[place])))
    }

    private mutating func update(
        settingsAt place: Int, _ body: [String: JSONValue], _ call: Call
    ) throws(ServiceError) {
        let patch = try RecordShape.sportSettings.patch(body)
        var settings = data.athletes[call.athlete].settings[place]
        RecordShape.sportSettings.apply(patch, to: &settings)
        settings["updated"] = stamp()
        data.athletes[call.athlete].settings[place] = settings
    }

    mutating func refreshFigures(_ call: Call) {
        let athlete = data.athletes[call.athlete]
        let today = today(of: call.athlete)
        for place in athlete.events.indices where athlete.events[place].firstDay >= today {
            EventFigures.refresh(&data.athletes[call.athlete].events[place], athlete: athlete)
        }
    }
}
