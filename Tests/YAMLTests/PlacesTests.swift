import Diagnostics
import Testing
import YAML

@Suite struct PlacesTests {
    @Test(
        "each character of a text has its place behind folding, escapes and indentation",
        arguments: [
            ("a: |\n  x\n\n   y\n\n\nb: 1", "2:3 2:4 3:1 4:3 4:4 4:5 5:1"),
            ("a: |-\n  é😀\n", "2:3 2:4 2:5"),
            ("a: |+\n\n  x\n\n", "2:1 3:3 3:4 4:1 5:1"),
            ("a: |2  # two\n   x", "2:3 2:4 2:5"),
            ("a: >-\n  p\n  q\n\n  r\n   s\n  t\n", "2:3 2:4 3:3 4:1 5:3 5:4 6:3 6:4 6:5 7:3 7:4"),
            ("a: >\n\n  p\n\n\n", "2:1 3:3 3:4 4:1"),
            ("a: |\nb: 1", "1:5"),
            ("a: |+\n\n\nb: 1", "2:1 3:1 4:1"),
            ("a: 'it''s\n  two'", "1:5 1:6 1:7 1:9 1:10 2:3 2:4 2:5 2:6"),
            ("a: ''", "1:5"),
            ("a: \"x\\ty\\u00e9\\\n   z\"", "1:5 1:6 1:8 1:9 2:4 2:5"),
            ("a: \"\\x41\\U0001F600\\\\ \\\"\"", "1:5 1:9 1:19 1:21 1:22 1:24"),
            ("a: \"x \n\n\n y\"", "1:5 2:1 3:1 4:2 4:3"),
            ("a: p q\n  r\n\n  s\n", "1:4 1:5 1:6 1:7 2:3 3:1 4:3 4:4"),
        ])
    func places(text: String, places: String) throws {
        let reading = Reading(text)
        let node = try #require(reading.node?["a"] ?? nil, "\(reading.diagnostics)")
        let scalar = try #require(node.scalar)
        #expect(scalar.places?.map(\.brief).joined(separator: " ") == places)
        #expect(scalar.places?.count == scalar.text.unicodeScalars.count + 1)
    }

    @Test("one plain line needs no places, and a quoted one has them behind its quote")
    func plain() throws {
        let items = try #require(Reading("[two words, 'two words']").node?.sequence)
        let scalars = items.compactMap(\.scalar)
        #expect(scalars[0].places == nil)
        #expect(scalars[0].place(at: 4, from: items[0].range.start).brief == "1:6")
        #expect(scalars[1].place(at: 4, from: items[1].range.start).brief == "1:18")
        #expect(scalars[1].place(at: 99, from: items[1].range.start).brief == "1:23")
    }

    @Test("CRLF stands for one character of text and one line")
    func crlf() throws {
        let node = try #require(Reading("a: |\r\n  x\r\n  y\r\n").node?["a"])
        #expect(node.scalar?.text == "x\ny\n")
        #expect(node.scalar?.places?.map(\.brief) == ["2:3", "2:4", "3:3", "3:4", "4:1"])
        #expect(node.range.brief == "1:4-3:4")
    }

    @Test("places lead to the characters that made the text, in random scalars of every style", arguments: 0..<40)
    func random(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var read = 0
        for _ in 0..<100 {
            let style = Scalar.Style.random(&random)
            let source = "k:\n  - " + style.written(&random) + "\n  - end\n"
            guard let node = Reading(source).node?["k"]?.sequence?.first, let scalar = node.scalar else { continue }
            read += 1
            let wrong = wrongOffsets(of: scalar, at: node.range.start, in: source)
            #expect(wrong.isEmpty, "\(source.debugDescription)")
        }
        #expect(read > 50)
    }

    /// The offsets whose place holds neither their character, nor an escape or a folded line break that makes it.
    private func wrongOffsets(of scalar: Scalar, at start: SourcePosition, in source: String) -> [Int] {
        let lines = SourceLines(SourceFile(path: "", text: source))
        let text = Array(scalar.text.unicodeScalars)
        let places = (0...text.count).map { scalar.place(at: $0, from: start) }
        let disordered = text.indices.filter { places[$0] >= places[$0 + 1] }
        return disordered
            + text.indices.filter { offset in
                let line = Array((lines.text(of: places[offset].line) ?? "").unicodeScalars) + ["\n"]
                guard places[offset].column <= line.count else { return true }
                let found = line[places[offset].column - 1]
                let isEscape = found == "\\" && scalar.style == .doubleQuoted
                return found != text[offset] && !isEscape && !(text[offset] == " " && found == "\n")
            }
    }
}

extension Scalar.Style {
    static func random(_ random: inout SplitMix) -> Self {
        [.plain, .singleQuoted, .doubleQuoted, .literal, .folded][random.below(5)]
    }

    /// Random source in this style, for the item of a list that stands at column 3.
    func written(_ random: inout SplitMix) -> String {
        let letters: [String] =
            switch self {
            case .plain: ["a", "é", "😀", " b", "\n    ", "\n\n   ", "  c", " \n    d", "\r\n    e"]
            case .singleQuoted: ["a", "''", "😀", " ", "\n    ", "\n\n  ", "\"", "\\", "\t", "\r\n     "]
            case .doubleQuoted:
                ["a", "\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\\n   ", " ", "\n  ", "\n\n \n", "'", "\\\"", "\\ "]
            case .literal, .folded:
                ["a", " ", "é", "\n    ", "\n    ", "\n\n    ", "\n", "\n      ", "# ", ": ", "\r\n    "]
            }
        let body = (0..<random.below(14)).map { _ in letters[random.below(letters.count)] }.joined()
        switch self {
        case .plain: return "x" + body
        case .singleQuoted: return "'\(body)'"
        case .doubleQuoted: return "\"\(body)\""
        case .literal, .folded:
            let header = self == .literal ? "|" : ">"
            return header + ["", "-", "+", "2", "2-", "+2", " # c"][random.below(7)] + "\n    " + body
        }
    }
}

/// A small generator of numbers with a fixed course.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
