import Diagnostics
import Testing

@Suite struct SourceLinesTests {
    private func lines(_ bytes: [UInt8]) -> [String?] {
        let lines = SourceLines(SourceFile(path: "", bytes: bytes))
        return (0...lines.count + 1).map { lines.text(of: $0) }
    }

    @Test("LF, CRLF and CR end a line; other separators don't")
    func breaks() {
        #expect(lines(Array("a\nb\r\nc\rd\n\r\n".utf8)) == [nil, "a", "b", "c", "d", "", "", nil])
        #expect(lines(Array("a\u{85}b\u{2028}c".utf8)) == [nil, "a\u{85}b\u{2028}c", nil])
        #expect(lines([]) == [nil, "", nil])
        #expect(lines([0x0D]) == [nil, "", "", nil])
    }

    @Test("a byte-order mark is no text, and bad bytes are U+FFFD")
    func odd() {
        #expect(lines([0xEF, 0xBB, 0xBF, 0x61]) == [nil, "a", nil])
        #expect(lines([0x61, 0xFF, 0x0A, 0xC3]) == [nil, "a\u{FFFD}", "\u{FFFD}", nil])
    }

    @Test("UTF-16 with a mark has lines as well, even when it is cut")
    func utf16() {
        #expect(lines([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0xE9, 0, 0x62]) == [nil, "a", "é", nil])
        #expect(lines([0xFE, 0xFF, 0, 0x61, 0, 0x0D, 0, 0x0A, 0, 0x62]) == [nil, "a", "b", nil])
        #expect(lines([0xFE, 0xFF]) == [nil, "", nil])
        #expect(lines([0xFE, 0xFF, 0]) == [nil, "", nil])
    }

    @Test("a byte's place counts characters")
    func positions() {
        let lines = SourceLines(SourceFile(path: "", text: "é😀x\r\ny"))
        let places = (-1...11).map { lines.position(ofByte: $0) }.map { "\($0.line):\($0.column)" }
        // Inside a character the place is behind its beginning.
        #expect(places[0] == "1:1" && places[1] == "1:1" && places[3] == "1:2" && places[7] == "1:3")
        #expect(
            places[8] == "1:4" && places[9] == "1:5" && places[10] == "2:1" && places[11] == "2:2"
                && places[12] == "2:2")
    }

    @Test("a byte-order mark counts no column")
    func mark() {
        let lines = SourceLines(SourceFile(path: "", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0x62]))
        #expect(lines.position(ofByte: 0).column == 1)
        #expect(lines.position(ofByte: 3).column == 1)
        #expect(lines.position(ofByte: 4).column == 2)
    }
}
