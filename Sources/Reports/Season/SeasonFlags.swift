import CivilDates
import Diagnostics
import Periodization

/// The races above a season's curves: names in as few rows as keep them apart, and a line down from each.
struct SeasonFlags {
    /// One race with its place.
    private struct Flag {
        let race: PlannedEntry
        let x: Double
        /// The row of its name; nil where there is no room for it.
        let row: Int?
        /// The name, as much as fits.
        let label: String
        /// Whether the name stands left of the line.
        let isLeft: Bool
    }

    private static let top = 42.0
    private static let rowHeight = 16.0
    private static let mostRows = 4
    private let flags: [Flag]
    private let rows: Int

    /// Places the races: the important ones first, each name on the first row where it meets no other.
    init(_ races: [PlannedEntry], _ scale: SeasonScale) {
        var taken: [[(start: Double, end: Double)]] = []
        var placed: [(order: Int, flag: Flag)] = []
        let ranked = races.enumerated().sorted {
            ($0.element.category.rawValue, $0.offset) < ($1.element.category.rawValue, $1.offset)
        }
        for (order, race) in ranked {
            let x = scale.x(race.date, plus: 0.5)
            let label = fitting("\(race.category.rawValue.suffix(1)) \(race.name)", 190) ?? ""
            let width = textWidth(label) + 12
            let isLeft = x + width > SeasonScale.width - 6
            let span = isLeft ? (start: x - width, end: x + 6) : (start: x - 6, end: x + width)
            var row = taken.firstIndex { others in others.allSatisfy { span.end < $0.start || $0.end < span.start } }
            if row == nil, taken.count < Self.mostRows {
                row = taken.count
                taken.append([])
            }
            if let row { taken[row].append(span) }
            placed.append((order, Flag(race: race, x: x, row: row, label: label, isLeft: isLeft)))
        }
        flags = placed.sorted { $0.order < $1.order }.map(\.flag)
        rows = taken.count
    }

    /// Where the rows of names end.
    var bottom: Double { Self.top + Double(rows) * Self.rowHeight }

    /// The lines down to the foot of the image, and the names.
    func drawn(to foot: Double) -> String {
        flags.map { flag in
            let isMain = flag.race.category == .raceA
            let start = Self.top + Double(flag.row ?? rows) * Self.rowHeight + 4
            let x = pixels(flag.x)
            let line = """
                <path class="\(isMain ? "race" : "minor")" d="M\(x) \(pixels(start))V\(pixels(foot))">\
                <title>\(markup(flag.race.name)), \(flag.race.date)</title></path>
                """
            guard flag.row != nil else { return line }
            let place = flag.isLeft ? "x=\"\(pixels(flag.x - 8))\" text-anchor=\"end\"" : "x=\"\(pixels(flag.x + 8))\""
            return line + """

                <path class="\(isMain ? "flag" : "minorflag")" d="M\(x) \(pixels(start - 5))l4.5 5l-4.5 5l-4.5 -5Z"/>
                <text class="\(isMain ? "flag" : "minorflag")" \(place) y="\(pixels(start + 4))">\(markup(flag.label))</text>
                """
        }.joined(separator: "\n")
    }
}
