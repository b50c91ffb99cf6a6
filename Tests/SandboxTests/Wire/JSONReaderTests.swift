import Foundation
import Testing

@testable import Sandbox

@Suite("JSON")
struct JSONReaderTests {
    @Test(
        "reads every kind of value",
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("-0", .integer(0)), ("12", .integer(12)),
            ("1.5e2", .number(150)), ("99999999999999999999", .number(1e20)), (#""a\"\\\/\n\u00e9""#, "a\"\\/\né"),
            (#""\ud83d\ude00""#, "😀"), (#""\ud83d!""#, "\u{FFFD}!"), ("[1,[],{}]", [1, [], [:]]),
            (#"{"a":1,"a":2}"#, ["a": 2]),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(
        "refuses what is no JSON",
        arguments: [
            "", "nul", "01", "1.", "1e", "+1", "[1,]", "[1 2]", "{1:2}", #"{"a"}"#, #"{"a":1,}"#, #""a"#, #""\x""#,
            #""\u12g4""#, "\"\u{1}\"", "1 2", "1e999", "{\"a\":1", "\\", String(repeating: "[", count: 100_000),
        ])
    func refuses(text: String) {
        #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test("refuses bytes that are not UTF-8")
    func refusesBadUTF8() {
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test("accepts and refuses the same documents as Foundation")
    func agreesWithFoundation() {
        var random = SplitMix(state: 11)
        let seeds = [#"{"a":[1,-2.5e3,true,null],"b":{"c":"x\u00e9\n"}}"#, #"[0.1,"😀",{"k":[]}]"#]
        for _ in 0..<4000 {
            var bytes = Array(seeds[Int.random(in: 0..<2, using: &random)].utf8)
            for _ in 0..<Int.random(in: 0..<3, using: &random) {
                let place = bytes.indices.randomElement(using: &random) ?? 0
                bytes[place] = Array("{}[]\",:0123eE.-+tfn\\u ".utf8).randomElement(using: &random) ?? 0
            }
            let foreign = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            let own = try? JSONReader.read(bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect((own == nil) == (foreign == nil), "\(text)")
        }
    }

    @Test("what is written is read back the same, names in order")
    func roundTrip() throws {
        let value: JSONValue = [
            "b": [1, .number(2.5), .null], "a": "\u{1}\t\r\n\"\\é😀", "c": .bool(false), "d": .float(86.04798),
        ]
        let text = String(decoding: value.bytes, as: UTF8.self)
        #expect(text == #"{"a":"\u0001\t\r\n\"\\é😀","b":[1,2.5,null],"c":false,"d":86.04798}"#)
        #expect(try JSONReader.read(value.bytes) == value)
    }
}
