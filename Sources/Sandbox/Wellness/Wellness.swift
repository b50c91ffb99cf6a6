import CivilDates

// athlete/{athlete}/wellness.
extension Service {
    /// Lists the days of a span, future ones as a projection of what is planned.
    func listWellness(_ call: Call) throws(ServiceError) -> Reply {
        let today = today(of: call.athlete)
        let curve = FitnessCurve(data.athletes[call.athlete], today: today)
        let start = [curve.firstDay, data.athletes[call.athlete].wellness.keys.min(), today].compactMap(\.self).min()
        let newest = try call.dateQuery("newest") ?? today
        let oldest = max(try call.dateQuery("oldest") ?? newest - 41, start ?? today)
        // Ten years are more than anybody asks for in earnest.
        let days = oldest <= newest ? (0...min(newest - oldest, 3660)).map { oldest + $0 } : []
        let rows = shown(days: days, call)
        if call.asksForTable {
            let columns = call.target.values("cols")
            let all = RecordShape.wellness.fields.map(\.name).filter { $0 != "sportInfo" }
            return Reply(csv: Table.text(rows, columns: columns.isEmpty ? all : columns))
        }
        return Reply(.list(RecordShape.selected(rows, fields: call.target.values("fields"))))
    }

    /// Shows one day.
    func showWellness(_ call: Call) throws(ServiceError) -> Reply {
        Reply(shown(days: [try wellnessDay(call.parameters["date"] ?? "")], call)[0])
    }

    /// Changes one day, which the path or the body's id names; CTL and ATL set there anchor the curve.
    mutating func updateWellness(_ call: Call) throws(ServiceError) -> Reply {
        let body = try call.object()
        let day = try wellnessDay(call.parameters["date"] ?? body["id"]?.asText ?? "")
        try update(wellness: body, on: day, call)
        return Reply(shown(days: [day], call)[0])
    }

    /// Changes several days.
    mutating func updateWellnessRecords(_ call: Call) throws(ServiceError) -> Reply {
        let before = data
        do throws(ServiceError) {
            for body in try call.objects() {
                try update(wellness: body, on: try wellnessDay(body["id"]?.asText ?? ""), call)
            }
        } catch {
            data = before
            throw error
        }
        return .empty
    }

    func wellnessDay(_ text: String) throws(ServiceError) -> CivilDate {
        guard let day = CivilDate(text), (1900..<2200).contains(day.components.year) else {
            throw .invalid("Invalid date \(text)")
        }
        return day
    }

    mutating func update(
        wellness body: [String: JSONValue], on day: CivilDate, _ call: Call
    ) throws(ServiceError) {
        let patch = try RecordShape.wellness.patch(body)
        var record = data.athletes[call.athlete].wellness[day] ?? Record()
        RecordShape.wellness.apply(patch, to: &record)
        record["updated"] = stamp()
        data.athletes[call.athlete].wellness[day] = record
    }

    private func shown(days: [CivilDate], _ call: Call) -> [JSONValue] {
        let athlete = data.athletes[call.athlete]
        let curve = FitnessCurve(athlete, today: today(of: call.athlete))
            .values(on: days + days.map { $0 - 7 })
        return days.map { day in
            var object = RecordShape.wellness.shown(athlete.wellness[day] ?? Record())
            let value = curve[day] ?? FitnessDay()
            object["id"] = .text(day.description)
            object["ctl"] = .float(value.state.ctl)
            object["atl"] = .float(value.state.atl)
            object["ctlLoad"] = .float(Float(value.load.ctl))
            object["atlLoad"] = .float(Float(value.load.atl))
            object["rampRate"] = .float(value.state.ctl - (curve[day - 7]?.state.ctl ?? 0))
            object["sportInfo"] = sportInfo(athlete)
            return .object(object)
        }
    }

    private func sportInfo(_ athlete: AthleteData) -> JSONValue {
        guard let ride = athlete.settings(for: "Ride"), let ftp = ride.integer("ftp") else { return .null }
        return [
            [
                "type": "Ride", "eftp": .float(Float(ftp)),
                "wPrime": ride.integer("w_prime").map { .float(Float($0)) } ?? .null,
                "pMax": ride.integer("p_max").map { .float(Float($0)) } ?? .null,
            ]
        ]
    }
}

extension RecordShape {
    /// Rows with only some fields and without nulls, or as they are where no field is named.
    static func selected(_ rows: [JSONValue], fields: [String]) -> [JSONValue] {
        guard !fields.isEmpty else { return rows }
        let fields = Set(fields)
        return rows.map { row in
            .object((row.asObject ?? [:]).filter { fields.contains($0.key) && $0.value != .null })
        }
    }
}
