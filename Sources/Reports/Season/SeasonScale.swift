import CivilDates
import Diagnostics

/// Where days and values lie in the image of a season.
struct SeasonScale {
    static let width = 960.0
    static let left = 52.0
    static let right = 890.0

    /// The first day of the time axis.
    let first: CivilDate
    /// Days on the axis.
    let days: Int

    /// Pixels from the left at the beginning of a day, or so much later.
    func x(_ date: CivilDate, plus share: Double = 0) -> Double {
        let offset = (Double(date - first) + share) / Double(max(1, days))
        return Self.left + max(0, min(1, offset)) * (Self.right - Self.left)
    }
}

/// One of the panels below each other, with its own axis of values.
struct SeasonPanel {
    /// Pixels from above.
    let top: Double
    /// Pixels from above.
    let bottom: Double
    /// The value at the lower edge.
    let low: Double
    /// The value at the upper edge.
    let high: Double
    /// The values that have a line.
    let ticks: [Double]

    /// A panel that holds all values, its edges on round numbers.
    init(top: Double, bottom: Double, holding values: some Sequence<Double>, lines: Int) {
        let (low, high) = values.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
        let span = low <= high && (high - low).isFinite ? max(high - low, 1) : 1
        let start = low.isFinite ? low : 0
        let step = SeasonPanel.step(span / Double(lines))
        let lowest = (start / step + 1e-9).rounded(.down)
        let highest = max(lowest + 1, ((start + span) / step - 1e-9).rounded(.up))
        self.top = top
        self.bottom = bottom
        self.low = lowest * step
        self.high = highest * step
        ticks = (0...Int(highest - lowest)).map { (lowest + Double($0)) * step }
    }

    /// Pixels from above.
    func y(_ value: Double) -> Double {
        let share = (value - low) / (high - low)
        return bottom - max(0, min(1, share)) * (bottom - top)
    }

    /// The round number at or above a width: 1, 2 or 5 with zeros.
    private static func step(_ width: Double) -> Double {
        var unit = 1.0
        while unit * 10 <= width { unit *= 10 }
        return [1, 2, 5].map { $0 * unit }.first { $0 >= width } ?? unit * 10
    }
}

/// A number of pixels, with one decimal where it has one.
func pixels(_ value: Double) -> String {
    let text = figure(value, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Pixels that a text takes at 11 pixels of height, as far as that can be known without its font.
func textWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 6.3 : 11) }
}

/// The text, or as much of it as fits; nothing where that would be too little.
func fitting(_ text: String, _ width: Double) -> String? {
    if textWidth(text) <= width { return text }
    var cut = text
    while cut.count > 2 {
        cut.removeLast()
        if textWidth(cut) + 8 <= width { return cut + "…" }
    }
    return nil
}

/// The months as axes and days name them.
let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
