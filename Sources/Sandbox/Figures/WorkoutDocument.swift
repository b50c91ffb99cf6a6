import Workouts

/// The parsed form of an event's text, as the service shows it.
struct WorkoutDocument {
    private let workout: Workout
    private let athlete: AthleteData
    private let resolution: TargetResolution
    private let planned: PlannedLoad
    private var resolves = false

    /// Makes the document of a workout for an athlete.
    init(
        _ workout: Workout, _ event: EventRecord, _ athlete: AthleteData, margins: TargetMargins = TargetMargins()
    ) {
        self.workout = workout
        self.athlete = athlete
        planned = EventFigures.planned(workout, event, athlete)
        resolution = TargetResolution(athlete, event, margins: margins)
    }

    /// The document with absolute figures, or nil where the event has none.
    static func resolved(_ event: EventRecord, _ athlete: AthleteData, _ margins: TargetMargins) -> JSONValue? {
        guard event.record["workout_doc"] != nil, let text = event.description else { return nil }
        var document = WorkoutDocument(Workout.read(text).workout, event, athlete, margins: margins)
        document.resolves = true
        return document.json
    }

    /// The document.
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "steps": .list(workout.items.map(item)),
            "duration": .integer(planned.duration),
            "distance": .float(Float(planned.distance ?? 0)),
            "description": .text(workout.description),
            "locales": [], "options": options, "target": "AUTO",
            "zoneTimes": ZoneTimes.json(planned, resolution),
            "normalized_power": .integer(planned.normalizedPower ?? 0),
            "average_watts": .integer(planned.averageWatts ?? 0),
            "variability_index": .float(variability), "polarization_index": .number(0),
        ]
        fields["category"] = workout.category.map(JSONValue.text)
        if resolves { fields.merge(resolution.anchors) { own, _ in own } }
        return .object(fields)
    }

    private var options: JSONValue {
        workout.poolLength.map { ["pool_length": .number($0)] } ?? [:]
    }

    private var variability: Float {
        guard let normalized = planned.normalizedPower, let average = planned.averageWatts, average > 0 else {
            return 0
        }
        return Float(normalized) / Float(average)
    }

    private func item(_ item: WorkoutItem) -> JSONValue {
        switch item {
        case .step(let step): self.step(step)
        case .block(let block): self.block(block)
        }
    }

    private func block(_ block: RepeatBlock) -> JSONValue {
        let seconds = block.steps.reduce(0) { $0 + resolution.seconds($1) }
        let metres = block.steps.reduce(0) { $0 + ($1.distance ?? 0) }
        return [
            "reps": .integer(block.count), "text": .text(WorkoutDocument.escaped(block.text)),
            "steps": .list(block.steps.map(step)), "duration": .integer(seconds * block.count),
            "distance": .float(Float(metres * Double(block.count))),
        ]
    }

    private func step(_ step: Step) -> JSONValue {
        var fields: [String: JSONValue] = ["duration": .integer(resolution.seconds(step))]
        fields["text"] = step.text.isEmpty ? nil : .text(WorkoutDocument.escaped(step.text))
        fields["distance"] = step.distance.map { .float(Float($0)) }
        fields["intensity"] = step.intensity.map(JSONValue.text)
        fields["hidepower"] = step.hidePower.map(JSONValue.bool)
        let flags = [
            ("ramp", step.ramp), ("freeride", step.freeride), ("maxeffort", step.maxEffort),
            ("until_lap_press", step.untilLapPress), ("warmup", step.warmup), ("cooldown", step.cooldown),
        ]
        for (name, isSet) in flags where isSet { fields[name] = true }
        let targets = [
            ("power", step.power), ("hr", step.heartRate), ("pace", step.pace), ("cadence", step.cadence),
        ]
        for (name, target) in targets {
            fields[name] = target.map(WorkoutDocument.value)
            guard resolves, let target, let range = resolution.range(target, of: step) else { continue }
            fields["_" + name] = range.json
        }
        if resolves, step.distance == nil, let speed = resolution.speed(step) {
            // In single precision throughout, as recorded answers have it.
            fields["_distance"] = .float(Float(speed) * Float(step.duration ?? 0))
        }
        return .object(fields)
    }

    private static func value(_ target: Target) -> JSONValue {
        var fields: [String: JSONValue] =
            target.start == target.end
            ? ["value": number(target.start)] : ["start": number(target.start), "end": number(target.end)]
        fields["units"] = .text(target.units.rawValue)
        fields["target"] = target.averaging.map(JSONValue.text)
        return .object(fields)
    }

    private static func number(_ value: Double) -> JSONValue {
        Int(exactly: value).map(JSONValue.integer) ?? .number(value)
    }

    /// Labels come back escaped for HTML.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
