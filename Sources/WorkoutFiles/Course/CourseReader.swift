import Diagnostics
import Workouts

/// Reads MRC and ERG: points of time and target, joined by lines.
struct CourseReader {
    let text: FileText
    let format: WorkoutFormat
    var findings: FileFindings
    private var header: [String: String] = [:]
    private var columns: CourseLines.Columns?
    private var points: [CoursePoint] = []
    /// Messages and names of laps by the second of the workout.
    private var messages: [TimedCue] = []

    /// The workout of a file; nil after an error.
    static func read(_ source: SourceFile, _ format: WorkoutFormat, _ findings: inout FileFindings) -> WorkoutFile? {
        let text = FileText(source)
        if source.bytes.count > 8_000_000 {
            findings.fault(.fileTooLarge, "no workout has so many bytes")
            return nil
        }
        var reader = CourseReader(text: text, format: format, findings: findings)
        let file = reader.read()
        findings = reader.findings
        return findings.hasErrors ? nil : file
    }

    private init(text: FileText, format: WorkoutFormat, findings: FileFindings) {
        self.text = text
        self.format = format
        self.findings = findings
    }

    private mutating func read() -> WorkoutFile? {
        if let place = text.firstForeign {
            findings.warn(
                .foreignBytes, "this is no UTF-8; it was read as Windows-1252", at: text.range(place..<place + 1))
        }
        for line in CourseLines(text).lines where !findings.hasErrors { read(line) }
        guard !findings.hasErrors else { return nil }
        if columns == nil {
            findings.warn(
                .badLine,
                "no line names the columns; they were read as minutes and"
                    + (format == .mrc ? " percent of FTP" : " watts"))
        }
        let ftp = readFTP()
        let items = steps(ftp: format == .erg ? ftp : nil).map { WorkoutItem.step($0) }
        guard !items.isEmpty else {
            findings.fault(.zeroLength, "the points of this course last no time")
            return nil
        }
        return file(items, ftp: ftp)
    }

    private mutating func read(_ line: CourseLines.Line) {
        switch line.section {
        case .header, .outside:
            if let found = CourseLines.columns(line.words) {
                take(found, line)
            } else if line.section == .header {
                readHeader(line)
            }
        case .data:
            if let found = CourseLines.columns(line.words) { take(found, line) } else { readPoint(line) }
        case .messages: readMessage(line)
        case .other: break
        }
    }

    private mutating func take(_ found: CourseLines.Columns, _ line: CourseLines.Line) {
        switch found {
        case .distance:
            findings.fault(
                .distanceCourse, "this is a course by distance and grade, not a workout by time",
                at: text.range(line.range))
        case .unknown:
            findings.fault(
                .badLine, "the columns must be MINUTES and WATTS or PERCENT", at: text.range(line.range))
        case .watts, .percent: columns = found
        }
    }

    private mutating func readHeader(_ line: CourseLines.Line) {
        guard let sign = line.words.firstIndex(of: "=") else {
            if line.words.first?.isNumber == true { readPoint(line) }
            return
        }
        let key = line.words[..<sign].uppercased().split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        let value = String(line.words[line.words.index(after: sign)...]).trimmed
        if header[key] == nil { header[key] = value }
    }

    /// The FTP that the file was made for; one that is no number is left out.
    private mutating func readFTP() -> Int? {
        guard let written = header["FTP"], !written.isEmpty else { return nil }
        let watts = written.split { $0 == " " || $0 == "\t" }.first.flatMap { NumberText($0).number }
        guard let watts, watts >= 1, watts <= 2000 else {
            if format == .erg {
                findings.warn(.ignoredValue, "`\(written)` is no FTP; the watts were kept as they are")
            }
            return nil
        }
        return Int(watts.rounded())
    }

    private func file(_ items: [WorkoutItem], ftp: Int?) -> WorkoutFile {
        let title = (header["DESCRIPTION"] ?? "").onOneLine
        let fileName = (header["FILE NAME"] ?? header["FILENAME"] ?? "").onOneLine
        let stem = WorkoutFile.stem(fileName)
        let name = !stem.isEmpty && (title.isEmpty || title.count > 60) ? stem : title
        var file = WorkoutFile(
            name: name, sport: .ride, workout: Workout(description: title == name ? "" : title, items: items))
        file.ftp = ftp
        return file
    }
}

extension WorkoutFile {
    /// A file's name without folders and extension.
    public static func stem(_ path: String) -> String {
        let name = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
            name.distance(from: dot, to: name.endIndex) <= 5
        else { return name }
        return String(name[..<dot])
    }
}

