import Diagnostics
public import Workouts

/// A workout as an SVG image: time across, intensity up, a block per step in the colour of its zone.
///
/// It carries its own style for light and dark, and says in words what it shows.
public struct WorkoutDrawing: Sendable {
    let title: String
    let summary: String
    let segments: [ProfileSegment]

    /// Segments beyond this many are not drawn one by one; nobody could tell them apart.
    static let mostShapes = 3000

    /// Makes the drawing of `segments`; `summary` is read out in place of the image.
    public init(title: String, summary: String, segments: [ProfileSegment]) {
        self.title = title
        self.summary = summary
        self.segments = segments
    }

    /// The image, ending in a newline.
    public func svg() -> String {
        let scale = DrawingScale(segments)
        let parts = [
            head, gridLines(scale), blocks(scale), threshold(scale), timeAxis(scale), "</svg>",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private var head: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(DrawingScale.width) \(DrawingScale.height)" \
        width="\(DrawingScale.width)" height="\(DrawingScale.height)" class="workout" role="img">
        <title>\(markup(title))</title>
        <desc>\(markup(summary))</desc>
        \(DrawingStyle.sheet)
        <rect class="paper" width="\(DrawingScale.width)" height="\(DrawingScale.height)"/>
        <text class="name" x="\(DrawingScale.left)" y="18">\(markup(title))</text>
        <text x="\(DrawingScale.right)" y="18" text-anchor="end">\(markup(summary))</text>
        """
    }

    /// Quarters of threshold with their percent at the side.
    private func gridLines(_ scale: DrawingScale) -> String {
        scale.levels.map { percent in
            let y = scale.y(Double(percent) / 100)
            return """
                <line class="grid" x1="\(DrawingScale.left)" x2="\(DrawingScale.right)" y1="\(y)" y2="\(y)"/>
                <text x="\(DrawingScale.left - 6)" y="\(y)" dy="4" text-anchor="end">\(percent)%</text>
                """
        }.joined(separator: "\n")
    }

    private func threshold(_ scale: DrawingScale) -> String {
        guard scale.top >= 1 else { return "" }
        let y = scale.y(1)
        return
            "<line class=\"threshold\" x1=\"\(DrawingScale.left)\" x2=\"\(DrawingScale.right)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }

    /// One shape a segment: steady steps and ramps alike are trapezoids.
    private func blocks(_ scale: DrawingScale) -> String {
        var shapes: [String] = []
        var second = 0
        for segment in segments where segment.seconds > 0 {
            if shapes.count == Self.mostShapes { break }
            shapes.append(block(segment, from: second, scale))
            second += segment.seconds
        }
        return shapes.joined(separator: "\n")
    }

    private func block(_ segment: ProfileSegment, from second: Int, _ scale: DrawingScale) -> String {
        let (left, right) = (scale.x(second), scale.x(second + segment.seconds))
        let (low, high) = (segment.start ?? DrawingScale.untargeted, segment.end ?? DrawingScale.untargeted)
        let name = segment.zone.map { "z\(min($0, 7))" } ?? "none"
        return """
            <path class="\(name)" d="M\(left) \(scale.bottom)V\(scale.y(low))L\(right) \(scale.y(high))V\(scale.bottom)Z">\
            <title>\(words(segment))</title></path>
            """
    }

    /// What a pointer over the block shows: `4m, 110 %, Z5`.
    private func words(_ segment: ProfileSegment) -> String {
        var parts = [durationFigure(segment.seconds)]
        if let start = segment.start, let end = segment.end {
            let (first, last) = (figure(start * 100), figure(end * 100))
            parts.append(first == last ? "\(first) %" : "\(first) to \(last) %")
        } else {
            parts.append("no target")
        }
        if let zone = segment.zone { parts.append("Z\(zone)") }
        return parts.joined(separator: ", ")
    }

    private func timeAxis(_ scale: DrawingScale) -> String {
        stride(from: 0, through: scale.seconds, by: scale.tick).map { second in
            """
            <line class="tick" x1="\(scale.x(second))" x2="\(scale.x(second))" y1="\(scale.bottom)" y2="\(scale.bottom + 4)"/>
            <text x="\(scale.x(second))" y="\(scale.bottom + 17)" text-anchor="middle">\
            \(second == 0 ? "0" : durationFigure(second))</text>
            """
        }.joined(separator: "\n")
    }
}
