/// A prompt that a device shows some time into a step.
public struct TimedCue: Hashable, Sendable {
    /// Seconds from the start of the step.
    public var second: Int
    /// Seconds for which it stays, where the text says so.
    public var duration: Int?
    /// What it says.
    public var text: String

    /// Makes a cue.
    public init(second: Int, duration: Int? = nil, text: String) {
        self.second = second
        self.duration = duration
        self.text = text
    }
}

extension Step {
    /// The timed cues in the label: `First 33^second 60^30 third` says First at once, second after 33 seconds, and third
    /// after 60 for 30 seconds. A label without `^` has none.
    public var cues: [TimedCue] {
        guard text.contains("^") else { return [] }
        var cues = [TimedCue(second: 0, text: "")]
        for word in text.split(separator: " ") {
            if let cue = TimedCue(word: word) {
                cues.append(cue)
            } else {
                cues[cues.count - 1].text += (cues[cues.count - 1].text.isEmpty ? "" : " ") + word
            }
        }
        return cues.filter { !$0.text.isEmpty }
    }
}

extension TimedCue {
    /// The cue that begins with `word`, such as `33^second` or `60^30`.
    fileprivate init?(word: Substring) {
        guard let mark = word.firstIndex(of: "^"), let second = Int(word[..<mark]), (0...86_400).contains(second) else {
            return nil
        }
        let rest = word[word.index(after: mark)...]
        let duration = Int(rest).flatMap { (0...86_400).contains($0) ? $0 : nil }
        self.init(second: second, duration: duration, text: duration == nil ? String(rest) : "")
    }
}
