import Diagnostics
import Testing
import YAML

/// A wrong text with the marked place of its first fault, and words that the message has.
struct WrongText: CustomTestStringConvertible, Sendable {
    var id: String
    var marked: String
    var words: String

    init(_ id: String, _ marked: String, _ words: String = "") {
        (self.id, self.marked, self.words) = (id, marked, words)
    }

    var testDescription: String { "\(id): \(marked.debugDescription)" }
}

@Suite struct FaultTests {
    static let syntax = [
        WrongText("yaml-syntax", "note: Warm up«:» easy", "whole value in quotes"),
        WrongText("yaml-syntax", "a: 1\n  b«:» 2\n", "check the indentation"),
        WrongText("yaml-syntax", "a: «%»x", "can't begin with `%`"),
        WrongText("yaml-syntax", "a: «@»x", "can't begin with `@`"),
        WrongText("yaml-syntax", "a: «`»x`", "can't begin with a backtick"),
        WrongText("yaml-syntax", "a: {p: «${x}», q: 1}", "write \"${x}\""),
        WrongText("yaml-syntax", "a: [«${x}»]", "write \"${x}\""),
        WrongText("yaml-syntax", "a: [1, 2\nb«:» 3\n", "closing `]`"),
        WrongText("yaml-syntax", "a: {x: 1\nb«:» 3\n", "closing `}`"),
        WrongText("yaml-syntax", "a: [1, 2«", "closing `]`"),
        WrongText("yaml-syntax", "a: [1, «,» 2]", "value is missing"),
        WrongText("yaml-syntax", "a: «'»x", "never closed"),
        WrongText("yaml-syntax", "a: \"x«\\q»\"", "single quotes"),
        WrongText("yaml-syntax", "a: \"x\" «y»", "whole value in quotes"),
        WrongText("yaml-syntax", "a: 1\n«b»\nc: 2\n", "colon"),
        WrongText("yaml-syntax", "a: 1\n«b:2»\nc: 3\n", "space must follow"),
        WrongText("yaml-syntax", "a: 1\n«-» b\n", "check its indentation"),
        WrongText("yaml-syntax", "- a\n«b»: 1\n", "begin it with `- `"),
        WrongText("yaml-syntax", "d: «-» 10m 60%\n", "line of its own"),
        WrongText("yaml-syntax", "a: «*»*bold**\n", "in quotes"),
        WrongText("yaml-syntax", "a: | «t»ext\n  b\n", "line below"),
        WrongText("yaml-syntax", "a: «]»", "in quotes"),
        WrongText("yaml-syntax", "«%»YAML 2.0\n---\na: 1", "directive"),
        WrongText("tab-indentation", "a:\n«\t»b: 1\n", "use spaces"),
        WrongText("tab-indentation", "a:\n  b: 1\n« \t»c: 1\n", "use spaces"),
        WrongText("tab-indentation", "a: |\n«\t»x\n", "use spaces"),
    ]

    static let documents = [
        WrongText("duplicate-key", "a: 1\nb: 2\n«a»: 3\n", "`a` stands twice"),
        WrongText("duplicate-key", "a: {b: 1, «\"b\"»: 2}"),
        WrongText("duplicate-key", "x-a: &a {k: 1}\nb:\n  <<: *a\n  «<<»: *a\n", "[*a, *b]"),
        WrongText("undefined-alias", "a: «*zone»", "no anchor &zone"),
        WrongText("undefined-alias", "a: «*b»\nc: &b 1\n"),
        WrongText("alias-cycle", "a: &x [1, {b: «*x»}]", "contain itself"),
        WrongText("several-documents", "a: 1\n«--- »\nb: 2\n", "second document"),
        WrongText("several-documents", "a: 1\n...\n# end\n«b: 2»\n"),
        WrongText("several-documents", "a: 1\n...\n«%TAG ! x»\n---\nb: 2\n"),
        WrongText("nul-byte", "a: 1\nbé: «\0»", "NUL"),
        WrongText("control-character", "a: 😀«\u{7}»", "U+0007"),
        WrongText("control-character", "a: x«\u{FEFF}»", "U+FEFF"),
        WrongText("empty-file", "«"),
        WrongText("empty-file", "«# nothing\n\n"),
        WrongText("empty-file", "«---\n...\n"),
        WrongText("non-scalar-key", "«[a]»: 1", "not a list"),
        WrongText("non-scalar-key", "b: {? «{a: 1}» : 2}", "not a map"),
        WrongText("empty-key", "a: {?« : 1}", "before the colon"),
        WrongText("unknown-tag", "a: «!foo» x", "!foo"),
        WrongText("unknown-tag", "a: &b «!!binary» x", "binary"),
        WrongText("unknown-tag", "a: «!»e!foo x"),
        WrongText("bad-merge", "<<: «1»", "not text"),
        WrongText("bad-merge", "a: {<<: [{b: 1}, «[2]»]}", "not a list"),
        WrongText("bad-merge", "<<:« ", "not nothing"),
        WrongText("nesting-too-deep", String(repeating: "[", count: 64) + "«[»"),
        WrongText("nesting-too-deep", String(repeating: "- ", count: 64) + "«-» x"),
        WrongText("nesting-too-deep", String(repeating: "? ", count: 64) + "«?» x"),
    ]

