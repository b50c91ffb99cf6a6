import CivilDates

// GET athlete/{athlete}/athlete-summary.
extension Service {
    /// Sums up the weeks of a span: those of everybody the caller follows, where the caller's own summary is asked for.
    func listSummaries(_ call: Call) throws(ServiceError) -> Reply {
        let today = today(of: call.athlete)
        let end = try call.dateQuery("end") ?? today
        let start = try call.dateQuery("start") ?? end.monday
        guard end - start < 3660 else { throw .invalid("Too many days") }
        let tags = Set(call.target.values("tags"))
        var rows: [JSONValue] = []
        for athlete in summarised(call) {
            guard tags.isEmpty || !tags.isDisjoint(with: athlete.profile.texts("icu_tags")) else { continue }
            var monday = start.monday
            while monday <= end {
                let week = max(start, monday)...min(end, monday + 6)
                rows.append(summary(of: athlete, in: week, monday: monday, today: today))
                monday = monday + 7
            }
        }
        if call.asksForTable {
            let columns = [
                "date", "athlete_id", "athlete_name", "count", "time", "moving_time", "distance", "training_load",
                "fitness", "fatigue", "form", "rampRate",
            ]
            return Reply(csv: Table.text(rows, columns: columns))
        }
        return Reply(.list(rows))
    }

    /// The athlete of the path, and where that is the caller with a key, those the caller follows or coaches.
    private func summarised(_ call: Call) -> [AthleteData] {
        let own = data.athletes[call.athlete]
        guard own.id == call.caller.athleteID, call.caller.scopes == nil else { return [own] }
        let grants = data.grants[own.id] ?? [:]
        return [own] + data.athletes.filter { $0.id != own.id && grants[$0.id] != nil }
    }

    private func summary(
        of athlete: AthleteData, in week: ClosedRange<CivilDate>, monday: CivilDate, today: CivilDate
    ) -> JSONValue {
        let done = athlete.activities.filter { $0.day.map(week.contains) ?? false }
        let last = week.upperBound
        let curve = FitnessCurve(athlete, today: today).values(on: [last, last - 7])
        let state = curve[last]?.state ?? FitnessState()
        var row = Service.sums(done)
        row["date"] = .text(monday.description)
        row["athlete_id"] = .text(athlete.id)
        row["athlete_name"] = athlete.profile["name"] ?? .null
        row["email"] = athlete.profile["email"] ?? .null
        row["fitness"] = .float(state.ctl)
        row["fatigue"] = .float(state.atl)
        row["form"] = .float(state.ctl - state.atl)
        row["rampRate"] = .float(state.ctl - (curve[last - 7]?.state.ctl ?? 0))
        row["weight"] = athlete.profile["icu_weight"] ?? .null
        row["timeInZones"] = []
        row["timeInZonesTot"] = 0
        row["mostRecentWellnessId"] = athlete.wellness.keys.max().map { .text($0.description) } ?? .null
        let types = Set(done.compactMap { $0.text("type") }).sorted()
        row["byCategory"] = .list(
            types.map { type in
                var sums = Service.sums(done.filter { $0.text("type") == type })
                sums["category"] = .text(type)
                return .object(sums)
            })
        return .object(row)
    }

    private static func sums(_ activities: [Record]) -> [String: JSONValue] {
        func sum(_ name: String) -> JSONValue { .integer(activities.reduce(0) { $0 &+ ($1.integer(name) ?? 0) }) }
        func total(_ name: String) -> JSONValue {
            .float(Float(activities.reduce(0) { $0 + ($1.double(name) ?? 0) }))
        }
        return [
            "count": .integer(activities.count), "time": sum("elapsed_time"), "moving_time": sum("moving_time"),
            "elapsed_time": sum("elapsed_time"), "calories": sum("calories"), "srpe": sum("session_rpe"),
            "training_load": sum("icu_training_load"), "distance": total("distance"),
            "total_elevation_gain": total("total_elevation_gain"),
        ]
    }
}

extension CivilDate {
    /// The Monday of the date's week.
    var monday: CivilDate { self - (weekday.rawValue - 1) }
}

extension Record {
    /// The day on which it starts.
    var day: CivilDate? { text("start_date_local").flatMap { LocalMoment($0)?.day } }
}
