import Diagnostics
import Foundation
import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "Foundation reads every text back as it was",
        arguments: ["", "plain", "a\"b\\c/d", "\u{0}\u{1f}\n\r\t\u{8}\u{c}", "é😀\u{2028}", "e\u{301}"])
    func texts(text: String) throws {
        let written = JSONValue.object([text: .string(text)]).text
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
        #expect(read.map { Array(($0.first?.value ?? "?").utf8) } == Array(text.utf8))
        #expect(read.map { Array(($0.first?.key ?? "?").utf8) } == Array(text.utf8))
    }

    @Test(
        "Foundation reads every number back as it was",
        arguments: [0, -0.5, 1e-7, 123_456.789_012_3, 5e-300, 1.797e308])
    func numbers(number: Double) throws {
        let written = JSONValue.array([.number(number)]).text
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [Double]
        #expect(read == [number])
    }

    @Test("the layout is Foundation's own")
    func layout() throws {
        let value: JSONValue = ["b": [1, nil, true, [:], []].json, "a": ["x": "y/z"]]
        let object: [String: Any] = ["b": [1, NSNull(), true, [String: Any](), [Any]()], "a": ["x": "y/z"]]
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        #expect(value.text == String(decoding: data, as: UTF8.self) + "\n")
    }

    @Test("what is no number is null")
    func notNumbers() {
        #expect(JSONValue.number(.nan).text == "null\n")
        #expect(JSONValue.number(.infinity).text == "null\n")
    }
}

extension [Any?] {
    /// A list of mixed values.
    fileprivate var json: JSONValue {
        JSONValue(self) { item in
            switch item {
            case let flag as Bool: .bool(flag)
            case let number as Int: .integer(number)
            case is [String: Any]: [:]
            case is [Any]: []
            default: .null
            }
        }
    }
}
