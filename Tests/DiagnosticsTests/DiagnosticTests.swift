import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test("diagnostics sort by file as given, line, column and id; those without a place come first")
    func order() {
        func make(_ id: String, _ file: String, _ line: Int, _ column: Int) -> Diagnostic {
            let start = SourcePosition(line: line, column: column)
            return Diagnostic(id, "", at: SourceRange(file: file, start: start, end: start))
        }
        let sorted = [
            make("g", "unknown", 1, 1), make("f", "a", 2, 1), make("e", "b", 10, 1), make("d", "b", 9, 3),
            make("c", "b", 9, 2),
            make("b", "b", 9, 2), Diagnostic("a", "", at: nil),
        ].sorted(byFiles: ["b", "a"])
        #expect(sorted.map(\.id) == ["a", "b", "c", "d", "e", "f", "g"])
    }

    @Test("equal places keep their order")
    func stable() {
        let items = (0..<50).map { Diagnostic("same", "\($0)", at: range(1, 1, 1)) }
        #expect(items.sorted(byFiles: ["plan.yaml"]) == items)
    }

    @Test("only errors count as errors")
    func errors() {
        #expect(![Diagnostic("a", .warning, "", at: nil)].hasErrors)
        #expect([Diagnostic("a", "", at: nil)].hasErrors)
    }
}
