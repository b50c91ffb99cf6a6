import CivilDates
import Workouts

/// The year that a believable athlete has behind.
struct SeedActivities {
    let athlete: AthleteData
    let seed: UInt64

    /// The activity of a day, or nil where the athlete rested.
    func activity(on day: CivilDate) -> Record? {
        guard let session = SeedSession.on(day, seed: seed) else { return nil }
        var random = SeededNumbers(seed: seed, day: day, purpose: 3)
        let planned = planned(session)
        let seconds = planned.duration > 0 ? Double(planned.duration) * random.between(0.96, 1.05) : 3000
        let load = planned.load.map { Int((Double($0) * random.between(0.92, 1.08)).rounded()) }
        var record = RecordShape.activity.blank
        record["start_date_local"] = .text(
            LocalMoment(day: day, seconds: session.start + random.whole(0, 25) * 60).text)
        record["start_date"] = record.text("start_date_local").map { .text($0 + "Z") }
        record["type"] = .text(session.type)
        record["name"] = .text(session.name)
        record["moving_time"] = .integer(Int(seconds))
        record["elapsed_time"] = .integer(Int(seconds * random.between(1.0, 1.08)))
        record["icu_recording_time"] = record["elapsed_time"]
        record["icu_training_load"] = session.type == "WeightTraining" ? nil : load.map(JSONValue.integer)
        record["source"] = random.unit() < 0.025 ? "STRAVA" : "GARMIN_CONNECT"
        record["device_name"] = session.type == "VirtualRide" ? "Smart trainer" : "Sport watch"
        record["trainer"] = .bool(session.type == "VirtualRide")
        record["icu_rpe"] = .integer(min(10, max(1, (load ?? 40) / 18 + random.whole(1, 2))))
        record["feel"] = .integer(random.whole(1, 3))
        record["intervals"] = ActivityIntervals.followed(session.text, type: session.type, athlete)
        addEffort(to: &record, session, planned, seconds: seconds, &random)
        return record
    }

    private func planned(_ session: SeedSession) -> PlannedLoad {
        var record = Record()
        record["type"] = .text(session.type)
        return EventFigures.planned(Workout.read(session.text).workout, EventRecord(record, batch: 0), athlete)
    }

    /// Watts, heart rate, distance and energy, as far as the sport has them.
    private func addEffort(
        to record: inout Record, _ session: SeedSession, _ planned: PlannedLoad, seconds: Double,
        _ random: inout SeededNumbers
    ) {
        let rate = random.around(session.type == "WeightTraining" ? 105 : session.name.contains("x") ? 146 : 132, 4)
        record["average_heartrate"] = .integer(Int(rate))
        record["max_heartrate"] = .integer(min(186, Int(rate + random.between(18, 34))))
        record["has_heartrate"] = true
        record["calories"] = .integer(Int(seconds / 3600 * rate * 4.4))
        if let watts = planned.averageWatts, watts > 0 {
            record["device_watts"] = true
            record["icu_average_watts"] = .integer(Int(Double(watts) * random.between(0.97, 1.03)))
            record["icu_weighted_avg_watts"] = planned.normalizedPower.map(JSONValue.integer)
            record["icu_joules"] = .integer(Int(Double(watts) * seconds))
            record["icu_ftp"] = athlete.settings(for: session.type)?["ftp"]
            record["power_load"] = record["icu_training_load"]
            record["average_cadence"] = .float(Float(random.around(88, 3)))
        } else if ["Run", "Swim"].contains(session.type) {
            record["pace_load"] = record["icu_training_load"]
        }
        let speed = ["Ride": 7.9, "VirtualRide": 8.6, "Run": 2.85, "Swim": 0.83][session.type].map {
            random.around($0, $0 / 30)
        }
        guard let speed else { return }
        record["average_speed"] = .float(Float(speed))
        record["distance"] = .float(Float((speed * seconds).rounded()))
        let climb = session.type == "Ride" ? seconds / 3600 * random.between(120, 420) : seconds / 3600 * 60
        record["total_elevation_gain"] = session.type == "Swim" ? nil : .float(Float(climb.rounded()))
    }
}
