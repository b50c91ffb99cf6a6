import Diagnostics
import Testing

@testable import WorkoutFiles

@Suite("Bytes as text")
struct FileTextTests {
    private func text(_ bytes: [UInt8]) -> FileText { FileText(SourceFile(path: "t", bytes: bytes)) }

    @Test("bytes that are no UTF-8 are Windows-1252")
    func windows() {
        let text = text([0x61, 0x85, 0x92, 0xE9, 0xC3, 0xA9])
        #expect(text.string(0..<text.scalars.count) == "a…’éé")
        #expect(text.firstForeign == 1)
    }

    @Test("byte-order marks are no text")
    func marks() {
        #expect(text([0xEF, 0xBB, 0xBF, 0x61]).scalars == [0x61])
        #expect(text([0xFF, 0xFE, 0x61, 0x00]).scalars == [0x61])
        #expect(text([0xFE, 0xFF, 0x00, 0x61]).scalars == [0x61])
    }

    @Test("lines end with LF, CRLF or CR, and columns count scalars")
    func positions() {
        let text = text(Array("é\r\nb\rc\nd".utf8))
        #expect(text.position(3) == SourcePosition(line: 2, column: 1))
        #expect(text.position(5) == SourcePosition(line: 3, column: 1))
        #expect(text.position(7) == SourcePosition(line: 4, column: 1))
        #expect(text.lines.map { text.string($0) } == ["é", "b", "c", "d"])
    }

    @Test(
        "numbers are read without locale",
        arguments: [
            ("0.88", 0.88), (" 600 ", 600), ("1e2", 100), ("-3", -3), ("0,75", 0.75), (".5", 0.5),
        ])
    func numbers(_ text: String, _ value: Double) {
        #expect(NumberText(text).number == value)
    }

    @Test("what is no number is told apart from what is none by name")
    func noNumbers() {
        #expect(NumberText("NaN") == .notFinite)
        #expect(NumberText("-inf") == .notFinite)
        #expect(NumberText("1e999") == .notFinite)
        for text in ["", "0x10", "ten", "1.2.3", "--1", "1 2"] { #expect(NumberText(text) == .garbage) }
    }

    @Test("noise of single precision is rounded away, thirds are kept")
    func percents() {
        #expect(percent(ofFraction: 0.50449997) == 50.45)
        #expect(percent(ofFraction: 0.94999999) == 95)
        #expect(percent(ofFraction: 0.33333334) == 33.333334)
    }

    @Test("percent of watts gives the same watts when the planner rounds down")
    func wattsBack() {
        for ftp in 150...400 {
            for watts in 1...600 {
                let share = percent(ofWatts: Double(watts), ftp: ftp)
                #expect((share * Double(ftp) / 100 + 1e-9).rounded(.down) == Double(watts))
            }
        }
    }
}
