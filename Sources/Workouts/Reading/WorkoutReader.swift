import Diagnostics

extension Workout {
    /// Reads a workout's text the way the service does; every text can be read.
    public static func read(_ text: String) -> WorkoutReading {
        var reader = WorkoutReader(ScalarText(text))
        return reader.read()
    }
}

/// Reads a text line by line and puts steps, blocks and description together.
struct WorkoutReader {
    let text: ScalarText
    let lines: [TextLine]
    var workout = Workout()
    var findings: [WorkoutFinding] = []
    var stepRanges: [Range<Int>] = []
    private var thresholdPaceRanges: [Range<Int>] = []
    private var description: [String] = []
    /// Steps of broken blocks, which go to the end.
    private var moved: [WorkoutItem] = []
    var block: OpenBlock?
    private var section = Section.none
    /// Whether a step stands above in the same paragraph, and in the text.
    private var paragraphHasSteps = false
    private var hasSteps = false

    private enum Section { case none, warmup, cooldown }

    /// A repeat block whose steps are being read.
    struct OpenBlock {
        var count: Int
        var header: TextLine
        var steps: [Step] = []
        /// Whether the service loses the repeat and moves the steps to the end.
        var isBroken = false
        /// Whether its steps stand further right than the header.
        var isIndented = false
        /// Durations that were written as minutes alone, and where.
        var minutes: [(count: Int, range: Range<Int>)] = []
        /// Whether any line began with a dash, kept or not.
        var hasLines = false
    }

    init(_ text: ScalarText) {
        self.text = text
        lines = text.lines
    }

    mutating func read() -> WorkoutReading {
        for index in lines.indices { read(index) }
        closeBlock(before: lines.count)
        workout.items += moved
        workout.description = joinedDescription
        judgeStepCount()
        return WorkoutReading(
            workout: workout, findings: findings, stepRanges: stepRanges, thresholdPaceRanges: thresholdPaceRanges)
    }

    private mutating func read(_ index: Int) {
        let line = lines[index]
        if line.range.isEmpty {
            closeBlock(before: index)
            section = .none
            paragraphHasSteps = false
            if !hasSteps { description.append("") }
        } else if isStep(line.range) {
            readStep(line)
            paragraphHasSteps = true
        } else if let count = repeatCount(line.range) {
            openBlock(count, line, index)
        } else {
            readText(line, index)
        }
    }

    /// A line with a dash; `--- text ---` is text.
    private func isStep(_ range: Range<Int>) -> Bool {
        guard text.scalars[range.lowerBound] == 0x2D else { return false }
        return range.count < 3 || text.scalars[range.lowerBound + 1] != 0x2D
            || text.scalars[range.lowerBound + 2] != 0x2D
    }

    private mutating func readStep(_ line: TextLine) {
        var reader = StepReader(text, line.range)
        let step = reader.read()
        findings += reader.findings
        hasSteps = true
        judgeIndentation(line)
        if let minutes = reader.bareMinutes { block?.minutes.append(minutes) }
        guard var step else { return }
        step.warmup = section == .warmup
        step.cooldown = section == .cooldown
        stepRanges.append(line.range)
        if step.needsThresholdPace { thresholdPaceRanges.append(line.range) }
        if block == nil {
            workout.items.append(.step(step))
        } else {
            block?.steps.append(step)
        }
    }

    /// Indented steps lose their repeat; a dash in the column of the header then is no step of the block.
    private mutating func judgeIndentation(_ line: TextLine) {
        guard let open = block else { return }
        if line.indentation <= open.header.indentation {
            if open.isIndented { closeBlock(before: 0) } else { block?.hasLines = true }
            return
        }
        block?.hasLines = true
        block?.isIndented = open.isIndented || !open.hasLines
        if !open.isBroken {
            block?.isBroken = true
            complain(
                .indentedSteps, .error,
                "indented steps lose their repeat and move to the end; begin each dash in the column of the header",
                line)
        }
    }
}

extension WorkoutReader {
    /// The count of a line that ends in a whole number and `x`, or nil.
    func repeatCount(_ range: Range<Int>) -> WrittenNumber? {
        guard text.lowered(range.upperBound - 1) == 0x78 else { return nil }
        var end = range.upperBound - 1
        while end > range.lowerBound, text.scalars[end - 1].isBlank { end -= 1 }
        var start = end
        while start > range.lowerBound, text.scalars[start - 1].isDigit { start -= 1 }
        if start - 1 > range.lowerBound, text.scalars[start - 1] == 0x2E, text.scalars[start - 2].isDigit { return nil }
        var cursor = Cursor(text, start..<end)
        return cursor.wholeNumber()
    }

