import Diagnostics
import Testing
import YAML

/// Damaged plans: whatever stands in a file, reading it ends with a node or a located error, and no place lies outside.
@Suite struct FuzzTests {
    static let plan = """
        # yaml-language-server: $schema=plan.json
        format: 1
        x-base: &base {ftp: 250, "lt\\u0068r": 168, note: 'it''s'}
        start: 2027-01-04
        athlete:
          <<: [*base, {pace: 4:35/km}]
          name: "Zoë \\
            Müller" # end
        rules:
        - fill: >-
            folded text
              deeper

            end
        - text: |+2
              literal ${x}

            日本 😀

        - ? key
          : !!str value
        - plain
          over lines
        weeks: [1, {a: [b, c]}, "${d}"]
        ...

        """

    @Test("damaged files give a node or a located error", arguments: 0..<8)
    func damaged(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<400 {
            var bytes = Array(Self.plan.utf8)
            for _ in 0...random.below(4) { bytes.damage(&random) }
            let reading = Reading(bytes: bytes)
            let problems = reading.problems(in: bytes)
            #expect(problems.isEmpty, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    @Test("soups of YAML's own signs give a node or a located error", arguments: 0..<4)
    func soup(seed: UInt64) {
        let signs = [
            "a", "b:", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "\n", "\n  ", "\n    ", "'", "\"", "|", ">", "|+\n",
            "&a ", "*a",
            "!!str ", "! ", "#", " # ", "%", "---\n", "...\n", "\\", "\t", "<<: ", "\u{85}", "\u{2028}", "\r", "\r\n",
            "é", "😀", "${x}",
        ]
        var random = SplitMix(state: seed + 100)
        for _ in 0..<600 {
            let text = (0...random.below(24)).map { _ in signs[random.below(signs.count)] }.joined()
            let problems = Reading(text).problems(in: Array(text.utf8))
            #expect(problems.isEmpty, "\(text.debugDescription)")
        }
    }
}

extension Reading {
    /// What is wrong with the outcome of reading `bytes`.
    fileprivate func problems(in bytes: [UInt8]) -> [String] {
        let lines = SourceLines(SourceFile(path: "", bytes: bytes))
        let lengths = (1...lines.count).map { (lines.text(of: $0) ?? "").unicodeScalars.count }
        func isInside(_ place: SourcePosition) -> Bool {
            // A line break may be two characters wide, and is itself a place.
            (1...lines.count).contains(place.line) && place.column >= 1 && place.column <= lengths[place.line - 1] + 2
        }
        func isGood(_ range: SourceRange?) -> Bool {
            range.map { isInside($0.start) && isInside($0.end) && $0.start <= $0.end } ?? false
        }
        var problems = diagnostics.filter { !isGood($0.range) || $0.severity != .error }.map { "\($0)" }
        problems += diagnostics.flatMap(\.notes).filter { $0.range != nil && !isGood($0.range) }.map { "\($0)" }
        if node == nil, diagnostics.isEmpty { problems.append("neither node nor error") }
        node?.visit { node in
            if !isGood(node.range) { problems.append("\(node)") }
            if let scalar = node.scalar, !node.isBroken {
                problems += scalar.problems(at: node.range, in: lines, isInside)
            }
        }
        return problems
    }
}

extension Scalar {
    fileprivate func problems(at range: SourceRange, in lines: SourceLines, _ isInside: (SourcePosition) -> Bool)
        -> [String]
    {
        guard let places else {
            let line = Array((lines.text(of: range.start.line) ?? "").unicodeScalars)
            let slice = line[(range.start.column - 1)..<(range.end.column - 1)]
            return Array(text.unicodeScalars) == Array(slice) ? [] : ["\(text) isn't at its range"]
        }
        let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        let isWhole = places.count == text.unicodeScalars.count + 1 && places.allSatisfy(isInside)
        return isOrdered && isWhole ? [] : ["places of \(text)"]
    }
}

extension Node {
    fileprivate func visit(_ body: (Node) -> Void) {
        body(self)
        sequence?.forEach { $0.visit(body) }
        mapping?.forEach { $0.value.visit(body) }
    }
}

extension [UInt8] {
    /// Changes, drops, doubles or moves a few bytes.
    fileprivate mutating func damage(_ random: inout SplitMix) {
        let odd: [UInt8] = [
            0, 9, 10, 13, 32, 34, 35, 39, 42, 45, 58, 91, 92, 93, 123, 125, 0x85, 0xC2, 0xE2, 0xF0, 0xFF,
        ]
        let index = random.below(count)
        let piece = index..<Swift.min(count, index + 1 + random.below(12))
        switch random.below(5) {
        case 0: self[index] = odd[random.below(odd.count)]
        case 1: insert(odd[random.below(odd.count)], at: index)
        case 2: removeSubrange(piece)
        case 3: insert(contentsOf: self[piece], at: random.below(count))
        default: self = Array(self[..<Swift.max(index, 1)])
        }
        if isEmpty { append(10) }
    }
}
