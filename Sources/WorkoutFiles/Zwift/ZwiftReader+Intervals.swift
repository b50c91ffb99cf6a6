import Workouts

extension ZwiftReader {
    /// Reads `IntervalsT`: rounds of an on step and, mostly, an off step.
    mutating func readIntervals(_ element: XMLElement) {
        guard let count = rounds(element) else { return }
        var steps: [Step] = []
        if let on = interval(element, "on", cadence: ("cadence", "cadencelow", "cadencehigh")) { steps.append(on) }
        if element.attribute("offduration") != nil,
            let off = interval(element, "off", cadence: ("cadenceresting", "", ""))
        {
            steps.append(off)
        }
        guard !findings.hasErrors, !steps.isEmpty else { return }
        let label = take(messages(of: element), into: &steps, rounds: count, element)
        if count == 1 {
            items += steps.map { .step($0) }
        } else {
            let header = (label.map { $0 + " " } ?? "") + "\(count)x"
            items.append(.block(RepeatBlock(count: count, text: header, steps: steps)))
        }
    }

    /// How often; 0 and no number at all mean once.
    private mutating func rounds(_ element: XMLElement) -> Int? {
        guard let attribute = element.attribute("repeat"), !attribute.value.isEmpty else { return 1 }
        guard let number = number(attribute) else { return nil }
        guard number >= 0, number <= 10_000 else {
            findings.fault(
                .badNumber, "no workout repeats `\(attribute.value)` times", at: text.range(attribute.range))
            return nil
        }
        return max(1, Int(number.rounded()))
    }

    /// The on or the off step; nil where it lasts no time.
    private mutating func interval(
        _ element: XMLElement, _ side: String, cadence names: (String, String, String)
    ) -> Step? {
        guard var step = length(element, side + "duration") else { return nil }
        let power = middle(
            element, side + "power", low: "power\(side)low", high: "power\(side)high", zone: "power\(side)zone")
        set(power, of: &step, element)
        step.cadence = cadence(element, names.0, low: names.1, high: names.2)
        return step
    }

    /// Gives messages to the steps where each round has the same; one at the start names the block. Returns that name.
    private mutating func take(
        _ messages: [TimedCue], into steps: inout [Step], rounds: Int, _ element: XMLElement
    ) -> String? {
        guard !messages.isEmpty else { return nil }
        let length = steps.reduce(0) { $0 + ($1.duration ?? 0) }
        if length > 0, let round = round(messages, length: length, rounds: rounds) {
            var start = 0
            for index in steps.indices {
                let end = start + (steps[index].duration ?? 0)
                let own = round.filter { (start..<end).contains($0.second) }
                steps[index].take(messages: own.map { message in
                    TimedCue(second: message.second - start, duration: message.duration, text: message.text)
                })
                start = end
            }
            return nil
        }
        let words = messages[0].text
        if messages.count == 1, messages[0].second == 0, words.count <= 60, Step.isPlainLabel(words) { return words }
        findings.note(
            .lostMessage, "messages that differ from round to round can't be kept", at: text.range(element.tag))
        return nil
    }

    /// The messages of one round, where all rounds have the same.
    private func round(_ messages: [TimedCue], length: Int, rounds: Int) -> [TimedCue]? {
        guard messages.count % rounds == 0, messages.count / rounds <= 100 else { return nil }
        var first: [TimedCue]?
        let sorted = messages.sorted { ($0.second, $0.text) < ($1.second, $1.text) }
        let perRound = sorted.count / rounds
        for number in 0..<rounds {
            let own = sorted[number * perRound..<(number + 1) * perRound].map { message in
                TimedCue(second: message.second - number * length, duration: message.duration, text: message.text)
            }
            guard own.allSatisfy({ (0..<length).contains($0.second) }), first == nil || own == first else { return nil }
            first = own
        }
        return first
    }
}
