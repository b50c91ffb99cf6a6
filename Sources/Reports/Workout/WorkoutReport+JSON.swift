import Diagnostics
import FoundationEssentials
import Workouts

extension WorkoutReport: Encodable {
    private enum Key: String, CodingKey {
        case sport, duration, distance, load, intensity, steps, joules, diagnostics
        case loadBasis = "load_basis"
        case normalizedPower = "normalized_power"
        case averageWatts = "average_watts"
        case joulesAboveFTP = "joules_above_ftp"
        case variabilityIndex = "variability_index"
        case zoneTimes = "zone_times"
    }

    /// Writes every figure, null where the service has none.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(sport.name, forKey: .sport)
        try object.encode(planned.hasOpenDuration ? nil : planned.duration, forKey: .duration)
        try object.encode(JSONValue(planned.distance, decimals: 2), forKey: .distance)
        try object.encode(planned.load, forKey: .load)
        try object.encode(planned.basis.rawValue, forKey: .loadBasis)
        try object.encode(JSONValue(planned.intensity, decimals: 2), forKey: .intensity)
        try object.encode(planned.normalizedPower, forKey: .normalizedPower)
        try object.encode(planned.averageWatts, forKey: .averageWatts)
        try object.encode(planned.joules, forKey: .joules)
        try object.encode(planned.joulesAboveFTP, forKey: .joulesAboveFTP)
        try object.encode(JSONValue(planned.variabilityIndex, decimals: 4), forKey: .variabilityIndex)
        let zones = planned.zoneTimes.map { ($0.id, $0.seconds) }
        try object.encode(Dictionary(zones, uniquingKeysWith: +), forKey: .zoneTimes)
        let document = WorkoutDocument(
            workout, planned: planned, sport: sport, thresholds: thresholds, indoor: indoor,
            isResolved: isResolved, isEscaped: false)
        try object.encode(document.steps, forKey: .steps)
        try object.encode(findings, forKey: .diagnostics)
    }

    /// The report as JSON.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
