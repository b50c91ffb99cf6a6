/// A word of a step that the service does not understand.
struct UnreadWord {
    /// Which word of the line.
    var index: Int
    /// Whether it went into the label; otherwise it is lost.
    var isLabel: Bool

    /// What a word was probably meant to be.
    enum Meaning: Equatable {
        case duration, distance, clock, clockPace, power, heartRate, zone, decimalComma, spacedRange
        case gluedLength, gluedTarget, repeats
    }
}

extension ItemScanner {
    /// What the unread word `index` was probably meant to be, and how many words that takes.
    func meaning(of index: Int) -> (meaning: UnreadWord.Meaning, wordCount: Int)? {
        let word = words[index]
        guard let digit = word.first(where: { text.scalars[$0].isDigit }) else { return meaningOfDash(index) }
        if let glued = gluedMeaning(word) { return (glued, 1) }
        if text.scalars[word.lowerBound..<digit].contains(where: \.isLetter) {
            let isZone = digit == word.lowerBound + 1 && text.lowered(word.lowerBound) == 0x7A
            return isZone ? (.zone, 1) : nil
        }
        var cursor = Cursor(text, digit..<word.upperBound)
        guard cursor.number() != nil else { return nil }
        if cursor.next == 0x3A { return clockMeaning(cursor, index) }
        if cursor.take(",") {
            return cursor.number() == nil || cursor.isAtEnd ? nil : (.decimalComma, 1)
        }
        if cursor.takeDash() { _ = cursor.number() }
        if cursor.isAtEnd { return spacedMeaning(index) }
        if cursor.next == 0x25 { return (.power, 1) }
        return Self.meaning(ofSuffix: text.loweredString(cursor.rest)).map { ($0, 1) }
    }

    /// A lone dash between two numbers, or `to` between a number and a target.
    private func meaningOfDash(_ index: Int) -> (UnreadWord.Meaning, Int)? {
        let isDash = words[index].count == 1 && text.scalars[words[index].lowerBound].isRangeDash
        guard isDash || text.matches(words[index], "to"), index > 0, index + 1 < words.count,
            text.scalars[words[index + 1].lowerBound].isDigit, text.scalars[words[index - 1]].contains(where: \.isDigit)
        else { return nil }
        if isDash { return (.spacedRange, 1) }
        guard case .target = item(at: index + 1)?.content else { return nil }
        return (.spacedRange, 1)
    }

    /// `5:00`, `5:00/km`; a clock with letters behind is neither.
    private func clockMeaning(_ start: Cursor, _ index: Int) -> (UnreadWord.Meaning, Int)? {
        var cursor = start
        while !cursor.isAtEnd, cursor.next.isDigit || cursor.next == 0x3A || text.scalars[cursor.place].isRangeDash {
            cursor.place += 1
        }
        if cursor.isAtEnd { return (.clock, 1) }
        return cursor.next == 0x2F ? (.clockPace, 1) : nil
    }

    /// A word that would be an item without the punctuation behind it.
    private func gluedMeaning(_ word: Range<Int>) -> UnreadWord.Meaning? {
        var end = word.upperBound
        while end > word.lowerBound, isPunctuation(text.scalars[end - 1]) { end -= 1 }
        guard end < word.upperBound, end > word.lowerBound,
            let item = ItemScanner(text: text, words: [word.lowerBound..<end]).item(at: 0)
        else { return nil }
        if case .target = item.content { return .gluedTarget }
        return .gluedLength
    }

    private func isPunctuation(_ scalar: UInt32) -> Bool {
        !scalar.isDigit && !scalar.isLetter && scalar < 0x80 && scalar != 0x25 && scalar != 0x27 && scalar != 0x22
    }

    /// A bare number whose unit is the next word, in a unit that must not stand apart or is none.
    private func spacedMeaning(_ index: Int) -> (UnreadWord.Meaning, Int)? {
        guard index + 1 < words.count else { return nil }
        let next = text.loweredString(words[index + 1])
        switch next {
        case "hr", "lthr": return (.heartRate, 2)
        case "m", "s", "h": return (.duration, 2)
        case "w": return (.power, 2)
        case "k": return nil
        default: return Self.meaning(ofSuffix: next).map { ($0, 2) }
        }
    }

    private static func meaning(ofSuffix suffix: String) -> UnreadWord.Meaning? {
        switch suffix {
        case "bpm": .heartRate
        case "min", "mins", "minute", "minutes", "sec", "secs", "second", "seconds", "hr", "hrs", "hour", "hours":
            .duration
        case "h", "m", "s", "'", "\"": .duration  // only behind a decimal
        case "meter", "metre", "metres", "mtrs", "yd", "yard", "k", "kms", "kilometers", "kilometres", "kilometer",
            "kilometre":
            .distance
        case "watt", "watts", "percent", "w/kg": .power
        case "x": .repeats
        default: nil
        }
    }
}
