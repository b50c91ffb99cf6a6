import Diagnostics
import Workouts

/// Where seconds and intensities lie in the image of a workout.
struct DrawingScale {
    static let width = 800
    static let height = 240
    static let left = 48
    static let right = 788
    /// How high a step without target stands, as a fraction of threshold.
    static let untargeted = 0.1

    /// Seconds of the whole workout.
    let seconds: Int
    /// The intensity at the upper edge, as a fraction of threshold.
    let top: Double
    /// The line that blocks stand on.
    let bottom = 210

    init(_ segments: [ProfileSegment]) {
        seconds = segments.reduce(0) { $0 + $1.seconds }
        let highest = segments.map { max($0.start ?? 0, $0.end ?? 0) }.max() ?? 0
        top = max(0.5, min(highest, 20) * 1.05)
    }

    /// Pixels from the left, with one decimal.
    func x(_ second: Int) -> String {
        let share = seconds > 0 ? Double(second) / Double(seconds) : 0
        return figure(Double(Self.left) + share * Double(Self.right - Self.left), decimals: 1)
    }

    /// Pixels from above, with one decimal; what is higher than the image is cut.
    func y(_ intensity: Double) -> String {
        let share = max(0, min(1, intensity / top))
        return figure(Double(bottom) - share * Double(bottom - 32), decimals: 1)
    }

    /// The percents of threshold that have a line: four or five of them.
    var levels: [Int] {
        let step = [25, 50, 100, 200, 500].first { Int(top * 100) / $0 <= 5 } ?? 500
        return Array(stride(from: step, through: Int(top * 100), by: step))
    }

    /// Seconds from one mark of the time axis to the next: eight marks at most.
    var tick: Int {
        let minutes = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440]
        return minutes.map { $0 * 60 }.first { seconds / $0 <= 8 } ?? max(1, seconds / 8)
    }
}
