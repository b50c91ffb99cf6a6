import Diagnostics
import Testing

/// The range of columns `start..<end` of a line of `plan.yaml`.
func range(_ line: Int, _ start: Int, _ end: Int, endLine: Int? = nil) -> SourceRange {
    SourceRange(
        file: "plan.yaml", start: SourcePosition(line: line, column: start),
        end: SourcePosition(line: endLine ?? line, column: end))
}

@Suite struct TextRendererTests {
    private func render(_ text: String, _ range: SourceRange?, width: Int = 120) -> String {
        TextRenderer(sources: [SourceFile(path: "plan.yaml", text: text)], width: width)
            .render(Diagnostic("rule", "wrong", at: range))
    }

    @Test("a fault shows its place, its line and a caret under its columns")
    func caret() {
        #expect(
            render("a: 1\nramp: 7.3\n", range(2, 7, 10)) == """
                plan.yaml:2:7: error: wrong [rule]
                ramp: 7.3
                      ^~~

                """)
    }

    @Test("notes follow with their own places, or none")
    func notes() {
        let diagnostic = Diagnostic(
            "twice", .warning, "wrong", at: range(2, 1, 2),
            notes: [.init("first here", at: range(1, 1, 2)), .init("delete one")])
        #expect(
            TextRenderer(sources: [SourceFile(path: "plan.yaml", text: "a: 1\na: 2")]).render([diagnostic]) == """
                plan.yaml:2:1: warning: wrong [twice]
                a: 2
                ^
                plan.yaml:1:1: note: first here
                note: delete one

                """)
    }

    @Test("without a place, a known file or such a line there is no source line")
    func withoutSource() {
        #expect(render("a", nil) == "error: wrong [rule]\n")
        #expect(render("a", range(2, 1, 2)) == "plan.yaml:2:1: error: wrong [rule]\n")
        #expect(
            TextRenderer(sources: []).render(Diagnostic("rule", "wrong", at: range(1, 1, 2)))
                == "plan.yaml:1:1: error: wrong [rule]\n")
    }

    @Test(
        "the caret stands under its column behind tabs, wide and combining characters",
        arguments: [
            ("a\tb: c", 6, 7, "a   b: c", "       ^"),
            ("日本: x", 5, 6, "日本: x", "      ^"),
            ("日本: x", 1, 3, "日本: x", "^~~~"),
            ("e\u{301}: x", 5, 6, "e\u{301}: x", "   ^"),
            ("👍: x", 4, 5, "👍: x", "    ^"),
            ("a: 1", 5, 5, "a: 1", "    ^"),
            ("a: 1", 90, 95, "a: 1", "    ^"),
            ("", 1, 1, "", "^"),
            ("a\u{1B}[2Jb", 6, 7, "a\u{FFFD}[2Jb", "     ^"),
            ("a\u{202E}b", 3, 4, "a\u{FFFD}b", "  ^"),
        ])
    func columns(text: String, start: Int, end: Int, line: String, caret: String) {
        #expect(render(text, range(1, start, end)) == "plan.yaml:1:\(start): error: wrong [rule]\n\(line)\n\(caret)\n")
    }

    @Test("a range over several lines is marked to the end of its first")
    func severalLines() {
        #expect(render("a: [1,\n 2]", range(1, 4, 4, endLine: 2)).hasSuffix("\na: [1,\n   ^~~\n"))
    }

    @Test("a long line is cut to the part around the caret", arguments: [1, 5, 90, 150, 199, 200, 201])
    func longLine(column: Int) throws {
        let text = (0..<200).map { "\($0 % 10)" }.joined()
        let lines = render(text, range(1, column, column + 1), width: 40).split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[1].count <= 40 && lines[1].count > 30)
        #expect(lines[1].hasPrefix("…") == (column > 40))
        #expect(lines[1].hasSuffix("…") == (column < 160))
        let marked = Array(lines[1]).dropFirst(lines[2].count - 1).first
        #expect(marked == (column > 200 ? nil : Character("\((column - 1) % 10)")))
    }

    @Test("a range longer than the cut line is marked to the cut")
    func longRange() {
        let lines = render(String(repeating: "x", count: 500), range(1, 300, 450), width: 40).split(separator: "\n")
        #expect(lines[1].count == 40)
        #expect(lines[2].count == 39)
    }

    @Test("colour only when asked, and what it wraps stays the same")
    func colour() {
        let source = SourceFile(path: "plan.yaml", text: "a: 1")
        let diagnostic = Diagnostic("rule", "wrong", at: range(1, 1, 2))
        let coloured = TextRenderer(sources: [source], isColoured: true).render(diagnostic)
        #expect(coloured.contains("\u{1B}[1;31merror: \u{1B}[0m"))
        let plain = coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(plain == TextRenderer(sources: [source]).render(diagnostic))
    }

    @Test("a message can't steer the terminal")
    func safeMessage() {
        let text = TextRenderer(sources: []).render(Diagnostic("rule", "key \u{1B}[31m\n\u{9B}", at: nil))
        #expect(text == "error: key \u{FFFD}[31m\u{FFFD}\u{FFFD} [rule]\n")
    }

    @Test("the summary counts each severity")
    func summary() {
        let error = Diagnostic("a", "b", at: nil)
        let warning = Diagnostic("a", .warning, "b", at: nil)
        #expect([error, warning, error].summary == "2 errors, 1 warning")
        #expect([warning, warning].summary == "2 warnings")
        #expect([Diagnostic]().summary == "no errors")
    }
}
