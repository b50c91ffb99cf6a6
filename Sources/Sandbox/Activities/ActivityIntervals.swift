import Workouts

// GET activity/{activity}/intervals.
extension Service {
    /// Lists an activity's intervals and the groups of like ones.
    func showIntervals(_ call: Call) throws(ServiceError) -> Reply {
        let (athlete, place) = try place(ofActivityIn: call, write: false)
        let activity = data.athletes[athlete].activities[place]
        var object = ActivityIntervals(activity).json
        object["id"] = activity["id"] ?? .null
        object["analyzed"] = activity["created"] ?? .null
        return Reply(.object(object))
    }
}

/// The parts of a session, as the service finds them in a recording: here those of the workout that it followed.
struct ActivityIntervals {
    /// Each part.
    private(set) var intervals: [JSONValue]
    /// Like parts together, under an id that the parts name.
    private(set) var groups: [JSONValue]

    /// Takes the parts that an activity keeps, or makes one of the whole.
    init(_ activity: Record) {
        let parts = activity["intervals"]?.asList ?? []
        intervals = parts.isEmpty ? [ActivityIntervals.whole(activity)] : parts
        groups = ActivityIntervals.groups(intervals)
    }

    /// Both lists, as answers hold them.
    var json: [String: JSONValue] {
        ["icu_intervals": .list(intervals), "icu_groups": .list(groups)]
    }

    private static func whole(_ activity: Record) -> JSONValue {
        let seconds = activity.integer("moving_time") ?? 0
        var fields = times(id: 1, start: 0, seconds: seconds, isWork: true)
        fields["distance"] = activity["distance"] ?? .null
        fields["average_watts"] = activity["icu_average_watts"] ?? .null
        fields["average_heartrate"] = activity["average_heartrate"] ?? .null
        return .object(fields)
    }

    /// The parts of a workout ridden or run as planned; nil where it has no steps.
    static func followed(_ text: String, type: String?, _ athlete: AthleteData) -> JSONValue? {
        let workout = Workout.read(text).workout
        let steps = workout.items.flatMap { item -> [Step] in
            switch item {
            case .step(let step): [step]
            case .block(let block): (0..<min(block.count, 100)).flatMap { _ in block.steps }
            }
        }
        guard steps.count > 1, steps.count <= 500 else { return nil }
        var record = Record()
        record["type"] = type.map(JSONValue.text)
        let resolution = TargetResolution(athlete, EventRecord(record, batch: 0))
        var start = 0
        let parts = steps.enumerated().map { index, step in
            let seconds = resolution.seconds(step)
            defer { start += seconds }
            return part(step, id: index + 1, start: start, seconds: seconds, resolution)
        }
        return .list(parts)
    }

    private static func part(
        _ step: Step, id: Int, start: Int, seconds: Int, _ resolution: TargetResolution
    ) -> JSONValue {
        let watts = step.power.flatMap { resolution.range($0, of: step) }.map { ($0.start + $0.end) / 2 }
        let share = watts.flatMap { watts in resolution.ftp.map { 100 * watts / Double($0) } }
        let rates = step.heartRate.flatMap { resolution.range($0, of: step) }.map { ($0.start + $0.end) / 2 }
        let speed = resolution.speed(step)
        let pace = speed.flatMap { speed in resolution.thresholds.thresholdPace.map { 100 * speed / $0 } }
        let effort = share ?? pace ?? 60
        var fields = times(id: id, start: start, seconds: seconds, isWork: effort >= 75)
        fields["average_watts"] = watts.map { .integer(Int($0)) } ?? .null
        fields["intensity"] = .integer(Int(min(effort, 999)))
        fields["average_heartrate"] = rates.map { .integer(Int($0)) } ?? .null
        fields["average_speed"] = speed.map { .float(Float($0)) } ?? .null
        fields["distance"] = speed.map { .float(Float($0) * Float(seconds)) } ?? .null
        fields["group_id"] = .text("\(seconds)s@\(Int(min(effort, 999)))")
        return .object(fields)
    }

    private static func times(id: Int, start: Int, seconds: Int, isWork: Bool) -> [String: JSONValue] {
        [
            "id": .integer(id), "type": isWork ? "WORK" : "RECOVERY", "start_index": .integer(start),
            "end_index": .integer(start + seconds), "start_time": .integer(start),
            "end_time": .integer(start + seconds),
            "moving_time": .integer(seconds), "elapsed_time": .integer(seconds), "label": .null, "group_id": .null,
        ]
    }

    private static func groups(_ intervals: [JSONValue]) -> [JSONValue] {
        var counts: [String: Int] = [:]
        var first: [(id: String, fields: [String: JSONValue])] = []
        for interval in intervals {
            guard let fields = interval.asObject, let id = fields["group_id"]?.asText else { continue }
            if counts[id] == nil { first.append((id, fields)) }
            counts[id, default: 0] += 1
        }
        return first.map { id, fields in
            var group: [String: JSONValue] = ["id": .text(id), "count": .integer(counts[id] ?? 0)]
            for name in ["start_index", "moving_time", "elapsed_time", "average_watts", "intensity", "distance"] {
                group[name] = fields[name] ?? .null
            }
            return .object(group)
        }
    }
}
