import Diagnostics
import Testing

@testable import WorkoutFiles

@Suite("Tolerant XML")
struct XMLReaderTests {
    private func parse(_ text: String) -> (root: XMLElement?, findings: FileFindings) {
        var findings = FileFindings(path: "t")
        let root = XMLReader.read(FileText(SourceFile(path: "t", text: text)), &findings)
        return (root, findings)
    }

    @Test("elements, attributes, text, comments, CDATA and references")
    func plain() {
        let (root, findings) = parse(
            "\n <?xml version='1.0'?><!DOCTYPE a [<!ENTITY x \"y\">]><a k='1' K2=\"a &lt; b\"><!-- <b/> -->x &amp; "
                + "&#233;&#xE9;<b/><![CDATA[<raw>]]></a>")
        #expect(root?.name == "a")
        #expect(root?.attributes.map(\.value) == ["1", "a < b"])
        #expect(root?.text == "x & éé<raw>")
        #expect(root?.children.map(\.name) == ["b"])
        #expect(findings.all.isEmpty)
    }

    @Test(
        "defects are read past with a warning",
        arguments: [
            ("<a>x & y</a>", "x & y"), ("<a b=1>x</a>", "x"), ("<a b='1' b='2'>x</a>", "x"), ("<a><b>x</a>", "x"),
            ("<a>x</b></a>", "x"), ("<a>1 < 2</a>", "1 < 2"), ("<a>x</a><c/>", "x"), ("<a say \"hi\">x</a>", "x"),
            ("junk<a>x</a>", "x"), ("<a>&bogus;</a>", "&bogus;"),
        ])
    func loose(_ text: String, _ content: String) {
        let (root, findings) = parse(text)
        #expect(root?.text == content)
        #expect(!findings.all.isEmpty && !findings.hasErrors)
    }

    @Test("a bare ampersand has its place")
    func place() {
        let finding = parse("<a>\n  Over & under</a>").findings.all.first
        #expect(finding?.range?.start == SourcePosition(line: 2, column: 8))
    }

    @Test(
        "what can't be read is an error",
        arguments: ["", "  ", "text", "<a b=\"", "<a", "<!-- ", "<![CDATA[", "<?xml"])
    func broken(_ text: String) {
        #expect(parse(text).findings.hasErrors)
    }

    @Test("levels and elements have limits")
    func limits() {
        #expect(parse(String(repeating: "<a>", count: 100_000)).findings.all.contains { $0.id == "file-too-large" })
    }
}
