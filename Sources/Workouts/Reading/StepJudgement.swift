import Diagnostics

extension StepReader {
    /// Adds what the whole line shows: words that were meant as something else, lost words, a missing length.
    mutating func judge() {
        var covered: Set<Int> = []
        for word in unreadWords where !covered.contains(word.index) {
            guard let (meaning, count) = scanner.meaning(of: word.index) else { continue }
            if judge(word, meaning, wordCount: count) {
                covered.formUnion(word.index..<word.index + count)
            }
        }
        let explained = findings.contains { $0.severity == .error }
        judgeLostWords(besides: covered, explained: explained)
        if step.duration != nil, step.distance != nil {
            complain(
                .timeAndDistance, .warning,
                "a step has a duration or a distance; a rest is a step of its own, such as `- 20s intensity=rest`",
                at: line)
        }
        judgeTargets()
        if !isKept { judgeLength(explained: explained) }
    }

    /// What the targets show together: a ramp without two ends, a zone that was not meant as power, a swim in minutes.
    private mutating func judgeTargets() {
        if let rampRange, !step.ramp, hasTarget {
            complain(
                .rampWithOneEnd, .warning,
                "a ramp needs two ends in one word, as in 50-75%; with one it is steady", at: rampRange)
        }
        if step.power?.units == .powerZone, let zone = zoneBeforeLength, step.heartRate != nil || step.pace != nil {
            complain(
                .strayZone, .warning,
                "a zone before the length is a target of power beside the other one; take it out, or write it behind the length",
                at: zone)
        }
        let isSwim = step.pace?.units == .secondsPer100Metres || step.pace?.units == .secondsPer100Yards
        if isSwim, let bareMinutes, (25...120).contains(bareMinutes.count) {
            complain(
                .metresAsMinutes, .warning,
                "`m` means minutes: write \(bareMinutes.count)mtr for metres", at: bareMinutes.range)
        }
    }

    /// Whether the step aims at anything.
    private var hasTarget: Bool { step.power != nil || step.heartRate != nil || step.pace != nil }

    /// `400m` is 400 minutes: an error where it looks like a distance, else a warning.
    mutating func judgeMinutes(_ minutes: Int, _ range: Range<Int>) {
        let looksLikeDistance = minutes % 100 == 0 || minutes > 360
        complain(
            .metresAsMinutes, looksLikeDistance ? .error : .warning,
            "`m` means minutes: write \(minutes)mtr for metres, or \(WorkoutText.duration(minutes * 60)) for a time",
            at: range)
    }

    /// What stands in one word before an item: a count as in `3x30s`, a first bound as in `4-5m`, a sign as in `>85%`.
    mutating func judge(_ before: Range<Int>, glued item: Item) {
        let (last, whole) = (text.lowered(before.upperBound - 1), before.lowerBound..<item.range.upperBound)
        let followsDigit = before.count > 1 && text.scalars[before.upperBound - 2].isDigit
        let hasDigit = text.scalars[before].contains(where: \.isDigit)
        var isLength = true
        if case .target = item.content { isLength = false }
        if isLength, followsDigit, last == 0x78 || last == 0xD7 {
            complain(
                .repeatInStep, .error,
                "a step does not repeat itself; put the count into a line above it, with a blank line before", at: whole
            )
        } else if isLength, last.isRangeDash, hasDigit {
            complain(.lengthRange, .error, "a length is no range: only the last bound counts", at: whole)
        } else if hasDigit {
            complain(
                .gluedUnit, .error,
                "only `\(text.string(item.range))` of this word counts; part numbers by a blank, and ranges by `-`",
                at: whole)
        } else if last != 0x40 && last != 0x3A && last != 0x28 {  // `@`, `:` and `(` change nothing
            complain(
                .gluedUnit, last == 0x2E ? .error : .warning,
                "what stands before `\(text.string(item.range))` in this word does not count; part them by a blank",
                at: whole)
        }
    }

