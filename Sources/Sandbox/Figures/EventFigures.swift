import Workouts

/// What the service computes of an event from its text and type.
enum EventFigures {
    /// Fills in the document and the figures that follow from the text, or those given by hand where it has no steps.
    ///
    /// - Parameters:
    ///   - patch: what the client sent.
    ///   - before: the event as it was, or nil for a new one.
    ///   - parsesAgain: whether a text is read where a document with steps exists already.
    static func settle(
        _ event: inout EventRecord, patch: [String: JSONValue], before: EventRecord?, athlete: AthleteData,
        parsesAgain: Bool
    ) {
        let asksForText = patch["description"] != nil || shaping.contains { event.record[$0] != before?.record[$0] }
        if asksForText || before == nil, parsesAgain || before?.hasSteps != true {
            compute(&event, patch: patch, hadSteps: before?.hasSteps ?? false, athlete)
        } else if let before, before.hasSteps {
            // A load sent alone sticks; time and distance are those of the steps.
            for name in ["moving_time", "distance"] { event.record[name] = before.record[name] }
        }
        event.record["icu_intensity"] = intensity(event.record)
    }

    /// Computes anew what rests on thresholds, after those have changed.
    static func refresh(_ event: inout EventRecord, athlete: AthleteData) {
        guard event.hasSteps else { return }
        compute(&event, patch: [:], hadSteps: true, athlete)
        event.record["icu_intensity"] = intensity(event.record)
    }

    /// The fields that decide what a text amounts to.
    private static let shaping = ["description", "type", "indoor", "target", "category"]
    private static let computed = [
        "workout_doc", "moving_time", "distance", "icu_training_load", "joules", "joules_above_ftp",
    ]

    private static func compute(
        _ event: inout EventRecord, patch: [String: JSONValue], hadSteps: Bool, _ athlete: AthleteData
    ) {
        guard event.isWorkout, let text = event.description else {
            if hadSteps { clear(&event.record, but: patch) }
            event.record["workout_doc"] = nil
            return
        }
        let workout = Workout.read(text).workout
        if workout.items.isEmpty {
            if hadSteps { clear(&event.record, but: patch) }
            if event.record["distance"] == nil { event.record["distance"] = .number(0) }
        } else {
            fill(&event, with: planned(workout, event, athlete))
        }
        event.record["workout_doc"] = WorkoutDocument(workout, event, athlete).json
    }

    /// What the workout amounts to for the athlete.
    static func planned(_ workout: Workout, _ event: EventRecord, _ athlete: AthleteData) -> PlannedLoad {
        guard let sport = event.type.flatMap(Sport.init(name:)) else { return PlannedLoad(duration: 0) }
        return workout.planned(
            sport: sport, thresholds: Thresholds(athlete, type: sport.name),
            indoor: event.isIndoor, target: event.record.text("target").flatMap(LoadMetric.init(rawValue:)))
    }

    private static func fill(_ event: inout EventRecord, with planned: PlannedLoad) {
        var record = event.record
        record["moving_time"] = .integer(planned.duration)
        record["distance"] = .float(Float(planned.distance ?? 0))
        record["icu_training_load"] = event.type == "WeightTraining" ? nil : planned.load.map(JSONValue.integer)
        record["joules"] = planned.joules.map(JSONValue.integer)
        record["joules_above_ftp"] = planned.joulesAboveFTP.map(JSONValue.integer)
        event.record = record
    }

    private static func clear(_ record: inout Record, but patch: [String: JSONValue]) {
        for name in computed where patch[name] ?? .null == .null { record[name] = nil }
    }

    /// Percent, from the whole-number load: 100 for an hour of load 100.
    private static func intensity(_ record: Record) -> JSONValue? {
        guard let load = record.integer("icu_training_load"), let seconds = record.integer("moving_time"),
            load >= 0, seconds > 0
        else { return nil }
        return .float(Float(100 * (Double(load) / 100 * 3600 / Double(seconds)).squareRoot()))
    }
}

extension EventRecord {
    /// Whether thresholds for indoors hold and single targets stay single.
    var isIndoor: Bool { record.flag("indoor") || type == "VirtualRide" }
}
