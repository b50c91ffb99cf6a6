public import Diagnostics
public import Workouts

/// One workout: its figures, its steps and a drawing of it.
public struct WorkoutReport: Sendable {
    let workout: Workout
    let planned: PlannedLoad
    let sport: Sport
    let thresholds: Thresholds
    let indoor: Bool
    let findings: [Diagnostic]
    let isResolved: Bool

    /// Makes the report of a workout for an athlete with `thresholds`; its JSON may hold watts, beats and speeds beside
    /// the targets.
    public init(
        _ workout: Workout, sport: Sport, thresholds: Thresholds, indoor: Bool = false, findings: [Diagnostic] = [],
        isResolved: Bool = false
    ) {
        self.workout = workout
        self.sport = sport
        self.thresholds = thresholds
        self.indoor = indoor
        self.findings = findings
        self.isResolved = isResolved
        planned = workout.planned(sport: sport, thresholds: thresholds, indoor: indoor)
    }

    /// The drawing, the figures and the time in zones, ending in a newline.
    public func text(_ ink: Ink = Ink()) -> String {
        let profile = workout.profile(sport: sport, thresholds: thresholds, indoor: indoor)
        let drawing = ProfileDrawing(segments: profile, ink: ink).lines()
        let parts = [drawing, [figures], zones(ink)].filter { !$0.isEmpty }
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The drawing as an SVG image, ending in a newline.
    public func svg(title: String = "Workout") -> String {
        let profile = workout.profile(sport: sport, thresholds: thresholds, indoor: indoor)
        return WorkoutDrawing(title: title, summary: figures, segments: profile).svg()
    }

    private var figures: String {
        var parts = [(planned.hasOpenDuration ? "at least " : "") + durationFigure(planned.duration)]
        if let distance = planned.distance, distance > 0 { parts.append("\(figure(distance / 1000, decimals: 2)) km") }
        let approximate = planned.basis == .heartRate ? " (approximate)" : ""
        parts.append("load " + (planned.load.map { "\($0)" } ?? "unknown") + approximate)
        if let intensity = planned.intensity { parts.append("intensity \(figure(intensity, decimals: 1)) %") }
        if let power = planned.normalizedPower, power > 0 {
            parts.append("NP \(power) W")
            parts.append("average \(planned.averageWatts ?? 0) W")
        }
        return parts.joined(separator: ", ")
    }

    private func zones(_ ink: Ink) -> [String] {
        let used = planned.zoneTimes.filter { $0.seconds > 0 }
        let most = used.map(\.seconds).max() ?? 1
        return used.map { zone in
            let bar = String(repeating: ink.glyph("█", "#"), count: max(1, zone.seconds * 30 / most))
            return "\(padded(zone.id, 3)) \(aligned(durationFigure(zone.seconds), 7))  \(bar)"
        }
    }
}
