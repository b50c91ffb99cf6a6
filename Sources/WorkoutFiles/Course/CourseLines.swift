/// The lines of an MRC or ERG file with the sections that they stand in.
struct CourseLines {
    /// Where a line stands.
    enum Section {
        case outside, header, data, messages, other
    }

    /// A line that says something.
    struct Line {
        var section: Section
        var range: Range<Int>
        var words: String
    }

    /// The lines with words, section marks and comments left out.
    let lines: [Line]

    init(_ text: FileText) {
        var section = Section.outside
        var lines: [Line] = []
        for range in text.lines {
            var words = text.string(range).trimmed
            if words.isEmpty || words.hasPrefix(";") { continue }
            if let mark = Self.mark(words) {
                section = mark
                continue
            }
            if section == .data, let comment = words.firstIndex(of: ";") { words = String(words[..<comment]).trimmed }
            if !words.isEmpty { lines.append(Line(section: section, range: range, words: words)) }
        }
        self.lines = lines
    }

    /// The section that begins behind `[COURSE DATA]` and its like, also where a bracket is missing.
    private static func mark(_ words: String) -> Section? {
        guard words.hasPrefix("[") else { return nil }
        let name = words.dropFirst().prefix { $0 != "]" }.uppercased()
        if name.hasPrefix("END") { return .outside }
        switch name.split(separator: " ").joined(separator: " ") {
        case "COURSE HEADER": return .header
        case "COURSE DATA": return .data
        case "COURSE TEXT": return .messages
        default: return .other
        }
    }

    /// What the columns of a line of names are; nil for any other line.
    static func columns(_ words: String) -> Columns? {
        let names = words.uppercased().split { $0 == " " || $0 == "\t" || $0 == "," }
        guard let first = names.first else { return nil }
        if first == "DISTANCE" || first == "KM" || first == "MILES" { return .distance }
        guard first == "MINUTES" || first == "MIN", names.count >= 2 else { return nil }
        switch names[1] {
        case "WATTS", "WATT", "POWER": return .watts
        case "PERCENT", "PERCENTAGE", "FTP", "%", "%FTP": return .percent
        default: return .unknown
        }
    }

    /// What stands in the columns behind the minutes.
    enum Columns {
        case watts, percent, distance, unknown
    }

    /// The format of a text; nil where it is no course.
    static func format(of text: FileText) -> WorkoutFormat? {
        let isCourse = text.lines.contains { range in
            guard range.count < 80, text.scalars[range].contains(0x5B) else { return false }
            switch mark(text.string(range).trimmed) {
            case .header, .data: return true
            default: return false
            }
        }
        guard isCourse else { return nil }
        let lines = CourseLines(text).lines
        for line in lines where line.section != .data {
            switch columns(line.words) {
            case .watts: return .erg
            case .percent: return .mrc
            default: continue
            }
        }
        let isPercent = lines.contains { $0.section == .data && $0.words.contains("%") }
        return isPercent || text.path.lowercased().hasSuffix(".mrc") ? .mrc : .erg
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        let scalars = unicodeScalars.map(\.value)
        guard let first = scalars.firstIndex(where: { !$0.isXMLBlank && $0 != 0 }),
            let last = scalars.lastIndex(where: { !$0.isXMLBlank && $0 != 0 })
        else { return "" }
        return String(scalars: scalars[first...last])
    }
}