    /// Reports a word by what it was meant to be; false where that does no harm.
    private mutating func judge(_ word: UnreadWord, _ meaning: UnreadWord.Meaning, wordCount: Int) -> Bool {
        let range =
            scanner.words[word.index].lowerBound..<scanner.words[word.index + wordCount - 1].upperBound
        switch meaning {
        case .duration:
            complain(
                .unreadDuration, isKept ? .warning : .error,
                "the service reads no such duration; write 1h30m, 5m or 30s", at: range)
        case .distance:
            if isNamedPace(word.index) || isKept && word.isLabel { return false }
            complain(
                .unreadDistance, isKept ? .warning : .error,
                "the service reads no such distance; write 400mtr, 5km, 3mi or 100yrd", at: range)
        case .clock:
            return judgeClock(word, range)
        case .clockPace:
            complain(
                .paceWithoutWord, step.pace == nil ? .error : .warning,
                "a pace counts only with the word behind it, as in 5:00/km Pace, per km, mi, 100m, 100y, 500m, 400m or 250m",
                at: range)
        case .power, .zone, .decimalComma:
            complain(
                .unreadTarget, hasTarget ? .warning : .error,
                "the service reads no such target; write 220w, 62.5%, 88-92% or Z2-Z4", at: range)
        case .heartRate:
            complain(
                .bpm, hasTarget ? .warning : .error,
                "beats per minute are mere text; write percent, as in 75-80% LTHR, or a zone, as in Z2 HR", at: range)
        case .spacedRange:
            complain(
                .rangeWithBlanks, .error, "a range has no blanks, as in 88-92%: only the second bound counts", at: range
            )
        case .gluedLength, .gluedTarget:
            let isMissed = meaning == .gluedLength ? !isKept : !hasTarget
            complain(
                .gluedUnit, isMissed ? .error : .warning,
                "a sign behind the unit makes it mere text; put a blank behind the unit or take the sign out", at: range
            )
        case .repeats:
            return judgeRepeat(word, range)
        }
        return true
    }

    private mutating func judgeClock(_ word: UnreadWord, _ range: Range<Int>) -> Bool {
        if !isKept {
            complain(.clockDuration, .error, "a duration has units: write 5m or 1h30m for a time", at: range)
        } else if step.pace == nil, !word.isLabel || !hasTarget {
            complain(
                .paceWithoutWord, word.isLabel ? .warning : .error,
                "a pace counts only with the word behind it, as in 5:00/km Pace", at: range)
        } else {
            return false
        }
        return true
    }

    /// `- 4x 30s 100%`.
    private mutating func judgeRepeat(_ word: UnreadWord, _ range: Range<Int>) -> Bool {
        let next = word.index + 1
        guard next < scanner.words.count, let item = scanner.item(at: next) else { return false }
        if case .target = item.content { return false }
        complain(
            .repeatInStep, .error,
            "a step does not repeat itself; put the count into a line above it, with a blank line before", at: range)
        return true
    }

    /// Whether the word and the next are something like `5K Pace`.
    private func isNamedPace(_ index: Int) -> Bool {
        index + 1 < scanner.words.count && text.matches(scanner.words[index + 1], "pace")
    }

    private static let targetWords: Set<String> = [
        "pace", "css", "threshold", "ftp", "hr", "lthr", "mmp", "vo2max", "maxhr", "hrmax", "cp", "critical", "zone",
    ]
    /// Words behind a percentage that mean something else than power.
    private static let otherWholes: [String: TargetKind] = [
        "pace": .pace, "css": .pace, "hr": .heartRate, "lthr": .heartRate, "hrmax": .heartRate, "maxhr": .heartRate,
        "hrr": .heartRate,
    ]
    private static let idleWords: Set<String> = ["ftp", "at", "of", "to", "0", "and", "then", "rest", "ride"]

