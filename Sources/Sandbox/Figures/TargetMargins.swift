/// How far single targets are widened outdoors, in percent; these are the defaults of the service.
struct TargetMargins: Hashable {
    var power = 2.5
    var heartRate = 1.5
    var pace = 2.5

    /// The defaults.
    init() {}

    /// What the query asks for.
    init(_ call: Call) throws(ServiceError) {
        power = try TargetMargins.percent("powerRange", call) ?? power
        heartRate = try TargetMargins.percent("hrRange", call) ?? heartRate
        pace = try TargetMargins.percent("paceRange", call) ?? pace
    }

    private static func percent(_ name: String, _ call: Call) throws(ServiceError) -> Double? {
        guard let value = try call.numberQuery(name) else { return nil }
        guard (0...50).contains(value) else { throw .invalid("Invalid value for \(name)") }
        return value
    }
}