extension CourseReader {
    /// `4.50 75`, `4.50 75%` or `4.50 LAP name`.
    private mutating func readPoint(_ line: CourseLines.Line) {
        let words = line.words.split { $0 == " " || $0 == "\t" }.filter { $0 != "%" }
        let isList = words.count == 1 && line.words.contains(",")
        let fields = isList ? words[0].split(separator: ",") : words
        guard fields.count >= 2 else {
            findings.fault(.badLine, "a line of the course needs minutes and a target", at: text.range(line.range))
            return
        }
        guard let minutes = number(fields[0], line), let second = second(minutes, line) else { return }
        if fields[1].uppercased() == "LAP" {
            let name = fields.dropFirst(2).joined(separator: " ")
            if !name.isEmpty { messages.append(TimedCue(second: second, text: name)) }
            return
        }
        let written = fields[1].hasSuffix("%") ? fields[1].dropLast() : fields[1]
        guard let value = number(written, line) else { return }
        guard value >= 0, value <= (format == .mrc ? 2000 : 5000) else {
            findings.fault(.badNumber, "`\(fields[1])` is no target of a workout", at: text.range(line.range))
            return
        }
        if points.isEmpty, second > 0 {
            findings.warn(
                .badLine, "the course begins late; its first target counts from the start", at: text.range(line.range))
            points.append(CoursePoint(second: 0, value: value))
        }
        points.append(CoursePoint(second: second, value: value))
    }

    private mutating func number(_ words: some StringProtocol, _ line: CourseLines.Line) -> Double? {
        if let number = NumberText(words).number { return number }
        findings.fault(.badNumber, "`\(words)` is no number", at: text.range(line.range))
        return nil
    }

    /// Whole seconds of decimal minutes, which may not run backwards.
    private mutating func second(_ minutes: Double, _ line: CourseLines.Line) -> Int? {
        guard let second = wholeSeconds(minutes * 60) else {
            findings.fault(.badNumber, "`\(minutes)` is no minute of a workout", at: text.range(line.range))
            return nil
        }
        guard second >= points.last?.second ?? 0 else {
            findings.fault(.timeRunsBack, "the minutes run backwards here", at: text.range(line.range))
            return nil
        }
        return second
    }

    /// Seconds, words and mostly seconds again, with tabs between.
    private mutating func readMessage(_ line: CourseLines.Line) {
        let fields = line.words.split(separator: "\t").map { String($0).trimmed }
        let parts = fields.count > 1 ? fields : line.words.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count > 1, let start = NumberText(parts[0]).number, let second = wholeSeconds(start) else {
            findings.warn(
                .badLine, "a message needs seconds and words; this line was left out", at: text.range(line.range))
            return
        }
        let stay = parts.count > 2 ? NumberText(parts[2]).number.flatMap(wholeSeconds) : nil
        messages.append(TimedCue(second: second, duration: stay.flatMap { $0 > 0 ? $0 : nil }, text: parts[1]))
    }
}

/// A point of a course.
struct CoursePoint: Equatable {
    var second: Int
    var value: Double
}

extension CourseReader {
    /// A step for each stretch between two points of different times.
    private mutating func steps(ftp: Int?) -> [Step] {
        var steps: [Step] = []
        let pending = messages.sorted { $0.second < $1.second }
        var next = 0
        for (start, end) in zip(points, points.dropFirst()) where end.second > start.second {
            var step = Step(duration: end.second - start.second)
            let target = Target(percentOrWatts(start.value, ftp), percentOrWatts(end.value, ftp), units(ftp))
            step.power = target
            step.ramp = target.start != target.end
            var own: [TimedCue] = []
            while next < pending.count, pending[next].second < end.second {
                let message = pending[next]
                own.append(
                    TimedCue(
                        second: max(0, message.second - start.second), duration: message.duration, text: message.text))
                next += 1
            }
            step.take(messages: own)
            steps.append(step)
        }
        if next < pending.count { findings.warn(.lostMessage, "a message after the end was left out") }
        return steps
    }

    private func units(_ ftp: Int?) -> Target.Units {
        format == .mrc || ftp != nil ? .percentFTP : .watts
    }

    private func percentOrWatts(_ value: Double, _ ftp: Int?) -> Double {
        if format == .mrc { return percent(ofFraction: value / 100) }
        if let ftp { return percent(ofWatts: value, ftp: ftp) }
        return value
    }
}
