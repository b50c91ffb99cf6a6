/// Writes FIT records: each message with its own definition, under local number 0.
struct FITRecords {
    /// A field's value with its base type.
    enum Value {
        case enumeration(Int)
        case short(Int)
        case long(Int)
        case longOrZero(Int)
        case text(String)
    }

    private(set) var bytes: [UInt8] = []

    /// Adds a message of some fields.
    mutating func add(_ number: Int, _ fields: [(Int, Value)]) {
        let written = fields.map { (number: $0.0, type: Self.type($0.1), bytes: Self.bytes($0.1)) }
        bytes += [0x40, 0, 0, UInt8(number & 0xFF), UInt8(number >> 8), UInt8(written.count)]
        for field in written { bytes += [UInt8(field.number), UInt8(field.bytes.count), field.type] }
        bytes.append(0)
        for field in written { bytes += field.bytes }
    }

    private static func type(_ value: Value) -> UInt8 {
        switch value {
        case .enumeration: 0x00
        case .short: 0x84
        case .long: 0x86
        case .longOrZero: 0x8C
        case .text: 0x07
        }
    }

    private static func bytes(_ value: Value) -> [UInt8] {
        switch value {
        case .enumeration(let value): [UInt8(clamping: value)]
        case .short(let value): little(UInt64(UInt16(clamping: value)), 2)
        case .long(let value), .longOrZero(let value): little(UInt64(UInt32(clamping: value)), 4)
        case .text(let text): cut(text, to: 200) + [0]
        }
    }

    private static func little(_ value: UInt64, _ count: UInt64) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// The text's bytes, cut before the character that would go beyond `limit`.
    private static func cut(_ text: String, to limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text where character != "\0" {
            let own = Array(String(character).utf8)
            guard bytes.count + own.count <= limit else { break }
            bytes += own
        }
        return bytes
    }
}
