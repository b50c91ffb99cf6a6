import Workouts

/// A workout from what a client sends for conversion: its text, or the steps of its document.
enum WorkoutBody {
    /// The workout; its document's steps win, where it has any.
    static func workout(_ body: Record) throws(ServiceError) -> Workout {
        let steps = body["workout_doc"]?.asObject?["steps"]?.asList ?? []
        guard !steps.isEmpty else { return Workout.read(body.text("description") ?? "").workout }
        var budget = 1000
        return Workout(items: try steps.map { (step) throws(ServiceError) in try item(step, &budget) })
    }

    private static func item(_ value: JSONValue, _ budget: inout Int) throws(ServiceError) -> WorkoutItem {
        guard let fields = value.asObject.map(Record.init(fields:)) else { throw .invalid("Invalid step") }
        guard let inner = fields["steps"]?.asList else { return .step(try step(fields, &budget)) }
        guard let count = fields.integer("reps"), (1...1000).contains(count) else { throw .invalid("Invalid reps") }
        let steps = try inner.map { (value) throws(ServiceError) in
            guard let fields = value.asObject else { throw .invalid("Invalid step") }
            return try step(Record(fields: fields), &budget)
        }
        return .block(RepeatBlock(count: count, text: fields.text("text") ?? "", steps: steps))
    }

    private static func step(_ fields: Record, _ budget: inout Int) throws(ServiceError) -> Step {
        budget -= 1
        guard budget >= 0 else { throw .invalid("Too many steps") }
        let duration = fields.integer("duration")
        let distance = fields.double("distance")
        guard (0...1_000_000).contains(duration ?? 0), (0...10_000_000).contains(distance ?? 0) else {
            throw .invalid("Invalid step")
        }
        var step = Step(text: fields.text("text") ?? "", duration: duration, distance: distance)
        step.power = try target(fields["power"], .percentFTP)
        step.heartRate = try target(fields["hr"], .percentLTHR)
        step.pace = try target(fields["pace"], .percentPace)
        step.cadence = try target(fields["cadence"], .rpm)
        step.ramp = fields.flag("ramp")
        step.freeride = fields.flag("freeride")
        step.maxEffort = fields.flag("maxeffort")
        step.untilLapPress = fields.flag("until_lap_press")
        step.warmup = fields.flag("warmup")
        step.cooldown = fields.flag("cooldown")
        step.intensity = fields.text("intensity")
        return step
    }

    private static func target(_ value: JSONValue?, _ usual: Target.Units) throws(ServiceError) -> Target? {
        guard let value, value != .null else { return nil }
        guard let fields = value.asObject.map(Record.init(fields:)) else { throw .invalid("Invalid target") }
        let units = try fields.text("units").map { (name) throws(ServiceError) in
            guard let units = Target.Units(rawValue: name) else { throw .invalid("Invalid units \(name)") }
            return units
        }
        guard let start = fields.double("start") ?? fields.double("value"),
            let end = fields.double("end") ?? fields.double("value"),
            (0...100_000).contains(start), (0...100_000).contains(end)
        else { throw .invalid("Invalid target") }
        return Target(start, end, units ?? usual, averaging: fields.text("target"))
    }
}
