public import CivilDates

extension SandboxData {
    /// Athletes with a past: a year of activities and wellness, a library, and a few dates in the calendar.
    ///
    /// Athlete `i1` has the key `sandbox`. A coach `i2` with the key `coach` coaches `i1` and the runner `i3`, and only
    /// follows `i4`. A day's entries follow from the seed and the date alone, whatever today is.
    public static func seeded(_ seed: UInt64 = 1, today: CivilDate, key: String = "sandbox") -> SandboxData {
        var data = SandboxData.fresh(key: key)
        data.addAthlete(id: "i2", name: "Sandbox Coach", key: "coach")
        data.addAthlete(id: "i3", name: "Sandbox Runner", key: "runner")
        data.addAthlete(id: "i4", name: "Sandbox Swimmer", timezone: "America/New_York", key: "swimmer")
        data.grant(.write, to: "i2", on: "i1")
        data.grant(.write, to: "i2", on: "i3")
        data.grant(.read, to: "i2", on: "i4")
        data.addPast(of: "i1", days: 365, until: today, seed: seed)
        data.addPast(of: "i3", days: 120, until: today, seed: seed &+ 3)
        data.addPast(of: "i4", days: 60, until: today, seed: seed &+ 4)
        data.addCalendar("Club", athlete: "i1")
        data.addLibrary(to: "i1", today: today)
        data.addDates(to: "i1", today: today, seed: seed)
        return data
    }

    /// The sessions and mornings of some days before today; the fitness they start from is that of such a life.
    private mutating func addPast(of id: String, days: Int, until today: CivilDate, seed: UInt64) {
        guard let place = place(ofAthlete: id) else { return }
        let past = SeedActivities(athlete: athletes[place], seed: seed)
        setFitness(athlete: id, on: today - days - 1, ctl: 48, atl: 46)
        for offset in stride(from: -days, through: -1, by: 1) {
            let day = today + offset
            if var activity = past.activity(on: day) {
                counters.activity += 1
                activity["id"] = .text("i\(5000 + counters.activity)")
                activity["icu_athlete_id"] = .text(id)
                activity["created"] = .text("\(day)T21:00:00.000+00:00")
                athletes[place].activities.append(activity)
            }
        }
        for offset in -days...0 {
            var record = SeedWellness.record(on: today + offset, seed: seed)
            record["updated"] = .text("\(today + offset)T06:30:00.000+00:00")
            athletes[place].wellness[today + offset] = record
        }
        athletes[place].profile["icu_weight"] = athletes[place].wellness[today]?["weight"]
    }

    private mutating func addLibrary(to id: String, today: CivilDate) {
        perform(as: id, today: today) { service, call throws(ServiceError) in
            for folder in SeedLibrary.folders {
                service.data.counters.library += 1
                service.data.counters.batch += 1
                let number = service.data.counters.library
                var record = RecordShape.folder.blank
                record["id"] = .integer(number)
                record["athlete_id"] = .text(id)
                record["name"] = .text(folder.name)
                record["type"] = folder.isPlan ? "PLAN" : "FOLDER"
                record["duration_weeks"] = folder.isPlan ? 2 : .null
                service.data.athletes[call.athlete].folders.append(FolderRecord(record: record))
                for workout in folder.workouts {
                    try service.addWorkout(
                        [
                            "folder_id": .integer(number), "day": .integer(workout.day), "type": .text(workout.type),
                            "name": .text(workout.name), "description": .text(workout.text),
                        ], call)
                }
            }
        }
    }

    /// A race, a holiday and a note ahead, and the last illness behind.
    private mutating func addDates(to id: String, today: CivilDate, seed: UInt64) {
        var entries: [(CivilDate, Int, [String: JSONValue])] = [
            (today.monday + 7 * 10 + 6, 1, ["category": "RACE_A", "type": "Ride", "name": "Gran fondo"]),
            (today + 9, 1, ["category": "NOTE", "name": "Bike service", "description": "New chain and brake pads"]),
            (today.monday + 7 * 3, 3, ["category": "HOLIDAY", "name": "Weekend at the lake"]),
        ]
        if let sickness = SeedSession.sickness(of: today, seed: seed), sickness < today {
            entries.append((sickness, 5, ["category": "SICK", "name": "Cold"]))
        }
        perform(as: id, today: today) { service, call throws(ServiceError) in
            for (day, days, fields) in entries {
                var body = fields
                body["start_date_local"] = .text(LocalMoment.midnight(day).text)
                body["end_date_local"] = .text(LocalMoment.midnight(day + days).text)
                service.data.counters.batch += 1
                let event = try service.newEvent(body, call)
                service.data.athletes[call.athlete].events.append(event)
            }
        }
    }

    /// Writes as an athlete does; what would be refused is left out.
    private mutating func perform(
        as id: String, today: CivilDate, _ work: (inout Service, Call) throws(ServiceError) -> Void
    ) {
        guard let athlete = place(ofAthlete: id) else { return }
        var service = Service(data: self, switches: Switches(), clock: SandboxClock(today: today))
        let call = Call(
            caller: Caller(athleteID: id), athlete: athlete, parameters: [:], target: RequestTarget(""), body: [])
        try? work(&service, call)
        self = service.data
    }
}