    @Test("each fault has its id, its place and a way out", arguments: syntax + documents)
    func place(_ wrong: WrongText) throws {
        let marked = MarkedText(wrong.marked)
        let reading = Reading(marked.text)
        let first = try #require(reading.diagnostics.first)
        #expect(first.id == wrong.id)
        #expect(first.severity == .error)
        #expect(first.range?.brief == marked.range.brief)
        #expect(first.message.contains(wrong.words), "\(first.message)")
        #expect(reading.diagnostics.count == 1)
    }

    @Test("a syntax error ends the file", arguments: syntax)
    func syntaxEnds(_ wrong: WrongText) {
        #expect(Reading(MarkedText(wrong.marked).text).node == nil)
    }

    @Test("a place is the same with a byte-order mark, CRLF, or in UTF-16", arguments: syntax + documents)
    func encodings(_ wrong: WrongText) {
        let text = MarkedText(wrong.marked).text
        let expected = Reading(text).diagnostics.map { "\($0.id) \($0.range?.brief ?? "")" }
        let crlf = text.replacing("\n", with: "\r\n")
        for (name, bytes) in [
            ("mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)), ("CRLF", Array(crlf.utf8)),
            ("CR", Array(text.replacing("\n", with: "\r").utf8)),
            ("big endian", utf16(text, bigEndian: true)), ("little endian", utf16(text, bigEndian: false)),
        ] {
            let found = Reading(bytes: bytes).diagnostics.map { "\($0.id) \($0.range?.brief ?? "")" }
            #expect(found == expected, "\(name)")
        }
    }

    @Test("several faults are told in one run, and the rest is still read")
    func several() {
        let reading = Reading("a: 1\na: 2\nb: *c\nd: !e 3\n")
        #expect(reading.diagnostics.map(\.id) == ["duplicate-key", "undefined-alias", "unknown-tag"])
        #expect(reading.node?.brief == "{a: 1, b: , d: 3}")
        #expect(reading.node?["b"]?.isBroken == true)
        #expect(reading.node?["d"]?.isBroken == false)
    }

    @Test("a note shows the first of two keys, the opening bracket, the anchor, what was meant")
    func notes() {
        func note(_ text: String) -> String {
            let note = Reading(text).diagnostics.first?.notes.first
            return "\(note?.message ?? "") \(note?.range?.brief ?? "")"
        }
        #expect(note("x: 1\na: 1\na: 2") == "first here 2:1-2:2")
        #expect(note("a: [1,\n  2\nb: 3\n") == "the list begins here 1:4-1:5")
        #expect(note("a: &x\n  - *x") == "&x is here 1:4-1:6")
        #expect(note("a: !!str &zone1 1\nb: *zoen1") == "did you mean *zone1? 1:10-1:16")
        #expect(note("note: Warm up: \"easy\" # x") == "write 'Warm up: \"easy\"' ")
    }

    @Test("aliases may stand for ten thousand values, however they are nested")
    func expansion() throws {
        let ten = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        // `b` takes 100, each of its aliases 101.
        let full = ten + "c: [" + String(repeating: "*b, ", count: 98) + "]\n"
        #expect(Reading(full).diagnostics == [])
        let fault = try #require(Reading(full + "d: *a\n").diagnostics.first)
        #expect(fault.id == "alias-expansion")
        #expect(fault.range?.brief == "4:4-4:6")
        #expect(fault.limit == 10_000 && fault.value == 10_008)
    }

    @Test("a flood of directives is refused before libyaml compares each with all others")
    func directives() {
        let flood = (0..<20).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: 1"
        #expect(Reading(flood).diagnostics.map { "\($0.id) \($0.range?.start.brief ?? "")" } == ["yaml-syntax 17:1"])
    }

    @Test("messages stay short whatever the names are")
    func shortMessages() {
        let name = String(repeating: "n", count: 5_000)
        for text in ["'\(name)': 1", "*\(name)", "!\(name) x", "&\(name) [*\(name)]", "a: b: \(name)", "[${\(name)}]"] {
            for diagnostic in Reading("{\(text), \(text)}").diagnostics + Reading("\(text)\n\(text)").diagnostics {
                #expect(diagnostic.message.count < 200)
                #expect(diagnostic.notes.allSatisfy { $0.message.count < 200 })
            }
        }
    }

    @Test("reading stops after a hundred faults")
    func manyFaults() {
        let reading = Reading(String(repeating: "a: 1\n", count: 5_000))
        #expect(reading.diagnostics.count == 101)
        #expect(reading.diagnostics.last?.id == "too-many-faults")
    }
}

func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
        + text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
}
