import Diagnostics

extension WorkoutReader {
    /// Lines that look like something else than text.
    mutating func judgeText(_ line: TextLine, _ index: Int) {
        if isAboveSteps(index) { judgeHeading(line) }
        judgeMissingDash(line)
    }

    /// A line between steps of a block does not end it.
    mutating func judgeTextInBlock(_ line: TextLine, _ index: Int) {
        guard block?.hasLines == true, isAboveSteps(index), repeatCount(lines[index + 1].range) == nil else { return }
        complain(
            .repeatWithoutBlankLine, .error,
            "the steps below this line still belong to the repeat above it; put a blank line between", line)
    }

    private mutating func judgeHeading(_ line: TextLine) {
        let words = text.loweredString(line.range)
        if ["warm up", "warm-up", "warmup:", "warm up:", "cool down", "cool-down", "cooldown:", "cool down:"].contains(
            words)
        {
            complain(
                .sectionSpelling, .warning, "only the bare words Warmup and Cooldown are sure to mark the steps", line)
        }
        if let severity = countSeverity(line.range) {
            complain(
                .repeatCountNotLast, severity, "the count of a repeat has to end its line, as in `Main set 4x`", line)
        }
    }

    /// How sure it is that a heading holds a count that does not end it: `4x Main set`, `4×`, `Repeat 4 times`, but also
    /// `VO2max 4x4`, which may be a name.
    private func countSeverity(_ range: Range<Int>) -> Severity? {
        let words = text.words(in: range)
        var severity: Severity?
        for index in words.indices {
            var cursor = Cursor(text, words[index])
            guard cursor.wholeNumber() != nil else { continue }
            if cursor.isAtEnd, index + 1 < words.count {
                let next = text.loweredString(words[index + 1])
                if ["times", "rounds", "reps", "x", "×", "x:"].contains(next) { return .error }
            } else if cursor.take("x") || cursor.take("×") {
                if cursor.isAtEnd || cursor.next == 0x3A { return .error }
                if cursor.wholeNumber() != nil { severity = .warning }
            }
        }
        return severity
    }

    /// A bullet or a number with duration and target reads as a step that lost its dash.
    private mutating func judgeMissingDash(_ line: TextLine) {
        let first = text.scalars[line.range.lowerBound]
        let isDash = [0x2013, 0x2014, 0x2212, 0x2010, 0x2011].contains(first)
        guard isDash || first.isDigit || [0x2A, 0x2B, 0x2022].contains(first) else { return }
        var reader = StepReader(text, line.range, isDashed: !first.isDigit)
        guard let step = reader.read(), step.power != nil || step.heartRate != nil || step.pace != nil else { return }
        complain(
            .notAStep, isDash ? .error : .warning, "the service takes this line as text; begin a step with `-`", line)
    }

    /// Garmin devices take about 50 steps, a block counting one more than its steps.
    mutating func judgeStepCount() {
        guard workout.stepCount > 50, let first = stepRanges.first, let last = stepRanges.last else { return }
        findings.append(
            WorkoutFinding(
                .manySteps, .warning,
                "\(workout.stepCount) steps are more than the 50 that devices take; use repeats or fewer steps",
                at: first.lowerBound..<max(first.upperBound, last.upperBound)))
    }
}
