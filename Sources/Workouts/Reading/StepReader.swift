import Diagnostics

/// Reads one line that begins with a dash.
struct StepReader {
    let text: ScalarText
    /// The line with its dash.
    let line: Range<Int>
    let scanner: ItemScanner
    /// What was read so far.
    var step = Step()
    var findings: [WorkoutFinding] = []
    /// The words of the label, and those behind it that nothing understood.
    var label: [Range<Int>] = []
    var unreadWords: [UnreadWord] = []
    /// The duration where it was written as minutes alone, and where.
    var bareMinutes: (count: Int, range: Range<Int>)?
    /// Where a ramp was asked for outside the label.
    var rampRange: Range<Int>?
    /// Where a power zone stands before the length.
    var zoneBeforeLength: Range<Int>?
    private var labelIsOpen = true
    private var averaging: [(kind: TargetKind, value: String)] = []

    /// Makes a reader of `line`, which begins with a dash or with another sign that stands for one.
    init(_ text: ScalarText, _ line: Range<Int>, isDashed: Bool = true) {
        self.text = text
        self.line = line
        var body = line.dropFirst(isDashed ? 1 : 0)
        if let marker = Self.cueMarker(text, body) {
            let cue = text.trimmed(body.lowerBound..<marker).range
            if !cue.isEmpty { step.text = text.string(cue) }
            body = marker + 3..<body.upperBound
            labelIsOpen = false
        }
        scanner = ItemScanner(text: text, words: text.words(in: body))
    }

    /// Reads the line; nil for a step that the service drops.
    mutating func read() -> Step? {
        var index = 0
        while index < scanner.words.count {
            index += keyword(at: index) ?? option(at: index) ?? item(at: index) ?? unread(index)
        }
        finish()
        return isKept ? step : nil
    }

    /// The words of the label with one blank between them.
    private var joinedLabel: String {
        var joined = text.string(label[0])
        for word in label.dropFirst() { joined += " " + text.string(word) }
        return joined
    }

    /// Whether the step has a length.
    var isKept: Bool { (step.duration ?? 0) > 0 || (step.distance ?? 0) > 0 }

    /// Where `<!>` stands, which ends timed cues.
    private static func cueMarker(_ text: ScalarText, _ range: Range<Int>) -> Int? {
        guard range.count >= 3 else { return nil }
        return (range.lowerBound...range.upperBound - 3).first {
            text.scalars[$0] == 0x3C && text.scalars[$0 + 1] == 0x21 && text.scalars[$0 + 2] == 0x3E
        }
    }

    private mutating func finish() {
        if !label.isEmpty { step.text = joinedLabel }
        for (kind, value) in averaging {
            switch kind {
            case .power: step.power?.averaging = value
            case .heartRate: step.heartRate?.averaging = value
            case .pace: step.pace?.averaging = value
            case .cadence: break
            }
        }
        takeLengthOfBestEffort()
        let moves = [step.power, step.heartRate, step.pace].contains { $0.map { $0.start != $0.end } ?? false }
        step.ramp = step.ramp && moves
        judge()
    }

    /// `70% MMP 8m` without another length lasts those 8 minutes; the best effort is that of the step's own duration.
    private mutating func takeLengthOfBestEffort() {
        guard step.duration == nil, step.distance == nil, let seconds = step.power?.mmpDuration else { return }
        step.duration = seconds
        step.power?.mmpDuration = nil
    }
}

extension StepReader {
    /// A word without a number that changes the step; it does not end the label and stays in it.
    private mutating func keyword(at index: Int) -> Int? {
        let word = scanner.words[index]
        var count = 1
        switch text.lowered(word.lowerBound) {
        case 0x72 where text.matches(word, "ramp"):
            step.ramp = true
            if !labelIsOpen { rampRange = word }
        case 0x66 where text.matches(word, "freeride") || text.matches(word, "free"):
            step.freeride = true
        case 0x6D where text.matches(word, "maxeffort"):
            step.maxEffort = true
        case 0x70, 0x6C:
            guard isLapPress(index) else { return nil }
            step.untilLapPress = true
            count = 2
        case 0x68 where text.matches(word, "hidepower"):
            step.hidePower = true
            return 1
        case 0x2F where text.matches(word, "/hidepower"):
            step.hidePower = false
            return 1
        default:
            return nil
        }
        if labelIsOpen { label.append(contentsOf: scanner.words[index..<index + count]) }
        return count
    }

    /// `press lap`, or the two words turned round.
    private func isLapPress(_ index: Int) -> Bool {
        guard index + 1 < scanner.words.count else { return false }
        let (first, second) = (scanner.words[index], scanner.words[index + 1])
        return text.matches(first, "press") && text.matches(second, "lap")
            || text.matches(first, "lap") && text.matches(second, "press")
    }

