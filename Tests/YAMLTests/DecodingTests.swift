import Diagnostics
import Testing
import YAML

@Suite struct DecodingTests {
    @Test(
        "bytes that are no UTF-8 are placed by line and column",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "1:4-1:5"), ([0x61, 0x3A, 0x0A, 0x20, 0xC3, 0xA9, 0xE9, 0x20], "2:3-2:4"),
            ([0xC0, 0xAF], "1:1-1:2"), ([0x0D, 0x0A, 0xED, 0xA0, 0x80], "2:1-2:2"), ([0x61, 0xE2, 0x82], "1:2-1:3"),
            ([0xEF, 0xBB, 0xBF, 0x0A, 0xF5], "2:1-2:2"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], place: String) {
        let reading = Reading(bytes: bytes)
        #expect(reading.node == nil)
        #expect(reading.diagnostics.map(\.id) == ["invalid-utf8"])
        #expect(reading.diagnostics.first?.range?.brief == place)
    }

    @Test("a Latin-1 letter is named")
    func latin1() {
        let reading = Reading(bytes: Array("name: caf".utf8) + [0xE9, 0x0A])
        #expect(reading.diagnostics.first?.message.contains("Latin-1 \"é\"") == true)
    }

    @Test(
        "UTF-16 that is cut or has half a pair is placed",
        arguments: [
            ([0xFE, 0xFF, 0x00, 0x61, 0x00], "1:2-1:3"), ([0xFF, 0xFE, 0x0A, 0x00, 0x00, 0xD8], "2:1-2:2"),
            ([0xFE, 0xFF, 0xDC, 0x00, 0x00, 0x61], "1:1-1:2"),
        ] as [([UInt8], String)])
    func notUTF16(bytes: [UInt8], place: String) {
        let reading = Reading(bytes: bytes)
        #expect(reading.diagnostics.map(\.id) == ["invalid-utf8"])
        #expect(reading.diagnostics.first?.range?.brief == place)
    }

    @Test("UTF-16 without a mark is refused for its NUL bytes")
    func unmarkedUTF16() {
        #expect(Reading(bytes: [0x61, 0x00, 0x3A, 0x00]).diagnostics.map(\.id) == ["nul-byte"])
    }

    @Test("a file may have five million bytes and no more")
    func size() {
        // The first byte is wrong, so that a file of allowed size is refused for that at once.
        let full = Array(repeating: UInt8(0xFF), count: 5_000_000)
        #expect(Reading(bytes: full).diagnostics.map(\.id) == ["invalid-utf8"])
        let reading = Reading(bytes: full + [0xFF])
        #expect(reading.diagnostics.map(\.id) == ["file-too-large"])
        #expect(reading.diagnostics.first?.limit == 5_000_000)
        #expect(reading.diagnostics.first?.value == 5_000_001)
    }

    @Test("only LF, CRLF and CR end a line of a place, whatever libyaml counts as one")
    func lines() {
        let node = Reading("a: 1\u{85}b: 2\u{2028}c: 3\r\nd: 4\re: 5\n").node
        #expect(
            node?.mapping?.map { "\($0.key) \($0.keyRange.start.brief)" } == [
                "a 1:1", "b 1:6", "c 1:11", "d 2:1", "e 3:1",
            ])
    }
}
