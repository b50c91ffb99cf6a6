/// Something in a step's line that the service understands.
struct Item {
    /// What it says.
    enum Content {
        case duration(DurationText)
        case distance(metres: Double)
        case target(Target)
    }

    var content: Content
    /// The scalars it fills.
    var range: Range<Int>
    /// How many words it takes, counted from the one it begins in.
    var wordCount = 1
    /// Whether a number in it was cut.
    var isCut = false
}

/// Finds durations, distances and targets among the words of a line.
struct ItemScanner {
    let text: ScalarText
    let words: [Range<Int>]

    /// The item that word `index` holds, alone or with the words behind it.
    ///
    /// An item may begin inside a word (`>85%`) but must end where a word ends, so `450w+` holds none.
    func item(at index: Int) -> Item? {
        let word = words[index]
        var place = word.lowerBound
        while place < word.upperBound {
            let scalar = text.lowered(place)
            if scalar.isDigit {
                if beginsNumber(place, in: word), let item = numeric(place, index) { return item }
                while place < word.upperBound, text.scalars[place].isDigit { place += 1 }
            } else {
                if scalar == 0x7A || scalar == 0x63, let item = zone(place, index) { return item }
                place += 1
            }
        }
        return nil
    }

    /// Whether the digit at `place` is not the tail of a decimal, a clock time or a value.
    private func beginsNumber(_ place: Int, in word: Range<Int>) -> Bool {
        guard place > word.lowerBound else { return true }
        switch text.scalars[place - 1] {
        case 0x3D, 0x5E: return false  // = ^
        case 0x2E, 0x2C, 0x3A, 0x2F:  // . , : /
            return place - 1 == word.lowerBound || !text.scalars[place - 2].isDigit
        default: return true
        }
    }

    private func numeric(_ place: Int, _ index: Int) -> Item? {
        let range = place..<words[index].upperBound
        if let duration = DurationText(text, range) {
            return Item(content: .duration(duration), range: range, isCut: duration.isCut)
        }
        var cursor = Cursor(text, range)
        guard let first = cursor.number() else { return nil }
        if cursor.next == 0x3A { return clock(range, index) }
        if cursor.isAtEnd { return spaced(first, nil, range, index) }
        if let unit = UnitText(text, cursor.rest) {
            return item(first, nil, unit, range, index, wordCount: 1)
        }
        return ranged(first, cursor, range, index)
    }

    /// `88-92%`, `88%-92%`, `280w-300w`, `80-95rpm`.
    private func ranged(_ first: WrittenNumber, _ start: Cursor, _ range: Range<Int>, _ index: Int) -> Item? {
        var cursor = start
        let lowUnit = boundUnit(&cursor)
        guard cursor.takeDash(), let second = cursor.number() else { return nil }
        if cursor.isAtEnd { return lowUnit == nil ? spaced(first, second, range, index) : nil }
        guard let unit = UnitText(text, cursor.rest) else { return nil }
        if let lowUnit {
            guard lowUnit.isSameMeasure(as: unit) else { return nil }
        }
        return item(first, second, unit, range, index, wordCount: 1)
    }

    /// The unit behind the first bound of a range, where one is written.
    private func boundUnit(_ cursor: inout Cursor) -> UnitText? {
        var end = cursor.place
        let limit = min(cursor.end, end + UnitText.longest)
        while end < limit, !text.scalars[end].isRangeDash { end += 1 }
        guard let unit = UnitText(text, cursor.place..<end) else { return nil }
        cursor.place = end
        return unit
    }

    /// A number or range whose unit is the next word; only these units may stand apart.
    private func spaced(_ first: WrittenNumber, _ second: WrittenNumber?, _ range: Range<Int>, _ index: Int) -> Item? {
        guard index + 1 < words.count, let unit = UnitText(text, words[index + 1]), unit != .watts else { return nil }
        return item(first, second, unit, range.lowerBound..<words[index + 1].upperBound, index, wordCount: 2)
    }

