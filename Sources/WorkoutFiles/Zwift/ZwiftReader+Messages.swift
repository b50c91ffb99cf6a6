import Workouts

extension ZwiftReader {
    /// The messages inside an element, with seconds from its start.
    mutating func messages(of element: XMLElement) -> [TimedCue] {
        var messages: [TimedCue] = []
        if let words = element.attribute("text")?.value.onOneLine, !words.isEmpty {
            messages.append(TimedCue(second: 0, text: words))
        }
        for child in element.children {
            switch child.key {
            case "textevent", "textnotification": if let message = message(child) { messages.append(message) }
            case "gameplayevent": break
            default:
                findings.warn(
                    .unknownElement, "<\(child.name)> inside a step was left out", at: text.range(child.tag))
            }
        }
        return messages
    }

    private mutating func message(_ element: XMLElement) -> TimedCue? {
        let words = (element.attribute("message", "text")?.value ?? element.text).onOneLine
        guard !words.isEmpty else { return nil }
        let offset = element.attribute("timeoffset", "distoffset").map { NumberText($0.value).number ?? -1 } ?? 0
        guard let second = wholeSeconds(offset), element.attribute("distoffset") == nil || second == 0 else {
            findings.warn(
                .lostMessage, "this message has no time in its step and was left out", at: text.range(element.tag))
            return nil
        }
        let stay = element.attribute("duration").flatMap { NumberText($0.value).number }.flatMap(wholeSeconds)
        return TimedCue(second: second, duration: stay.flatMap { $0 > 0 ? $0 : nil }, text: words)
    }

    /// A message between steps belongs to none; it is left out with a warning.
    mutating func readLooseMessage(_ element: XMLElement) {
        guard element.key != "gameplayevent" else { return }
        findings.warn(
            .lostMessage, "a message outside every step was left out", at: text.range(element.tag))
    }
}
