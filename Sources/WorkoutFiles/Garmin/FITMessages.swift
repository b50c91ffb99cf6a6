/// A message of a FIT file: its number and its valid fields.
struct FITMessage {
    /// A field's value, the first of an array.
    enum Value: Equatable {
        case number(Int)
        case text(String)
    }

    var number: Int
    var fields: [Int: Value]

    /// A field's number.
    func number(_ field: Int) -> Int? {
        if case .number(let value) = fields[field] { return value }
        return nil
    }

    /// A field's text.
    func text(_ field: Int) -> String? {
        if case .text(let value) = fields[field], !value.isEmpty { return value }
        return nil
    }
}

/// Reads the messages of a FIT file: either byte order, compressed time stamps, developer fields passed over.
struct FITMessages {
    /// Why records can't be read, and the byte where.
    struct Fault: Error {
        var message: String
        var place: Int
    }

    private struct Field {
        var number: Int
        var size: Int
        var type: UInt8
    }

    private struct Definition {
        var number: Int
        var isBig: Bool
        var fields: [Field]
        var developerBytes: Int
    }

    private let bytes: [UInt8]
    private let end: Int
    private var place: Int
    private var definitions: [Int: Definition] = [:]

    private init(_ bytes: [UInt8], _ container: FITContainer) {
        self.bytes = bytes
        place = container.start
        end = container.end
    }

    /// The messages of the wanted numbers in order.
    static func read(
        _ bytes: [UInt8], _ container: FITContainer, wanted: Set<Int>
    ) throws(Fault) -> [FITMessage] {
        var reader = FITMessages(bytes, container)
        var messages: [FITMessage] = []
        while reader.place < reader.end {
            guard let message = try reader.next(wanted) else { continue }
            messages.append(message)
        }
        return messages
    }

    private mutating func next(_ wanted: Set<Int>) throws(Fault) -> FITMessage? {
        let start = place
        let head = try byte()
        if head & 0x80 == 0, head & 0x40 != 0 {
            definitions[Int(head & 0x0F)] = try definition(hasDeveloperFields: head & 0x20 != 0)
            return nil
        }
        let local = head & 0x80 != 0 ? Int(head >> 5 & 0x03) : Int(head & 0x0F)
        guard let definition = definitions[local] else {
            throw Fault(message: "a record was never defined", place: start)
        }
        var fields: [Int: FITMessage.Value] = [:]
        for field in definition.fields {
            let raw = try take(field.size)
            if wanted.contains(definition.number), let value = value(raw, field.type, isBig: definition.isBig) {
                fields[field.number] = value
            }
        }
        _ = try take(definition.developerBytes)
        return wanted.contains(definition.number) ? FITMessage(number: definition.number, fields: fields) : nil
    }

    private mutating func definition(hasDeveloperFields: Bool) throws(Fault) -> Definition {
        _ = try byte()
        let isBig = try byte() == 1
        let (first, second) = (Int(try byte()), Int(try byte()))
        var definition = Definition(
            number: isBig ? first << 8 | second : second << 8 | first, isBig: isBig, fields: [], developerBytes: 0)
        for _ in 0..<(try byte()) {
            let raw = Array(try take(3))
            definition.fields.append(Field(number: Int(raw[0]), size: Int(raw[1]), type: raw[2]))
        }
        guard hasDeveloperFields else { return definition }
        for _ in 0..<(try byte()) { definition.developerBytes += Int(Array(try take(3))[1]) }
        return definition
    }

    private mutating func byte() throws(Fault) -> UInt8 {
        guard place < end else { throw Fault(message: "the records end inside a message", place: place) }
        place += 1
        return bytes[place - 1]
    }

    private mutating func take(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
        guard count <= end - place else { throw Fault(message: "the records end inside a message", place: place) }
        place += count
        return bytes[place - count..<place]
    }

    /// Bytes of a number by the low five bits of its base type.
    private static let sizes: [UInt8: Int] = [
        0x00: 1, 0x01: 1, 0x02: 1, 0x03: 2, 0x04: 2, 0x05: 4, 0x06: 4, 0x0A: 1, 0x0B: 2, 0x0C: 4, 0x0D: 1, 0x0E: 8,
        0x0F: 8, 0x10: 8,
    ]

    /// A valid value; nil for the pattern that stands for none.
    private func value(_ raw: ArraySlice<UInt8>, _ type: UInt8, isBig: Bool) -> FITMessage.Value? {
        let kind = type & 0x1F
        if kind == 0x07 { return .text(String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)) }
        guard let size = Self.sizes[kind], raw.count >= size else { return nil }
        let own = raw.prefix(size)
        var pattern: UInt64 = 0
        for byte in isBig ? Array(own) : own.reversed() { pattern = pattern << 8 | UInt64(byte) }
        let ones = size == 8 ? UInt64.max : (1 << (8 * UInt64(size))) - 1
        let isSigned = [0x01, 0x03, 0x05, 0x0E].contains(kind)
        let isZeroInvalid = [0x0A, 0x0B, 0x0C, 0x10].contains(kind)
        let invalid = isSigned ? ones >> 1 : isZeroInvalid ? 0 : ones
        guard pattern != invalid else { return nil }
        if isSigned, pattern > ones >> 1 { return .number(-Int(truncatingIfNeeded: ones - pattern) - 1) }
        return Int(exactly: pattern).map { .number($0) }
    }
}
