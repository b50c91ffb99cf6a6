extension ScalarTrail {
    /// Follows plain and quoted text, where a line break and the blanks around it become one space, and more line breaks
    /// one line break less.
    mutating func followFlow(_ source: SourceText, from start: Int, to end: Int, _ style: Scalar.Style) {
        var index = start
        while index < end {
            if source.scalars[index].isYAMLSpace {
                index = followGap(source, from: index, to: end)
            } else if style == .doubleQuoted, source.scalars[index] == "\\" {
                index = followEscape(source, at: index, to: end)
            } else {
                add(index)
                index += style == .singleQuoted && source.scalars[index] == "'" ? 2 : 1
            }
        }
    }

    /// Follows blanks and line breaks; gives where they end.
    private mutating func followGap(
        _ source: SourceText, from start: Int, to end: Int, isEscaped: Bool = false
    ) -> Int {
        var index = start
        var breaks: [Int] = []
        while index < end, source.scalars[index].isYAMLSpace {
            let length = source.breakLength(at: index)
            if length > 0 { breaks.append(index) }
            index += max(length, 1)
        }
        addGap(source, blanks: start..<index, breaks: breaks, isEscaped: isEscaped)
        return index
    }

    private mutating func addGap(_ source: SourceText, blanks: Range<Int>, breaks: [Int], isEscaped: Bool) {
        guard let first = breaks.first else {
            if !isEscaped { blanks.forEach { add($0) } }
            return
        }
        // U+2028 and U+2029 are never folded into a space.
        let isKept = source.scalars[first] == "\u{2028}" || source.scalars[first] == "\u{2029}"
        let others = breaks.dropFirst()
        if isEscaped || isKept || others.isEmpty { add(first) }
        for index in others {
            breakRun()
            add(index)
        }
        breakRun()
    }

    /// Follows one escape, which makes one character, or none before a line break.
    private mutating func followEscape(_ source: SourceText, at index: Int, to end: Int) -> Int {
        let length = source.breakLength(at: index + 1)
        if length > 0 {
            breakRun()
            return followEscapedBreak(source, from: index + 1 + length, to: end)
        }
        add(index)
        switch source[index + 1] {
        case "x": return index + 4
        case "u": return index + 6
        case "U": return index + 10
        default: return index + 2
        }
    }

    /// Behind an escaped line break blanks are dropped and each further line break is kept.
    private mutating func followEscapedBreak(_ source: SourceText, from start: Int, to end: Int) -> Int {
        followGap(source, from: start, to: end, isEscaped: true)
    }
}
