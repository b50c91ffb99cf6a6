import Diagnostics
import Testing

@testable import YAML

struct CanonicalLayoutTests {
    private let order = KeyOrder.map([
        ("id", .asWritten), ("name", .asWritten), ("week", .list(.map([("id", .asWritten), ("day", .asWritten)]))),
    ])

    private func layout(_ text: String, _ order: KeyOrder = .asWritten) -> String? {
        if case .text(let text) = CanonicalLayout(of: SourceFile(path: "a.yaml", text: text), order: order) {
            text
        } else {
            nil
        }
    }

    @Test(
        "indentation, blanks and quotes are canonical",
        arguments: [
            ("a:\n    b:   1\n    c: 2\n", "a:\n  b: 1\n  c: 2\n"),
            ("a:\n- 1\n- 2\n", "a:\n  - 1\n  - 2\n"),
            ("a:\n-   b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
            ("a: { b : 1,c: [ 2,3 ] }\n", "a: {b: 1, c: [2, 3]}\n"),
            ("a: {\n  b: 1,\n  c: 2\n}\n", "a:\n  b: 1\n  c: 2\n"),
            ("a: [\n  {b: 1},\n  2 ]\n", "a:\n  - {b: 1}\n  - 2\n"),
            ("\n\na: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n"),
            ("a: \"word\"\nb: 'two words'\n", "a: word\nb: two words\n"),
            ("a: '18:30'\nb: \"no\"\nc: '1'\n", "a: \"18:30\"\nb: \"no\"\nc: \"1\"\n"),
            ("a: 'say \"x\"'\nb: \"t\\tb\"\n", "a: 'say \"x\"'\nb: \"t\\tb\"\n"),
            ("a:\n   |\n     x\n      y\n\n     z\nb: 1\n", "a: |\n  x\n   y\n\n  z\nb: 1\n"),
            ("a: >-\n      x\n      y\nb: |+\n    z\n\nc: 1\n", "a: >-\n  x\n  y\nb: |+\n  z\n\nc: 1\n"),
            ("a: one\n      two\n\n      three\nb: 1\n", "a: one\n  two\n\n  three\nb: 1\n"),
            ("x: &a   {b: 1}\ny: *a\nz:\n    <<: *a\n", "x: &a {b: 1}\ny: *a\nz:\n  <<: *a\n"),
            ("x:\n - &a\n   - b\n - - c\n   - d\n", "x:\n  - &a\n    - b\n  - - c\n    - d\n"),
            ("a:\nb: ~\nc: {}\nd: []\n", "a:\nb: ~\nc: {}\nd: []\n"),
            ("\u{FEFF}a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
            ("---\na: 1\n", "a: 1\n"),
        ])
    func canonical(text: String, expected: String) {
        #expect(layout(text) == expected)
        #expect(layout(expected) == expected)
    }

    @Test(
        "comments stay with what they are about",
        arguments: [
            ("# head\n#\n# more\nname: N # n\nid: i\n", "# head\n#\n# more\nid: i\nname: N  # n\n"),
            (
                "name: N\n# about id\nid: i\n\n# about week\nweek: []\n",
                "# about id\nid: i\nname: N\n\n# about week\nweek: []\n"
            ),
            ("id: i        # far\nname: long name  # near\n", "id: i        # far\nname: long name  # near\n"),
            (
                "week:\n    - id: a\n      # foot of a\n    # about b\n    - {day: x, id: b}   # b\n# end\n",
                "week:\n  - id: a\n    # foot of a\n  # about b\n  - {id: b, day: x}     # b\n# end\n"
            ),
            ("week: [  # list\n  1, # one\n  2  # two\n  ]\n", "week:    # list\n  - 1  # one\n  - 2  # two\n"),
            ("week:\n  -  # dash\n    id: a\n", "week:\n  # dash\n  - id: a\n"),
            ("name: |   # header\n   text # no comment\nid: i\n", "id: i\nname: |   # header\n  text # no comment\n"),
        ])
    func comments(text: String, expected: String) {
        #expect(layout(text, order) == expected)
        #expect(layout(expected, order) == expected)
    }

    @Test("where another order would part an alias from its anchor, the author's stays")
    func anchors() {
        #expect(layout("week: &w [1]\nid: *w\n", order) == "week: &w [1]\nid: *w\n")
        #expect(layout("x-w: &w [1]\nweek: *w\nid: i\n", order) == "id: i\nx-w: &w [1]\nweek: *w\n")
    }

    @Test("an unknown key stays before the key that follows it")
    func unknown() {
        #expect(layout("week: []\nx: 1\nid: i\nname: n\nz: 2\n", order) == "x: 1\nid: i\nname: n\nweek: []\nz: 2\n")
    }

    @Test("a file with faults is left alone", arguments: ["a: [1\n", "a: 1\na: 2\n", "a: *b\n", ""])
    func faults(text: String) {
        if case .faulty(let faults) = CanonicalLayout(of: SourceFile(path: "a.yaml", text: text), order: .asWritten) {
            #expect(!faults.isEmpty)
        } else {
            Issue.record("laid out: \(text)")
        }
    }

    @Test("random documents keep their values and comments, and are laid out once", arguments: 0..<300)
    func random(seed: Int) throws {
        var maker = DocumentMaker(seed: UInt64(seed))
        let text = maker.document()
        var faults: [Diagnostic] = []
        let node = try #require(Node.read(SourceFile(path: "a.yaml", text: text), into: &faults), "\(text)")
        let first = try #require(layout(text, order), "\(text)")
        let again = try #require(Node.read(SourceFile(path: "a.yaml", text: first), into: &faults))
        #expect(again.means(node), "\(text)\n\(first)")
        let texts = { (text: String) in Comments.find(in: SourceFile(path: "a.yaml", text: text)).map(\.text).sorted() }
        #expect(texts(first) == texts(text))
        #expect(layout(first, order) == first, "\(text)\n\(first)\n\(layout(first, order) ?? "nothing")")
    }
}

/// Makes documents with odd but valid layouts.
private struct DocumentMaker {
    private var state: UInt64
    private var comments = 0

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func document() -> String {
        comment(0) + map(0, depth: 0) + comment(0)
    }

    private mutating func pick(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    private mutating func comment(_ indent: Int) -> String {
        switch pick(6) {
        case 0:
            comments += 1
            return blanks(indent) + "# comment \(comments)\n"
        case 1: return "\n"
        case 2 where indent > 0:
            comments += 1
            return "\n" + blanks(indent + pick(3)) + "# comment \(comments)\n\n"
        default: return ""
        }
    }

    private mutating func trail() -> String {
        guard pick(4) == 0 else { return "\n" }
        comments += 1
        return blanks(1 + pick(6)) + "# trail \(comments)\n"
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    private mutating func map(_ indent: Int, depth: Int) -> String {
        var keys = ["name", "x-a", "week", "id", "day", "b"]
        var text = ""
        for _ in 0...pick(4) {
            let key = keys.remove(at: pick(keys.count))
            text += comment(indent) + blanks(indent) + key + ":" + value(indent, depth: depth)
        }
        return text
    }

    private mutating func list(_ indent: Int, depth: Int) -> String {
        var text = ""
        for _ in 0...pick(3) {
            text += comment(indent)
            if pick(3) == 0, depth < 3 {
                let gap = 1 + pick(3)
                let inner = map(indent + 1 + gap, depth: depth + 1)
                let lines = inner.drop { $0 == " " || $0 == "\n" }
                text +=
                    lines.hasPrefix("#") ? blanks(indent) + "-\n" + inner : blanks(indent) + "-" + blanks(gap) + lines
            } else {
                text += blanks(indent) + "-" + value(indent, depth: depth + 1)
            }
        }
        return text
    }

    private mutating func value(_ indent: Int, depth: Int) -> String {
        let step = 1 + pick(4)
        switch pick(depth > 2 ? 8 : 11) {
        case 0: return " word" + trail()
        case 1: return "   'quo ted'" + trail()
        case 2: return " \"18:30\"" + trail()
        case 3: return " { b: [1,2 ],   a : 'x' }" + trail()
        case 4: return " |\n" + blanks(indent + step) + "text\n\n" + blanks(indent + step + 1) + "more # text\n"
        case 5: return " plain\n" + blanks(indent + step) + "over lines\n"
        case 6: return " [" + trail() + blanks(indent + step) + "1, 2" + trail() + blanks(indent + step) + "]" + trail()
        case 7: return trail()
        case 8: return trail() + list(indent + step, depth: depth + 1)
        default: return trail() + map(indent + step, depth: depth + 1)
        }
    }
}
