extension Workout {
    /// The workout as text in canonical form, with LF and a final newline; reading it gives the same steps.
    ///
    /// A blank line parts description, properties, sections and repeats.
    public var text: String {
        var paragraphs = [description, properties].filter { !$0.isEmpty }
        var open: (section: String?, lines: [String])?
        for item in items {
            switch item {
            case .step(let step):
                if open == nil || open?.section != step.section {
                    if let open { paragraphs.append(open.lines.joined(separator: "\n")) }
                    open = (step.section, step.section.map { [$0] } ?? [])
                }
                open?.lines.append(step.line)
            case .block(let block):
                if let open { paragraphs.append(open.lines.joined(separator: "\n")) }
                open = nil
                paragraphs.append(block.printed)
            }
        }
        if let open { paragraphs.append(open.lines.joined(separator: "\n")) }
        return paragraphs.isEmpty ? "" : paragraphs.joined(separator: "\n\n") + "\n"
    }

    private var properties: String {
        [
            category.map { "Category: " + $0 },
            poolLength.map { "Pool length: " + WorkoutText.distance($0) },
        ].compactMap { $0 }.joined(separator: "\n")
    }
}

extension Step {
    /// The heading that marks the step, if any.
    fileprivate var section: String? {
        warmup ? "Warmup" : cooldown ? "Cooldown" : nil
    }
}

extension RepeatBlock {
    /// Header and steps; a section heading stands before the first step that it marks.
    fileprivate var printed: String {
        var lines = [header]
        var section: String?
        for step in steps {
            if step.section != section, let heading = step.section { lines.append(heading) }
            section = step.section
            lines.append(step.line)
        }
        return lines.joined(separator: "\n")
    }

    /// The header as it was, or the count alone where the text says another or none.
    private var header: String {
        let reading = Workout.read(text + "\n- 1s").workout.items
        if reading == [.block(RepeatBlock(count: count, text: text, steps: [Step(duration: 1)]))] { return text }
        return text.isEmpty || !Step.isLabel(text) ? "\(count)x" : "\(text) \(count)x"
    }
}
