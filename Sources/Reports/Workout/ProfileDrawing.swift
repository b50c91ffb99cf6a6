import Workouts

/// A workout as blocks: time across, intensity up.
struct ProfileDrawing {
    let segments: [ProfileSegment]
    let ink: Ink

    private var columns: Int { max(20, min(ink.width, 100) - 8) }
    private let rows = 8

    /// The lines from the top, with the intensity at the side; empty where there is nothing to draw.
    func lines() -> [String] {
        let total = segments.reduce(0) { $0 + $1.seconds }
        let top = segments.map { max($0.start ?? 0, $0.end ?? 0) }.max() ?? 0
        guard total > 0, top > 0 else { return [] }
        let bars = withPeak(heights(total: total), top: top, total: total)
        return (0..<rows).map { row in
            let label = row == 0 ? "\(Int((top * 100).rounded()))%" : ""
            let cells = bars.map { bar in cell(bar.height / top * Double(rows), row: row, zone: bar.zone) }
            return withoutTrailingBlanks(aligned(label, 5) + " " + ink.glyph("┤", "|") + cells.joined())
        }
    }

    /// The intensity and the zone in the middle of each column.
    private func heights(total: Int) -> [(height: Double, zone: Int?)] {
        var index = 0
        var before = 0
        return (0..<columns).map { column in
            let time = (Double(column) + 0.5) * Double(total) / Double(columns)
            while index < segments.count - 1, Double(before + segments[index].seconds) <= time {
                before += segments[index].seconds
                index += 1
            }
            let segment = segments[index]
            let (start, end) = (segment.start ?? 0, segment.end ?? segment.start ?? 0)
            let share = segment.seconds > 0 ? (time - Double(before)) / Double(segment.seconds) : 0
            return (start + (end - start) * share, segment.zone)
        }
    }

    /// A sprint too short for a column of its own takes one, if it is the workout's peak and no column shows it.
    private func withPeak(
        _ bars: [(height: Double, zone: Int?)], top: Double, total: Int
    ) -> [(height: Double, zone: Int?)] {
        guard !bars.contains(where: { $0.height > 0.95 * top }) else { return bars }
        var bars = bars
        var before = 0
        for segment in segments {
            if max(segment.start ?? 0, segment.end ?? 0) == top {
                let middle = before + segment.seconds / 2
                bars[min(columns - 1, middle * columns / total)] = (top, segment.zone)
                return bars
            }
            before += segment.seconds
        }
        return bars
    }

    private func cell(_ height: Double, row: Int, zone: Int?) -> String {
        let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        let level = min(1, max(0, height - Double(rows - 1 - row)))
        let text = ink.ascii ? (level >= 0.5 ? "#" : " ") : blocks[Int((level * 8).rounded())]
        return text == " " ? text : ink.paint(text, role(zone))
    }

    private func role(_ zone: Int?) -> Ink.Role {
        switch zone ?? 0 {
        case 0, 1: .faint
        case 2: .fitness
        case 3: .form
        case 4: .target
        case 5: .problem
        default: .fatigue
        }
    }
}
