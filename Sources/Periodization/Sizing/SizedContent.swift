import PlanSpec
import Workouts

/// A workout's text and figures with its parameters filled in.
struct SizedContent {
    /// The value of every parameter.
    let values: [String: ParameterValue]
    /// The steps; nil for prose.
    let workout: Workout?
    /// Duration, distance and load.
    let planned: PlannedLoad
}

/// What a session consists of once it has a size: one workout, or the parts of a brick.
struct SessionContent {
    /// The workouts in their order.
    let parts: [SizedContent]

    /// The load that counts towards the week; 0 where it is unknown.
    var load: Double { parts.reduce(0) { $0 + Double($1.planned.load ?? 0) } }
    /// Seconds.
    var duration: Int { parts.reduce(0) { $0 + $1.planned.duration } }
    /// Metres; 0 where they are unknown.
    var distance: Double { parts.reduce(0) { $0 + ($1.planned.distance ?? 0) } }
    /// Whether the load of every part is known.
    var hasLoad: Bool { parts.allSatisfy { $0.planned.load != nil } }
}

/// The figures that sizing compares.
struct SizeFigures {
    /// Training load; 0 where it is unknown.
    var load: Double
    /// Seconds.
    var seconds: Int
    /// Metres; 0 where they are unknown.
    var metres: Double

    init(_ planned: PlannedLoad) {
        load = Double(planned.load ?? 0)
        seconds = planned.duration
        metres = planned.distance ?? 0
    }
}

/// What a size is measured in.
enum SizeMeasure: Hashable, Sendable {
    /// Training load.
    case load
    /// Seconds.
    case duration
    /// Metres.
    case distance

    /// The size of figures.
    func of(_ figures: SizeFigures) -> Double {
        switch self {
        case .load: figures.load
        case .duration: Double(figures.seconds)
        case .distance: figures.metres
        }
    }

    /// The size of a session.
    func of(_ content: SessionContent) -> Double {
        switch self {
        case .load: content.load
        case .duration: Double(content.duration)
        case .distance: content.distance
        }
    }

    /// How far from the wanted size is near enough: 3 %, at least 2 points, 2 minutes or 200 m.
    func tolerance(_ wanted: Double) -> Double {
        switch self {
        case .load: max(2, 0.03 * wanted)
        case .duration: max(120, 0.03 * wanted)
        case .distance: max(200, 0.03 * wanted)
        }
    }
}

/// The number rounded to 1e-6, so that the last bit decides nothing.
func settled(_ number: Double) -> Double {
    abs(number) < 1e9 ? (number * 1e6).rounded() / 1e6 : number
}
