import PlanSpec
import Workouts

/// A session's text and figures with its parameters filled in.
struct SizedContent {
    /// The value of every parameter.
    let values: [String: ParameterValue]
    /// The steps; nil for prose.
    let workout: Workout?
    /// Duration, distance and load.
    let planned: PlannedLoad

    /// The load that counts towards the week; 0 where it is unknown.
    var load: Double { Double(planned.load ?? 0) }
}

/// What a size is measured in.
enum SizeMeasure {
    /// Training load.
    case load
    /// Seconds.
    case duration

    /// The size of a content.
    func of(_ content: SizedContent) -> Double {
        switch self {
        case .load: content.load
        case .duration: Double(content.planned.duration)
        }
    }

    /// How far from the wanted size is near enough: 3 %, at least 2 points or 2 minutes.
    func tolerance(_ wanted: Double) -> Double {
        switch self {
        case .load: max(2, 0.03 * wanted)
        case .duration: max(120, 0.03 * wanted)
        }
    }
}

/// The number rounded to 1e-6, so that the last bit decides nothing.
func settled(_ number: Double) -> Double {
    abs(number) < 1e9 ? (number * 1e6).rounded() / 1e6 : number
}
