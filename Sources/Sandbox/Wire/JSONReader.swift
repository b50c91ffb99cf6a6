/// Why bytes are no JSON.
struct JSONFault: Error, Hashable {
    /// What is wrong.
    var message: String
    /// The byte where it shows.
    var offset: Int
}

/// Reads JSON from bytes: strict grammar, valid UTF-8, bounded depth.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private static let deepest = 64

    /// The one value that `bytes` hold.
    static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.at == bytes.count else { throw reader.fault("text after the value") }
        return value
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func fault(_ message: String) -> JSONFault {
        JSONFault(message: message, offset: at)
    }

    private var next: UInt8? {
        at < bytes.count ? bytes[at] : nil
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= JSONReader.deepest else { throw fault("nested too deep") }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("unexpected end")
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("unexpected character") }
        at += word.utf8.count
        return value
    }

    private mutating func list(depth: Int) throws(JSONFault) -> JSONValue {
        var members: [JSONValue] = []
        at += 1
        skipBlanks()
        if next == UInt8(ascii: "]") {
            at += 1
            return .list(members)
        }
        while true {
            members.append(try value(depth: depth + 1))
            if try ends(with: UInt8(ascii: "]")) { return .list(members) }
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        var members: [String: JSONValue] = [:]
        at += 1
        skipBlanks()
        if next == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("expected a name") }
            let name = try text()
            skipBlanks()
            guard next == UInt8(ascii: ":") else { throw fault("expected a colon") }
            at += 1
            members[name] = try value(depth: depth + 1)
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// Takes the comma or the closing bracket after a member.
    private mutating func ends(with close: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        guard next == close || next == UInt8(ascii: ",") else { throw fault("expected a comma or an end") }
        at += 1
        return bytes[at - 1] == close
    }
}

// Numbers.
extension JSONReader {
    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let leading = next
        guard digits() > 0 else { throw fault("unexpected character") }
        guard leading != UInt8(ascii: "0") || at - start - (bytes[start] == 0x2D ? 1 : 0) == 1 else {
            throw fault("leading zero")
        }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            guard digits() > 0 else { throw fault("expected digits") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw fault("expected digits") }
        }
        let literal = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let value = Int(literal) { return .integer(value) }
        guard let value = Double(literal), value.isFinite else { throw fault("number out of range") }
        return .number(value)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        return at - start
    }
}

// Strings.
extension JSONReader {
    private mutating func text() throws(JSONFault) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        var buffer = Array(bytes[start..<at])
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("control character in a string") }
            at += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &buffer) } else { buffer.append(byte) }
        }
        guard next != nil else { throw fault("unexpected end") }
        at += 1
        guard let text = String(validating: buffer, as: UTF8.self) else { throw fault("not UTF-8") }
        return text
    }

    private mutating func escape(into buffer: inout [UInt8]) throws(JSONFault) {
        guard let byte = next else { throw fault("unexpected end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"): buffer.append(contentsOf: String(try unicode()).utf8)
        default: throw fault("unknown escape")
        }
    }

    /// The character of `\u` and four hexadecimal digits, or of two such escapes that make a surrogate pair; half a pair
    /// becomes the replacement character.
    private mutating func unicode() throws(JSONFault) -> Character {
        let first = try hexadecimal()
        var scalar = first
        if (0xD800..<0xDC00).contains(first), bytes[at...].starts(with: "\\u".utf8) {
            let behind = at
            at += 2
            let second = try hexadecimal()
            if (0xDC00..<0xE000).contains(second) {
                scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            } else {
                at = behind
            }
        }
        return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        guard at + 4 <= bytes.count,
            bytes[at..<at + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw fault("expected four hexadecimal digits") }
        at += 4
        return value
    }
}
