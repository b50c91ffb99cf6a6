import Diagnostics
import Testing
import YAML

@testable import PlanSpec

@Suite struct YAMLTextTests {
    /// What a value reads as behind a key.
    private func read(_ value: YAMLText) -> String? {
        let text = "k: \(value.written(indent: "  "))\nlast: 1\n"
        var faults: [Diagnostic] = []
        let node = Node.read(SourceFile(path: "t.yaml", text: text), into: &faults)
        return faults.isEmpty ? node?.mapping?.first { $0.key == "k" }?.value.scalar?.text : nil
    }

    @Test(
        "one line reads back as it was, plain where YAML gives nothing in it a meaning",
        arguments: [
            "Tempo 2 x 20", "no", "Yes", "null", "a: b", "a #b", "a#b", "#1 [club], \"fast\"", "it's", " lead", "end ",
            "costs ${5}", "12:30", "- dash", "? what", "*star", "&amp", "!bang", "%", "@home", "`tick`", "back\\slash",
            "tab\there", "bell\u{7}", "Ümläut", "🚴 ride", "line\u{2028}sep", "a:b", "end:", "", "1e3", "0x1F", "~",
        ])
    func line(text: String) {
        #expect(read(.text(text)) == text)
        #expect(read(.quoted(text)) == text)
    }

    @Test(
        "several lines read back as they were",
        arguments: [
            "one\ntwo\n", "- 10m 60%\n\n- 20m 80%\n", " indented\nfirst\n", "no end", "\n", "tab\tin\nit\n", "a\r\nb\n",
            "# not a comment\n", "two ends\n\n",
        ])
    func block(text: String) {
        #expect(read(.block(text)) == text)
    }
}