    private mutating func openBlock(_ count: WrittenNumber, _ line: TextLine, _ index: Int) {
        let isNested = block.map { !$0.hasLines } ?? false
        closeBlock(before: index, isClosedByHeader: true)
        block = OpenBlock(count: min(count.digits, RepeatBlock.largestCount), header: line)
        if count.digits > RepeatBlock.largestCount {
            complain(.numberTooLarge, .error, "no workout repeats \(count.digits) times", line)
        }
        if count.digits == 0 {
            complain(.zeroRepeats, .error, "a block that repeats 0 times is lost; write 1x or more", line)
        }
        if paragraphHasSteps {
            block?.isBroken = true
            complain(
                .repeatWithoutBlankLine, .error,
                "without a blank line before it a repeat is lost and its steps move to the end; put one above", line)
        } else if isNested {
            block?.isBroken = true
            complain(
                .nestedRepeat, .error, "repeats do not nest; write the inner steps out, or multiply the counts", line)
        }
    }

    /// Puts the open block into the workout; `index` is the line that ended it.
    private mutating func closeBlock(before index: Int, isClosedByHeader: Bool = false) {
        guard let open = block else { return }
        block = nil
        judgeMinutes(open)
        if open.steps.isEmpty {
            if !open.hasLines, !isClosedByHeader { judgeEmpty(open, before: index) }
        } else if open.isBroken {
            moved += open.steps.map { .step($0) }
        } else if open.count > 0 {
            let header = text.string(open.header.range)
            workout.items.append(.block(RepeatBlock(count: open.count, text: header, steps: open.steps)))
        }
    }

    /// `8x` of `100m` are over thirteen hours.
    private mutating func judgeMinutes(_ open: OpenBlock) {
        guard open.count > 1 else { return }
        for minutes in open.minutes where minutes.count <= 120 && minutes.count * open.count > 360 {
            findings.append(
                WorkoutFinding(
                    .metresAsMinutes, .warning,
                    "`m` means minutes, and \(open.count) times \(minutes.count)m are \(WorkoutText.duration(open.count * minutes.count * 60)); write \(minutes.count)mtr for metres",
                    at: minutes.range))
        }
    }

    /// A header with nothing under it: an error where steps come after the blank line.
    private mutating func judgeEmpty(_ open: OpenBlock, before index: Int) {
        let next = lines[index...].first { !$0.range.isEmpty }
        let hasStepsBelow = next.map { isStep($0.range) } ?? false
        complain(
            .emptyRepeat, hasStepsBelow ? .error : .warning,
            hasStepsBelow
                ? "a blank line parts this repeat from its steps, so nothing repeats; take the blank line out"
                : "nothing stands below this repeat, so the line is lost; put steps below it or end it differently",
            open.header)
    }
}

extension WorkoutReader {
    private mutating func readText(_ line: TextLine, _ index: Int) {
        judgeTextInBlock(line, index)
        if readsAsSection(line, index) || readProperty(line.range) { return }
        judgeText(line, index)
        if !hasSteps { description.append(text.string(line.range)) }
    }

    /// `Warmup` and `Cooldown` directly above steps.
    private mutating func readsAsSection(_ line: TextLine, _ index: Int) -> Bool {
        let isWarmup = text.matches(line.range, "warmup")
        guard isWarmup || text.matches(line.range, "cooldown"), isAboveSteps(index) else { return false }
        section = isWarmup ? .warmup : .cooldown
        return true
    }

    /// Whether the next line is a step or a repeat header.
    func isAboveSteps(_ index: Int) -> Bool {
        guard index + 1 < lines.count else { return false }
        let next = lines[index + 1].range
        return !next.isEmpty && (isStep(next) || repeatCount(next) != nil)
    }

    /// `Category: X` and `Pool length: 25m`.
    private mutating func readProperty(_ range: Range<Int>) -> Bool {
        guard let colon = text.scalars[range].firstIndex(of: 0x3A) else { return false }
        let value = text.trimmed(colon + 1..<range.upperBound).range
        let name = text.trimmed(range.lowerBound..<colon).range
        guard !value.isEmpty else { return false }
        if text.matches(name, "category") {
            workout.category = text.string(value)
            return true
        }
        guard text.matches(name, "pool length") else { return false }
        var cursor = Cursor(text, value)
        guard let number = cursor.number() else { return false }
        let unit = text.loweredString(text.trimmed(cursor.rest).range)
        switch unit {
        case "m", "mtr", "meters", "": workout.poolLength = number.value
        case "y", "yd", "yrd", "yds", "yards": workout.poolLength = number.scaled(by: 9144, over: 10_000)
        default: return false
        }
        return true
    }

    private var joinedDescription: String {
        var lines = description[...]
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Adds a finding about a line.
    mutating func complain(_ rule: WorkoutRule, _ severity: Severity, _ message: String, _ line: TextLine) {
        findings.append(WorkoutFinding(rule, severity, message, at: line.range))
    }
}
