extension JSONValue {
    /// The value as JSON bytes, members in the order of their names: the same value gives the same bytes.
    var bytes: [UInt8] {
        var buffer: [UInt8] = []
        write(to: &buffer)
        return buffer
    }

    private func write(to buffer: inout [UInt8]) {
        switch self {
        case .null: buffer.append(contentsOf: "null".utf8)
        case .bool(let value): buffer.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): buffer.append(contentsOf: String(value).utf8)
        case .number(let value): buffer.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .text(let value): JSONValue.write(value, to: &buffer)
        case .list(let members):
            buffer.append(UInt8(ascii: "["))
            for (index, member) in members.enumerated() {
                if index > 0 { buffer.append(UInt8(ascii: ",")) }
                member.write(to: &buffer)
            }
            buffer.append(UInt8(ascii: "]"))
        case .object(let members): JSONValue.write(members, to: &buffer)
        }
    }

    private static func write(_ members: [String: JSONValue], to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if !isFirst { buffer.append(UInt8(ascii: ",")) }
            isFirst = false
            write(name, to: &buffer)
            buffer.append(UInt8(ascii: ":"))
            member.write(to: &buffer)
        }
        buffer.append(UInt8(ascii: "}"))
    }

    private static func write(_ text: String, to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): buffer.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): buffer.append(contentsOf: "\\\\".utf8)
            case 0x0A: buffer.append(contentsOf: "\\n".utf8)
            case 0x0D: buffer.append(contentsOf: "\\r".utf8)
            case 0x09: buffer.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                buffer.append(contentsOf: "\\u00".utf8)
                let digits = String(byte, radix: 16)
                buffer.append(contentsOf: (digits.utf8.count == 1 ? "0" + digits : digits).utf8)
            default: buffer.append(byte)
            }
        }
        buffer.append(UInt8(ascii: "\""))
    }
}
