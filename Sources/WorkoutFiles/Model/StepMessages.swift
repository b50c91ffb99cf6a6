import Workouts

extension Step {
    /// What a device shows during the step: its timed cues, or its label at the start.
    var messages: [TimedCue] {
        let cues = cues
        if !cues.isEmpty { return cues }
        return text.isEmpty ? [] : [TimedCue(second: 0, text: text)]
    }

    /// Makes messages the step's label, as timed cues where a plain label can't say them.
    ///
    /// A message may not begin with a number, which would be read as how long it stays.
    mutating func take(messages: [TimedCue]) {
        let clean = messages.map { message in
            var message = message
            message.text = String(message.text.map { "^<>&".contains($0) ? " " : $0 }).onOneLine
            return message
        }.filter { !$0.text.isEmpty }.sorted { $0.second < $1.second }
        if clean.isEmpty { return }
        let joined = clean.map(\.text).joined(separator: ", ")
        if clean.allSatisfy({ $0.second == 0 }), joined.count <= 60, Step.isPlainLabel(joined) {
            text = joined
            return
        }
        text = clean.map(\.marked).joined(separator: " ")
    }

    /// Whether the words are a label and change nothing else of the step.
    static func isPlainLabel(_ label: String) -> Bool {
        let keywords = ["ramp", "free", "freeride", "maxeffort", "press", "lap", "hidepower", "/hidepower"]
        return !label.isEmpty && !label.contains("=") && !label.contains("^") && isLabel(label)
            && !label.lowercased().split(separator: " ").contains { keywords.contains(String($0)) }
            && Workout.read("- \(label) 1m 50%").findings.isEmpty
    }
}

extension TimedCue {
    /// `33^text`, or `33^10 text` where the message stays for a stated time or begins with a number.
    fileprivate var marked: String {
        let beginsWithNumber = text.split(separator: " ").first.map { Int($0) != nil } ?? false
        let stay = duration ?? (beginsWithNumber ? 10 : nil)
        return "\(second)^" + (stay.map { "\($0) " } ?? "") + text
    }
}