    /// `intensity=recovery`, `power=3s`, `hr=lap`.
    private mutating func option(at index: Int) -> Int? {
        let word = scanner.words[index]
        guard let sign = text.scalars[word].firstIndex(of: 0x3D) else { return nil }
        let (name, value) = (word.lowerBound..<sign, text.loweredString(sign + 1..<word.upperBound))
        if text.matches(name, "intensity"), !value.isEmpty {
            if StepReader.intensities.contains(value) {
                step.intensity = value
            } else {
                complain(
                    .unknownOption, .error,
                    "intensity takes one of \(StepReader.intensities.joined(separator: ", "))",
                    at: word)
            }
            return 1
        }
        if name.isEmpty || value.isEmpty {
            complain(.unknownOption, .error, "blanks at the `=` break an option; write intensity=rest", at: word)
            return 1
        }
        guard let kind = averagedKind(name) else { return nil }
        if StepReader.averagings.contains(value) {
            averaging.append((kind, value))
        } else {
            let values = StepReader.averagings.joined(separator: ", ")
            complain(.unknownOption, .error, "this option takes one of \(values)", at: word)
        }
        return 1
    }

    private func averagedKind(_ name: Range<Int>) -> TargetKind? {
        if text.matches(name, "power") { return .power }
        if text.matches(name, "hr") { return .heartRate }
        return text.matches(name, "pace") ? .pace : nil
    }

    /// The values of `intensity=`.
    static let intensities = Effort.words
    /// The values of `power=` and `hr=`.
    static let averagings = Average.words

    /// A duration, a distance or a target; the first of them ends the label, cut at its digit.
    private mutating func item(at index: Int) -> Int? {
        guard let item = scanner.item(at: index) else { return nil }
        let before = scanner.words[index].lowerBound..<item.range.lowerBound
        if !before.isEmpty { judge(before, glued: item) }
        if labelIsOpen, !before.isEmpty { label.append(before) }
        labelIsOpen = false
        if item.isCut {
            complain(.numberTooLarge, .error, "this number is too large for a workout", at: item.range)
        }
        switch item.content {
        case .duration(let duration): take(duration, item.range)
        case .distance(let metres): take(metres: metres, item.range)
        case .target(let target): take(target, item.range)
        }
        return item.wordCount
    }

    private mutating func unread(_ index: Int) -> Int {
        unreadWords.append(UnreadWord(index: index, isLabel: labelIsOpen))
        if labelIsOpen { label.append(scanner.words[index]) }
        return 1
    }

    private mutating func take(_ duration: DurationText, _ range: Range<Int>) {
        if step.duration != nil {
            complain(
                .severalDurations, .error, "only the last duration counts; write it as one word, such as 1h30m",
                at: range)
        }
        step.duration = duration.seconds
        bareMinutes = duration.bareMinutes.map { ($0, range) }
        if let minutes = duration.bareMinutes, minutes > 120 { judgeMinutes(minutes, range) }
        if duration.hasHoursThenSeconds {
            complain(
                .hoursThenSeconds, .warning,
                "a number behind hours counts as seconds; write 1h30m for one hour and a half", at: range)
        }
    }

    private mutating func take(metres: Double, _ range: Range<Int>) {
        if step.distance != nil {
            complain(
                .severalDurations, .error, "only the last distance of a step counts; write one step each", at: range)
        }
        step.distance = metres
    }

    private mutating func take(_ target: Target, _ range: Range<Int>) {
        if let meaning = target.implausibility {
            complain(.implausibleTarget, .warning, meaning, at: range)
        }
        let kind = target.units.kind
        let previous: Target?
        switch kind {
        case .power: (previous, step.power) = (step.power, target)
        case .heartRate: (previous, step.heartRate) = (step.heartRate, target)
        case .pace: (previous, step.pace) = (step.pace, target)
        case .cadence: (previous, step.cadence) = (step.cadence, target)
        }
        if previous != nil {
            complain(
                .severalTargets, .warning,
                "the step has several targets of this kind and only the last counts; take the others out", at: range)
        }
        guard target.units == .powerZone, step.duration == nil, step.distance == nil else { return }
        zoneBeforeLength = range
        if !label.isEmpty {
            complain(
                .labelCleared, .warning,
                "a power zone before the duration clears the label; write the zone behind the duration", at: range)
            label = []
        }
    }

    /// Adds a finding.
    mutating func complain(_ rule: WorkoutRule, _ severity: Severity, _ message: String, at range: Range<Int>) {
        findings.append(WorkoutFinding(rule, severity, message, at: range))
    }
}