    /// Words behind the first item; a target by name among them is the worse loss.
    private mutating func judgeLostWords(besides covered: Set<Int>, explained: Bool) {
        if explained || unreadWords.isEmpty { return }
        let open = unreadWords.filter { !covered.contains($0.index) }
        let lost = open.filter { !$0.isLabel }.map { scanner.words[$0.index] }
        if isKept, !hasTarget, !step.freeride, !step.maxEffort {
            if let range = lost.first(where: { isTargetWord($0) }) {
                return complain(
                    .lostTarget, .error,
                    "`\(text.string(range))` gives no target; write percent, as in 100% Pace, 95% LTHR or 90%",
                    at: range)
            }
            if let range = lost.first(where: { isTelling($0) && isBareNumber($0) }) {
                let number = text.string(range)
                return complain(
                    .lostTarget, .warning,
                    "`\(number)` has no unit, so the step has no target; write \(number)% or \(number)w", at: range)
            }
            if let word = open.first(where: { $0.isLabel && isTargetWord(scanner.words[$0.index]) }) {
                complain(
                    .lostTarget, .warning,
                    "the label names a target but the step has none; add one, as in 100% Pace, 95% LTHR or 90%",
                    at: scanner.words[word.index])
            }
        }
        if let range = lost.first(where: { isMisreadWhole($0) }) {
            return complain(
                .lostTarget, .error,
                "the target reads as power, because `\(text.string(range))` does not follow it in the service's words; write 90% Pace, 80% HR, 95% LTHR or Z2 HR",
                at: range)
        }
        let telling = lost.filter { isTelling($0) }
        guard let first = telling.first, let last = telling.last, isKept else { return }
        let isProse = lost.count >= 5
        complain(
            isProse ? .proseAsStep : .lostWords, .warning,
            isProse
                ? "this sentence becomes a step; let prose begin with another sign than a dash"
                : "words behind the first number with a unit are lost; put them before it",
            at: first.lowerBound..<last.upperBound)
    }

    private func isTargetWord(_ range: Range<Int>) -> Bool {
        Self.targetWords.contains(text.loweredString(range))
    }

    /// Whether the word is a number or a range of numbers and nothing else.
    private func isBareNumber(_ range: Range<Int>) -> Bool {
        let scalars = text.scalars[range]
        return scalars.first?.isDigit == true && scalars.last?.isDigit == true
            && scalars.allSatisfy { $0.isDigit || $0 == UInt32(UInt8(ascii: "-")) }
    }

    /// Whether the word says that a percentage or zone is of pace or heart rate while the step has power only.
    private func isMisreadWhole(_ range: Range<Int>) -> Bool {
        guard step.power?.units == .percentFTP || step.power?.units == .powerZone,
            let kind = Self.otherWholes[text.loweredString(range)]
        else {
            return false
        }
        return kind == .pace ? step.pace == nil : step.heartRate == nil
    }

    private func isTelling(_ range: Range<Int>) -> Bool {
        text.scalars[range].contains { $0.isLetter || $0.isDigit || $0 >= 0xC0 }
            && !Self.idleWords.contains(text.loweredString(range))
    }

    private mutating func judgeLength(explained: Bool) {
        if step.duration != nil || step.distance != nil {
            complain(.zeroDuration, .error, "a step of no length is dropped; give it a duration", at: line)
        } else if endsInCount {
            complain(
                .repeatInStep, .error, "a repeat header has no dash, and a blank line before it", at: line)
        } else if !explained {
            complain(
                .noDuration, .error,
                "a step without duration is dropped; give it one, such as 5m or 400mtr, or take the dash away", at: line
            )
        }
    }

    /// Whether the line ends in a count, as in `- Main set 4x`.
    private var endsInCount: Bool {
        guard let last = scanner.words.last, text.lowered(last.upperBound - 1) == 0x78 else { return false }
        return last.count > 1 && text.scalars[last.dropLast()].allSatisfy(\.isDigit)
    }
}
