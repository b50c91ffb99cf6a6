import Diagnostics
import PlanSpec
import Testing

/// Good files with random damage: never a crash, always a place.
struct MutationTests {
    @Test("a damaged plan never crashes, and every fault has a place", arguments: 0..<8)
    func plan(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<30 {
            check(Example.read(damaged(Example.plan, &random)))
        }
    }

    @Test("a damaged template file never crashes, and every fault has a place", arguments: 0..<8)
    func templates(seed: UInt64) {
        var random = SplitMix(state: seed + 1000)
        for _ in 0..<30 {
            check(Example.read(templates: damaged(Example.templates, &random)))
        }
    }

    private func check(_ reading: PlanReading) {
        let paths = reading.files.map(\.path)
        for item in reading.diagnostics {
            guard let range = item.range else {
                Issue.record("\(item.id) has no place")
                continue
            }
            #expect(paths.contains(range.file))
            #expect(range.start <= range.end)
        }
        if reading.plan == nil { #expect(reading.diagnostics.hasErrors) }
        #expect(reading.diagnostics == reading.diagnostics.sorted(byFiles: paths))
    }

    private func damaged(_ text: String, _ random: inout SplitMix) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...Int.random(in: 0...2, using: &random) {
            let index = Int.random(in: lines.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[Int.random(in: lines.indices, using: &random)], at: index)
            case 2: lines[index] = replacingWord(lines[index], &random)
            case 3: lines[index] = replacingLetter(lines[index], &random)
            default: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
            }
        }
        return lines.joined(separator: "\n")
    }

    private func replacingWord(_ line: String, _ random: inout SplitMix) -> String {
        let others = [
            "~", "[]", "{}", "-1", "1e999", "true", "off", "''", "0", "99999999999999999999", "2027-02-30", "x", "65%",
            "[a, [b]]", "{a: {b: c}}", "1h30", "${x}", "*week", "é",
        ]
        var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        words[Int.random(in: words.indices, using: &random)] = others.randomElement(using: &random) ?? ""
        return words.joined(separator: " ")
    }

    private func replacingLetter(_ line: String, _ random: inout SplitMix) -> String {
        var letters = Array(line)
        guard let index = letters.indices.randomElement(using: &random) else { return line }
        letters[index] = "{}[]:,-#&*!|>'\"%@ a0".randomElement(using: &random) ?? "a"
        return String(letters)
    }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
