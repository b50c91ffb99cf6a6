extension Step {
    /// The step as a line of the workout language, in the order label, length, targets, options.
    public var line: String {
        var words = ["-"]
        let label = printedLabel
        if !label.isEmpty { words.append(label) }
        if let duration { words.append(WorkoutText.duration(duration)) }
        if let distance { words.append(WorkoutText.distance(distance)) }
        if ramp { words.append("ramp") }
        if freeride { words.append("freeride") }
        if maxEffort { words.append("maxeffort") }
        for target in [power, heartRate, pace, cadence] {
            if let target { words.append(WorkoutText.target(target)) }
        }
        words += options
        return words.joined(separator: " ")
    }

    private var options: [String] {
        [
            power?.averaging.map { "power=" + $0 }, heartRate?.averaging.map { "hr=" + $0 },
            pace?.averaging.map { "pace=" + $0 },
            intensity.map { "intensity=" + $0 },
            untilLapPress ? "press lap" : nil,
            hidePower.map { $0 ? "hidepower" : "/hidepower" },
        ].compactMap { $0 }
    }

    /// The label in a form that is read as a label: timed cues with their mark, other words only where they are safe.
    private var printedLabel: String {
        if text.isEmpty { return text }
        if text.contains("^"), !text.contains("<!>"), !text.contains(where: \.isNewline) { return text + " <!>" }
        return Step.isLabel(text) ? text : Step.label(from: text)
    }

    /// Whether the service would take all of `text` as a label and nothing else.
    public static func isLabel(_ text: String) -> Bool {
        let scalars = ScalarText("- " + text + " 1s")
        guard scalars.lines.count == 1 else { return false }
        var reader = StepReader(scalars, 0..<scalars.scalars.count)
        guard let step = reader.read() else { return false }
        var plain = Step(text: text, duration: 1)
        (plain.ramp, plain.freeride, plain.maxEffort) = (step.ramp, step.freeride, step.maxEffort)
        plain.untilLapPress = step.untilLapPress
        return step == plain
    }

    /// The words of `text` that make a safe label; what would be read as a number with a unit is left out.
    public static func label(from text: String) -> String {
        var words: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let clean = word.filter { !"<>&".contains($0) }
            // No item takes more than four words, so that those before have no say.
            let nearby = words.suffix(4).joined(separator: " ")
            if !clean.isEmpty, isLabel(nearby.isEmpty ? clean : nearby + " " + clean) { words.append(clean) }
        }
        return words.joined(separator: " ")
    }
}