    private func item(
        _ first: WrittenNumber, _ second: WrittenNumber?, _ unit: UnitText, _ range: Range<Int>, _ index: Int,
        wordCount: Int
    ) -> Item? {
        let (low, high) = (first.value, (second ?? first).value)
        let isCut = first.isCut || second?.isCut == true
        switch unit {
        case .distance(let numerator, let denominator):
            guard second == nil else { return nil }
            let metres = min(first.scaled(by: numerator, over: denominator), Step.longestDistance)
            return Item(content: .distance(metres: metres), range: range, wordCount: wordCount, isCut: isCut)
        case .watts:
            return Item(content: .target(Target(low, high, .watts)), range: range, wordCount: wordCount, isCut: isCut)
        case .rpm:
            return Item(content: .target(Target(low, high, .rpm)), range: range, wordCount: wordCount, isCut: isCut)
        case .percent(let whole):
            return percent(Target(low, high, .percentFTP), whole, range, index, wordCount, isCut)
        }
    }

    /// A percentage and the word behind it that says of what.
    private func percent(
        _ target: Target, _ glued: UnitText.Whole?, _ range: Range<Int>, _ index: Int, _ wordCount: Int, _ isCut: Bool
    ) -> Item {
        var item = Item(content: .target(target), range: range, wordCount: wordCount, isCut: isCut)
        var target = target
        var whole = glued
        if whole == nil, index + item.wordCount < words.count {
            whole = UnitText.Whole(text, words[index + item.wordCount])
            if whole != nil { extend(&item, index) }
        }
        target.units = (whole ?? .ftp).units
        if whole == .bestPower, index + item.wordCount < words.count,
            let duration = DurationText(text, words[index + item.wordCount])
        {
            target.mmpDuration = duration.seconds
            extend(&item, index)
        }
        item.content = .target(target)
        return item
    }

    /// `5:00/km Pace`, `5:00-4:45/km Pace`, `6:30 Pace`; without the last word it is nothing.
    private func clock(_ range: Range<Int>, _ index: Int) -> Item? {
        guard index + 1 < words.count, text.matches(words[index + 1], "pace"),
            let pace = ClockPace(text, range)
        else { return nil }
        let whole = range.lowerBound..<words[index + 1].upperBound
        return Item(content: .target(pace.target), range: whole, wordCount: 2)
    }

    /// `Z2`, `Z2-Z4`, each also with `HR` or `Pace` behind, and custom zones as `CZ1`.
    private func zone(_ place: Int, _ index: Int) -> Item? {
        let word = words[index]
        guard place == word.lowerBound || !isWordScalar(text.scalars[place - 1]) else { return nil }
        var cursor = Cursor(text, place..<word.upperBound)
        let isCustom = cursor.take("c")
        guard cursor.take("z"), let first = cursor.wholeNumber() else { return nil }
        var second = first
        if !cursor.isAtEnd {
            guard cursor.takeDash(), !isCustom || cursor.take("c"), cursor.take("z"), let high = cursor.wholeNumber()
            else { return nil }
            second = high
        }
        guard cursor.isAtEnd else { return nil }
        var target = Target(first.value, second.value, isCustom ? .customZone : .powerZone)
        var item = Item(content: .target(target), range: place..<word.upperBound, isCut: first.isCut || second.isCut)
        if !isCustom, index + 1 < words.count {
            if text.matches(words[index + 1], "hr") {
                target.units = .heartRateZone
                extend(&item, index)
            } else if text.matches(words[index + 1], "pace") {
                target.units = .paceZone
                extend(&item, index)
            }
        }
        item.content = .target(target)
        return item
    }

    private func isWordScalar(_ scalar: UInt32) -> Bool {
        scalar.isDigit || scalar.isLetter || scalar >= 0xC0 && !scalar.isRangeDash
    }

    /// Takes the next word into `item`, which begins in word `index`.
    private func extend(_ item: inout Item, _ index: Int) {
        item.range = item.range.lowerBound..<words[index + item.wordCount].upperBound
        item.wordCount += 1
    }
}

extension UnitText {
    /// Whether a range may carry this unit on its first bound and `other` on its second.
    fileprivate func isSameMeasure(as other: UnitText) -> Bool {
        switch (self, other) {
        case (.watts, .watts), (.rpm, .rpm), (.percent(of: nil), .percent): true
        case (.percent(let whole), .percent(let second)): whole == second
        default: false
        }
    }
}
